/*
 * test_gaz.c
 *	  The gazetteer room: what matches what, that matching agrees with a slow
 *	  and simple version on random names and texts, that equal rows give equal
 *	  bytes, and that damaged bytes are noticed.
 */
#include "unit.h"

#include "gazetteer/gaz_layout.h"

static GazBuilder *builder;

static GazStatus
add(const char *surface, const char *kind, const char *name, const char *ref)
{
	return gaz_add(builder, surface, strlen(surface), kind, strlen(kind),
				   name, name ? strlen(name) : 0, ref, ref ? strlen(ref) : 0);
}

typedef struct Built
{
	void	   *bytes;
	size_t		len;
	GazDict		dict;
} Built;

static Built
build(void)
{
	Built		b;

	CHECK(gaz_build(builder, &b.bytes, &b.len) == GAZ_OK);
	CHECK(gaz_open(&b.dict, b.bytes, b.len) == GAZ_OK);
	return b;
}

/* All matches as "chr+nchr name/KIND#ref, …", checked against the document. */
static const char *
matches(const Built *b, const char *doc, GazOverlaps overlaps)
{
	static char out[4096];
	size_t		n = 0;
	GazMatcher *m = gaz_matcher(&b->dict, doc, strlen(doc), overlaps);
	GazMatch	match;
	GazStatus	status;

	out[0] = '\0';
	while (gaz_next(m, &match, &status))
	{
		CHECK(match.chr == uni_count(doc, match.byte));
		CHECK(match.nchr == uni_count(doc + match.byte, match.len));
		n += (size_t) snprintf(out + n, sizeof(out) - n, "%s%.*s=%.*s/%.*s%s%.*s",
							   n ? ", " : "", (int) match.len, doc + match.byte,
							   (int) match.row.name_len, match.row.name,
							   (int) match.row.kind_len, match.row.kind,
							   match.row.ref ? "#" : "", (int) match.row.ref_len,
							   match.row.ref ? match.row.ref : "");
	}
	CHECK(status == GAZ_OK);
	CHECK(!gaz_next(m, &match, &status));
	gaz_matcher_free(m);
	return out;
}

/* Is this name, alone in a dictionary, found in the document, and as what? */
static const char *
found(const char *name, const char *doc)
{
	Built		b;
	const char *out;
	static char result[4096];

	builder = gaz_builder();
	CHECK(add(name, "X", NULL, NULL) == GAZ_OK);
	b = build();
	out = matches(&b, doc, GAZ_LONGEST);
	snprintf(result, sizeof(result), "%s", out);
	if (strchr(result, '='))
		*strchr(result, '=') = '\0';
	core_free(b.bytes);
	gaz_builder_free(builder);
	return result;
}

static void
test_words(void)
{
	/* accents, case, apostrophes, hyphens */
	CHECK_STR(found("Élysée", "à l'ELYSEE hier"), "ELYSEE");
	CHECK_STR(found("Elysee", "l’Élysée"), "Élysée");
	CHECK_STR(found("Élysée", "l'E\xCC\x81lyse\xCC\x81" "e dit"), "E\xCC\x81lyse\xCC\x81" "e");
	CHECK_STR(found("Val d'Or", "à Val-d’Or, hier"), "Val-d’Or");
	CHECK_STR(found("Val-d'Or", "à Val d'Or"), "Val d'Or");
	CHECK_STR(found("Saint-Étienne", "le SAINT ETIENNE"), "SAINT ETIENNE");
	CHECK_STR(found("Cœur de Ville", "au coeur de ville"), "coeur de ville");
	CHECK_STR(found("Straße", "die STRASSE"), "STRASSE");
	CHECK_STR(found("Москва", "в МОСКВА."), "МОСКВА");
	CHECK_STR(found("𝐏aris", "à Paris"), "Paris");

	/* whole words */
	CHECK_STR(found("Jean-Luc", "Jean-Lucien"), "");
	CHECK_STR(found("Jean-Luc", "Saint-Jean-Luc-sur-Mer"), "Jean-Luc");
	CHECK_STR(found("Luc", "Lucien Duluc lucé luc_"), "luc");
	CHECK_STR(found("Luc", "Luc\xCC\xA7"), "Luc\xCC\xA7");
	CHECK_STR(found("Micro soft", "Microsoft"), "");
	CHECK_STR(found("Microsoft", "chez Micro-\nsoft hier"), "Micro-\nsoft");
	CHECK_STR(found("Microsoft", "chez Micro\xC2\xADsoft"), "Micro\xC2\xADsoft");
	CHECK_STR(found("Microsoft", "chez Micro\xE2\x80\x90\r\n  soft"), "Micro\xE2\x80\x90\r\n  soft");

	/* capitals */
	CHECK_STR(found("ONU", "l'ONU"), "ONU");
	CHECK_STR(found("ONU", "l’ONU"), "ONU");
	CHECK_STR(found("ONU", "l'onu l'Onu"), "");
	CHECK_STR(found("ÉTA", "un été"), "");
	CHECK_STR(found("ETA", "l'ÉTA"), "ÉTA");
	CHECK_STR(found("U.S.", "let us go"), "");
	CHECK_STR(found("U.S.", "the U.S. Senate"), "U.S.");
	CHECK_STR(found("U.S.", "the U.S, and"), "U.S");
	CHECK_STR(found("OTAN", "otan"), "");
	CHECK_STR(found("UNICEF", "l'Unicef"), "Unicef");
	CHECK_STR(found("Onu", "l'ONU"), "ONU");
	CHECK_STR(found("G20", "le g20"), "");
	CHECK_STR(found("1984", "en 1984"), "1984");

	/* breaks */
	CHECK_STR(found("New York", "Il vit à New. York est loin"), "");
	CHECK_STR(found("New York", "New\nYork"), "New\nYork");
	CHECK_STR(found("New York", "New\r\nYork"), "New\r\nYork");
	CHECK_STR(found("New York", "New\n\nYork"), "");
	CHECK_STR(found("New York", "New\r\n\r\nYork"), "");
	CHECK_STR(found("New York", "New, York"), "");
	CHECK_STR(found("New York", "« New » York"), "");
	CHECK_STR(found("New York", "« New York »"), "New York");
	CHECK_STR(found("New York", "New … York, New... York"), "");
	CHECK_STR(found("J. Roux", "J Roux"), "J Roux");
	CHECK_STR(found("J Roux", "M. J. Roux"), "J. Roux");
	CHECK_STR(found("St. Louis", "à St. Louis"), "St. Louis");
	CHECK_STR(found("Washington, D.C.", "à Washington, D.C. hier"), "Washington, D.C.");
	CHECK_STR(found("Washington, D.C.", "à Washington D.C., hier"), "Washington D.C.");
	CHECK_STR(found("Washington D.C.", "à Washington, D.C."), "");

	/* affixes */
	CHECK_STR(found("Canal+", "le canal du Midi"), "");
	CHECK_STR(found("Canal+", "sur Canal+ hier"), "Canal+");
	CHECK_STR(found("Canal+", "sur CANAL\xC2\xA0+."), "CANAL\xC2\xA0+");
	CHECK_STR(found("@presidence", "un mot de @Presidence"), "@Presidence");
	CHECK_STR(found("@presidence", "la Présidence"), "");
	CHECK_STR(found("Yahoo!", "chez Yahoo hier"), "Yahoo");
	CHECK_STR(found("Yahoo!", "chez YAHOO! hier"), "YAHOO!");
	CHECK_STR(found(" Le Monde\n", "dans Le Monde"), "Le Monde");
}

static void
test_rows(void)
{
	Built		b;
	Built		c;
	char		many[2 * 256 + 1];

	builder = gaz_builder();
	b = build();
	CHECK_STR(matches(&b, "un texte", GAZ_ALL), "");
	CHECK(b.dict.nrows == 0);
	core_free(b.bytes);

	CHECK(add("", "X", NULL, NULL) == GAZ_NO_WORD);
	CHECK(add(" !? ", "X", NULL, NULL) == GAZ_NO_WORD);
	CHECK(add("a", "org", NULL, NULL) == GAZ_KIND);
	CHECK(add("a", "", NULL, NULL) == GAZ_KIND);
	CHECK(add("a", "1A", NULL, NULL) == GAZ_KIND);
	CHECK(add("a", "A-B", NULL, NULL) == GAZ_KIND);
	for (int i = 0; i < 256; i++)
		memcpy(many + 2 * i, "b ", 2);
	many[2 * 256] = '\0';
	CHECK(add(many, "X", NULL, NULL) == GAZ_MANY_WORDS);
	many[2 * 255] = '\0';
	CHECK(gaz_added(builder) == 0);
	CHECK(add(many, "X", NULL, NULL) == GAZ_OK);

	CHECK(add("New York", "LOC", NULL, NULL) == GAZ_OK);
	CHECK(add("York", "LOC", NULL, "Q2") == GAZ_OK);
	CHECK(add("New York Times", "ORG", "The New York Times", "Q3") == GAZ_OK);
	CHECK(add("Times Square", "LOC", NULL, NULL) == GAZ_OK);
	CHECK(add("Square Garden", "LOC", NULL, NULL) == GAZ_OK);
	CHECK(add("us", "WORD", NULL, NULL) == GAZ_OK);
	CHECK(add("Us", "WORD", NULL, NULL) == GAZ_OK);
	CHECK(add("US", "LOC", "États-Unis", NULL) == GAZ_OK);
	CHECK(add("Paris", "PER", "Paris Hilton", "") == GAZ_OK);
	CHECK(add("Paris", "LOC", NULL, NULL) == GAZ_OK);
	CHECK(add("Paris", "LOC", "Paris", NULL) == GAZ_OK);
	CHECK(add("Canal", "LOC", NULL, NULL) == GAZ_OK);
	CHECK(add("Canal+", "ORG", NULL, NULL) == GAZ_OK);
	b = build();
	CHECK(b.dict.nrows == 13);	/* Paris/LOC once */

	CHECK_STR(matches(&b, "Le New York Times Square Garden", GAZ_LONGEST),
			  "New York Times=The New York Times/ORG#Q3, Square Garden=Square Garden/LOC");
	CHECK_STR(matches(&b, "Le New York Times Square Garden", GAZ_ALL),
			  "New York Times=The New York Times/ORG#Q3, New York=New York/LOC, "
			  "York=York/LOC#Q2, Times Square=Times Square/LOC, Square Garden=Square Garden/LOC");
	CHECK_STR(matches(&b, "new york timer", GAZ_LONGEST), "new york=New York/LOC");
	CHECK_STR(matches(&b, "New York. Times", GAZ_LONGEST), "New York=New York/LOC");
	CHECK_STR(matches(&b, "us Us US uS", GAZ_LONGEST),
			  "us=us/WORD, Us=Us/WORD, US=États-Unis/LOC, uS=Us/WORD");
	CHECK_STR(matches(&b, "US", GAZ_ALL), "US=États-Unis/LOC, US=Us/WORD, US=us/WORD");
	CHECK_STR(matches(&b, "paris", GAZ_LONGEST), "paris=Paris/LOC");
	CHECK_STR(matches(&b, "PARIS", GAZ_ALL), "PARIS=Paris/LOC, PARIS=Paris Hilton/PER#");
	CHECK_STR(matches(&b, "canal+, Canal", GAZ_LONGEST), "canal+=Canal+/ORG, Canal=Canal/LOC");

	/* rows in any order, rows added twice, rows by way of another builder */
	{
		GazBuilder *one = builder;

		builder = gaz_builder();
		CHECK(add("Canal+", "ORG", NULL, NULL) == GAZ_OK);
		CHECK(add("US", "LOC", "États-Unis", NULL) == GAZ_OK);
		CHECK(gaz_add_all(builder, one) == GAZ_OK);
		c = build();
		CHECK(b.len == c.len && memcmp(b.bytes, c.bytes, b.len) == 0);
		core_free(c.bytes);
		gaz_builder_free(one);
	}
	gaz_builder_free(builder);
	core_free(b.bytes);
}

static uint64_t random_state = 20171001;

static uint32_t
rnd(uint32_t n)
{
	random_state = random_state * UINT64_C(6364136223846793005) + 1442695040888963407;
	return (uint32_t) ((random_state >> 33) % n);
}

/* A text of few words and many separators, so that names nest and repeat. */
static size_t
random_text(char *out, int words)
{
	static const char *const word[] = {"a", "b", "A", "B", "é", "e", "ab", "œ", "B+", "1", "É", "aaaaaa"};
	static const char *const gap[] = {" ", " ", " ", "-", "’", "'", ", ", ". ", "\n", "\n\n", " « ", "-\n"};
	size_t		n = 0;

	for (int i = 0; i < words; i++)
		n += (size_t) sprintf(out + n, "%s%s", i ? gap[rnd(12)] : "", word[rnd(12)]);
	return n;
}

/*
 * The words of a text, and which of them match a name: slow and simple, with
 * the walker as the only thing in common.
 */
typedef struct Words
{
	GazWord		word[512];
	UniBuf		fold;
	uint32_t	n;
} Words;

static void
cut(Words *w, const char *s, size_t len)
{
	GazWalk		walk = {.text = s,.end = s + len,.at = s};

	w->n = 0;
	w->fold.len = 0;
	while (gaz_walk(&walk, &w->fold, &w->word[w->n]))
		w->n++;
}

static bool
same_words(const Words *doc, uint32_t at, const Words *name)
{
	if (name->n > doc->n - at)
		return false;
	for (uint32_t i = 0; i < name->n; i++)
	{
		const GazWord *x = &doc->word[at + i];
		const GazWord *y = &name->word[i];

		if (x->fold_len != y->fold_len ||
			memcmp(doc->fold.data + x->fold, name->fold.data + y->fold, x->fold_len) != 0 ||
			(i > 0 && x->broken && !y->broken))
			return false;
	}
	return true;
}

static void
test_random(void)
{
	static Words doc_words;
	static Words name_words[60];
	static char name[60][256];
	char		doc[2048];

	for (int round = 0; round < 3000; round++)
	{
		int			n = 1 + (int) rnd(59);
		size_t		doc_len = random_text(doc, 1 + (int) rnd(80));
		Built		b;
		GazMatcher *m;
		GazMatch	match;
		GazStatus	status;
		uint32_t	got = 0;
		uint32_t	want = 0;
		uint64_t	got_sum = 0;
		uint64_t	want_sum = 0;

		builder = gaz_builder();
		for (int i = 0; i < n; i++)
		{
			int			twin = -1;

			random_text(name[i], 1 + (int) rnd(5));
			/* affixes and capitals have tests of their own */
			for (char *s = name[i]; *s; s++)
				if (*s == '+')
					*s = 'q';
			strcat(name[i], " zzzz" + (rnd(3) ? 5 : 0));
			for (int j = 0; j < i; j++)
				if (strcmp(name[i], name[j]) == 0)
					twin = j;
			if (twin >= 0)
			{
				i--, n--;
				continue;
			}
			cut(&name_words[i], name[i], strlen(name[i]));
			CHECK(add(name[i], "X", NULL, NULL) == GAZ_OK);
		}
		b = build();
		cut(&doc_words, doc, doc_len);

		for (uint32_t at = 0; at < doc_words.n; at++)
			for (int i = 0; i < n; i++)
			{
				const Words *w = &name_words[i];
				uint32_t	letters = 0;
				bool		caps = true;
				bool		ok = same_words(&doc_words, at, w);

				for (uint32_t k = 0; k < w->n; k++)
				{
					letters += w->word[k].letters;
					caps = caps && w->word[k].caps;
				}
				if (ok && caps && letters > 0 && letters <= 4)
					for (uint32_t k = 0; k < w->n; k++)
						ok = ok && doc_words.word[at + k].caps;
				if (ok)
				{
					want++;
					want_sum += (uint64_t) (doc_words.word[at].byte + 1) * 1000003 +
						gaz_hash_word(1, name[i], strlen(name[i]));
				}
			}
		m = gaz_matcher(&b.dict, doc, doc_len, GAZ_ALL);
		while (gaz_next(m, &match, &status))
		{
			got++;
			got_sum += (uint64_t) (match.byte + 1) * 1000003 +
				gaz_hash_word(1, match.row.surface, match.row.surface_len);
		}
		CHECK(status == GAZ_OK && got == want && got_sum == want_sum);
		gaz_matcher_free(m);

		/* of what 'all' finds, 'longest' takes the first, then the next behind it */
		{
			GazMatcher *all = gaz_matcher(&b.dict, doc, doc_len, GAZ_ALL);
			GazMatch	x;
			uint32_t	end = 0;
			bool		more = gaz_next(all, &x, &status);

			m = gaz_matcher(&b.dict, doc, doc_len, GAZ_LONGEST);
			while (gaz_next(m, &match, &status))
			{
				while (more && x.byte < end)
					more = gaz_next(all, &x, &status);
				CHECK(more && x.byte == match.byte && x.len == match.len);
				end = match.byte + match.len;
			}
			while (more && x.byte < end)
				more = gaz_next(all, &x, &status);
			CHECK(!more);
			gaz_matcher_free(m);
			gaz_matcher_free(all);
		}
		core_free(b.bytes);
		gaz_builder_free(builder);
	}
}

/* The tables of gaz_word.c, and words in general, say what uni_fold says. */
static void
test_fold(void)
{
	UniBuf		fold = {0};
	UniBuf		want = {0};
	char		text[4096];

	for (uint32_t cp = 1; cp < 0x250; cp++)
	{
		char		s[8] = "ab";
		GazWalk		walk = {.text = s,.end = s,.at = s};
		GazWord		word;
		size_t		len = 2 + (size_t) uni_encode(cp, s + 2);

		if (!(uni_class(cp) & (UNI_LETTER | UNI_DIGIT)))
			continue;
		walk.end = s + len;
		fold.len = want.len = 0;
		CHECK(gaz_walk(&walk, &fold, &word));
		uni_fold(s, len, &want);
		for (size_t i = 0; i < want.len; i++)
			if (want.data[i] == ' ')
				want.data[i] = '/';
		CHECK(fold.len == want.len && memcmp(fold.data, want.data, want.len) == 0);
		CHECK(word.caps == false && word.letters == 2 + ((uni_class(cp) & UNI_LETTER) != 0));
		walk.at = s + 2;
		fold.len = 0;
		CHECK(gaz_walk(&walk, &fold, &word));
		CHECK(word.caps == (!(uni_class(cp) & UNI_LETTER) || (uni_class(cp) & UNI_UPPER)));
	}
	for (int round = 0; round < 2000; round++)
	{
		size_t		len = random_text(text, (int) rnd(200));
		GazWalk		walk = {.text = text,.end = text + len,.at = text};
		GazWord		word;
		uint32_t	end = 0;
		bool		sound = true;

		fold.len = want.len = 0;
		while (gaz_walk(&walk, &fold, &word))
		{
			sound = sound && word.byte >= end && word.end_byte > word.byte &&
				word.chr == uni_count(text, word.byte) &&
				word.end_chr == uni_count(text, word.end_byte);
			end = word.end_byte;
			uni_buf_append(&fold, " ", 1);
		}
		if (fold.len > 0)
			fold.len--;
		uni_fold(text, len, &want);
		CHECK(sound);
		CHECK(fold.len == want.len && (len == 0 || memcmp(fold.data, want.data, want.len) == 0));
	}
	uni_buf_free(&fold);
	uni_buf_free(&want);
}

/* Any byte of a stored gazetteer may be damaged: an answer or an error. */
static void
test_damage(void)
{
	Built		b;
	char		name[64];
	static const char doc[] = "n1 n2 n3, n4 n5 n6 n7. n8 n9 N1 N2 n10 n11 n12 n13 n14 n15 q n2 n9";
	int			noticed = 0;

	builder = gaz_builder();
	for (int i = 0; i < 200; i++)
	{
		snprintf(name, sizeof(name), "n%u n%u%s", rnd(20), rnd(20), rnd(2) ? "" : " n3 n4");
		CHECK(add(name, rnd(2) ? "X" : "YY", rnd(2) ? "nom" : NULL, rnd(2) ? "r" : NULL) == GAZ_OK);
	}
	b = build();
	for (int round = 0; round < 60000; round++)
	{
		/* a copy of its own length, so that a sanitizer sees its end */
		size_t		len = rnd(10) ? b.len : rnd((uint32_t) b.len);
		char	   *copy = core_alloc(len);
		GazDict		dict;
		GazStatus	status;

		memcpy(copy, b.bytes, len);
		for (uint32_t k = rnd(4); k > 0 && len > 0; k--)
			copy[rnd(2) ? rnd((uint32_t) len) : rnd((uint32_t) CORE_MIN(len, 48))] = (char) rnd(256);
		status = gaz_open(&dict, copy, len);
		if (status == GAZ_OK)
		{
			GazMatcher *m = gaz_matcher(&dict, doc, sizeof(doc) - 1, rnd(2) ? GAZ_ALL : GAZ_LONGEST);
			GazMatch	match;
			GazRow		row;
			uint32_t	n = 0;
			uint32_t	at = 0;

			while (gaz_next(m, &match, &status) && n < 100000)
				n += match.len + match.row.name_len > 0;
			gaz_matcher_free(m);
			while (status == GAZ_OK && at < dict.rows_len)
			{
				status = gaz_row(&dict, at, &row);
				at = row.next;
			}
		}
		noticed += status != GAZ_OK;
		core_free(copy);
	}
	CHECK(noticed > 10000);
	((GazHead *) b.bytes)->magic += 1 << 24;
	CHECK(gaz_open(&b.dict, b.bytes, b.len) == GAZ_VERSION);
	core_free(b.bytes);
	gaz_builder_free(builder);
}

/* Hostile input costs no more than a look-ahead per word. */
static void
test_hostile(void)
{
	size_t		n = 1000000;
	char	   *doc = core_alloc(n);
	char		name[2 * 255 + 1];
	Built		b;
	GazMatcher *m;
	GazMatch	match;
	GazStatus	status;
	uint32_t	found = 0;

	builder = gaz_builder();
	for (int i = 0; i < 255; i++)
		memcpy(name + 2 * i, i < 254 ? "a " : "b ", 2);
	name[2 * 255 - 1] = '\0';
	for (int i = 0; i < 254; i++)
		CHECK(add(name + 2 * i, "X", NULL, NULL) == GAZ_OK);
	b = build();
	for (size_t i = 0; i < n; i++)
		doc[i] = i & 1 ? ' ' : 'a';
	m = gaz_matcher(&b.dict, doc, n, GAZ_LONGEST);
	while (gaz_next(m, &match, &status))
		found++;
	CHECK(status == GAZ_OK && found == 0);
	gaz_matcher_free(m);
	memset(doc, 'a', n);
	m = gaz_matcher(&b.dict, doc, n, GAZ_ALL);
	CHECK(!gaz_next(m, &match, &status) && status == GAZ_OK);
	gaz_matcher_free(m);
	memset(doc, '\xC3', n);
	m = gaz_matcher(&b.dict, doc, n, GAZ_ALL);
	CHECK(!gaz_next(m, &match, &status) && status == GAZ_OK);
	gaz_matcher_free(m);
	core_free(doc);
	core_free(b.bytes);
	gaz_builder_free(builder);
}

int
main(void)
{
	test_words();
	test_rows();
	test_fold();
	test_random();
	test_damage();
	test_hostile();
	DONE();
}

/*
 * test_uni.c
 *	  The text layer: every code point against utf8proc, the fast ways of
 *	  folding against the slow one, and what users see.
 *
 * The tables are frozen and utf8proc is whatever is installed, so only
 * characters that are assigned in both are compared.
 */
#include "text/uni.h"
#include "text/uni_tables.h"
#include "unit.h"

#include <utf8proc.h>

/* The slow gear of uni_fold.c alone, under other names. */
#define UNI_ONE_GEAR
#define uni_fold slow_fold
#define uni_fold_hash slow_fold_hash
extern void slow_fold(const char *s, size_t len, UniBuf *buf);
extern uint64_t slow_fold_hash(const char *s, size_t len, uint64_t *words);
#include "text/uni_fold.c"
#undef uni_fold
#undef uni_fold_hash

static uint64_t seed = 20260101;

static uint32_t
draw(uint32_t n)
{
	seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t) (seed >> 33) % n;
}

/* Terminated results in a ring, so that one CHECK_STR may hold two. */
static const char *
keep(UniBuf *buf)
{
	static char *ring[8];
	static int	next;
	char	  **slot = &ring[next++ % 8];

	free(*slot);
	*slot = malloc(buf->len + 1);
	memcpy(*slot, buf->data ? buf->data : "", buf->len);
	(*slot)[buf->len] = 0;
	uni_buf_free(buf);
	return *slot;
}

static const char *
fold(const char *s)
{
	UniBuf		buf = {0};

	uni_fold(s, strlen(s), &buf);
	return keep(&buf);
}

static const char *
lowered(const char *s)
{
	UniBuf		buf = {0};

	uni_lower(s, strlen(s), &buf);
	return keep(&buf);
}

static uint64_t
hash(const char *s)
{
	uint64_t	words;

	return uni_fold_hash(s, strlen(s), &words);
}

static bool
same(const UniBuf *a, const UniBuf *b)
{
	return a->len == b->len && (a->len == 0 || memcmp(a->data, b->data, a->len) == 0);
}

/* What users see. */
static void
test_examples(void)
{
	CHECK_STR(fold("L’État français : « Cœur » d'Œuvre — ÉTÉ"), "l etat francais coeur d oeuvre ete");
	CHECK_STR(fold("l'etat FRANCAIS coeur d'oeuvre ete"), "l etat francais coeur d oeuvre ete");
	CHECK_STR(fold("e\xCC\x81te\xCC\x81"), "ete");
	CHECK_STR(fold("infor-\nmation, infor- \r\n  mation, infor\xC2\xAD\nmation, infor\xE2\x80\x90\rmation"),
			  "information information information information");
	CHECK_STR(fold("infor\xC2\xADmation"), "information");
	/* a hyphen joins letters only, and only over one line end */
	CHECK_STR(fold("2019-\n2020 a-\n\nb c-\n-d e -\nf g-\n1"), "2019 2020 a b c d e f g 1");
	CHECK_STR(fold("Jean-Pierre"), "jean pierre");
	CHECK_STR(fold("aujourd\xCA\xBChui"), "aujourd hui");
	CHECK_STR(fold("\xEF\xAC\x81n of\xE2\x80\x8B\x66ice \xEF\xBB\xBFx"), "fin office x");
	CHECK_STR(fold("Łódź, Tromsø, Đà Nẵng, Straße, STRASSE, Þórr"), "lodz tromso da nang strasse strasse thorr");
	CHECK_STR(fold("İstanbul ISTANBUL ıstanbul"), "istanbul istanbul istanbul");
	CHECK_STR(fold("ΣΊΣΥΦΟΣ σίσυφος ᾳ ᾼ"), "σισυφοσ σισυφοσ α α");
	CHECK_STR(fold("Ёлка й Ґ"), "елка и ґ");
	CHECK_STR(fold("1ᵉʳ ½ m² ½1 ①"), "1er 1 2 m2 1 21 1");
	CHECK_STR(fold("12\xE2\x80\xAF""345,6\xC2\xA0%"), "12 345 6");
	CHECK_STR(fold("  \t\n"), "");
	CHECK_STR(fold("* * *"), "");
	/* marks stay in scripts where they are vowels or letters */
	CHECK_STR(fold("हिन्दी"), "हिन्दी");
	CHECK_STR(fold("が"), "か\xE3\x82\x99");
	CHECK_STR(fold("か\xE3\x82\x99"), "か\xE3\x82\x99");
	CHECK_STR(fold("한국"), fold("\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB\xE1\x84\x80\xE1\x85\xAE\xE1\x86\xA8"));
	/* Hebrew: dagesh and qamats in either order */
	CHECK_STR(fold("\xD7\x91\xD6\xBC\xD6\xB8"), fold("\xD7\x91\xD6\xB8\xD6\xBC"));

	CHECK(hash("L’été, «Cœur»…") == hash("l'ETE - coeur"));
	CHECK(hash("abc") != hash("abd"));
	CHECK(hash("***") != hash("---"));
	CHECK(hash("") != hash("***"));

	CHECK_STR(lowered("L’ÉTÉ E\xCC\x81TE\xCC\x81 ŒUVRE"), "l'été été œuvre");
	CHECK_STR(lowered("vice\xE2\x80\x90pr\xC3\x89sident"), "vice-président");
	CHECK_STR(lowered("o\xC2\xADu \xEF\xAC\x80 o\xEF\xAC\x83\x63iel"), "ou ff officiel");
	CHECK_STR(lowered("İ"), lowered("I\xCC\x87"));
	/* a mark on a composed letter, in either order: ế */
	CHECK_STR(lowered("Ê\xCC\x81"), "ế");
	CHECK_STR(lowered("E\xCC\x82\xCC\x81"), "ế");
	CHECK_STR(lowered("d\xCC\x87\xCC\xA3"), "ḍ̇");
	CHECK_STR(lowered("ΑΘΉΝΑ Москва́"), "αθήνα москва́");
}

/* Stored in databases: these numbers never change within a major version. */
static void
test_frozen(void)
{
	static const struct
	{
		const char *text;
		uint64_t	hash;
		uint64_t	words;
	}			known[] =
	{
#include "uni_frozen.h"
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
	{
		uint64_t	words;
		uint64_t	h = uni_fold_hash(known[i].text, strlen(known[i].text), &words);

		CHECK(h == known[i].hash);
		CHECK(words == known[i].words);
		if (h != known[i].hash || words != known[i].words)
			printf("\t{\"%s\", UINT64_C(0x%016llX), %llu},\n", known[i].text,
				   (unsigned long long) h, (unsigned long long) words);
	}
}

static size_t
encode_all(const int32_t *cp, ptrdiff_t n, char *out)
{
	size_t		len = 0;

	for (ptrdiff_t i = 0; i < n; i++)
		len += (size_t) uni_encode((uint32_t) cp[i], out + len);
	return len;
}

static bool
is_surrogate(uint32_t cp)
{
	return cp >= 0xD800 && cp <= 0xDFFF;
}

static const UniRec *
rec_of(uint32_t cp)
{
	return &uni_rec[uni_rec_block[((uint32_t) uni_rec_index[cp >> UNI_SHIFT] << UNI_SHIFT) + (cp & (UNI_BLOCK - 1))]];
}

static unsigned
want_class(uint32_t cp)
{
	const char *cat = utf8proc_category_string((int32_t) cp);

	if (utf8proc_get_property((int32_t) cp)->ignorable)
		return UNI_IGNORE | (cat[0] == 'M' ? UNI_MARK : 0);
	if (cp == 0x2BB || cp == 0x2BC)
		return UNI_PUNCT;
	if ((cp >= 9 && cp <= 13) || cp == 0x85 || cat[0] == 'Z')
		return UNI_SPACE;
	switch (cat[0])
	{
		case 'L':
			return UNI_LETTER | (cat[1] == 'u' || cat[1] == 't' ? UNI_UPPER : cat[1] == 'l' ? UNI_LOWER : 0);
		case 'M':
			return UNI_MARK;
		case 'N':
			return UNI_DIGIT;
		case 'P':
		case 'S':
			return UNI_PUNCT;
	}
	return 0;
}

/*
 * What utf8proc makes of a Latin, Greek or Cyrillic letter by itself, all in
 * one call: another way to the same end than the generator's.
 */
static const char *
want_bare(uint32_t cp)
{
	int32_t		dst[64];
	char		utf8[256],
				out[256];
	size_t		len = (size_t) uni_encode(cp, utf8);
	ptrdiff_t	n;
	size_t		o = 0;
	UniBuf		buf = {0};

	n = utf8proc_decompose((const uint8_t *) utf8, (ptrdiff_t) len, dst, 64,
						   UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STRIPMARK);
	len = encode_all(dst, n, utf8);
	n = utf8proc_decompose((const uint8_t *) utf8, (ptrdiff_t) len, dst, 64,
						   UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
	for (ptrdiff_t i = 0; i < n; i++)
	{
		switch (dst[i])
		{
			case 0xE6: memcpy(out + o, "ae", 2); o += 2; break;
			case 0x153: memcpy(out + o, "oe", 2); o += 2; break;
			case 0xFE: memcpy(out + o, "th", 2); o += 2; break;
			case 0xF0: case 0x111: out[o++] = 'd'; break;
			case 0xF8: out[o++] = 'o'; break;
			case 0x127: out[o++] = 'h'; break;
			case 0x131: case 0x268: out[o++] = 'i'; break;
			case 0x142: out[o++] = 'l'; break;
			case 0x167: out[o++] = 't'; break;
			case 0x180: out[o++] = 'b'; break;
			default:
				if (want_class((uint32_t) dst[i]) & (UNI_LETTER | UNI_DIGIT))
					o += (size_t) uni_encode((uint32_t) dst[i], out + o);
				else if (o > 0 && out[o - 1] != ' ')
					out[o++] = ' ';
		}
	}
	if (o > 0 && out[o - 1] == ' ')
		o--;
	uni_buf_append(&buf, out, o);
	return keep(&buf);
}

/* Every code point, by itself and between others. */
static void
test_code_points(void)
{
	/* in front: nothing, Latin, Greek, Thai, Hebrew, Japanese, a digit, a mark */
	static const char *const before[] = {"", "a", "\xCE\xB1", "\xE0\xB8\x81", "\xD7\x91", "か", "1", "e\xCC\x81"};
	static const char *const after[] = {"", "z", "\xCC\x81", "\xD6\xB8\xD6\xBC", "\xE0\xA4\xBF", " z"};
	int			moved = 0;		/* reclassified between two versions of Unicode */
	bool		same_version = strcmp(uni_tables_version, utf8proc_unicode_version()) == 0;

	printf("tables of Unicode %s, utf8proc of %s\n", uni_tables_version, utf8proc_unicode_version());
	for (uint32_t cp = 0; cp < UNI_MAX; cp++)
	{
		char		c[8];
		size_t		n;
		uint32_t	back;
		bool		both;

		if (is_surrogate(cp))
			continue;
		n = (size_t) uni_encode(cp, c);
		c[n] = 0;
		if (uni_decode(c, c + n, &back) != (int) n || back != cp)
			CHECK(!"a code point survives encoding");

		both = (rec_of(cp)->flags & UNI_REC_ASSIGNED) &&
			utf8proc_category((int32_t) cp) != UTF8PROC_CATEGORY_CN;
		if (both)
		{
			if (uni_class(cp) != want_class(cp))
			{
				moved++;
				if (same_version)
					printf("U+%04X: class %02X, want %02X\n", cp, uni_class(cp), want_class(cp));
			}
			if (rec_of(cp)->ccc != utf8proc_get_property((int32_t) cp)->combining_class)
				CHECK(!"combining classes are utf8proc's");
			if ((rec_of(cp)->flags & UNI_REC_BARE) && uni_class(cp) == want_class(cp) && cp != 0)
			{
				const char *got = fold(c);
				const char *want = want_bare(cp);

				if (strcmp(got, want) != 0)
				{
					printf("U+%04X folds to «%s», want «%s»\n", cp, got, want);
					CHECK(!"a letter folds as utf8proc does");
				}
				/* but U+037A, an iota subscript on a space */
				if (!(uni_class(cp) & UNI_IGNORE) && *got == 0 && cp != 0x37A)
					CHECK(!"no letter folds to nothing");
			}
		}

		for (size_t b = 0; b < sizeof(before) / sizeof(before[0]); b++)
			for (size_t a = 0; a < sizeof(after) / sizeof(after[0]); a++)
			{
				char		text[64];
				int32_t		dst[64];
				char		nf[256];
				size_t		len;
				ptrdiff_t	m;
				UniBuf		once = {0},
							twice = {0},
							slow = {0},
							norm = {0};
				uint64_t	w1,
							w2;

				/* ideographs and gaps are all alike: some of them */
				if (a + b > 0 && cp > 0x3100 && (cp & 31) != 0 &&
					(rec_of(cp)->cls == UNI_LETTER || rec_of(cp)->cls == 0) &&
					uni_fold_block[((uint32_t) uni_fold_index[cp >> UNI_SHIFT] << UNI_SHIFT) + (cp & (UNI_BLOCK - 1))] == 0)
					continue;
				len = (size_t) snprintf(text, sizeof(text), "%s", before[b]);
				memcpy(text + len, c, n);
				len += n;
				strcpy(text + len, after[a]);
				len += strlen(after[a]);

				uni_fold(text, len, &once);
				slow_fold(text, len, &slow);
				uni_fold(once.data, once.len, &twice);
				if (!same(&once, &twice))
				{
					printf("U+%04X in %zu/%zu: «%.*s», again «%.*s»\n", cp, b, a, (int) once.len, once.data,
						   (int) twice.len, twice.data ? twice.data : "");
					CHECK(!"folding twice is folding once");
				}
				if (!same(&once, &slow))
				{
					printf("U+%04X in %zu/%zu\n", cp, b, a);
					CHECK(!"all gears fold alike");
				}
				if (once.len > 0 &&
					(uni_fold_hash(text, len, &w1) != uni_fold_hash(once.data, once.len, &w2) || w1 != w2))
					CHECK(!"the hash is that of the folded text");
				if (both && cp != 0)
				{
					int			composed;

					for (composed = 0; composed < 2; composed++)
					{
						m = utf8proc_decompose((const uint8_t *) text, (ptrdiff_t) len, dst, 64, UTF8PROC_DECOMPOSE);
						if (composed)
							m = utf8proc_normalize_utf32(dst, m, UTF8PROC_COMPOSE | UTF8PROC_STABLE);
						norm.len = 0;
						uni_fold(nf, encode_all(dst, m, nf), &norm);
						if (!same(&once, &norm))
						{
							printf("U+%04X in %zu/%zu, composed %d: «%.*s» and «%.*s»\n", cp, b, a, composed,
								   (int) once.len, once.data, (int) norm.len, norm.data);
							CHECK(!"NFC and NFD fold alike");
						}
					}
				}
				uni_buf_free(&once);
				uni_buf_free(&twice);
				uni_buf_free(&slow);
				uni_buf_free(&norm);
			}
	}
	CHECK(same_version ? moved == 0 : moved < 64);
}

/* Lower case: NFC and NFD alike, and utf8proc's where that is one character. */
static void
test_lower(void)
{
	for (uint32_t cp = 1; cp < UNI_MAX; cp++)
	{
		char		c[8];
		char		nf[256];
		int32_t		dst[64];
		ptrdiff_t	m;
		UniBuf		a = {0},
					b = {0};
		size_t		n;

		if (is_surrogate(cp) || !(rec_of(cp)->flags & UNI_REC_BARE) ||
			utf8proc_category((int32_t) cp) == UTF8PROC_CATEGORY_CN)
			continue;
		n = (size_t) uni_encode(cp, c);
		uni_lower(c, n, &a);
		m = utf8proc_decompose((const uint8_t *) c, (ptrdiff_t) n, dst, 64, UTF8PROC_DECOMPOSE);
		uni_lower(nf, encode_all(dst, m, nf), &b);
		if (!same(&a, &b))
		{
			printf("U+%04X: «%.*s» and «%.*s»\n", cp, (int) a.len, a.data, (int) b.len, b.data);
			CHECK(!"lower case of NFC and NFD is alike");
		}
		b.len = 0;
		uni_lower(a.data, a.len, &b);
		if (!same(&a, &b))
			CHECK(!"lower case twice is lower case once");
		m = utf8proc_normalize_utf32(dst, m, UTF8PROC_COMPOSE | UTF8PROC_STABLE);
		if (m == 1 && cp != 0x130 && !(cp >= 0xFB00 && cp <= 0xFB06) && cp != 0x2BB && cp != 0x2BC)
		{
			b.len = (size_t) uni_encode((uint32_t) utf8proc_tolower(dst[0]), nf);
			if (a.len != b.len || memcmp(a.data, nf, a.len) != 0)
			{
				printf("U+%04X: lower case is «%.*s»\n", cp, (int) a.len, a.data);
				CHECK(!"lower case is utf8proc's");
			}
		}
		uni_buf_free(&a);
		uni_buf_free(&b);
	}
}

/* Random text from pieces that like to meet, in memory that ends with it. */
static void
test_random(void)
{
	static const char *const piece[] = {
		"a", "Z", "le ", "mot", "  ", "-", "-\n", "-\r\n ", "\n", ", ", "9", "42", "é", "É", "œ", "’", "…", "‐\n",
		"\xC2\xA0", "\xC2\xAD", "\xC2\xAD\n", "\xE2\x80\xAF", "\xCC\x81", "\xCC\xA7", "\xE2\x80\x8D", "か", "\xE3\x82\x99",
		"ह", "ि", "\xD7\x91", "\xD6\xB8", "\xD6\xBC", "한", "ß", "ﬁ", "½", "Ω", "ᾳ", "ж", "𝒜", "😀", "\xEF\xB7\xBA",
		"\xFF", "\x80", "\xC3", "\xE2\x80", "\xF0\x9F\x98", "\xED\xA0\x80", "\xC0\xAF", "\xF4\x90\x80\x80", "\xE2", "\xCC",
		"information ", "REPUBLIQUE", "0123456789abcdef", "\xCD\x8F", "\xF3\xA0\x84\x80", "\xE2\x80\xA8", "\xCB\x88"
	};

	for (int round = 0; round < 20000; round++)
	{
		/* mostly short; some longer than the chunks of the engine */
		uint32_t	npiece = round % 500 == 0 ? 6000 : draw(40);
		size_t		len = 0;
		char	   *text = malloc(npiece * 16 + 1);
		char	   *exact;
		UniBuf		a = {0},
					b = {0},
					c = {0};
		uint64_t	w,
					ws,
					wf;
		uint64_t	h;
		size_t		spaces = 0;

		for (uint32_t i = 0; i < npiece; i++)
		{
			const char *p = round % 3 == 0 ? NULL : piece[draw(sizeof(piece) / sizeof(piece[0]))];

			if (p)
			{
				memcpy(text + len, p, strlen(p));
				len += strlen(p);
			}
			else
				text[len++] = (char) (draw(4) ? 'a' + draw(26) : draw(256));
		}
		exact = malloc(len ? len : 1);
		memcpy(exact, text, len);

		uni_fold(exact, len, &a);
		slow_fold(exact, len, &b);
		CHECK(same(&a, &b));
		b.len = 0;
		uni_fold(a.data, a.len, &b);
		CHECK(same(&a, &b));
		h = uni_fold_hash(exact, len, &w);
		CHECK(h == slow_fold_hash(exact, len, &ws) && w == ws);
		if (a.len > 0)
		{
			CHECK(h == uni_fold_hash(a.data, a.len, &wf) && w == wf);
			CHECK(a.data[0] != ' ' && a.data[a.len - 1] != ' ');
			for (size_t i = 0; i < a.len; i++)
				spaces += a.data[i] == ' ';
			CHECK(w == spaces + 1);
		}
		else
			CHECK(w == 0);

		uni_lower(exact, len, &c);
		b.len = 0;
		uni_lower(c.data, c.len, &b);
		CHECK(same(&b, &c));
		/* what comes out is well formed */
		for (size_t i = 0; i < c.len;)
		{
			uint32_t	cp;
			int			n = uni_decode(c.data + i, c.data + c.len, &cp);

			CHECK(n > 1 || (unsigned char) c.data[i] < 0x80);
			i += (size_t) n;
		}

		spaces = 0;
		for (size_t i = 0; i < len; i++)
			spaces += ((unsigned char) exact[i] & 0xC0) != 0x80;
		CHECK(uni_count(exact, len) == spaces);
		uni_buf_free(&a);
		uni_buf_free(&b);
		uni_buf_free(&c);
		free(text);
		free(exact);
	}
}

/* One long everything: right and not quadratic (this would take minutes). */
static void
test_long(void)
{
	static const char *const unit[] = {"-", " ", "\n", "-\n", "a-\n", "a- ", "\xCC\x81", "か\xE3\x82\x99", "\xE3\x82\x99", "x",
	"\xC2\xAD", "\xE2\x80\x8B", "\xFF", "é", "*", "\xEF\xB7\xBA"};

	for (size_t u = 0; u < sizeof(unit) / sizeof(unit[0]); u++)
	{
		size_t		n = strlen(unit[u]);
		size_t		len = n * 1000000;
		char	   *text = malloc(len);
		UniBuf		a = {0},
					b = {0};
		uint64_t	w,
					ws;

		for (size_t i = 0; i < len; i += n)
			memcpy(text + i, unit[u], n);
		uni_fold(text, len, &a);
		slow_fold(text, len, &b);
		CHECK(same(&a, &b));
		CHECK(uni_fold_hash(text, len, &w) == slow_fold_hash(text, len, &ws) && w == ws);
		b.len = 0;
		uni_lower(text, len, &b);
		CHECK(uni_count(text, len) <= len);
		uni_buf_free(&a);
		uni_buf_free(&b);
		free(text);
	}
}

/* Overwrite the stack below, but for the upper keep bytes of it. */
static void __attribute__((noinline))
scribble(size_t keep)
{
	volatile char waste[40000];

	for (size_t i = 0; i + keep < sizeof(waste); i++)
		waste[i] = (char) 0xA5;
}

/* The hash of a long text does not depend on what was on the stack before. */
static void
test_stack(void)
{
	size_t		len = 100000;
	char	   *text = malloc(len);
	uint64_t	words;
	uint64_t	first;

	for (size_t i = 0; i < len; i++)
		text[i] = "abc de "[i % 7];
	first = uni_fold_hash(text, len, &words);
	for (size_t keep = 0; keep < 40000; keep += 64)
	{
		uni_fold_hash(text, len, &words);
		scribble(keep);
		if (uni_fold_hash(text, len, &words) != first)
		{
			CHECK(!"hash depends on the stack");
			break;
		}
	}
	CHECK(words > 0);
	free(text);
}

int
main(void)
{
	test_examples();
	test_frozen();
	test_code_points();
	test_lower();
	test_random();
	test_long();
	test_stack();
	DONE();
}

/*
 * test_tag.c
 *	  The tagger: kinds of obvious names, dates and times, names within a
 *	  document, hostile text, and models that are damaged inside.
 */
#include "model.h"

#include "model/tag_file.h"

static Language fr;
static Language en;

/* Mentions in text order, inside the text, on tokens, without overlaps. */
static bool
sound(const TokDoc *doc, const TagResult *r)
{
	uint32_t	end = 0;

	for (uint32_t i = 0; i < r->n; i++)
	{
		const TagMention *m = &r->mention[i];

		if (m->byte < end || m->len == 0 || (size_t) m->byte + m->len > doc->len ||
			m->first + m->ntok > doc->ntok || m->kind >= TAG_NKINDS ||
			!(m->score >= 0 && m->score <= 1) || m->entity >= r->nentity ||
			m->name_len == 0 || m->chr + m->nchr > doc->nchar)
			return false;
		end = m->byte + m->len;
	}
	return true;
}

/* "surface/KIND surface/KIND ..." of a text; with names "surface=name". */
static const char *
tagged(const Language *l, const char *text, bool names)
{
	static char out[4096];
	TokDoc		doc;
	TagResult	r;
	size_t		n = 0;

	out[0] = 0;
	CHECK(tok_document(&l->lex, text, strlen(text), &doc) == CORE_OK);
	tag_document(&l->tag, &doc, &r);
	CHECK(sound(&doc, &r));
	for (uint32_t i = 0; i < r.n; i++)
	{
		const TagMention *m = &r.mention[i];

		if (names && m->kind >= TAG_DATE)
			continue;
		n += (size_t) snprintf(out + n, sizeof(out) - n, "%s%.*s", n ? " | " : "",
							   (int) m->len, text + m->byte);
		if (names)
			n += (size_t) snprintf(out + n, sizeof(out) - n, " = %.*s", (int) m->name_len, m->name);
		else
			n += (size_t) snprintf(out + n, sizeof(out) - n, "/%s", tag_kind_name[m->kind]);
	}
	tag_free(&r);
	tok_free(&doc);
	return out;
}

/* Dates and times only, by the grammar alone. */
static const char *
dated(const Language *l, const char *text)
{
	static char out[1024];
	TokDoc		doc;
	TagResult	r;
	size_t		n = 0;

	out[0] = 0;
	CHECK(tok_document(&l->lex, text, strlen(text), &doc) == CORE_OK);
	tag_document(NULL, &doc, &r);
	for (uint32_t i = 0; i < r.n; i++)
		n += (size_t) snprintf(out + n, sizeof(out) - n, "%s%.*s%s", n ? " | " : "",
							   (int) r.mention[i].len, text + r.mention[i].byte,
							   r.mention[i].kind == TAG_TIME ? "/T" : "");
	tag_free(&r);
	tok_free(&doc);
	return out;
}

static void
test_dates(void)
{
	CHECK_STR(dated(&fr, "Le 14 janvier 2016, puis le 1er mai."), "14 janvier 2016 | 1er mai");
	CHECK_STR(dated(&fr, "Il est venu mardi et lundi 3 mars."), "mardi | lundi 3 mars");
	CHECK_STR(dated(&fr, "Depuis mars 2025, en 2017 comme en 1998."), "mars 2025 | 2017 | 1998");
	CHECK_STR(dated(&fr, "Le 29 décembre dernier, deux ministres."), "29 décembre dernier");
	CHECK_STR(dated(&fr, "Les 22 et 23 novembre."), "22 | 23 novembre");
	CHECK_STR(dated(&fr, "Paru le 14/01/2016."), "14/01/2016");
	CHECK_STR(dated(&fr, "Le train de 20h30, celui de 8 h 15 et minuit."), "20h30/T | 8 h 15/T | minuit/T");
	CHECK_STR(dated(&fr, "Il s'est levé à 5 heures du matin."), "5 heures du matin/T");
	CHECK_STR(dated(&fr, "Une réunion de 2000 % et 300 personnes."), "");
	CHECK_STR(dated(&en, "On March 3, 2024, and again on Tuesday."), "March 3, 2024 | Tuesday");
	CHECK_STR(dated(&en, "They may march in May."), "May");
	CHECK_STR(dated(&en, "The 3 April vote ended at 3 p.m. and 10.15pm."), "3 April | 3 p.m./T | 10.15pm/T");
	CHECK_STR(dated(&en, "Filed at 1015 GMT, published at noon."), "1015 GMT/T | noon/T");
	CHECK_STR(dated(&en, "In the 1990s and the 19th century."), "1990s | 19th century");
}

static void
test_kinds(void)
{
	CHECK_STR(tagged(&fr, "Le ministre Paul Martin s'est rendu à Bruxelles avec Angela Merkel.", false),
			  "Paul Martin/PER | Bruxelles/LOC | Angela Merkel/PER");
	CHECK_STR(tagged(&fr, "Le groupe Renault a ouvert une usine en Espagne, a indiqué l'AFP mardi.", false),
			  "Renault/ORG | Espagne/LOC | AFP/ORG | mardi/DATE");
	CHECK_STR(tagged(&fr, "Les enfants jouent dans la rue et la pluie tombe.", false), "");
	CHECK_STR(tagged(&en, "President Maria Jensen met officials of the European Commission in Paris.", false),
			  "Maria Jensen/PER | European Commission/ORG | Paris/LOC");
	CHECK_STR(tagged(&en, "The children played while it rained.", false), "");
}

static void
test_names(void)
{
	/* the only longer form; line breaks and apostrophes do not count */
	CHECK_STR(tagged(&fr, "Le ministre Bruno Le Roux a parlé. M. Le Roux est parti. Selon M. Roux, tout va bien.", true),
			  "Bruno Le Roux = Bruno Le Roux | Le Roux = Bruno Le Roux | Roux = Bruno Le Roux");
	/* two candidates: the short form stays as it is */
	CHECK_STR(tagged(&fr, "Le ministre Paul Martin a vu la ministre Anne Martin. M. Martin est parti.", true),
			  "Paul Martin = Paul Martin | Anne Martin = Anne Martin | Martin = Martin");
	CHECK_STR(tagged(&fr, "Il vit aux Etats-Unis. Les ÉTATS-UNIS ont voté. Elle quitte les États-Unis.", true),
			  "Etats-Unis = États-Unis | ÉTATS-UNIS = États-Unis | États-Unis = États-Unis");
	CHECK_STR(tagged(&en, "She lives in London. He flew from London to Beijing.", true),
			  "London = London | London = London | Beijing = Beijing");
}

static void
test_hostile(void)
{
	static const char *const unit[] = {"\"", "« ", "A ", "a", "M. ", "2016 ", "14 janvier ", "(", "\xff", "Le Roux, ", "\n\n", "h "};

	for (size_t u = 0; u < sizeof(unit) / sizeof(*unit); u++)
	{
		size_t		len = strlen(unit[u]);
		size_t		n = 100000;
		char	   *text = malloc(len * n);
		TokDoc		doc;
		TagResult	r;

		for (size_t i = 0; i < n; i++)
			memcpy(text + i * len, unit[u], len);
		CHECK(tok_document(&fr.lex, text, len * n, &doc) == CORE_OK);
		tag_document(&fr.tag, &doc, &r);
		CHECK(sound(&doc, &r));
		tag_free(&r);
		tok_free(&doc);
		free(text);
	}
	CHECK_STR(tagged(&fr, "", false), "");
	CHECK_STR(tagged(&fr, " \n ", false), "");
}

/* xorshift, for places to damage */
static uint32_t
chance(void)
{
	static uint32_t x = 2463534242u;

	x ^= x << 13;
	x ^= x >> 17;
	x ^= x << 5;
	return x;
}

static void
test_damage(void)
{
	static const char text[] = "Le ministre Bruno Le Roux a quitté Bruxelles mardi pour New York, "
		"selon l'Agence France-Presse (AFP). Les ÉTATS-UNIS et l'Office des eaux (ODE) se taisent.";
	char	   *section = aligned_alloc(64, (fr.tag_size + 63) / 64 * 64);
	TokDoc		doc;
	bool		all_sound = true;
	int			opened = 0;
	TagModel	m;

	CHECK(tok_document(&fr.lex, text, strlen(text), &doc) == CORE_OK);
	for (int round = 0; round < 60; round++)
	{
		TagResult	r;

		memcpy(section, fr.tag.base, fr.tag_size);
		/* one byte of the header, or a great many of what is behind it */
		if (round % 2)
			section[12 + chance() % (sizeof(TagFile) - 12)] ^= (char) (1 << chance() % 8);
		else
			for (int i = 0; i < 400000; i++)
				section[sizeof(TagFile) + chance() % (fr.tag_size - sizeof(TagFile))] = (char) chance();
		if (tag_open(&m, section, fr.tag_size) != CORE_OK)
			continue;
		opened++;
		tag_document(&m, &doc, &r);
		all_sound = all_sound && sound(&doc, &r);
		tag_free(&r);
	}
	CHECK(all_sound);
	CHECK(opened >= 30);
	CHECK(tag_open(&m, fr.tag.base, fr.tag_size - 1) == CORE_BAD_MODEL);
	CHECK(tag_open(&m, fr.tag.base, 40) == CORE_BAD_MODEL);
	CHECK(tag_open(&m, NULL, 0) == CORE_BAD_MODEL);
	memcpy(section, fr.tag.base, fr.tag_size);
	section[0] = 'X';
	CHECK(tag_open(&m, section, fr.tag_size) == CORE_BAD_MODEL);

	/* aliases: the same, in a copy of their own */
	for (int round = 0; fr.tag.alias && round < 200; round++)
	{
		size_t		size = fr.tag.alias_size;
		char	   *copy = malloc(size);
		TagResult	r;

		memcpy(copy, fr.tag.alias, size);
		for (int i = 0; i < 100; i++)
			copy[(round % 2 ? 8 : 24) + chance() % (size - 24)] = (char) chance();
		m = fr.tag;
		if (tag_open_aliases(&m, copy, size) == CORE_OK)
		{
			tag_document(&m, &doc, &r);
			all_sound = all_sound && sound(&doc, &r);
			tag_free(&r);
		}
		free(copy);
	}
	CHECK(all_sound);
	tok_free(&doc);
	free(section);
}

int
main(void)
{
	load(&fr, "fr");
	load(&en, "en");
	test_dates();
	test_kinds();
	test_names();
	test_hostile();
	test_damage();
	DONE();
}

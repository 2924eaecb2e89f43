/*
 * test_lex.c
 *	  Lexicons: what is compiled is found, nothing else is, and a damaged
 *	  section never leads outside of it.
 */
#include "unit.h"

#include <unistd.h>

#include "text/lex.h"
#include "text/uni.h"
#include "tools/lex_compile.c"

#define TOY "test/data/lang/toy"

static uint32_t
find_word(const Lexicon *lex, const char *form)
{
	return lex_find(lex, form, strlen(form));
}

static const char *
lemma_of(const Lexicon *lex, uint16_t lemma)
{
	static char buf[256];
	size_t		len;
	const char *s = lex_lemma(lex, lemma, &len);

	memcpy(buf, s, len);
	buf[len] = '\0';
	return buf;
}

static void
test_toy(const Lexicon *lex)
{
	const LexSense *sense;
	uint32_t	e;
	int			n;

	CHECK(find_word(lex, "") == 0);
	CHECK(find_word(lex, "Le") == 0);
	CHECK(find_word(lex, "l") == 0);
	CHECK(find_word(lex, "# A") == 0);
	CHECK(lex_mask(lex, 0) == 0);
	CHECK(lex_senses(lex, 0, &sense) == 0);

	/* two files, the sense that both have stands once */
	e = find_word(lex, "le");
	CHECK(e != 0);
	CHECK(lex_mask(lex, e) == (LEX_BIT(DET) | LEX_BIT(COMMON) | LEX_BIT(OBJPRON)));
	n = lex_senses(lex, e, &sense);
	CHECK(n == 3);
	CHECK(sense[0].class == LEX_DET && sense[1].class == LEX_COMMON &&
		  sense[2].class == LEX_OBJPRON);
	CHECK(sense[0].morph == (LEX_TAG(MASC) | LEX_TAG(SG)));
	CHECK_STR(lemma_of(lex, sense[0].lemma), "le");
	CHECK(lex_morph(lex, e, LEX_OBJPRON) == (LEX_TAG(P3) | LEX_TAG(SG)));
	CHECK(lex_morph(lex, e, LEX_VERB) == 0);

	/* two lines of one class are two senses, their union is lex_morph */
	e = find_word(lex, "dit");
	CHECK(lex_senses(lex, e, &sense) == 2);
	CHECK_STR(lemma_of(lex, sense[0].lemma), "dire");
	CHECK(lex_morph(lex, e, LEX_VERB) ==
		  (LEX_TAG(IND) | LEX_TAG(PRES) | LEX_TAG(PAST) | LEX_TAG(P3) | LEX_TAG(SG)));

	CHECK(find_word(lex, "élan") != 0);
	CHECK(lex_mask(lex, find_word(lex, "ka'")) == LEX_BIT(ELISION));
	CHECK(lex_lemma_index(lex, "dire", 4) >= 0);
	CHECK_STR(lemma_of(lex, (uint16_t) lex_lemma_index(lex, "être", 5)), "être");
	CHECK(lex_lemma_index(lex, "dir", 3) == -1);
	CHECK(lex_lemma_index(lex, "direx", 5) == -1);
	CHECK(lex_lemma_index(lex, "", 0) == -1);
	CHECK_STR(lemma_of(lex, UINT16_MAX), "");

	/* every form is found where it stands */
	for (e = 1; e < lex_count(lex); e++)
	{
		size_t		len;
		const char *form = lex_form(lex, e, &len);

		CHECK(lex_find(lex, form, len) == e);
		CHECK(lex_mask(lex, e) != 0);
	}
}

/* Look up all sorts of things in a section that opened: must stay inside it. */
static void
use(const Lexicon *lex)
{
	static const char *const words[] = {"le", "dit", "ka'", "", "zzzzzzzzzzzzzz", "élan"};
	uint32_t	sum = 0;

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		sum += find_word(lex, words[i]);
	for (uint32_t e = 0; e < lex_count(lex); e++)
	{
		const LexSense *sense;
		int			n = lex_senses(lex, e, &sense);
		size_t		len;
		const char *s = lex_form(lex, e, &len);

		sum += len ? (unsigned char) s[len - 1] : 0;
		for (int i = 0; i < n; i++)
		{
			s = lex_lemma(lex, sense[i].lemma, &len);
			sum += sense[i].morph + (len ? (unsigned char) s[len - 1] : 0);
		}
	}
	sum += (uint32_t) lex_lemma_index(lex, "dire", 4);
	CHECK(sum != 1);
}

/* Every byte of a section changed in several ways, and every length. */
static void
test_damage(const UniBuf *section)
{
	Lexicon		lex;
	int			refused = 0;

	for (size_t i = 0; i < section->len; i++)
	{
		static const unsigned char flips[] = {0x01, 0x80, 0xFF};

		for (int k = 0; k < 3; k++)
		{
			char	   *copy = core_alloc(section->len);

			memcpy(copy, section->data, section->len);
			copy[i] ^= flips[k];
			if (lex_open(&lex, copy, section->len) == CORE_OK)
				use(&lex);
			else
				refused++;
			core_free(copy);
		}
	}
	CHECK(refused > 300);
	for (size_t len = 0; len < section->len; len++)
	{
		char	   *copy = core_alloc(len);

		memcpy(copy, section->data, len);
		CHECK(lex_open(&lex, copy, len) == CORE_BAD_MODEL);
		core_free(copy);
	}
	CHECK(lex_open(&lex, NULL, 0) == CORE_BAD_MODEL);
}

/* What lex_compile says about a folder with one file of the given text. */
static int
errors_of(const char *text)
{
	char		dir[] = "/tmp/test_lex_XXXXXX";
	char		path[64];
	UniBuf		out = {0};
	FILE	   *f;
	int			errors;
	int			saved;

	if (mkdtemp(dir) == NULL)
		return -1;
	snprintf(path, sizeof(path), "%s/x.lex", dir);
	f = fopen(path, "w");
	fputs(text, f);
	fclose(f);
	/* the messages are part of what is wanted here, not of the test's output */
	fflush(stderr);
	saved = dup(2);
	if (freopen("/dev/null", "w", stderr) == NULL)
		return -1;
	errors = lex_compile(dir, &out);
	fflush(stderr);
	dup2(saved, 2);
	close(saved);
	unlink(path);
	rmdir(dir);
	uni_buf_free(&out);
	return errors;
}

int
main(void)
{
	UniBuf		section = {0};
	UniBuf		again = {0};
	Lexicon		lex;

	CHECK(lex_compile(TOY, &section) == 0);
	CHECK(lex_compile(TOY, &again) == 0);
	CHECK(section.len == again.len && memcmp(section.data, again.data, again.len) == 0);
	CHECK(lex_open(&lex, section.data, section.len) == CORE_OK);
	test_toy(&lex);
	test_damage(&section);
	uni_buf_free(&section);
	uni_buf_free(&again);

	CHECK(errors_of("mot\tnoun\n") == 0);
	CHECK(errors_of("mot\tnoun") == 0);
	CHECK(errors_of("mot\tnoun\r\n# rien\r\n") == 0);
	CHECK(errors_of("") == 0);
	CHECK(errors_of("mot\n") == 1);
	CHECK(errors_of("mot\tnon\n") == 1);
	CHECK(errors_of("mot\tnoun\tmot\tneutre\n") == 1);
	CHECK(errors_of("Mot\tnoun\n") == 1);
	CHECK(errors_of("deux mots\tnoun\n") == 1);
	CHECK(errors_of("l’\telision\n") == 1);
	CHECK(errors_of("mot\tnoun\tmot\tsg\tet plus\n") == 1);
	DONE();
}

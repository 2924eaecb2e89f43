/*
 * test_tok.c
 *	  Tokens and sentences: the examples of the rules, and what must hold on
 *	  any bytes.
 *
 * Reads the French and English models from GAZETTE_BUILD, and compiles the toy
 * language of test/data/lang/toy itself: the rules of its elisions and clitics
 * are nothing but its own data.
 */
#include "unit.h"

#include "model/mdl.h"
#include "text/uni.h"
#include "token/tok.h"
#include "tools/lex_compile.c"

static Lexicon toy, fr, en;

/* The tokens of a text with | between them and || between sentences. */
static const char *
cut_up(const Lexicon *lex, const char *text)
{
	static char out[8192];
	size_t		n = 0;
	TokDoc		doc;

	CHECK(tok_document(lex, text, strlen(text), &doc) == CORE_OK);
	for (uint32_t s = 0; s < doc.nsent; s++)
	{
		for (uint32_t i = doc.sent[s]; i < doc.sent[s + 1]; i++)
			n += snprintf(out + n, sizeof(out) - n, "%s%.*s",
						  i == 0 ? "" : i == doc.sent[s] ? " || " : "|",
						  doc.tok[i].len, text + doc.tok[i].byte);
	}
	out[n] = '\0';
	tok_free(&doc);
	return out;
}

#define FR(text, want) CHECK_STR(cut_up(&fr, text), want)
#define EN(text, want) CHECK_STR(cut_up(&en, text), want)
#define TOY(text, want) CHECK_STR(cut_up(&toy, text), want)

/* Kinds of the tokens, a letter each. */
static const char *
kinds(const Lexicon *lex, const char *text)
{
	static const char letter[] = "wn<>\".,:-()u*$";
	static char out[256];
	TokDoc		doc;

	tok_document(lex, text, strlen(text), &doc);
	CHECK(doc.ntok + 1 < sizeof(out));
	for (uint32_t i = 0; i <= doc.ntok; i++)
		out[i] = letter[doc.tok[i].kind];
	out[doc.ntok + 1] = '\0';
	tok_free(&doc);
	return out;
}

/*
 * Whether counting characters by their first bytes and by decoding agree, as
 * they do on UTF-8.
 */
static bool
countable(const char *text, size_t len)
{
	uint32_t	cp;
	size_t		n = 0;

	for (size_t i = 0; i < len; n++)
		i += uni_decode(text + i, text + len, &cp);
	return n == uni_count(text, len);
}

/* Everything that must hold for any text; character offsets in UTF-8 only. */
static void
check_properties(const Lexicon *lex, const char *text, size_t len)
{
	TokDoc		doc;
	size_t		byte = 0;
	uint32_t	chr = 0;
	bool		good = true;
	bool		count = countable(text, len);

	CHECK(tok_document(lex, text, len, &doc) == CORE_OK);
	for (uint32_t i = 0; i <= doc.ntok; i++)
	{
		const Tok  *t = &doc.tok[i];

		/* between tokens nothing but what is not seen */
		good &= t->byte >= byte;
		while (byte < t->byte)
		{
			uint32_t	cp;

			byte += uni_decode(text + byte, text + len, &cp);
			good &= (uni_class(cp) & (UNI_SPACE | UNI_IGNORE)) != 0;
			chr++;
		}
		good &= byte == t->byte && (chr == t->chr || !count);
		if (i < doc.ntok)
		{
			good &= t->len > 0 && t->kind < TOK_END;
			good &= t->lex == 0 || t->lex < lex_count(lex);
		}
		else
			good &= t->kind == TOK_END && t->len == 0 && t->byte == len;
		while (byte < (size_t) t->byte + t->len)
		{
			uint32_t	cp;

			byte += uni_decode(text + byte, text + len, &cp);
			chr++;
		}
		good &= byte == (size_t) t->byte + t->len;
		good &= i == doc.ntok || tok_chr_end(&doc, i) == chr || !count;
	}
	good &= doc.nchar == chr || !count;

	/* sentences partition the tokens, and their first ones say so */
	good &= doc.sent[doc.nsent] == doc.ntok && (doc.nsent == 0) == (doc.ntok == 0);
	for (uint32_t s = 0, i = 0; s < doc.nsent; s++)
	{
		good &= doc.sent[s] == i && doc.sent[s] < doc.sent[s + 1];
		good &= (doc.tok[i].flags & TOK_SENT) != 0;
		for (i++; i < doc.sent[s + 1]; i++)
			good &= (doc.tok[i].flags & TOK_SENT) == 0;
	}
	CHECK(good);
	if (!good)
		printf("\ttext: %.*s\n", (int) CORE_MIN(len, 100), text);
	tok_free(&doc);
}

static void
test_french_words(void)
{
	FR("L'accord qu'elle a signé", "L'|accord|qu'|elle|a|signé");
	FR("jusqu’au soir, lorsqu’il pleut", "jusqu’|au|soir|,|lorsqu’|il|pleut");
	FR("aujourd'hui et aujourd’hui", "aujourd'hui|et|aujourd’hui");
	FR("la presqu'île, un prud'homme, quelqu’un", "la|presqu'île|,|un|prud'homme|,|quelqu’un");
	FR("l'aujourd'hui", "l'|aujourd'hui");
	FR("qu'« il » ou d'\"elle\"", "qu'|«|il|»|ou|d'|\"|elle|\"");
	FR("a-t-il, dit-elle, juge-t-on, est-ce", "a|-t-|il|,|dit|-|elle|,|juge|-t-|on|,|est|-|ce");
	FR("A-t-on ? Est-ce vrai ?", "A|-t-|on|? || Est|-|ce|vrai|?");
	FR("Qu'est-ce que c'est ?", "Qu'|est|-|ce|que|c'|est|?");
	FR("celui-ci, peut-être, un rendez-vous", "celui-ci|,|peut-être|,|un|rendez-vous");
	FR("Aix-en-Provence, le Val-d'Oise", "Aix-en-Provence|,|le|Val-d'Oise");
	FR("donne-le-moi", "donne|-|le|-|moi");
	FR("c'est-à-dire l'État", "c'est-à-dire|l'|État");
	/* apart as they are written */
	FR("l' Agence", "l'|Agence");
	FR("étudiant·e·s", "étudiant·e·s");
	/* a soft hyphen and a zero-width space in a word, an NFD accent */
	FR("pré\xC2\xADsident s\xE2\x80\x8B" "eul e\xCC\x81tat", "pré\xC2\xADsident|s\xE2\x80\x8B" "eul|e\xCC\x81tat");
}

static void
test_lookup(void)
{
	TokDoc		doc;
	const char *text = "L’ÉTÉ où qu\xE2\x80\x99il É\xC2\xADTAIT e\xCC\x81tait M. U.S.";
	static const char *const form[] = {"l'", "été", "où", "qu'", "il", "était", "était", "m", "u.s"};

	CHECK(tok_document(&fr, text, strlen(text), &doc) == CORE_OK);
	CHECK(doc.ntok == 9);
	for (uint32_t i = 0; i < doc.ntok && i < 9; i++)
		CHECK(doc.tok[i].lex != 0 && doc.tok[i].lex == lex_find(&fr, form[i], strlen(form[i])));
	tok_free(&doc);

	/* without a lexicon there is still text */
	CHECK_STR(cut_up(NULL, "L'accord. Il part."), "L'accord|. || Il|part|.");
}

static void
test_flags(void)
{
	TokDoc		doc;
	const char *text = "ByteDance NATO Élan\n\nÀ l'été,É a";

	CHECK(tok_document(&fr, text, strlen(text), &doc) == CORE_OK);
	CHECK(doc.ntok == 9);
	CHECK(doc.tok[0].flags == (TOK_SPACE | TOK_SENT | TOK_PARA | TOK_BLANK | TOK_UPPER | TOK_INNER));
	CHECK(doc.tok[1].flags == (TOK_SPACE | TOK_UPPER | TOK_CAPS));
	CHECK(doc.tok[2].flags == (TOK_SPACE | TOK_UPPER));
	CHECK(doc.tok[3].flags == (TOK_SPACE | TOK_SENT | TOK_PARA | TOK_BLANK | TOK_UPPER));
	CHECK(doc.tok[4].flags == TOK_SPACE);
	CHECK(doc.tok[5].flags == 0);
	CHECK(doc.tok[6].flags == 0 && doc.tok[6].kind == TOK_COMMA);
	CHECK(doc.tok[7].flags == TOK_UPPER && doc.tok[7].kind == TOK_WORD);
	tok_free(&doc);
}

static void
test_numbers(void)
{
	FR("1 234,5 et 12\xC2\xA0" "000\xE2\x80\xAF" "000 €", "1 234,5|et|12\xC2\xA0" "000\xE2\x80\xAF" "000|€");
	FR("en 2016 123 cas", "en|2016|123|cas");
	FR("20h30, 14/01/2016, 1er, 2e, 50%", "20h30|,|14/01/2016|,|1er|,|2e|,|50|%");
	EN("3.14, 1,234.5, 2016-01-14, 14:30", "3.14|,|1,234.5|,|2016-01-14|,|14:30");
	EN("2016-2017, a 12-year-old, 3 100-metre titles", "2016|-|2017|,|a|12-year-old|,|3|100-metre|titles");
	CHECK_STR(kinds(&fr, "12 1 234,5 1er 20h30 G20 5G"), "nnnnwn$");
	FR("en 1'18\"44, 1'43''10 et 8h41'07, 12'345 francs", "en|1'18\"44|,|1'43''10|et|8h41'07|,|12'345|francs");
	CHECK_STR(kinds(&en, "12-year-old $5"), "w*n$");
}

static void
test_marks(void)
{
	CHECK_STR(kinds(&fr, "« a » ‹ a › “ a ” „ a ” ‘a’ \"a\" ''a''"), "<w><w><w><w><w>\"w\"\"w\"$");
	CHECK_STR(kinds(&fr, "〈a〉「a」『a』``a''"), "<w><w><w><w\"$");
	CHECK_STR(kinds(&en, "He said: 'It's so,' and left"), "ww:<www,>ww$");
	CHECK_STR(kinds(&en, "the workers' rights"), "ww*w$");
	CHECK_STR(kinds(&en, "'The workers' rights are safe,' he said"), "<ww*www,>ww$");
	CHECK_STR(kinds(&en, "the ‘three wise men’ and ‘yellow vests’ protests"), "w<www>w<ww>w$");
	CHECK_STR(kinds(&fr, "- a – b — c -- d"), "-w-w-w-w$");
	CHECK_STR(kinds(&fr, "(a) [b] ; : , …"), "(w)(w)::,.$");
	CHECK_STR(kinds(&fr, "... ?! !!! ….."), "....$");
	CHECK_STR(kinds(&fr, "https://exemple.fr/a_(b)?c=d. www.exemple.fr, a.b@exemple.fr @nom #mot"), "u.u,uuu$");
	FR("(voir https://exemple.fr/a)", "(|voir|https://exemple.fr/a|)");
	EN("Buy at Amazon.com today. AT&T", "Buy|at|Amazon.com|today|. || AT&T");
	FR("=====\n\n*****", "===== || *****");
	CHECK_STR(kinds(&fr, "<p>Mot</p>"), "*w*$");
}

static void
test_abbreviations(void)
{
	FR("M. Dupont et Mme J. K. Rowling", "M.|Dupont|et|Mme|J.|K.|Rowling");
	FR("J.-P. Durand et J.-Claude", "J.-P.|Durand|et|J.-Claude");
	FR("La S.N.C.F. a dit.", "La|S.N.C.F.|a|dit|.");
	FR("La vitamine C. Le médecin", "La|vitamine|C|. || Le|médecin");
	FR("des U.S. Le président, des U.S. Marines", "des|U.S. || Le|président|,|des|U.S.|Marines");
	FR("des poires, etc. Le marché", "des|poires|,|etc|. || Le|marché");
	FR("des poires, etc., au marché", "des|poires|,|etc.|,|au|marché");
	FR("av. Louise, cf. Durand, p. 12", "av.|Louise|,|cf.|Durand|,|p.|12");
	FR("le premier vol. Durand attend", "le|premier|vol|. || Durand|attend");
	EN("Roe v. Wade, Apple Inc. Chief", "Roe|v.|Wade|,|Apple|Inc.|Chief");
	FR("l'art. 5 du code", "l'|art.|5|du|code");
	FR("Il en reste sept. Le maire", "Il|en|reste|sept|. || Le|maire");
	FR("à 5,62 m. Le Bernois, M. Le Pen", "à|5,62|m|. || Le|Bernois|,|M.|Le|Pen");
	EN("He left at 5 p.m. The rest", "He|left|at|5|p.m. || The|rest");
	EN("Dr. Smith of St. Louis", "Dr.|Smith|of|St.|Louis");
	EN("He said no. Nobody knew", "He|said|no|. || Nobody|knew");
	EN("No. 5 won", "No.|5|won");
	EN("George W. Bush and J.K. Rowling", "George|W.|Bush|and|J.K.|Rowling");
	EN("Ph.D. students", "Ph.D.|students");
}

static void
test_english_words(void)
{
	EN("Obama's team didn't, it's, they're, can't", "Obama|'s|team|did|n't|,|it|'s|,|they|'re|,|ca|n't");
	EN("one o’clock, O'Brien, rock'n'roll", "one|o’clock|,|O'Brien|,|rock'n'roll");
	EN("her mother-in-law's car", "her|mother-in-law|'s|car");
	EN("an Ohio-based firm, home-based, pro-Assad, mid-2027", "an|Ohio|-|based|firm|,|home-based|,|pro-|Assad|,|mid-|2027");
	EN("UPDATE 1-Moroccan bank", "UPDATE|1|-|Moroccan|bank");
	EN("in the 1990's and '90s", "in|the|1990|'s|and|'|90s");
}

static void
test_sentences(void)
{
	FR("« Pourquoi ? » demande-t-il. Il part.", "«|Pourquoi|?|»|demande|-t-|il|. || Il|part|.");
	FR("« Non ! », juge-t-elle.", "«|Non|!|»|,|juge|-t-|elle|.");
	FR("« Non. » Il part.", "«|Non|.|» || Il|part|.");
	FR("\"Non.\" Il part.", "\"|Non|.|\" || Il|part|.");
	FR("Il part (...) vite. Euh… oui.", "Il|part|(|...|)|vite|. || Euh|…|oui|.");
	FR("Fini.[1] Le reste", "Fini|.|[|1|] || Le|reste");
	FR("la fin.Le début", "la|fin|. || Le|début");
	FR("Un titre sans point\n\nLe texte.", "Un|titre|sans|point || Le|texte|.");
	FR("Un titre sans point\nLe texte.", "Un|titre|sans|point || Le|texte|.");
	FR("une ligne\nqui continue ici.\n\nEt là.", "une|ligne|qui|continue|ici|. || Et|là|.");
	/* lines wrapped at a width, and lines that are paragraphs */
	FR("Le ministre des Transports a annoncé mardi à Namur que\nBruxelles recevrait les premiers trains en mars, mais que\n"
	   "Charleroi attendrait. Les syndicats des deux villes ont\nRegretté ce retard.",
	   "Le|ministre|des|Transports|a|annoncé|mardi|à|Namur|que|Bruxelles|recevrait|les|premiers|trains|en|mars|,|mais|que|"
	   "Charleroi|attendrait|. || Les|syndicats|des|deux|villes|ont|Regretté|ce|retard|.");
	FR("Le titre\nLe chapeau de l'article sans point\nLe texte.",
	   "Le|titre || Le|chapeau|de|l'|article|sans|point || Le|texte|.");
	FR("BRUXELLES (Belga) – Le train", "BRUXELLES|(|Belga|)|– || Le|train");
	FR("14 janvier 2016 . – Cette journée", "14|janvier|2016|.|– || Cette|journée");
	EN("GENEVA, March 3 (Reuters) - The talks", "GENEVA|,|March|3|(|Reuters|)|- || The|talks");
	EN("1. Introduction", "1|.|Introduction");
	EN("\"We won.\" She left. \"Why?\" he asked.", "\"|We|won|.|\" || She|left|. || \"|Why|?|\"|he|asked|.");
	EN("It runs on an iPhone. iPhones sell.", "It|runs|on|an|iPhone|. || iPhones|sell|.");
	FR("一二。三四", "一|二|。 || 三|四");
	FR("<p>Un titre</p><p>Le texte</p>", "<p>|Un|titre|</p> || <p>|Le|texte|</p>");
}

static void
test_toy(void)
{
	TOY("ka'zum ka'la dit-zu dit-n-zu mot'x", "ka'zum|ka'|la|dit|-|zu|dit|-n-|zu|mot|'x");
	TOY("pla-zu Mot-zu Dr. Mot etc. Le bd. Mot", "pla-zu|Mot-zu|Dr.|Mot|etc|. || Le|bd.|Mot");
}

static uint32_t
random_next(void)
{
	static uint64_t state = 88172645463325252u;

	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (uint32_t) (state >> 16);
}

/* Random texts made of pieces that the rules know, and of random bytes. */
static void
test_random(void)
{
	static const char *const piece[] = {
		"a", "L", "é", "É", "l'", "’", "'", "-", "-t-il", ".", "...", "…", "?", "!", "\"", "«", "»",
		" ", "\n", "\r\n", "\n\n", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x8B", "\xC2\xAD", "\xCC\x81",
		"1", "12", "000", ",", ":", "/", "@", "#", "&", "_", "·", "(", ")", "[", "<p>", "</p>", "<", ">",
		"http://", "www.", "M.", "U.S.", "etc.", "n't", "'s", "中", "ก", "ا", "😀", "\xF0\x9F\x87\xAB",
		"\xFF", "\xC3", "\xE2\x80", "\x01", "\x7F", "‘", "“", "`", "``", "–", "--", "Ω", "߀", "٣", "²", "\xEF\xBB\xBF",
		"\xE2\x80\xA9", "\f", "\xC2\x85", "\x1F", "ʼ", "ﬁ", "Ⅳ", "๓", "ー"
	};
	const Lexicon *lexicons[] = {&toy, &fr, &en, NULL};

	for (int round = 0; round < 3000; round++)
	{
		/* on the heap and of exact size, so that ASan sees one byte too far */
		char	   *text = core_alloc(512);
		size_t		len = 0;
		size_t		limit = random_next() % 400;
		char	   *exact;

		while (len < limit)
		{
			if (round % 3 == 2)
				text[len++] = (char) random_next();
			else
			{
				const char *p = piece[random_next() % (sizeof(piece) / sizeof(piece[0]))];

				memcpy(text + len, p, strlen(p));
				len += strlen(p);
			}
		}
		exact = core_alloc(len);
		memcpy(exact, text, len);
		check_properties(lexicons[round % 4], exact, len);
		tok_detect(lexicons, 3, exact, len);
		core_free(exact);
		core_free(text);
	}
}

/* Long texts of one thing: linear, or this test does not end in time. */
static void
test_hostile(void)
{
	static const char *const unit[] = {
		"a", "é", "-a", "a-", "'a", "a'", ".a", "a.", "U.", "\"", "« ", "» ", ". ", ".", "( ", "... ",
		"1", "1 ", " 000", "1,", "@a", "a@", "#", "<", "<a ", "www.", "http://", "\xCC\x81", "\xFF", "中",
		"\xE2\x80\x8B", "\n", "\n\n", "l'", "M. ", "U.S. ", "a&", "A&", "A ", "-t-il", "' ", " '", "?» ", "๓",
		"\xC2\xAD", "A.-", "- ", "(a", "_a", "a_", "1/", "''", "``", "etc. ", "a.b@"
	};
	size_t		size = 300000;
	char	   *text = core_alloc(size);

	for (size_t i = 0; i < sizeof(unit) / sizeof(unit[0]); i++)
	{
		size_t		len = 0;
		size_t		n = strlen(unit[i]);

		for (; len + n <= size; len += n)
			memcpy(text + len, unit[i], n);
		check_properties(&fr, text, len);
		check_properties(&en, text, len);
	}
	core_free(text);
}

static void
test_detect(void)
{
	const Lexicon *both[] = {&en, &fr};
	const Lexicon *three[] = {&toy, &en, &fr};
	const char *f = "Le ministre a annoncé que la ligne serait fermée";
	const char *e = "The minister said that the line would be closed";

	CHECK(tok_detect(both, 2, f, strlen(f)) == 1);
	CHECK(tok_detect(both, 2, e, strlen(e)) == 0);
	CHECK(tok_detect(three, 3, f, strlen(f)) == 2);
	CHECK(tok_detect(three, 3, e, strlen(e)) == 1);
	CHECK(tok_detect(both, 2, "", 0) == 0);
	CHECK(tok_detect(both, 1, f, strlen(f)) == 0);
}

/* The lexicon of an installed language. */
static void
open_language(Lexicon *lex, const char *name)
{
	const char *folder = getenv("GAZETTE_BUILD");
	char		path[4096];
	size_t		size;
	char	   *data;
	MdlFile		file;
	const void *section;

	snprintf(path, sizeof(path), "%s/gazette_%s.model", folder ? folder : "build", name);
	data = file_read(path, &size);
	if (data == NULL || mdl_open(&file, data, size) != CORE_OK ||
		(section = mdl_section(&file, "LEXICON", &size)) == NULL ||
		lex_open(lex, section, size) != CORE_OK)
	{
		fprintf(stderr, "no lexicon in \"%s\"\n", path);
		exit(1);
	}
}

int
main(void)
{
	static UniBuf section;

	CHECK(lex_compile("test/data/lang/toy", &section) == 0);
	CHECK(lex_open(&toy, section.data, section.len) == CORE_OK);
	open_language(&fr, "fr");
	open_language(&en, "en");

	test_french_words();
	test_lookup();
	test_flags();
	test_numbers();
	test_marks();
	test_abbreviations();
	test_english_words();
	test_sentences();
	test_toy();
	test_detect();
	check_properties(&fr, "", 0);
	check_properties(&fr, " \n ", 3);
	test_random();
	test_hostile();
	DONE();
}

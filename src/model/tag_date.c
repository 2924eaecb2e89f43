/*
 * tag_date.c
 *	  Dates and times of day, by a grammar.
 *
 * The words are lexicon data: months, weekdays, number words, and what has
 * the class "dateword", whose lemma names its part in the grammar (@hour,
 * @zone, ...; see src/lang/fr/dates.lex).  The rules below are shared by all
 * languages; one that a language lacks the words for never matches.
 *
 *	  DATE	mardi  mardi 3  mardi 3 mars  14 janvier 2016  1er mai
 *			29 décembre dernier  mars 2025  2017  1990s  XIXe siècle
 *			March 3, 2024  Tuesday, March 3  04/11  14/01/2016
 *	  TIME	20h30  20 h 30 (UTC)  5 heures du matin  vers 5 heures  midi
 *			3 p.m.  10.15pm  1015 GMT  noon
 */
#include "model/tag_decode.h"
#include "text/uni.h"

#define KEYS(X) \
	X(HOUR, "@hour") X(DAYPART, "@daypart") X(NOON, "@noon") X(ZONE, "@zone") \
	X(LOCAL, "@local") X(AT, "@at") X(LAST, "@last") X(CENTURY, "@century") \
	X(ORDINAL, "@ordinal") X(INNER, "@inner") X(MERIDIEM, "@meridiem") \
	X(OF, "@of") X(IN, "@in")

enum
{
#define X(id, name) KEY_##id,
	KEYS(X)
#undef X
	NKEYS
};

#define KEY(id) (1u << KEY_##id)

typedef struct Grammar
{
	const TokDoc *doc;
	int			lemma[NKEYS];	/* its index in the lexicon, -1: not there */
} Grammar;

/* A sequence of digits at the start of a token, and what follows it. */
typedef struct Number
{
	uint32_t	value;
	int			ndigit;			/* 0: none */
	const char *rest;
	size_t		nrest;
} Number;

static const Tok *
at(const Grammar *g, uint32_t i)
{
	return &g->doc->tok[CORE_MIN(i, g->doc->ntok)];
}

/* Classes of token i that dates care about. */
static uint64_t
classes(const Grammar *g, uint32_t i)
{
	const Tok  *t = at(g, i);

	return t->kind != TOK_END && t->lex ? lex_mask(g->doc->lex, t->lex) : 0;
}

/* What token i can be in the grammar, as KEY bits. */
static unsigned
keys(const Grammar *g, uint32_t i)
{
	const LexSense *sense;
	unsigned	found = 0;
	int			n;

	if (!(classes(g, i) & LEX_BIT(DATEWORD)))
		return 0;
	n = lex_senses(g->doc->lex, at(g, i)->lex, &sense);
	for (int k = 0; k < n; k++)
		if (sense[k].class == LEX_DATEWORD)
			for (int key = 0; key < NKEYS; key++)
				if (sense[k].lemma == g->lemma[key])
					found |= 1u << key;
	return found;
}

static Number
number(const Grammar *g, uint32_t i)
{
	const Tok  *t = at(g, i);
	const char *p = g->doc->text + t->byte;
	Number		n = {0, 0, p, t->len};

	if (t->kind != TOK_NUMBER)
		return n;
	while (n.nrest > 0 && *n.rest >= '0' && *n.rest <= '9' && n.ndigit < 8)
	{
		n.value = n.value * 10 + (uint32_t) (*n.rest - '0');
		n.ndigit++;
		n.rest++;
		n.nrest--;
	}
	return n;
}

/* A month; a capital where the language writes it so ("may", "march"). */
static bool
is_month(const Grammar *g, uint32_t i)
{
	const Tok  *t = at(g, i);

	if (!(classes(g, i) & LEX_BIT(MONTH)))
		return false;
	/* "sept" is seven in French, "sept." September */
	if ((classes(g, i) & LEX_BIT(NUMWORD)) && g->doc->text[tok_byte_end(g->doc, i) - 1] != '.')
		return false;
	return !(lex_morph(g->doc->lex, at(g, i)->lex, LEX_MONTH) & LEX_TAG(NAMED)) ||
		(t->flags & TOK_UPPER);
}

static bool
is_named(const Grammar *g, uint32_t i)
{
	return (lex_morph(g->doc->lex, at(g, i)->lex, LEX_MONTH) & LEX_TAG(NAMED)) != 0;
}

static bool
is_year(const Grammar *g, uint32_t i)
{
	Number		n = number(g, i);

	return n.ndigit == 4 && n.nrest == 0 && n.value >= 1000 && n.value <= 2100;
}

/* 3  03  1er  3rd  "1 er": a day of the month; returns its tokens. */
static uint32_t
day(const Grammar *g, uint32_t i)
{
	Number		n = number(g, i);

	if (n.ndigit >= 1 && n.ndigit <= 2 && n.value >= 1 && n.value <= 31 && n.nrest <= 2)
	{
		for (size_t k = 0; k < n.nrest; k++)
			if (n.rest[k] < 'a' || n.rest[k] > 'z')
				return 0;
		if (n.nrest == 1)
			return 0;
		return n.nrest == 0 && (keys(g, i + 1) & KEY(ORDINAL)) ? 2 : 1;
	}
	return (classes(g, i) & LEX_BIT(NUMWORD)) && at(g, i)->kind == TOK_WORD ? 1 : 0;
}

/* Year behind a month at i, with the comma in front of it; returns tokens. */
static uint32_t
year_behind(const Grammar *g, uint32_t i, bool comma)
{
	if (is_year(g, i))
		return 1;
	if (comma && at(g, i)->kind == TOK_COMMA && is_year(g, i + 1))
		return 2;
	return 0;
}

/* 14 janvier 2016, 3rd of March 2024, 29 décembre dernier; returns tokens. */
static uint32_t
day_month(const Grammar *g, uint32_t i)
{
	uint32_t	n = day(g, i);
	uint32_t	y;

	if (n == 0)
		return 0;
	if ((keys(g, i + n) & KEY(OF)) && is_month(g, i + n + 1))
		n++;
	if (!is_month(g, i + n))
		return 0;
	n++;
	y = year_behind(g, i + n, false);
	if (y)
		return n + y;
	return n + ((keys(g, i + n) & KEY(LAST)) ? 1 : 0);
}

/* March 3, 2024 where the language writes so; returns tokens. */
static uint32_t
month_day(const Grammar *g, uint32_t i)
{
	uint32_t	n;

	if (!is_month(g, i) || !is_named(g, i))
		return 0;
	n = number(g, i + 1).ndigit ? day(g, i + 1) : 0;
	if (n == 0)
		return 0;
	n++;
	return n + year_behind(g, i + n, true);
}

/* All digits of [p, p + n). */
static bool
digits(const char *p, size_t n)
{
	for (size_t k = 0; k < n; k++)
		if (p[k] < '0' || p[k] > '9')
			return false;
	return n > 0;
}

/* 04/11  14/01/2016  2016-01-14  2015-2016  1990s: one token. */
static bool
written_date(const Grammar *g, uint32_t i)
{
	Number		n = number(g, i);

	if (n.ndigit == 4 && n.value >= 1000 && n.value <= 2100)
	{
		if (n.nrest == 1 && *n.rest == 's')
			return true;
		if (n.nrest == 5 && *n.rest == '-' && digits(n.rest + 1, 4))
			return true;
		return n.nrest == 6 && n.rest[0] == '-' && n.rest[3] == '-' &&
			digits(n.rest + 1, 2) && digits(n.rest + 4, 2);
	}
	if (n.ndigit == 2 && n.value >= 1 && n.value <= 31 && n.nrest >= 3 && n.rest[0] == '/' &&
		digits(n.rest + 1, 2))
		return n.nrest == 3 ||
			(n.nrest >= 6 && n.rest[3] == '/' && digits(n.rest + 4, n.nrest - 4));
	return false;
}

/* 19th, XIXe in front of "century": a number or Roman digits with an ending. */
static bool
century_number(const Grammar *g, uint32_t i)
{
	const Tok  *t = at(g, i);
	const char *p = g->doc->text + t->byte;
	size_t		n = 0;

	if (number(g, i).ndigit)
		return number(g, i).ndigit <= 2;
	if (t->kind != TOK_WORD)
		return false;
	while (n < t->len && strchr("IVXivx", p[n]) && p[n])
		n++;
	return n > 0 && t->len <= n + 4 && (p[0] == 'I' || p[0] == 'V' || p[0] == 'X');
}

/* A date that begins at token i; returns its tokens, 0 for none. */
static uint32_t
match_date(const Grammar *g, uint32_t i)
{
	uint64_t	c = classes(g, i);
	uint32_t	n;

	if (c & LEX_BIT(WEEKDAY))
	{
		uint32_t	skip = at(g, i + 1)->kind == TOK_COMMA ? 2 : 1;
		Number		d = number(g, i + 1);

		if ((lex_morph(g->doc->lex, at(g, i)->lex, LEX_WEEKDAY) & LEX_TAG(NAMED)) &&
			!(at(g, i)->flags & TOK_UPPER))
			return 0;
		n = day_month(g, i + skip);
		if (n == 0)
			n = month_day(g, i + skip);
		if (n)
			return n + skip;
		/* mardi 3, but not "mardi 3 heures" or "mardi 300" */
		if (d.ndigit >= 1 && d.ndigit <= 2 && d.nrest == 0 && d.value >= 1 && d.value <= 31 &&
			(at(g, i + 2)->kind != TOK_WORD || (classes(g, i + 2) & (LEX_BIT(PREP) | LEX_BIT(CONJ) | LEX_BIT(DET)))) &&
			!(keys(g, i + 2) & (KEY(HOUR) | KEY(MERIDIEM))) && at(g, i + 2)->kind != TOK_MARK)
			return 2;
		return 1;
	}
	n = month_day(g, i);
	if (n)
		return n;
	n = day_month(g, i);
	if (n)
		return n;
	if (is_month(g, i))
	{
		n = year_behind(g, i + 1, is_named(g, i));
		if (n)
			return n + 1;
		/* may and march are verbs, too: only behind "in", "since", ... */
		if (is_named(g, i) && (c & (LEX_BIT(VERB) | LEX_BIT(MODAL) | LEX_BIT(AUX) | LEX_BIT(NOUN)) ||
							   at(g, i)->len <= 5) &&
			!(i > 0 && (keys(g, i - 1) & KEY(IN))))
			return 0;
		return 1;
	}
	if (at(g, i)->kind == TOK_NUMBER)
	{
		if (written_date(g, i))
			return 1;
		if (is_year(g, i))
		{
			const Tok  *next = at(g, i + 1);

			/* 2000 %, 1500 €, 1015 GMT, "1747 mètres" is lost on us */
			if ((next->kind == TOK_MARK && !(next->flags & TOK_SPACE)) || (keys(g, i + 1) & KEY(ZONE)))
				return 0;
			if (next->kind == TOK_MARK && next->len > 0 &&
				(g->doc->text[next->byte] == '%' || next->len > 1))
				return 0;
			if (next->kind == TOK_DASH && is_year(g, i + 2))
				return 3;
			return number(g, i).value >= 1400 ? 1 : 0;
		}
		/* 22 et 23 novembre, 9 au 12 mars: the first number, too */
		if (day(g, i) == 1 && number(g, i).nrest == 0 && at(g, i + 1)->len <= 3 &&
			(at(g, i + 1)->kind == TOK_WORD || at(g, i + 1)->kind == TOK_COMMA) &&
			number(g, i + 2).ndigit && day_month(g, i + 2))
			return 1;
	}
	if ((keys(g, i + 1) & KEY(CENTURY)) && century_number(g, i))
		return 2;
	if ((keys(g, i + 2) & KEY(CENTURY)) && century_number(g, i) && at(g, i + 1)->len <= 3 &&
		at(g, i + 1)->kind == TOK_WORD && number(g, i).ndigit == 0)
		return 3;
	return 0;
}

/* (UTC), GMT, (heure locale), ", heure locale" behind a time; returns tokens. */
static uint32_t
zone(const Grammar *g, uint32_t i)
{
	uint32_t	open = at(g, i)->kind == TOK_LPAREN ? 1 : 0;
	uint32_t	skip = open || at(g, i)->kind == TOK_COMMA ? 1 : 0;
	uint32_t	n = 0;

	if (keys(g, i + skip) & KEY(ZONE))
		n = skip == 1 && !open ? 0 : 1;
	else if ((keys(g, i + skip) & KEY(HOUR)) && (keys(g, i + skip + 1) & KEY(LOCAL)))
		n = 2;
	else if (keys(g, i + skip) & KEY(LOCAL))
		n = skip == 1 && !open ? 0 : 1;
	if (n == 0)
		return 0;
	if (!open)
		return skip + n;
	return at(g, i + 1 + n)->kind == TOK_RPAREN ? n + 2 : 0;
}

/* A number that can be an hour or minutes. */
static bool
below(const Number *n, uint32_t limit)
{
	return n->ndigit >= 1 && n->ndigit <= 2 && n->value < limit;
}

/* A time of day that begins at token i; returns its tokens, 0 for none. */
static uint32_t
match_time(const Grammar *g, uint32_t i)
{
	Number		n = number(g, i);
	uint32_t	k = keys(g, i);
	uint32_t	len = 0;
	bool		sure = false;

	if (k & KEY(NOON))
		return at(g, i)->kind == TOK_WORD ? 1 : 0;
	if (!below(&n, 25))
	{
		/* 1015 GMT */
		if (n.ndigit == 4 && n.nrest == 0 && n.value < 2400 && (keys(g, i + 1) & KEY(ZONE)))
			return 2;
		return 0;
	}
	if (n.nrest == 0)
	{
		if (keys(g, i + 1) & KEY(MERIDIEM))
			return 2 + zone(g, i + 2);
		if (!(keys(g, i + 1) & KEY(HOUR)))
			return 0;
		len = 2;
		/* 20 h 30, 20 heures 30 */
		{
			Number		m = number(g, i + 2);

			if (m.ndigit == 2 && m.nrest == 0 && m.value < 60 && !(keys(g, i + 3) & KEY(HOUR)))
			{
				len = 3;
				sure = true;
			}
		}
		if (at(g, i + 1)->len == 1)
			sure = true;
	}
	else
	{
		/* 20h  20h30  20:30  8.30pm  3pm */
		const char *p = n.rest;
		size_t		m = n.nrest;
		bool		point = *p == '.';

		if (*p == 'h' || *p == 'H' || *p == ':' || point)
		{
			bool		colon = *p == ':';

			p++;
			m--;
			if (m >= 2 && digits(p, 2) && *p < '6')
			{
				p += 2;
				m -= 2;
			}
			else if (m != 0 || colon || point)
				return 0;
		}
		if (m == 2 && (p[0] | 0x20) > 'Z' && (p[1] | 0x20) == 'm' &&
			((p[0] | 0x20) == 'a' || (p[0] | 0x20) == 'p'))
			m = 0;
		else if (point && m == 0)
		{
			if (keys(g, i + 1) & KEY(MERIDIEM))
				return 2 + zone(g, i + 2);
			return zone(g, i + 1) ? 1 + zone(g, i + 1) : 0;
		}
		if (m != 0)
			return 0;
		len = 1;
		sure = true;
		if (keys(g, i + 1) & KEY(MERIDIEM))
			len = 2;
	}
	/* du matin, de l'après-midi */
	for (uint32_t j = 1; j <= 3; j++)
		if (keys(g, i + len + j) & KEY(DAYPART))
		{
			bool		inner = true;

			for (uint32_t q = 0; q < j; q++)
				inner = inner && (keys(g, i + len + q) & KEY(INNER));
			if (inner)
			{
				len += j + 1;
				sure = true;
			}
			break;
		}
	if (zone(g, i + len))
	{
		len += zone(g, i + len);
		sure = true;
	}
	/* "5 heures" alone is a time behind "vers", a duration elsewhere */
	if (!sure && i > 0 && (keys(g, i - 1) & KEY(AT)))
		sure = true;
	return sure ? len : 0;
}

void
tag_dates(const TokDoc *doc, TagSpans *spans)
{
	static const char *const name[] = {
#define X(id, name) name,
		KEYS(X)
#undef X
	};
	const uint64_t mask = LEX_BIT(MONTH) | LEX_BIT(WEEKDAY) | LEX_BIT(NUMWORD) | LEX_BIT(DATEWORD);
	Grammar		g = {.doc = doc};

	for (int k = 0; k < NKEYS; k++)
		g.lemma[k] = doc->lex ? lex_lemma_index(doc->lex, name[k], strlen(name[k])) : -1;
	for (uint32_t i = 0; i < doc->ntok;)
	{
		const Tok  *t = &doc->tok[i];
		uint32_t	n = 0;

		CORE_POLL_EVERY(i);
		/* most words can begin neither; XIXe is in no lexicon */
		if (t->kind == TOK_NUMBER ||
			(t->kind == TOK_WORD &&
			 ((t->lex && (lex_mask(doc->lex, t->lex) & mask)) ||
			  ((t->flags & TOK_UPPER) && t->len <= 8 && strchr("XVI", doc->text[t->byte])))))
		{
			n = match_time(&g, i);
			if (n)
				tag_spans_add(spans, i, n, TAG_TIME, 0.95f);
			else
			{
				n = match_date(&g, i);
				if (n)
					tag_spans_add(spans, i, n, TAG_DATE, 0.95f);
			}
		}
		i += n ? n : 1;
	}
}

/*
 * tok_sent.c
 *	  Sentences: which stops end one, and which line ends do.
 *
 * Works on the tokens.  A stop that belongs to an abbreviation or a number is
 * inside its token by now (tok_scan.c); what is left is decided by what
 * follows: `« Pourquoi ? » demande-t-il.` is one sentence because of the
 * small letter, `« Non. » Il part.` are two.
 */
#include "token/tok_scan.h"

#include "text/uni.h"
#include "token/tok_char.h"

#define DATELINE 16				/* tokens that a dateline may have */
#define SHORT_LINE 50			/* characters: a shorter line was not wrapped */
#define LONG_LINE 100			/* a longer one neither */

typedef struct Sents
{
	TokDoc	   *doc;
	uint32_t	cap;
	uint32_t	start;			/* first token of the sentence being read */
} Sents;

/* The sentence being read ends in front of token i. */
static void
cut(Sents *s, uint32_t i)
{
	TokDoc	   *doc = s->doc;

	if (i == s->start)
		return;
	if (doc->nsent + 1 >= s->cap)
	{
		s->cap += s->cap / 2 + 16;
		doc->sent = core_realloc(doc->sent, s->cap * sizeof(uint32_t));
	}
	CORE_POLL_EVERY(doc->nsent);
	doc->sent[doc->nsent++] = s->start;
	doc->tok[s->start].flags |= TOK_SENT;
	s->start = i;
}

static inline uint64_t
mask_of(const TokDoc *doc, uint32_t i)
{
	return doc->tok[i].lex ? lex_mask(doc->lex, doc->tok[i].lex) : 0;
}

/* A word that begins with a small letter, and is no iPhone. */
static bool
is_lower(const TokDoc *doc, uint32_t i)
{
	const Tok  *t = &doc->tok[i];
	uint32_t	cp;

	if (t->kind != TOK_WORD || (t->flags & (TOK_UPPER | TOK_INNER)))
		return false;
	uni_decode(doc->text + t->byte, doc->text + doc->len, &cp);
	return (uni_class(cp) & UNI_LOWER) != 0;
}

/* A word with its stop inside: M.  U.S. */
static inline bool
has_stop(const TokDoc *doc, uint32_t i)
{
	const Tok  *t = &doc->tok[i];

	return t->kind == TOK_WORD && t->len > 1 && doc->text[t->byte + t->len - 1] == '.';
}

/* Behind the closing marks that belong to the stop at i. */
static uint32_t
absorb(const TokDoc *doc, uint32_t i, bool quote_open)
{
	uint32_t	j = i + 1;

	while (j < doc->ntok && !(doc->tok[j].flags & TOK_PARA))
	{
		const Tok  *t = &doc->tok[j];

		if (t->kind == TOK_CLOSE || t->kind == TOK_RPAREN || t->kind == TOK_STOP)
			j++;
		else if (t->kind == TOK_QUOTE &&
				 (!(t->flags & TOK_SPACE) ||
				  (quote_open && (doc->tok[j + 1].flags & TOK_SPACE))))
		{
			quote_open = false;
			j++;
		}
		else if (t->kind == TOK_LPAREN && !(t->flags & TOK_SPACE) && j + 2 < doc->ntok &&
				 doc->tok[j + 1].kind == TOK_NUMBER && doc->tok[j + 2].kind == TOK_RPAREN)
			j += 3;				/* .[1] */
		else
			break;
	}
	return j;
}

/* Whether a sentence can begin with token k, behind a stop. */
static bool
can_begin(const TokDoc *doc, uint32_t k)
{
	switch (doc->tok[k].kind)
	{
		case TOK_WORD:
			return !is_lower(doc, k);
		case TOK_COMMA:
		case TOK_COLON:
			return false;
		case TOK_DASH:
			/* – Il vient. but not: ? – demande-t-il */
			return k + 1 >= doc->ntok || !is_lower(doc, k + 1);
		default:
			return true;
	}
}

/*
 * Whether the stop at i, whose closing marks end before *next, ends the
 * sentence; *next may move on.
 */
static bool
stop_ends(const Sents *s, uint32_t i, uint32_t *next)
{
	const TokDoc *doc = s->doc;
	const Tok  *t = &doc->tok[i];
	uint32_t	j = *next;
	const Tok  *k = &doc->tok[j];
	bool		full = t->len == 1 && doc->text[t->byte] == '.';

	if (j >= doc->ntok)
		return true;
	/* (...) and […] stand for something left out */
	if (i > s->start && doc->tok[i - 1].kind == TOK_LPAREN &&
		doc->tok[i + 1].kind == TOK_RPAREN)
		return false;
	/* 1. Introduction   a. Introduction */
	if (full && i == s->start + 1 && (doc->tok[s->start].flags & TOK_PARA) &&
		(doc->tok[s->start].kind == TOK_NUMBER ||
		 (doc->tok[s->start].kind == TOK_WORD && doc->tok[s->start].len == 1)))
		return false;
	/* 14 janvier 2016 . – Cette journée */
	if (k->kind == TOK_DASH && !(k->flags & TOK_PARA) &&
		(doc->tok[s->start].flags & TOK_PARA) && j - s->start <= 8 && j + 1 < doc->ntok)
	{
		*next = j + 1;
		return true;
	}
	if (!(k->flags & (TOK_SPACE | TOK_PARA)))
	{
		/* a space forgotten (fin.Le), or no end at all (Yahoo!) */
		if (t->kind == TOK_STOP && (unsigned char) doc->text[t->byte] >= 0x80 &&
			doc->text[t->byte] != '\xE2')
			return true;		/* 。 */
		return k->kind == TOK_WORD && (k->flags & TOK_UPPER) && k->len > 1 &&
			(j > i + 1 || (i > s->start && !(doc->tok[i - 1].flags & TOK_UPPER)));
	}
	return can_begin(doc, j);
}

/* Behind a dateline that begins at the sentence's first token; 0 if none does. */
static uint32_t
dateline(const TokDoc *doc, uint32_t first)
{
	uint32_t	limit = CORE_MIN(first + DATELINE, doc->ntok);
	bool		inside = false;

	if (!(doc->tok[first].flags & TOK_CAPS) && doc->tok[first].kind != TOK_LPAREN &&
		doc->tok[first].kind != TOK_NUMBER)
		return 0;
	for (uint32_t i = first; i < limit; i++)
	{
		const Tok  *t = &doc->tok[i];

		if (i > first && (t->flags & TOK_PARA))
			return 0;
		switch (t->kind)
		{
			case TOK_LPAREN:
				inside = true;
				break;
			case TOK_RPAREN:
				inside = false;
				break;
			case TOK_DASH:
				/* PARIS – « … » is a headline with its speaker */
				if (i > first && (t->flags & TOK_SPACE) && i + 1 < doc->ntok &&
					(doc->tok[i + 1].flags & TOK_SPACE) &&
					doc->tok[i + 1].kind != TOK_OPEN && doc->tok[i + 1].kind != TOK_QUOTE)
					return i + 1;
				if (t->flags & TOK_SPACE)
					return 0;
				break;
			case TOK_WORD:
				/* capitals, the date, de and la in a place's name */
				if (!inside && !(t->flags & TOK_UPPER) &&
					!(mask_of(doc, i) & (LEX_BIT(MONTH) | LEX_BIT(WEEKDAY) |
										 LEX_BIT(PREP) | LEX_BIT(DET))))
					return 0;
				break;
			case TOK_NUMBER:
			case TOK_COMMA:
			case TOK_STOP:
			case TOK_MARK:
				break;
			default:
				if (!inside)
					return 0;
		}
	}
	return 0;
}

/* Whether the line end in front of token i, without an empty line, ends a sentence. */
static bool
line_ends(const TokDoc *doc, uint32_t i, uint32_t line_first, bool by_line)
{
	const Tok  *t = &doc->tok[i];
	const Tok  *prev = &doc->tok[i - 1];

	if (is_lower(doc, i) || prev->kind == TOK_COMMA || t->kind == TOK_COMMA)
		return false;
	if (by_line)
		return true;
	if (t->kind == TOK_DASH && i + 1 < doc->ntok && (doc->tok[i + 1].flags & TOK_SPACE))
		return true;
	if (t->kind == TOK_MARK || prev->kind == TOK_STOP)
		return true;
	return prev->chr - doc->tok[line_first].chr < SHORT_LINE;
}

/* Whether the document has an empty line, or else a block tag. */
static bool
has_blank(const TokDoc *doc)
{
	for (uint32_t i = 1; i < doc->ntok; i++)
	{
		if (doc->tok[i].flags & TOK_BLANK)
			return true;
	}
	return false;
}

/*
 * Whether the lines of a document without empty lines were wrapped at a
 * width, as in mail: none is long, and most are rather full and end in the
 * middle of a sentence.
 */
static bool
is_wrapped(const TokDoc *doc)
{
	uint32_t	lines = 0,
				wrapped = 0;
	uint32_t	first = 0;

	for (uint32_t i = 1; i < doc->ntok; i++)
	{
		const Tok  *t = &doc->tok[i];
		uint32_t	width;

		if (!(t->flags & TOK_PARA))
			continue;
		width = t->chr - doc->tok[first].chr;
		if (width > LONG_LINE)
			return false;
		lines++;
		wrapped += width >= SHORT_LINE && t[-1].kind != TOK_STOP && t[-1].kind != TOK_CLOSE;
		first = i;
	}
	return lines >= 3 && 2 * wrapped > lines;
}

void
tok_sentences(TokDoc *doc)
{
	Sents		s = {.doc = doc, .cap = doc->ntok / 16 + 16};
	bool		by_line;
	bool		quote_open = false;
	uint32_t	line_first = 0;

	doc->nsent = 0;
	doc->sent = core_alloc(s.cap * sizeof(uint32_t));

	by_line = !has_blank(doc) && !is_wrapped(doc);

	for (uint32_t i = 0; i < doc->ntok; i++)
	{
		Tok		   *t = &doc->tok[i];
		uint32_t	next;

		CORE_POLL_EVERY(i);
		if (t->flags & TOK_PARA)
		{
			if (i > 0 && !(t->flags & TOK_BLANK) && line_ends(doc, i, line_first, by_line))
			{
				if (by_line)
					t->flags |= TOK_BLANK;
				cut(&s, i);
			}
			if (t->flags & TOK_BLANK)
			{
				cut(&s, i);
				quote_open = false;
			}
			line_first = i;
			if (s.start == i && (next = dateline(doc, i)) != 0)
			{
				cut(&s, next);
				i = next - 1;
				continue;
			}
		}
		if (t->kind == TOK_QUOTE)
			quote_open = !quote_open;
		else if (t->kind == TOK_STOP)
		{
			next = absorb(doc, i, quote_open);
			if (stop_ends(&s, i, &next))
				cut(&s, next);
			/* the run of marks is done with, or a long one would cost its square */
			for (; i + 1 < next; i++)
			{
				if (doc->tok[i + 1].kind == TOK_QUOTE)
					quote_open = !quote_open;
			}
		}
		else if (has_stop(doc, i) && !(mask_of(doc, i) & LEX_BIT(TITLE)))
		{
			/* aux U.S. Le président; 5 p.m. He left */
			next = absorb(doc, i, quote_open);
			if (next < doc->ntok && doc->tok[next].kind == TOK_WORD &&
				(doc->tok[next].flags & TOK_UPPER) && (mask_of(doc, next) & TOK_FUNCTION_WORD) &&
				t->len > 2)
			{
				cut(&s, next);
				for (; i + 1 < next; i++)
				{
					if (doc->tok[i + 1].kind == TOK_QUOTE)
						quote_open = !quote_open;
				}
			}
		}
	}
	cut(&s, doc->ntok);
	doc->sent[doc->nsent] = doc->ntok;
}

CoreStatus
tok_document(const Lexicon *lex, const char *text, size_t len, TokDoc *doc)
{
	memset(doc, 0, sizeof(*doc));
	if (len >= UINT32_MAX - 15)
		return CORE_TOO_LARGE;
	tok_scan(lex, text, len, doc);
	tok_sentences(doc);
	return CORE_OK;
}

void
tok_free(TokDoc *doc)
{
	core_free(doc->tok);
	core_free(doc->sent);
	doc->tok = NULL;
	doc->sent = NULL;
	doc->ntok = doc->nsent = 0;
}

uint32_t
tok_chr_end(const TokDoc *doc, uint32_t i)
{
	const Tok  *t = &doc->tok[i];

	return t->chr + (uint32_t) uni_count(doc->text + t->byte, t->len);
}

/*
 * clm_quote.c
 *	  Pairs of quotation marks, of every kind, nested and unclosed.
 *
 * One pass with a stack of bounded depth.  A quotation that is not closed
 * ends with its paragraph, unless the next paragraph begins with an opening
 * mark: a quotation of several paragraphs opens in each and closes once.
 *
 *	  « Un. » Deux “trois « quatre » cinq” "six"
 */
#include "claims/clm_int.h"

#define MAX_DEPTH 8

/* A straight mark opens where white space or an opening mark is in front and none behind. */
static bool
opens(const ClmCtx *c, int32_t i, bool open)
{
	const Tok  *t = &c->doc->tok[i];
	bool		before = (t->flags & (TOK_SPACE | TOK_PARA)) || i == 0 ||
		c->doc->tok[i - 1].kind == TOK_LPAREN || c->doc->tok[i - 1].kind == TOK_OPEN;
	bool		behind = i + 1 >= c->n || (c->doc->tok[i + 1].flags & TOK_SPACE);

	/* " Non ", dit-il: a mark of punctuation behind closes */
	if (open && before && i + 1 < c->n &&
		(c->doc->tok[i + 1].kind == TOK_COMMA || c->doc->tok[i + 1].kind == TOK_STOP ||
		 c->doc->tok[i + 1].kind == TOK_RPAREN))
		return false;
	if (before != behind)
		return before;
	/* spaces on both sides or on none: the one that is due */
	return !open;
}

static int32_t
push_quote(ClmCtx *c, int32_t *cap, int32_t i, int32_t parent)
{
	if (c->nquote == *cap)
	{
		*cap += *cap / 2 + 16;
		c->quote = core_realloc(c->quote, (size_t) *cap * sizeof(ClmQuote));
	}
	c->quote[c->nquote] = (ClmQuote) {.open = i, .close = i, .parent = parent};
	return c->nquote++;
}

/* Is the mark at i an apostrophe too? */
static bool
apostrophe(const ClmCtx *c, int32_t i)
{
	const unsigned char *s = (const unsigned char *) c->doc->text + c->doc->tok[i].byte;

	return s[0] == '\'' || (c->doc->tok[i].len == 3 && s[0] == 0xE2 && s[1] == 0x80 &&
						   (s[2] == 0x98 || s[2] == 0x99));
}

/* A mark without its partner that may be an apostrophe opened nothing. */
static void
cancel(ClmCtx *c, int32_t q, int32_t end)
{
	int32_t		parent = c->quote[q].parent;

	for (int32_t i = c->quote[q].open; i < end; i++)
		if (c->tok[i].quote == q)
			c->tok[i].quote = parent;
	c->tok[c->quote[q].open].pos = POS_OTHER;
	c->quote[q].used = true;
	for (int32_t k = q + 1; k < c->nquote; k++)
		if (c->quote[k].parent == q)
			c->quote[k].parent = parent;
}

void
clm_quotes(ClmCtx *c)
{
	int32_t		stack[MAX_DEPTH];
	int			depth = 0;
	int32_t		cap = 0;

	for (int32_t i = 0; i < c->n; i++)
	{
		const Tok  *t = &c->doc->tok[i];
		bool		mark = t->kind == TOK_OPEN || t->kind == TOK_CLOSE || t->kind == TOK_QUOTE;
		bool		open;

		CORE_POLL_EVERY(i);
		if ((t->flags & TOK_PARA) && depth > 0 && i > 0)
		{
			if (t->kind == TOK_OPEN || (t->kind == TOK_QUOTE && opens(c, i, false)))
			{
				/* it goes on: this mark opens nothing new */
				c->tok[i].pos = POS_OPENQ;
				c->tok[i].quote = stack[depth - 1];
				c->quote[stack[depth - 1]].close = i;
				continue;
			}
			while (depth > 0)
			{
				depth--;
				c->quote[stack[depth]].close = i - 1;
				if (apostrophe(c, c->quote[stack[depth]].open))
					cancel(c, stack[depth], i);
			}
		}
		if (!mark)
		{
			c->tok[i].quote = depth > 0 ? stack[depth - 1] : NONE;
			continue;
		}
		open = t->kind == TOK_OPEN || (t->kind == TOK_QUOTE && opens(c, i, depth > 0));
		if (open)
		{
			int32_t		q;

			c->tok[i].pos = POS_OPENQ;
			if (depth == MAX_DEPTH)
			{
				c->tok[i].quote = stack[depth - 1];
				continue;
			}
			q = push_quote(c, &cap, i, depth > 0 ? stack[depth - 1] : NONE);
			stack[depth++] = q;
			c->tok[i].quote = q;
		}
		else
		{
			c->tok[i].pos = POS_CLOSEQ;
			if (depth > 0)
			{
				int32_t		q = stack[--depth];

				c->quote[q].close = i;
				c->quote[q].closed = true;
				c->tok[i].quote = q;
			}
		}
	}
	while (depth > 0)
	{
		depth--;
		c->quote[stack[depth]].close = c->n - 1;
		if (apostrophe(c, c->quote[stack[depth]].open))
			cancel(c, stack[depth], c->n);
	}
}

/*
 * Does a quotation say something, or is it a title or a phrase in scare
 * quotes?  « zone grise » and « Intouchables » are short and have no verb.
 */
bool
clm_quote_speaks(const ClmCtx *c, const ClmQuote *q)
{
	int			words = 0;
	bool		verb = false;
	bool		stop = false;

	for (int32_t i = q->open + 1; i < q->close && words < 12; i++)
	{
		words += c->doc->tok[i].kind == TOK_WORD || c->doc->tok[i].kind == TOK_NUMBER;
		verb |= c->tok[i].pos == POS_FIN;
		stop |= c->tok[i].pos == POS_STOP;
	}
	return words >= 12 || (words >= 2 && verb) || (words >= 2 && stop);
}

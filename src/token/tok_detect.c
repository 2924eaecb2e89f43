/*
 * tok_detect.c
 *	  Which language a text is in, by its function words.
 *
 * Words are looked up in every lexicon.  A frequent function word (class
 * common) speaks for the languages that have it, the more so the fewer they
 * are: "le" counts for French, "on", which is a word in both, for nobody.  Any
 * other known form counts a little, which decides short texts.  Elisions and
 * clitics (l', qu', 's) are counted as the forms that they are.
 *
 * A long text is read in windows spread over it until one language is well
 * ahead, so that the cost is bounded.
 */
#include "token/tok.h"

#include "text/uni.h"
#include "token/tok_char.h"
#include "token/tok_lower.h"

#define MAX_LANGUAGES	64		/* further ones are not looked at */
#define WINDOW			256		/* bytes */
#define MAX_WINDOWS		64
#define MIN_WINDOWS		3
#define MAX_WORD		32		/* bytes; no function word is longer */

/* Weights, in units that every number of languages up to 4 divides. */
#define W_COMMON	12
#define W_KNOWN		2
#define W_ENOUGH	(W_COMMON * 12)	/* a lead that ends the search */

typedef struct Votes
{
	const Lexicon *const *lex;
	int			n;
	int64_t		score[MAX_LANGUAGES];
	UniBuf		low;
} Votes;

/* Count the word [b, e) with suffix. */
static void
vote(Votes *v, const char *b, const char *e, const char *suffix)
{
	char		fast[TOK_FAST_FORM + 8];
	const char *form = fast;
	size_t		len;
	uint8_t		flags;
	uint32_t	nchr;
	uint64_t	common = 0,
				known = 0;
	int			ncommon = 0,
				nknown = 0;
	int			n;

	if (e - b > MAX_WORD)
		return;
	n = tok_lower_fast(b, e, fast, &flags, &nchr);
	if (n >= 0)
	{
		memcpy(fast + n, suffix, strlen(suffix));
		len = n + strlen(suffix);
	}
	else
	{
		v->low.len = 0;
		uni_lower(b, e - b, &v->low);
		uni_buf_append(&v->low, suffix, strlen(suffix));
		form = v->low.data;
		len = v->low.len;
	}
	if (len == 0)
		return;
	for (int i = 0; i < v->n; i++)
	{
		uint32_t	entry = lex_find(v->lex[i], form, len);
		uint64_t	mask = entry ? lex_mask(v->lex[i], entry) : 0;

		if (mask & (LEX_BIT(COMMON) | LEX_BIT(ELISION) | LEX_BIT(CLITIC)))
		{
			common |= UINT64_C(1) << i;
			ncommon++;
		}
		if (entry)
		{
			known |= UINT64_C(1) << i;
			nknown++;
		}
	}
	if (nknown == v->n)
	{
		/* every language has it, but it may be frequent in some only */
		if (ncommon == 0 || ncommon == v->n)
			return;
	}
	for (int i = 0; i < v->n; i++)
	{
		if (common >> i & 1)
			v->score[i] += W_COMMON / ncommon;
		else if (known >> i & 1)
			v->score[i] += W_KNOWN;
	}
}

/* Count the words that begin in [p, stop); the text ends at end. */
static void
vote_window(Votes *v, const char *p, const char *stop, const char *end)
{
	while (p < stop)
	{
		const char *b;
		const char *limit;
		uint32_t	cp = 0;
		int			n = 0;

		CORE_POLL_EVERY((size_t) (end - p));
		n = uni_decode(p, end, &cp);
		if ((uni_class(cp) & UNI_LETTER) == 0)
		{
			/* 's of Obama's: an apostrophe and letters */
			if (!(tok_is_apostrophe(cp) && p + n < end))
			{
				p += n;
				continue;
			}
		}
		b = p;
		p += n;
		/* a word without end is read as far as matters */
		limit = p + CORE_MIN(end - p, 4 * MAX_WORD);
		while (p < limit)
		{
			n = uni_decode(p, end, &cp);
			if ((uni_class(cp) & (UNI_LETTER | UNI_MARK)) == 0)
				break;
			p += n;
		}
		if (p >= limit && p < end)
		{
			while (p < stop && (uni_class((n = uni_decode(p, end, &cp), cp)) & (UNI_LETTER | UNI_MARK)))
				p += n;
			continue;
		}
		if (p < end && tok_is_apostrophe(cp))
			vote(v, b, p, "'");
		vote(v, b, p, "");
	}
}

int
tok_detect(const Lexicon *const *lexicons, int n, const char *text, size_t len)
{
	Votes		v = {.lex = lexicons, .n = CORE_MIN(n, MAX_LANGUAGES)};
	const char *end = text + len;
	uint32_t	nwindow = (uint32_t) CORE_MIN(len / WINDOW + 1, MAX_WINDOWS);
	int			best = 0;

	if (v.n <= 1)
		return 0;
	for (uint32_t i = 0; i < nwindow; i++)
	{
		/* spread: every fifth window first, so that few are enough; 5 and 64 share no factor */
		uint32_t	k = nwindow == MAX_WINDOWS ? i * 5 % MAX_WINDOWS : i;
		const char *p = text + (size_t) ((unsigned __int128) len * k / nwindow);
		const char *stop = nwindow == MAX_WINDOWS ? p + CORE_MIN(end - p, WINDOW) :
			text + (size_t) ((unsigned __int128) len * (k + 1) / nwindow);
		int64_t		second = 0;

		/* not from the middle of a word */
		if (k > 0)
		{
			const char *limit = p + CORE_MIN(stop - p, 64);

			while (p < limit && tok_byte_class[(unsigned char) p[-1]] != TOK_B_SPACE)
				p++;
		}
		vote_window(&v, p, stop, end);

		best = 0;
		for (int j = 1; j < v.n; j++)
		{
			if (v.score[j] > v.score[best])
				best = j;
		}
		for (int j = 0; j < v.n; j++)
		{
			if (j != best && v.score[j] > second)
				second = v.score[j];
		}
		if (i + 1 >= MIN_WINDOWS && v.score[best] - second >= W_ENOUGH &&
			v.score[best] >= 2 * second)
			break;
	}
	uni_buf_free(&v.low);
	return best;
}

/*
 * gaz_word.c
 *	  The words of a name or of a document, folded, with their places and the
 *	  breaks between them.
 *
 * A word is a run of letters, digits and their marks, as uni_fold separates
 * them; its folded bytes are what uni_fold makes of it.  ASCII and the
 * accented letters of French go straight through a table here (the unit test
 * compares it to uni_fold); a word with anything else goes to uni_fold whole.
 *
 * A break is what no name runs across: a comma, a quotation mark, the end of
 * a sentence or paragraph.  Spaces, hyphens, apostrophes, a single line end
 * and the full stop of an initial ("J. Roux", "St. Louis") are none.
 */
#include "gazetteer/gaz_layout.h"

/* Longest word whose full stop is taken for that of an abbreviation. */
#define ABBREVIATION	2

enum
{
	SOFT,						/* separates words */
	WORD,
	BREAK,
	STOP,						/* a break where white space follows */
	LINE
};

static const uint8_t ascii_kind[128] = {
	['0' ... '9'] = WORD,['A' ... 'Z'] = WORD,['a' ... 'z'] = WORD,
	[','] = BREAK,[';'] = BREAK,[':'] = BREAK,['!'] = BREAK,['?'] = BREAK,
	['('] = BREAK,[')'] = BREAK,['['] = BREAK,[']'] = BREAK,['{'] = BREAK,['}'] = BREAK,
	['<'] = BREAK,['>'] = BREAK,['|'] = BREAK,['"'] = BREAK,['\f'] = BREAK,
	['.'] = STOP,['\n'] = LINE,['\r'] = LINE
};

/* U+00C0 to U+00FF where one letter without its mark is all there is to it. */
static const char latin_fold[64] =
"aaaaaa\0ceeeeiiii\0nooooo\0\0uuuuy\0\0aaaaaa\0ceeeeiiii\0nooooo\0\0uuuuy\0";

/* Breaks beyond ASCII. */
static bool
is_break(uint32_t cp)
{
	switch (cp)
	{
		case 0xA1:				/* inverted ! and ? */
		case 0xBF:
		case 0xAB:				/* guillemets */
		case 0xBB:
		case 0x2039:
		case 0x203A:
		case 0x201C:			/* double quotation marks; the single ones are
								 * apostrophes */
		case 0x201D:
		case 0x201E:
		case 0x201F:
		case 0x2014:			/* em dash and horizontal bar */
		case 0x2015:
		case 0x2022:			/* bullet */
		case 0x2026:			/* ellipsis */
		case 0x2029:			/* paragraph separator */
		case 0x3001:			/* CJK comma and full stop */
		case 0x3002:
		case 0xFF0C:
		case 0xFF0E:
			return true;
		default:
			return false;
	}
}

static inline bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static bool
is_space(const char *p, const char *end)
{
	uint32_t	cp;

	uni_decode(p, end, &cp);
	return (uni_class(cp) & UNI_SPACE) != 0;
}

/*
 * Behind a hyphen after a letter: where the word goes on if the hyphen stands
 * at a line end and a letter begins the next line, else NULL.  As uni_fold
 * does it.
 */
static const char *
joined_line(const char *p, const char *end)
{
	uint32_t	cp;

	while (p < end && is_blank(*p))
		p++;
	if (p == end || (*p != '\n' && *p != '\r'))
		return NULL;
	p += *p == '\r' && p + 1 < end && p[1] == '\n' ? 2 : 1;
	while (p < end && is_blank(*p))
		p++;
	if (p == end)
		return NULL;
	uni_decode(p, end, &cp);
	return uni_class(cp) & UNI_LETTER ? p : NULL;
}

/* Go to where the next word begins; false at the end. */
static bool
skip_gap(GazWalk *walk, bool *broken)
{
	const char *p = walk->at;
	const char *end = walk->end;
	uint32_t	chr = walk->chr;
	int			lines = 0;
	bool		found = false;

	*broken = false;
	while (p < end)
	{
		unsigned char c = (unsigned char) *p;

		if (c < 0x80)
		{
			uint8_t		kind = ascii_kind[c];

			if (kind == WORD)
			{
				found = true;
				break;
			}
			p++;
			chr++;
			if (kind == SOFT)
				continue;
			if (kind == BREAK)
				*broken = true;
			else if (kind == STOP)
			{
				if (p < end && (*p == '.' ||
								(walk->last_chars > ABBREVIATION && is_space(p, end))))
					*broken = true;
			}
			else if (c == '\r' && p < end && *p == '\n')
				continue;		/* counted with the line feed */
			else if (++lines == 2)
				*broken = true;
		}
		else
		{
			uint32_t	cp;
			int			n = uni_decode(p, end, &cp);

			if (uni_class(cp) & (UNI_LETTER | UNI_DIGIT))
			{
				found = true;
				break;
			}
			p += n;
			chr++;
			if (is_break(cp))
				*broken = true;
		}
	}
	walk->at = p;
	walk->chr = chr;
	return found;
}

/* A word that is not all in the tables: find its end, let uni_fold fold it. */
static void
walk_any(GazWalk *walk, UniBuf *fold, GazWord *word)
{
	const char *start = walk->at;
	const char *end = walk->end;
	const char *p = start;
	const char *word_end = p;
	uint32_t	chr = walk->chr;
	uint32_t	word_chr = chr;
	bool		letter = false;

	word->letters = 0;
	word->caps = true;
	while (p < end)
	{
		uint32_t	cp;
		int			n = uni_decode(p, end, &cp);
		unsigned	cls = uni_class(cp);

		if (cls & (UNI_LETTER | UNI_DIGIT | UNI_MARK))
		{
			if (!(cls & UNI_MARK))
				letter = (cls & UNI_LETTER) != 0;
			if (cls & UNI_LETTER)
			{
				word->letters++;
				if (!(cls & UNI_UPPER))
					word->caps = false;
			}
			p += n;
			chr++;
			word_end = p;
			word_chr = chr;
			continue;
		}
		if (letter && (cp == '-' || cp == 0xAD || cp == 0x2010))
		{
			const char *next = joined_line(p + n, end);

			if (next)
			{
				chr += 1 + (uint32_t) (next - (p + n));
				p = next;
				continue;
			}
		}
		if (!(cls & UNI_IGNORE))
			break;
		p += n;
		chr++;
	}

	fold->len = word->fold;
	uni_fold(start, (size_t) (word_end - start), fold);
	word->fold_len = (uint32_t) (fold->len - word->fold);
	/* one word, also where the fold takes it apart: "½" is "1/2" */
	for (char *s = fold->data + word->fold; s < fold->data + fold->len; s++)
		if (*s == ' ')
			*s = '/';
	walk->at = word_end;
	walk->chr = word_chr;
}

bool
gaz_walk(GazWalk *walk, UniBuf *fold, GazWord *word)
{
	bool		broken = false;

	for (;;)
	{
		const char *end = walk->end;
		const char *p;
		unsigned char any_lower = 0;
		uint32_t	letters = 0;
		uint32_t	extra = 0;	/* bytes that are no character */
		bool		gap_broken;
		bool		plain = false;

		if (!skip_gap(walk, &gap_broken))
			return false;
		broken |= gap_broken;
		p = walk->at;
		word->byte = (uint32_t) (p - walk->text);
		word->chr = walk->chr;
		word->fold = (uint32_t) fold->len;
		word->broken = broken;

		for (;;)
		{
			const char *run = p;
			size_t		n;
			char	   *out;

			while (p < end && (unsigned char) *p < 0x80 && ascii_kind[(unsigned char) *p] == WORD)
				p++;
			n = (size_t) (p - run);
			if (fold->cap - fold->len < n + 1)
				uni_buf_reserve(fold, n + 64);
			out = fold->data + fold->len;
			for (size_t i = 0; i < n; i++)
			{
				unsigned char c = (unsigned char) run[i];

				/* digits have 0x20 set, lower case has 0x60 */
				letters += c >= 'A';
				any_lower |= (c & 0x60) == 0x60;
				out[i] = (char) (c | 0x20);
			}
			fold->len += n;
			if (p < end && (unsigned char) *p == 0xC3 && p + 1 < end &&
				((unsigned char) p[1] & 0xC0) == 0x80 && latin_fold[p[1] & 0x3F] != '\0')
			{
				fold->data[fold->len++] = latin_fold[p[1] & 0x3F];
				letters++;
				any_lower |= (p[1] & 0x20) != 0;
				extra++;
				p += 2;
				continue;
			}
			plain = p == end || ((unsigned char) *p < 0x80 &&
								 !(*p == '-' && p + 1 < end &&
								   ((unsigned char) p[1] <= ' ')));
			/* the one mark that follows words: a typographic apostrophe */
			if (!plain && end - p >= 3 && memcmp(p, "\xE2\x80\x99", 3) == 0)
				plain = true;
			/* and the no-break space and guillemets */
			if (!plain && (unsigned char) *p == 0xC2 && end - p >= 2 &&
				((unsigned char) p[1] == 0xA0 || (unsigned char) p[1] == 0xBB))
				plain = true;
			break;
		}
		if (plain)
		{
			walk->chr += (uint32_t) (p - walk->at) - extra;
			walk->at = p;
			word->letters = letters;
			word->caps = !any_lower;
			word->fold_len = (uint32_t) fold->len - word->fold;
		}
		else
			walk_any(walk, fold, word);
		word->end_byte = (uint32_t) (walk->at - walk->text);
		word->end_chr = walk->chr;
		walk->last_chars = word->end_chr - word->chr;
		if (word->fold_len > 0)
			return true;
		/* letters that fold to nothing separate nothing */
	}
}

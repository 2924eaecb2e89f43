/*
 * par_split.c
 *	  Where paragraphs begin and end.
 *
 * A break is
 *	  - a blank line: two line ends (LF, CRLF or CR) with nothing but spaces
 *		and tabs between them;
 *	  - a form feed, or U+2029 PARAGRAPH SEPARATOR;
 *	  - </p>, or two <br> with nothing but white space between them, in any
 *		case, with or without attributes and slash.
 * Only a break with text in front of it ends a paragraph: an empty line at
 * the top of a document says nothing about how its paragraphs are marked.
 * A document in which no break ends a paragraph has one paragraph per line
 * (LF, CRLF, CR or U+2028).
 *
 * The body of a paragraph is without the white space around it, and, in a
 * document with breaks, without the <p ...>, </p> and <br> around it: those
 * belong to the gap between two paragraphs.  So the paragraphs of
 *		<p class="a">Un.</p> <p>Deux.</p>
 * are «Un.» and «Deux.», and have the fingerprints of the plain text.  Other
 * tags stay where they are.
 *
 * Scanning stops only at bytes that can begin a break, and what is looked at
 * ahead of one is bounded by the next such byte or is passed at once, so it is
 * linear for every input.
 */
#include "paragraph/par.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

typedef unsigned char Byte;

/* The next byte that can begin a break, or end. */
static const Byte *
next_candidate(const Byte *s, const Byte *end)
{
#ifdef __SSE2__
	while (end - s >= 16)
	{
		__m128i		v = _mm_loadu_si128((const __m128i *) s);
		__m128i		t = _mm_sub_epi8(v, _mm_set1_epi8('\n'));	/* LF VT FF CR are 10 to 13 */
		__m128i		hit = _mm_or_si128(_mm_cmpeq_epi8(_mm_min_epu8(t, _mm_set1_epi8(3)), t),
									   _mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8('<')),
													_mm_cmpeq_epi8(v, _mm_set1_epi8((char) 0xE2))));
		int			mask = _mm_movemask_epi8(hit);

		if (mask != 0)
			return s + __builtin_ctz((unsigned) mask);
		s += 16;
	}
#endif
	for (; s < end; s++)
		if ((*s >= '\n' && *s <= '\r') || *s == '<' || *s == 0xE2)
			break;
	return s;
}

/* The end of the line end at s, or NULL where there is none. */
static const Byte *
line_end(const Byte *s, const Byte *end)
{
	if (s == end)
		return NULL;
	if (*s == '\n')
		return s + 1;
	if (*s == '\r')
		return s + (s + 1 < end && s[1] == '\n' ? 2 : 1);
	return NULL;
}

static const Byte *
skip_space(const Byte *s, const Byte *end)
{
	while (s < end)
	{
		uint32_t	cp;
		int			n = uni_decode((const char *) s, (const char *) end, &cp);

		if (!(uni_class(cp) & UNI_SPACE))
			break;
		s += n;
	}
	return s;
}

/* The end of the break at s that is no tag, or NULL where there is none. */
static const Byte *
plain_break_end(const Byte *s, const Byte *end)
{
	const Byte *t;

	switch (*s)
	{
		case '\n':
		case '\r':
			t = line_end(s, end);
			while (t < end && (*t == ' ' || *t == '\t'))
				t++;
			return line_end(t, end);
		case '\f':
			return s + 1;
		case 0xE2:
			return end - s >= 3 && s[1] == 0x80 && s[2] == 0xA9 ? s + 3 : NULL;
	}
	return NULL;
}

/*
 * The end of the tag at s if its name is name, else NULL.  A tag holds no
 * other < and no break, so looking for its > never passes the next place to
 * look from.
 */
static const Byte *
tag_end(const Byte *s, const Byte *end, const char *name)
{
	if (s == end || *s != '<')
		return NULL;
	for (s++; *name; s++, name++)
		if (s == end || (*s | ((unsigned) (*s - 'A') < 26) << 5) != *name)
			return NULL;
	/* <pre> and <broad> are others */
	if (s < end && *s != '>' && *s != '/' && *s != ' ' && !(*s >= '\t' && *s <= '\r'))
		return NULL;
	for (; s < end; s++)
	{
		if (*s == '>')
			return s + 1;
		if (*s == '<' || plain_break_end(s, end) != NULL)
			break;
	}
	return NULL;
}

/* The end of the break at s, or NULL where there is none. */
static const Byte *
break_end(const Byte *s, const Byte *end)
{
	const Byte *t;

	if (*s != '<')
		return plain_break_end(s, end);
	if ((t = tag_end(s, end, "/p")) != NULL)
		return t;
	if ((t = tag_end(s, end, "br")) != NULL)
		return tag_end(skip_space(t, end), end, "br");
	return NULL;
}

/* Where the paragraph that begins at s ends, white space still behind it. */
static const Byte *
find_break(const Byte *s, const Byte *end)
{
	for (;; s++)
	{
		s = next_candidate(s, end);
		if (s == end || break_end(s, end) != NULL)
			return s;
	}
}

static const Byte *
find_line_end(const Byte *s, const Byte *end)
{
	for (;; s++)
	{
		s = next_candidate(s, end);
		if (s == end || *s == '\n' || *s == '\r' ||
			(*s == 0xE2 && end - s >= 3 && s[1] == 0x80 && s[2] == 0xA8))
			return s;
	}
}

/* Past everything that can stand between two paragraphs. */
static const Byte *
skip_gap(const Byte *s, const Byte *end, bool by_line)
{
	for (;;)
	{
		const Byte *t;

		s = skip_space(s, end);
		if (by_line || s == end || *s != '<')
			return s;
		if ((t = tag_end(s, end, "p")) == NULL &&
			(t = tag_end(s, end, "/p")) == NULL &&
			(t = tag_end(s, end, "br")) == NULL)
			return s;
		s = t;
	}
}

/* Back over the white space between start and s. */
static const Byte *
trim_space(const Byte *start, const Byte *s)
{
	while (s > start)
	{
		const Byte *t = s - 1;
		uint32_t	cp;

		while (t > start && s - t < 4 && (*t & 0xC0) == 0x80)
			t--;
		if (t + uni_decode((const char *) t, (const char *) s, &cp) != s ||
			!(uni_class(cp) & UNI_SPACE))
			break;
		s = t;
	}
	return s;
}

/* Back over everything that can stand between two paragraphs. */
static const Byte *
trim_gap(const Byte *start, const Byte *s, bool by_line)
{
	for (;;)
	{
		const Byte *t;

		s = trim_space(start, s);
		if (by_line || s - start < 3 || s[-1] != '>')
			return s;
		for (t = s - 1; t > start && *t != '<'; t--)
			;
		if (tag_end(t, s, "br") != s && tag_end(t, s, "p") != s)
			return s;
		s = t;
	}
}

void
par_begin(ParIter *it, const char *text, size_t len)
{
	const Byte *s = (const Byte *) text;
	const Byte *end = s + len;

	it->text = text;
	it->len = len;
	it->pos = 0;
	it->chr = 0;
	it->counting = true;
	it->hashing = true;
	it->by_line = find_break(skip_gap(s, end, false), end) == end;
}

bool
par_next(ParIter *it, ParSpan *span)
{
	const Byte *text = (const Byte *) it->text;
	const Byte *end = text + it->len;
	const Byte *from = text + it->pos;
	const Byte *start = skip_gap(from, end, it->by_line);
	const Byte *stop;

	if (start == end)
		return false;
	stop = it->by_line ? find_line_end(start, end) : find_break(start, end);
	stop = trim_gap(start, stop, it->by_line);

	memset(span, 0, sizeof(*span));
	span->gap = it->pos;
	span->byte = (uint64_t) (start - text);
	span->len = (uint64_t) (stop - start);
	it->pos = (size_t) (stop - text);
	if (it->counting)
	{
		span->chr = it->chr + uni_count((const char *) from, (size_t) (start - from));
		span->nchr = uni_count((const char *) start, span->len);
		it->chr = span->chr + span->nchr;
	}
	if (it->hashing)
		span->fingerprint = uni_fold_hash((const char *) start, span->len, &span->words);
	return true;
}

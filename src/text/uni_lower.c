/*
 * uni_lower.c
 *	  Lower case with accents kept, as words are looked up in a lexicon.
 *
 * Latin, Greek and Cyrillic letters come out composed, whether they came
 * composed or not: a mark is met rarely in real text, and then the letter in
 * front of it is taken back and composed again with all its marks.
 */
#include "text/uni.h"
#include "text/uni_tables.h"

/* More marks than this on one letter are copied as they come. */
#define MAX_MARKS	30

static const UniRec *
record(uint32_t cp)
{
	return &uni_rec[uni_rec_block[((uint32_t) uni_rec_index[cp >> UNI_SHIFT] << UNI_SHIFT) +
								  (cp & (UNI_BLOCK - 1))]];
}

static uint32_t
lower(uint32_t cp)
{
	int32_t		delta = uni_lower_delta[uni_lower_block[((uint32_t) uni_lower_index[cp >> UNI_SHIFT] << UNI_SHIFT) +
														(cp & (UNI_BLOCK - 1))]];

	return (uint32_t) ((int32_t) cp + delta);
}

/* What base and mark compose to, or 0. */
static uint32_t
compose(uint32_t base, uint32_t mark)
{
	uint32_t	lo = 0,
				hi = uni_ncompose;

	while (lo < hi)
	{
		uint32_t	mid = (lo + hi) / 2;
		const UniPair *p = &uni_compose[mid];

		if (p->base == base && p->mark == mark)
			return p->composed;
		if (p->base < base || (p->base == base && p->mark < mark))
			lo = mid + 1;
		else
			hi = mid;
	}
	return 0;
}

/* Undo the compositions of cp: its base, marks appended to mark in order. */
static uint32_t
take_apart(uint32_t cp, uint32_t *mark, int *nmark)
{
	uint32_t	undone[4];
	int			n = 0;

	for (uint32_t i = 0; n < 4 && i < uni_ncompose; i++)
		if (uni_compose[i].composed == cp)
		{
			undone[n++] = uni_compose[i].mark;
			cp = uni_compose[i].base;
			i = (uint32_t) -1;	/* from the start: the base may be composed */
		}
	while (n > 0)
		mark[(*nmark)++] = undone[--n];
	return cp;
}

/*
 * At buf->data + start stands a lower-cased starter, the last of buf.  Append
 * the mark first, if any, and those at p, composed; returns where they end.
 */
static const char *
add_marks(UniBuf *buf, size_t start, uint32_t first, const char *p, const char *end)
{
	uint32_t	mark[MAX_MARKS + 8];
	int			nmark = 0;
	uint32_t	base;
	uint32_t	cp;
	int			left = 0;
	int			blocked = -1;

	uni_decode(buf->data + start, buf->data + buf->len, &base);
	base = take_apart(base, mark, &nmark);
	if (first)
		mark[nmark++] = first;
	while (p < end && nmark < MAX_MARKS)
	{
		int			n = uni_decode(p, end, &cp);
		const UniRec *rec = record(cp);

		if (rec->cls & UNI_IGNORE)
		{
			p += n;
			continue;
		}
		if (rec->ccc == 0)
			break;
		mark[nmark++] = cp;
		p += n;
	}
	/* canonical order: stable, by combining class */
	for (int i = 1; i < nmark; i++)
		for (int j = i; j > 0 && record(mark[j - 1])->ccc > record(mark[j])->ccc; j--)
		{
			uint32_t	t = mark[j];

			mark[j] = mark[j - 1];
			mark[j - 1] = t;
		}
	/* a mark that stays blocks those of its class behind it */
	for (int i = 0; i < nmark; i++)
	{
		int			ccc = record(mark[i])->ccc;
		uint32_t	c = ccc == blocked ? 0 : compose(base, mark[i]);

		if (c)
			base = c;
		else
		{
			mark[left++] = mark[i];
			blocked = ccc;
		}
	}
	buf->len = start;
	uni_buf_reserve(buf, (size_t) (left + 1) * 4);
	buf->len += (size_t) uni_encode(base, buf->data + buf->len);
	for (int i = 0; i < left; i++)
		buf->len += (size_t) uni_encode(mark[i], buf->data + buf->len);
	return p;
}

void
uni_lower(const char *s, size_t len, UniBuf *buf)
{
	const char *p = s;
	const char *end = s + len;
	size_t		starter = 0;	/* where in buf the last starter is */
	bool		bare = false;	/* and whether it composes with marks */
	size_t		step = 0;

	while (p < end)
	{
		uint32_t	cp;
		int			n;
		const UniRec *rec;

		CORE_POLL_EVERY(step++);
		if ((unsigned char) *p < 0x80)
		{
			const char *run = p;
			char	   *out;

			do
				p++;
			while (p < end && (unsigned char) *p < 0x80 && p - run < 4096);
			uni_buf_reserve(buf, (size_t) (p - run));
			out = buf->data + buf->len;
			for (ptrdiff_t i = 0; i < p - run; i++)
			{
				unsigned char c = (unsigned char) run[i];

				out[i] = (char) (c | (((unsigned) c - 'A') < 26) << 5);
			}
			buf->len += (size_t) (p - run);
			starter = buf->len - 1;
			bare = (uni_ascii_class[(unsigned char) buf->data[starter]] & UNI_LETTER) != 0;
			continue;
		}

		n = uni_decode(p, end, &cp);
		rec = record(cp);
		if (rec->cls & UNI_IGNORE)
		{
			p += n;
			continue;
		}
		uni_buf_reserve(buf, 16);
		if (rec->ccc != 0 && bare)
		{
			p = add_marks(buf, starter, 0, p, end);
			bare = false;		/* more than MAX_MARKS: as they come */
			continue;
		}
		p += n;
		bare = false;
		switch (cp)
		{
			case 0x02BB:		/* the apostrophes: l’eau, l‘eau, lʼeau, l′eau, l＇eau */
			case 0x02BC:
			case 0x2018:
			case 0x2019:
			case 0x201B:
			case 0x2032:
			case 0xFF07:
				buf->data[buf->len++] = '\'';
				continue;
			case 0x2010:		/* the hyphens: vice‐président */
			case 0x2011:
			case 0xFE63:
			case 0xFF0D:
				buf->data[buf->len++] = '-';
				continue;
			case 0x0130:		/* İ is i and a dot, as it is decomposed */
				starter = buf->len;
				buf->data[buf->len++] = 'i';
				p = add_marks(buf, starter, 0x0307, p, end);
				continue;
			case 0xFB00:		/* the ligatures of typesetters: oﬃciel */
			case 0xFB01:
			case 0xFB02:
			case 0xFB03:
			case 0xFB04:
			case 0xFB05:
			case 0xFB06:
				uni_buf_append(buf, cp == 0xFB00 ? "ff" : cp == 0xFB01 ? "fi" :
							   cp == 0xFB02 ? "fl" : cp == 0xFB03 ? "ffi" :
							   cp == 0xFB04 ? "ffl" : "st", cp == 0xFB03 || cp == 0xFB04 ? 3 : 2);
				starter = buf->len - 1;
				bare = true;
				continue;
		}
		cp = lower(cp);
		if (rec->ccc == 0)
		{
			starter = buf->len;
			bare = (rec->flags & UNI_REC_BARE) != 0;
		}
		buf->len += (size_t) uni_encode(cp, buf->data + buf->len);
	}
}

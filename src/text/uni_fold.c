/*
 * uni_fold.c
 *	  The normalised text of the contract, as text and as a stream into a
 *	  hash.
 *
 * One engine, fold_some, turns as much input as fits into a given piece of
 * output memory and can be called again; uni_fold gives it a buffer that
 * grows, uni_fold_hash a piece of the stack.
 *
 * French text is ASCII in runs of 20 to 30 bytes, so the engine has three
 * gears: 16 bytes of ASCII at a time; U+0080 to U+017F and the general
 * punctuation by a table; everything else character by character through
 * the tables of uni_tables.c, with marks in canonical order.  All three give
 * the same text (test/unit/test_uni.c compares them with the third alone).
 *
 * What a mark stands on decides its fate: on a Latin, Greek or Cyrillic
 * letter, a digit or anything that is no letter, it is dropped; on a letter
 * of another script it is kept, since there it is a vowel or a letter of its
 * own (Hindi, Hebrew, Thai, Japanese).
 */
#include "text/uni.h"
#include "text/uni_tables.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#if defined(__SSE2__) && !defined(UNI_ONE_GEAR)
#include <emmintrin.h>
#define USE_SSE2 1
#endif

/* The test compiles this file a second time with the slow gear alone. */
#ifdef UNI_ONE_GEAR
#define ONE_GEAR true
#else
#define ONE_GEAR false
#endif

/*
 * Part of every fingerprint.  Raise it only with a new major version of the
 * extension: everything that is stored becomes different from what is new.
 */
#define UNI_FOLD_VERSION	1
#define HASH_SEED			(UINT64_C(0x67617A6574746500) + UNI_FOLD_VERSION)

/*
 * Marks that wait for their order.  Text with more than this on one letter
 * is no language; it is folded in pieces of this many (as Unicode's
 * Stream-Safe Text Format does).
 */
#define MAX_MARKS	32

/* fold_some stops when less than this is left of the output memory. */
#define SLACK		512

/* The longest line of output that one call may make before the caller polls. */
#define CHUNK		8192

typedef struct Fold
{
	const unsigned char *p;
	const unsigned char *end;
	unsigned char last;			/* last byte written; a space in the beginning */
	bool		keep;			/* marks are kept: on a letter of another script */
	uint8_t		nmark;
	uint32_t	mark[MAX_MARKS];
} Fold;

/* What ASCII folds to: a space for what separates. */
static const unsigned char ascii_fold[128] = {
#define SP8 ' ', ' ', ' ', ' ', ' ', ' ', ' ', ' '
	SP8, SP8, SP8, SP8, SP8, SP8,
	'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', ' ', ' ', ' ', ' ', ' ', ' ',
	' ', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o',
	'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z', ' ', ' ', ' ', ' ', ' ',
	' ', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o',
	'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z', ' ', ' ', ' ', ' ', ' '
#undef SP8
};

static inline const UniRec *
record(uint32_t cp)
{
	return &uni_rec[uni_rec_block[((uint32_t) uni_rec_index[cp >> UNI_SHIFT] << UNI_SHIFT) +
								  (cp & (UNI_BLOCK - 1))]];
}

/* U+2000 to U+203F holds nothing but spaces, punctuation and what is dropped. */
static inline bool
punctuation_dropped(unsigned char third)
{
	return (third >= 0x8B && third <= 0x8F) ||	/* U+200B to U+200F */
		(third >= 0xAA && third <= 0xAE);	/* U+202A to U+202E */
}

/*
 * Behind a hyphen at p - 1 that follows a letter: if a line ends here and the
 * next one begins with a letter, that letter; else NULL.
 *		infor-
 *		mation
 */
static const unsigned char *
joined_line(const unsigned char *p, const unsigned char *end)
{
	while (p < end && (*p == ' ' || *p == '\t'))
		p++;
	if (p == end || (*p != '\n' && *p != '\r'))
		return NULL;
	p += *p == '\r' && p + 1 < end && p[1] == '\n' ? 2 : 1;
	while (p < end && (*p == ' ' || *p == '\t'))
		p++;
	if (p < end)
	{
		uint32_t	cp;

		uni_decode((const char *) p, (const char *) end, &cp);
		if (uni_class(cp) & UNI_LETTER)
			return p;
	}
	return NULL;
}

/* Write the waiting marks in canonical order. */
static unsigned char *
flush_marks(Fold *f, unsigned char *o)
{
	for (int i = 1; i < f->nmark; i++)
	{
		uint32_t	m = f->mark[i];
		int			ccc = record(m)->ccc;
		int			j = i;

		for (; j > 0 && record(f->mark[j - 1])->ccc > ccc; j--)
			f->mark[j] = f->mark[j - 1];
		f->mark[j] = m;
	}
	for (int i = 0; i < f->nmark; i++)
		o += uni_encode(f->mark[i], (char *) o);
	f->nmark = 0;
	return o;
}

/* Write one character that is decomposed and case folded already. */
static unsigned char *
put(Fold *f, uint32_t cp, unsigned char *o)
{
	const UniRec *rec = record(cp);

	if (rec->cls & UNI_MARK)
	{
		if (!f->keep || (rec->cls & UNI_IGNORE))
			return o;
		if (f->nmark == MAX_MARKS || (rec->ccc == 0 && f->nmark > 0))
			o = flush_marks(f, o);
		if (rec->ccc == 0)
			o += uni_encode(cp, (char *) o);
		else
			f->mark[f->nmark++] = cp;
		f->last = 0xFF;
		return o;
	}
	if (rec->cls & UNI_IGNORE)
		return o;
	if (f->nmark > 0)
		o = flush_marks(f, o);
	if (rec->cls & (UNI_LETTER | UNI_DIGIT))
	{
		f->keep = (rec->cls & UNI_LETTER) && !(rec->flags & UNI_REC_BARE);
		o += uni_encode(cp, (char *) o);
		f->last = o[-1];
	}
	else
	{
		f->keep = false;
		if (f->last != ' ')
			*o++ = f->last = ' ';
	}
	return o;
}

/* Fold the character at f->p, whatever it is. */
static unsigned char *
fold_one(Fold *f, unsigned char *o)
{
	uint32_t	cp;
	uint32_t	at;

	f->p += uni_decode((const char *) f->p, (const char *) f->end, &cp);

	if (cp == '-' || cp == 0xAD || cp == 0x2010)
	{
		bool		letter = f->last != ' ' && (f->last < '0' || f->last > '9');
		const unsigned char *next = letter ? joined_line(f->p, f->end) : NULL;

		if (next)
		{
			f->p = next;
			return o;
		}
	}
	if (cp < 0x80)
		return put(f, ascii_fold[cp], o);
	if (cp >= 0xAC00 && cp <= 0xD7A3)
	{
		uint32_t	h = cp - 0xAC00;

		o = put(f, 0x1100 + h / 588, o);
		o = put(f, 0x1161 + h % 588 / 28, o);
		if (h % 28)
			o = put(f, 0x11A7 + h % 28, o);
		return o;
	}
	at = uni_fold_block[((uint32_t) uni_fold_index[cp >> UNI_SHIFT] << UNI_SHIFT) +
						(cp & (UNI_BLOCK - 1))];
	if (at == 0)
		return put(f, cp, o);
	for (;; at++)
	{
		o = put(f, uni_fold_pool[at] & ~UNI_FOLD_LAST, o);
		if (uni_fold_pool[at] & UNI_FOLD_LAST)
			return o;
	}
}

/*
 * Fold until the input ends or less than SLACK is left before limit.
 * Returns the end of what was written.
 */
static unsigned char *
fold_some(Fold *f, unsigned char *o, unsigned char *limit)
{
	const unsigned char *p = f->p;
	const unsigned char *end = f->end;
	unsigned char last = f->last;

	limit -= SLACK;
	while (p < end && o < limit)
	{
		unsigned char c;

		if (ONE_GEAR || f->keep)
		{
			f->p = p;
			f->last = last;
			o = fold_one(f, o);
			p = f->p;
			last = f->last;
			continue;
		}
#ifdef USE_SSE2
		while (end - p >= 16 && o < limit)
		{
			__m128i		v = _mm_loadu_si128((const __m128i *) p);
			__m128i		t = _mm_sub_epi8(v, _mm_set1_epi8('A'));
			__m128i		upper = _mm_cmpeq_epi8(_mm_min_epu8(t, _mm_set1_epi8(25)), t);
			__m128i		low = _mm_or_si128(v, _mm_and_si128(upper, _mm_set1_epi8(0x20)));
			__m128i		a = _mm_sub_epi8(low, _mm_set1_epi8('a'));
			__m128i		d = _mm_sub_epi8(v, _mm_set1_epi8('0'));
			__m128i		word = _mm_or_si128(_mm_cmpeq_epi8(_mm_min_epu8(a, _mm_set1_epi8(25)), a),
											_mm_cmpeq_epi8(_mm_min_epu8(d, _mm_set1_epi8(9)), d));
			__m128i		res = _mm_or_si128(_mm_and_si128(word, low),
										   _mm_andnot_si128(word, _mm_set1_epi8(' ')));
			unsigned	sep = ~(unsigned) _mm_movemask_epi8(word) & 0xFFFF;
			unsigned	stop = (unsigned) _mm_movemask_epi8(v) |
				(sep & (sep << 1 | (last == ' '))) |
				(unsigned) _mm_movemask_epi8(_mm_cmpeq_epi8(v, _mm_set1_epi8('-')));
			int			n;

			_mm_storeu_si128((__m128i *) o, res);
			if (stop == 0)
			{
				p += 16;
				o += 16;
				last = o[-1];
				continue;
			}
			n = __builtin_ctz(stop);
			p += n;
			o += n;
			if (n > 0)
				last = o[-1];
			/* a separator behind another one: nothing to write */
			if (*p < 0x80 && *p != '-')
			{
				p++;
				continue;
			}
			break;
		}
		if (p == end)
			break;
#endif
		c = *p;
		if (c < 0x80 && c != '-')
		{
			unsigned char m = ascii_fold[c];

			p++;
			*o = m;
			o += m != ' ' || last != ' ';
			last = m;
			continue;
		}
		if (c >= 0xC2 && c <= 0xC5 && end - p >= 2 && (p[1] & 0xC0) == 0x80)
		{
			unsigned	v = uni_fold_short[((unsigned) (c & 0x1F) << 6 | (p[1] & 0x3F)) - UNI_SHORT_FIRST];

			if (v == ' ')
			{
				p += 2;
				*o = ' ';
				o += last != ' ';
				last = ' ';
				continue;
			}
			if (v != 0)
			{
				p += 2;
				o[0] = (unsigned char) v;
				o[1] = (unsigned char) (v >> 8);
				o += 1 + (v > 0xFF);
				last = o[-1];
				continue;
			}
		}
		else if (c == 0xE2 && end - p >= 3 && p[1] == 0x80 && (p[2] & 0xC0) == 0x80 &&
				 p[2] != 0x90)
		{
			if (!punctuation_dropped(p[2]))
			{
				*o = ' ';
				o += last != ' ';
				last = ' ';
			}
			p += 3;
			continue;
		}
		else if (((c == 0xCC && end - p >= 2 && (p[1] & 0xC0) == 0x80) ||
				  (c == 0xCD && end - p >= 2 && p[1] >= 0x80 && p[1] <= 0xAF)))
		{
			p += 2;				/* U+0300 to U+036F, and not kept */
			continue;
		}
		f->p = p;
		f->last = last;
		o = fold_one(f, o);
		p = f->p;
		last = f->last;
	}
	f->p = p;
	f->last = last;
	if (p == end && f->nmark > 0)
		o = flush_marks(f, o);
	return o;
}

static void
fold_init(Fold *f, const char *s, size_t len)
{
	f->p = (const unsigned char *) s;
	f->end = f->p + len;
	f->last = ' ';
	f->keep = false;
	f->nmark = 0;
}

void
uni_fold(const char *s, size_t len, UniBuf *buf)
{
	Fold		f;
	size_t		start = buf->len;

	fold_init(&f, s, len);
	while (f.p < f.end)
	{
		unsigned char *o;

		size_t		room;

		core_poll();
		uni_buf_reserve(buf, CORE_MIN((size_t) (f.end - f.p), (size_t) CHUNK) + 2 * SLACK);
		room = CORE_MIN(buf->cap - buf->len, (size_t) CHUNK + 2 * SLACK);
		o = (unsigned char *) buf->data + buf->len;
		buf->len = (size_t) (fold_some(&f, o, o + room) - (unsigned char *) buf->data);
	}
	if (buf->len > start && buf->data[buf->len - 1] == ' ')
		buf->len--;
}

static uint64_t
count_spaces(const unsigned char *s, size_t len)
{
	uint64_t	n = 0;
	size_t		i = 0;

#ifdef USE_SSE2
	while (len - i >= 16)
	{
		size_t		stop = i + CORE_MIN((len - i) & ~(size_t) 15, (size_t) 255 * 16);
		__m128i		sum = _mm_setzero_si128();
		__m128i		two;

		for (; i < stop; i += 16)
			sum = _mm_sub_epi8(sum, _mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *) (s + i)),
												   _mm_set1_epi8(' ')));
		two = _mm_sad_epu8(sum, _mm_setzero_si128());
		n += (uint64_t) _mm_cvtsi128_si32(two) +
			(uint64_t) _mm_cvtsi128_si32(_mm_srli_si128(two, 8));
	}
#endif
	for (; i < len; i++)
		n += s[i] == ' ';
	return n;
}

uint64_t
uni_fold_hash(const char *s, size_t len, uint64_t *words)
{
	unsigned char chunk[CHUNK + 2 * SLACK];
	Fold		f;
	size_t		n;
	uint64_t	spaces;
	XXH3_state_t state;

	fold_init(&f, s, len);
	n = (size_t) (fold_some(&f, chunk, chunk + sizeof(chunk)) - chunk);
	if (f.p == f.end)
	{
		/* nearly every paragraph: all of it in one piece */
		if (n > 0 && chunk[n - 1] == ' ')
			n--;
		if (n == 0)
		{
			*words = 0;
			return XXH3_64bits_withSeed(s, len, HASH_SEED);
		}
		*words = count_spaces(chunk, n) + 1;
		return XXH3_64bits_withSeed(chunk, n, HASH_SEED);
	}

	/*
	 * A reset trusts the secret of a state that has the seed already, and the
	 * stack may hold the seed of an earlier call beside what is no secret.
	 */
	XXH3_INITSTATE(&state);
	state.extSecret = NULL;
	XXH3_64bits_reset_withSeed(&state, HASH_SEED);
	spaces = 0;
	for (;;)
	{
		bool		held = n > 0 && chunk[n - 1] == ' ';

		/* a space at the end of a chunk waits: it may be the last */
		XXH3_64bits_update(&state, chunk, n - held);
		spaces += count_spaces(chunk, n - held);
		if (f.p == f.end)
			break;
		core_poll();
		chunk[0] = ' ';
		n = (size_t) (fold_some(&f, chunk + held, chunk + sizeof(chunk)) - chunk);
	}
	*words = spaces + 1;
	return XXH3_64bits_digest(&state);
}

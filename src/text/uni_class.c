/*
 * uni_class.c
 *	  Decoding, encoding and counting characters, their classes, and the
 *	  growing buffer that the foldings write to.
 */
#include "text/uni.h"
#include "text/uni_tables.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

unsigned
uni_class_slow(uint32_t cp)
{
	if (cp >= UNI_MAX)
		return 0;
	return uni_rec[uni_rec_block[((uint32_t) uni_rec_index[cp >> UNI_SHIFT] << UNI_SHIFT) +
								 (cp & (UNI_BLOCK - 1))]].cls;
}

/*
 * Well-formed sequences as in table 3-7 of the Unicode standard: no overlong
 * forms, no surrogates, nothing above U+10FFFF.
 */
int
uni_decode_slow(const unsigned char *s, const unsigned char *end, uint32_t *cp)
{
	unsigned char c = s[0];
	size_t		left = (size_t) (end - s);

	if (c < 0x80)
	{
		*cp = c;
		return 1;
	}
	if (c >= 0xC2 && c <= 0xDF)
	{
		if (left >= 2 && (s[1] & 0xC0) == 0x80)
		{
			*cp = (uint32_t) (c & 0x1F) << 6 | (s[1] & 0x3F);
			return 2;
		}
	}
	else if ((c & 0xF0) == 0xE0)
	{
		if (left >= 3 && (s[1] & 0xC0) == 0x80 && (s[2] & 0xC0) == 0x80)
		{
			uint32_t	v = (uint32_t) (c & 0x0F) << 12 |
				(uint32_t) (s[1] & 0x3F) << 6 | (s[2] & 0x3F);

			if (v >= 0x800 && (v < 0xD800 || v > 0xDFFF))
			{
				*cp = v;
				return 3;
			}
		}
	}
	else if (c >= 0xF0 && c <= 0xF4)
	{
		if (left >= 4 && (s[1] & 0xC0) == 0x80 && (s[2] & 0xC0) == 0x80 &&
			(s[3] & 0xC0) == 0x80)
		{
			uint32_t	v = (uint32_t) (c & 0x07) << 18 | (uint32_t) (s[1] & 0x3F) << 12 |
				(uint32_t) (s[2] & 0x3F) << 6 | (s[3] & 0x3F);

			if (v >= 0x10000 && v < UNI_MAX)
			{
				*cp = v;
				return 4;
			}
		}
	}
	*cp = 0xFFFD;
	return 1;
}

int
uni_encode(uint32_t cp, char *out)
{
	if (cp < 0x80)
	{
		out[0] = (char) cp;
		return 1;
	}
	if (cp < 0x800)
	{
		out[0] = (char) (0xC0 | cp >> 6);
		out[1] = (char) (0x80 | (cp & 0x3F));
		return 2;
	}
	if (cp < 0x10000)
	{
		out[0] = (char) (0xE0 | cp >> 12);
		out[1] = (char) (0x80 | ((cp >> 6) & 0x3F));
		out[2] = (char) (0x80 | (cp & 0x3F));
		return 3;
	}
	out[0] = (char) (0xF0 | cp >> 18);
	out[1] = (char) (0x80 | ((cp >> 12) & 0x3F));
	out[2] = (char) (0x80 | ((cp >> 6) & 0x3F));
	out[3] = (char) (0x80 | (cp & 0x3F));
	return 4;
}

/*
 * As the server counts: every byte that continues no sequence begins one.
 * Text that is not well formed never comes from a UTF-8 database.
 */
size_t
uni_count(const char *s, size_t len)
{
	const unsigned char *p = (const unsigned char *) s;
	size_t		cont = 0;
	size_t		i = 0;

#ifdef __SSE2__
	const __m128i limit = _mm_set1_epi8((char) 0xC0);

	while (len - i >= 16)
	{
		/* a byte counts at most 255 times before it is added up */
		size_t		stop = i + CORE_MIN((len - i) & ~(size_t) 15, (size_t) 255 * 16);
		__m128i		sum = _mm_setzero_si128();
		__m128i		two;

		for (; i < stop; i += 16)
			sum = _mm_sub_epi8(sum, _mm_cmplt_epi8(_mm_loadu_si128((const __m128i *) (p + i)), limit));
		two = _mm_sad_epu8(sum, _mm_setzero_si128());
		cont += (size_t) _mm_cvtsi128_si32(two) +
			(size_t) _mm_cvtsi128_si32(_mm_srli_si128(two, 8));
	}
#endif
	for (; i < len; i++)
		cont += (p[i] & 0xC0) == 0x80;
	return len - cont;
}

/* Make room for more bytes behind len; at least doubles, so that it is linear. */
void
uni_buf_reserve(UniBuf *buf, size_t more)
{
	size_t		cap;

	if (buf->cap - buf->len >= more && buf->data)
		return;
	cap = CORE_MAX(buf->cap * 2, buf->len + more);
	cap = CORE_MAX(cap, (size_t) 64);
	buf->data = core_realloc(buf->data, cap);
	buf->cap = cap;
}

void
uni_buf_append(UniBuf *buf, const char *s, size_t len)
{
	uni_buf_reserve(buf, len);
	if (len > 0)
		memcpy(buf->data + buf->len, s, len);
	buf->len += len;
}

void
uni_buf_free(UniBuf *buf)
{
	core_free(buf->data);
	buf->data = NULL;
	buf->len = buf->cap = 0;
}

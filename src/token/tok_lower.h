/*
 * tok_lower.h
 *	  Lower case of common words, without the tables: most of the speed of the
 *	  tokeniser and of the detection.
 */
#ifndef TOK_LOWER_H
#define TOK_LOWER_H

#include "token/tok.h"
#include "token/tok_char.h"

#define TOK_FAST_FORM	64		/* bytes of a longer word are not common */

/*
 * Lower-case form of [b, e), flags of its letters and number of characters,
 * for words of up to TOK_FAST_FORM bytes in ASCII and Latin-1: everything that is
 * common in French and English.  Returns the length in out, -1 for the rest.
 * Agrees with uni_lower (test_tok proves it).
 */
static inline int
tok_lower_fast(const char *b, const char *e, char *out, uint8_t *flags, uint32_t *nchr)
{
	char	   *o = out;
	uint32_t	letters = 0,
				uppers = 0,
				multi = 0;
	uint8_t		f = 0;
	bool		after_lower = false;

	if (e - b > TOK_FAST_FORM)
		return -1;
	for (const char *p = b; p < e;)
	{
		unsigned char c = (unsigned char) *p;

		switch (tok_byte_class[c])
		{
			case TOK_B_LOWER:
				*o++ = c;
				letters++;
				after_lower = true;
				p++;
				break;
			case TOK_B_UPPER:
				*o++ = c + 32;
				if (letters == 0)
					f |= TOK_UPPER;
				letters++;
				uppers++;
				if (after_lower)
					f |= TOK_INNER;
				p++;
				break;
			case TOK_B_HIGH:
				if (c == 0xC3 && e - p >= 2)
				{
					unsigned char d = (unsigned char) p[1];

					if (d == 0x97 || d == 0xB7 || d < 0x80 || d > 0xBF)
						return -1;
					*o++ = c;
					if (d <= 0x9E)
					{
						*o++ = d + 0x20;
						if (letters == 0)
							f |= TOK_UPPER;
						uppers++;
						if (after_lower)
							f |= TOK_INNER;
					}
					else
					{
						*o++ = d;
						after_lower = true;
					}
					letters++;
					multi++;
					p += 2;
				}
				else if (c == 0xE2 && e - p >= 3 && (unsigned char) p[1] == 0x80 &&
						 (unsigned char) p[2] == 0x99)
				{
					*o++ = '\'';
					after_lower = false;
					multi += 2;
					p += 3;
				}
				else
					return -1;
				break;
			default:
				*o++ = c;
				after_lower = false;
				p++;
				break;
		}
	}
	if (letters >= 2 && uppers == letters)
		f |= TOK_CAPS;
	*flags = f;
	*nchr = (uint32_t) (e - b) - multi;
	return (int) (o - out);
}

#endif							/* TOK_LOWER_H */

/*
 * uni.h
 *	  Unicode for everybody else: decoding, classes, folding, offsets.
 *
 * All tables are generated (tools/gen_uni.c, from utf8proc), committed and
 * frozen: what is stored in a database must not change when the system's
 * utf8proc does.  utf8proc is therefore a dependency of the generator and of
 * the unit test that compares the two, and of nothing that runs in a server.
 *
 * Text is UTF-8.  A byte that begins no well-formed sequence is one character
 * U+FFFD of length 1; nothing here ever reads beyond the given end.
 */
#ifndef UNI_H
#define UNI_H

#include "core.h"

/* Character classes, as bits: a character may have several. */
#define UNI_LETTER	0x01
#define UNI_UPPER	0x02
#define UNI_LOWER	0x04
#define UNI_DIGIT	0x08		/* Nd, Nl, No */
#define UNI_MARK	0x10		/* Mn, Mc, Me */
#define UNI_SPACE	0x20		/* white space of every kind, line ends too */
#define UNI_PUNCT	0x40		/* P* and S* */
#define UNI_IGNORE	0x80		/* zero width, soft hyphen, bidi control: dropped by folding */

extern const uint8_t uni_ascii_class[128];
extern unsigned uni_class_slow(uint32_t cp);

static inline unsigned
uni_class(uint32_t cp)
{
	return cp < 128 ? uni_ascii_class[cp] : uni_class_slow(cp);
}

/* Decode the character at s (s < end); returns its length in bytes, 1 to 4. */
extern int	uni_decode_slow(const unsigned char *s, const unsigned char *end, uint32_t *cp);

static inline int
uni_decode(const char *s, const char *end, uint32_t *cp)
{
	unsigned char c = (unsigned char) *s;

	if (c < 0x80)
	{
		*cp = c;
		return 1;
	}
	return uni_decode_slow((const unsigned char *) s, (const unsigned char *) end, cp);
}

/* Append cp in UTF-8 to out (room for 4); returns the number of bytes. */
extern int	uni_encode(uint32_t cp, char *out);

/*
 * Number of characters in s, well-formed UTF-8 as a server's text is; of other
 * bytes it counts those that begin a character, where uni_decode takes each.
 */
extern size_t uni_count(const char *s, size_t len);

/* A growing byte buffer; {0} is empty. */
typedef struct UniBuf
{
	char	   *data;
	size_t		len;
	size_t		cap;
} UniBuf;

extern void uni_buf_reserve(UniBuf *buf, size_t more);
extern void uni_buf_append(UniBuf *buf, const char *s, size_t len);
extern void uni_buf_free(UniBuf *buf);

/*
 * Two foldings.
 *
 * uni_fold: the normalised text of the contract (fingerprints, keys of names,
 * shingles): compatibility decomposition, case folded, marks dropped from
 * Latin, Greek and Cyrillic letters, ligatures opened, UNI_IGNORE dropped, a
 * hyphen at a line end joined, every run of anything that is no letter, digit
 * (or kept mark) one space, none at the ends.  Appends to buf.  Frozen.
 *
 * uni_lower: lower case with accents kept, canonically composed for Latin,
 * typographic apostrophes and hyphens unified to ' and -, UNI_IGNORE dropped:
 * what words are looked up by in a lexicon.  Appends to buf.
 */
extern void uni_fold(const char *s, size_t len, UniBuf *buf);
extern void uni_lower(const char *s, size_t len, UniBuf *buf);

/*
 * The same fold as a stream into a 64-bit hash, in constant memory; *words is
 * the number of words (runs between the spaces).  Returns 0 words where the
 * text holds neither letter nor digit, and then hashes the bytes as they are.
 */
extern uint64_t uni_fold_hash(const char *s, size_t len, uint64_t *words);

#endif							/* UNI_H */

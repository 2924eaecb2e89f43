/*
 * tok_char.h
 *	  What a single character means to the tokeniser.
 */
#ifndef TOK_CHAR_H
#define TOK_CHAR_H

#include "text/uni.h"
#include "token/tok.h"

/* Classes of a byte, enough for the first decision. */
enum
{
	TOK_B_MARK,					/* ASCII, none of the following */
	TOK_B_SPACE,
	TOK_B_LOWER,
	TOK_B_UPPER,
	TOK_B_DIGIT,
	TOK_B_HIGH					/* part of a longer character */
};

extern const uint8_t tok_byte_class[256];

/* Apostrophes, in words and as single quotation marks. */
static inline bool
tok_is_apostrophe(uint32_t cp)
{
	return cp == '\'' || cp == 0x2019 || cp == 0x02BC || cp == 0xFF07;
}

/* Hyphens inside words; dashes are another thing. */
static inline bool
tok_is_hyphen(uint32_t cp)
{
	return cp == '-' || cp == 0x2010 || cp == 0x2011;
}

/* A letter of a script that puts no spaces between words: a token by itself. */
extern bool tok_is_unspaced(uint32_t cp);

/* Kind of a token that begins with a mark, TOK_MARK for most. */
extern TokKind tok_mark_kind(uint32_t cp);

#endif							/* TOK_CHAR_H */

/*
 * tok_char.c
 *	  Tables of characters: bytes, marks, scripts without spaces.
 */
#include "token/tok_char.h"

#define M TOK_B_MARK
#define S TOK_B_SPACE
#define L TOK_B_LOWER
#define U TOK_B_UPPER
#define D TOK_B_DIGIT
#define H TOK_B_HIGH

const uint8_t tok_byte_class[256] = {
	M, M, M, M, M, M, M, M, M, S, S, S, S, S, M, M,
	M, M, M, M, M, M, M, M, M, M, M, M, M, M, M, M,
	S, M, M, M, M, M, M, M, M, M, M, M, M, M, M, M,
	D, D, D, D, D, D, D, D, D, D, M, M, M, M, M, M,
	M, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U,
	U, U, U, U, U, U, U, U, U, U, U, M, M, M, M, M,
	M, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
	L, L, L, L, L, L, L, L, L, L, L, M, M, M, M, M,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
	H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H
};

#undef M
#undef S
#undef L
#undef U
#undef D
#undef H

bool
tok_is_unspaced(uint32_t cp)
{
	if (cp < 0x0E00)
		return false;
	return cp <= 0x0EFF ||							/* Thai, Lao */
		(cp >= 0x1000 && cp <= 0x109F) ||			/* Myanmar */
		(cp >= 0x1780 && cp <= 0x17FF) ||			/* Khmer */
		(cp >= 0x3040 && cp <= 0x309F) ||			/* Hiragana */
		(cp >= 0x3400 && cp <= 0x9FFF) ||			/* Han */
		(cp >= 0xF900 && cp <= 0xFAFF) ||
		(cp >= 0x20000 && cp <= 0x3FFFF);
}

TokKind
tok_mark_kind(uint32_t cp)
{
	switch (cp)
	{
		case '.':
		case '!':
		case '?':
		case 0x203C:			/* ‼ */
		case 0x203D:			/* ‽ */
		case 0x2026:			/* … */
		case 0x2047:
		case 0x2048:
		case 0x2049:
		case 0x061F:			/* Arabic question mark */
		case 0x06D4:
		case 0x0964:			/* danda */
		case 0x0965:
		case 0x3002:			/* ideographic full stop */
		case 0xFF01:
		case 0xFF0E:
		case 0xFF1F:
		case 0xFF61:
			return TOK_STOP;
		case ',':
		case 0x060C:
		case 0x3001:
		case 0xFF0C:
			return TOK_COMMA;
		case ':':
		case ';':
		case 0x061B:
		case 0xFF1A:
		case 0xFF1B:
			return TOK_COLON;
		case '-':
		case 0x2010:
		case 0x2011:
		case 0x2012:
		case 0x2013:
		case 0x2014:
		case 0x2015:
			return TOK_DASH;
		case '(':
		case '[':
		case '{':
		case 0xFF08:
		case 0x3010:
			return TOK_LPAREN;
		case ')':
		case ']':
		case '}':
		case 0xFF09:
		case 0x3011:
			return TOK_RPAREN;
		case '"':
		case 0xFF02:
			return TOK_QUOTE;
		case 0x00AB:			/* « */
		case 0x2039:			/* ‹ */
		case 0x2018:			/* ‘ */
		case 0x201A:			/* ‚ */
		case 0x201C:			/* “ */
		case 0x201E:			/* „ */
		case 0x201F:			/* ‟ */
		case 0x3008:
		case 0x300A:
		case 0x300C:
		case 0x300E:
		case 0x301D:
			return TOK_OPEN;
		case 0x00BB:			/* » */
		case 0x203A:			/* › */
		case 0x2019:			/* ’ where it is no apostrophe */
		case 0x201D:			/* ” */
		case 0x3009:
		case 0x300B:
		case 0x300D:
		case 0x300F:
		case 0x301E:
		case 0x301F:
			return TOK_CLOSE;
		default:
			return TOK_MARK;
	}
}

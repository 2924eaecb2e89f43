/*
 * tok.h
 *	  Words, marks and sentences of a document, with byte and character
 *	  offsets; which language a document is in.
 */
#ifndef TOK_H
#define TOK_H

#include "core.h"
#include "text/lex.h"

typedef enum TokKind
{
	TOK_WORD,					/* letters, inner hyphens, apostrophe of an elision at its end */
	TOK_NUMBER,					/* 12  1 234,5  3.14  1er  20h30  14/01/2016 */
	TOK_OPEN,					/* opening quotation mark */
	TOK_CLOSE,					/* closing quotation mark */
	TOK_QUOTE,					/* a mark that may be either: " */
	TOK_STOP,					/* . ! ? and runs of them, ellipsis too; whether one ends its
								 * sentence stands in the sentences */
	TOK_COMMA,
	TOK_COLON,					/* : and ; */
	TOK_DASH,					/* a dash between words, not a hyphen in one */
	TOK_LPAREN,
	TOK_RPAREN,
	TOK_URL,					/* also mail addresses, @names and #tags */
	TOK_MARK,					/* anything else that is no letter */
	TOK_END						/* the sentinel behind the last one */
} TokKind;

/* Flags */
#define TOK_SPACE	0x01		/* white space in front, or start of document */
#define TOK_SENT	0x02		/* first of a sentence */
#define TOK_PARA	0x04		/* first of a line or paragraph */
#define TOK_UPPER	0x08		/* first letter is upper case */
#define TOK_CAPS	0x10		/* two letters or more, all upper case */
#define TOK_INNER	0x20		/* an upper-case letter behind a lower-case one: ByteDance */
#define TOK_BLANK	0x40		/* first of a paragraph (with TOK_PARA): a blank line or a
								 * block tag in front, start of document, or a line end
								 * where the document has no blank line */

/*
 * A token: 16 bytes, in one array per document.  A word of more than 65,535
 * bytes is cut into several tokens at a character.
 *
 * What the lexicon calls an elision or a clitic is a token by itself, with its
 * apostrophe: qu' | il, Obama | 's, did | n't.  A hyphen in front of a clitic
 * is a TOK_MARK, so that the pronoun stands alone: dit | - | il, a | -t- | il,
 * Ohio | - | based.  The stop of an abbreviation or an initial is in its token
 * (M.  U.S.  J.-P.), and not in the form that lex is the entry of.
 *
 * Tokens cover everything but white space and UNI_IGNORE characters outside
 * of words.
 */
typedef struct Tok
{
	uint32_t	byte;			/* offset of its first byte */
	uint32_t	chr;			/* offset of its first character, from 0 */
	uint16_t	len;			/* bytes */
	uint8_t		kind;			/* TokKind */
	uint8_t		flags;
	uint32_t	lex;			/* entry in the lexicon of the language, or 0 */
} Tok;

typedef struct TokDoc
{
	const char *text;
	size_t		len;			/* bytes */
	uint32_t	nchar;			/* characters */
	const Lexicon *lex;
	Tok		   *tok;			/* [ntok + 1]: the last one is TOK_END, at len and nchar */
	uint32_t	ntok;
	uint32_t   *sent;			/* [nsent + 1]: first token of each sentence; sent[nsent] = ntok */
	uint32_t	nsent;
} TokDoc;

/*
 * Cut text into tokens and sentences.  Linear in len.  Sentences end at a
 * stop that ends one (not behind an abbreviation, an initial, inside a
 * number), with the closing quotation marks and brackets behind it, and at
 * every paragraph or line end that is followed by an empty line; a headline
 * or a dateline stands by itself.  CORE_TOO_LARGE from 2^32 - 16 bytes on.
 */
extern CoreStatus tok_document(const Lexicon *lex, const char *text, size_t len, TokDoc *doc);
extern void tok_free(TokDoc *doc);

/* Character offset (from 0) behind the last character of a token. */
extern uint32_t tok_chr_end(const TokDoc *doc, uint32_t i);

static inline uint32_t
tok_byte_end(const TokDoc *doc, uint32_t i)
{
	return doc->tok[i].byte + doc->tok[i].len;
}

/*
 * Which of n languages the text is in: index into lexicons, by the frequent
 * function words of each; looks at a bounded sample of a long text.  The
 * first where nothing speaks for any.
 */
extern int	tok_detect(const Lexicon *const *lexicons, int n, const char *text, size_t len);

#endif							/* TOK_H */

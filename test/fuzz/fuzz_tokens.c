/*
 * fuzz_tokens.c
 *	  The token room: every word of its contract in tok.h.
 */
#include "fuzz.h"

const bool	fuzz_is_text = true;

/* Nothing but white space and ignored characters lies between tokens. */
static void
check_gap(const char *s, size_t from, size_t to, bool *space)
{
	*space = from == 0;
	while (from < to)
	{
		uint32_t	cp;
		int			len = uni_decode(s + from, s + to, &cp);

		FUZZ_CHECK(uni_class(cp) & (UNI_SPACE | UNI_IGNORE));
		*space |= (uni_class(cp) & UNI_SPACE) != 0;
		from += (size_t) len;
	}
}

static void
check_document(const FuzzLang *lang, const char *s, size_t size, const int64_t *count)
{
	TokDoc		doc;
	uint32_t	next = 0;
	size_t		end = 0;

	FUZZ_CHECK(tok_document(&lang->lex, s, size, &doc) == CORE_OK);
	FUZZ_CHECK(doc.text == s && doc.len == size);
	FUZZ_CHECK(doc.nchar == count[size] || !fuzz_well_formed);
	FUZZ_CHECK(doc.tok[doc.ntok].kind == TOK_END && doc.tok[doc.ntok].byte == size &&
			   doc.tok[doc.ntok].chr == doc.nchar && doc.tok[doc.ntok].len == 0);

	/* sentences partition the tokens */
	FUZZ_CHECK(doc.sent[doc.nsent] == doc.ntok);
	FUZZ_CHECK((doc.nsent == 0) == (doc.ntok == 0));
	FUZZ_CHECK(doc.nsent == 0 || doc.sent[0] == 0);
	for (uint32_t i = 0; i < doc.nsent; i++)
		FUZZ_CHECK(doc.sent[i] < doc.sent[i + 1]);

	for (uint32_t i = 0; i < doc.ntok; i++)
	{
		const Tok  *t = &doc.tok[i];
		bool		space;

		FUZZ_CHECK(t->len > 0 && t->byte >= end);
		fuzz_check_span(count, size, t->byte, t->len, t->chr, tok_chr_end(&doc, i) - t->chr);
		check_gap(s, end, t->byte, &space);
		/* a block tag counts as white space behind it */
		FUZZ_CHECK(space == ((t->flags & TOK_SPACE) != 0) || (!space && (t->flags & TOK_PARA)));
		FUZZ_CHECK(t->kind < TOK_END);
		FUZZ_CHECK(t->lex == 0 || t->lex < lex_count(&lang->lex));
		FUZZ_CHECK(((t->flags & TOK_SENT) != 0) == (next < doc.nsent && doc.sent[next] == i));
		FUZZ_CHECK(!(t->flags & TOK_BLANK) || (t->flags & TOK_PARA));
		next += (t->flags & TOK_SENT) != 0;
		end = tok_byte_end(&doc, i);
	}
	if (doc.ntok > 0)
		FUZZ_CHECK((doc.tok[0].flags & (TOK_SENT | TOK_PARA | TOK_BLANK | TOK_SPACE)) ==
				   (TOK_SENT | TOK_PARA | TOK_BLANK | TOK_SPACE));
	if (end < size)
	{
		bool		space;

		check_gap(s, end, size, &space);
	}
	tok_free(&doc);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *s = (const char *) data;
	int64_t    *count = fuzz_recount(s, size);
	const Lexicon *lexicons[2] = {&fuzz_lang(0)->lex, &fuzz_lang(1)->lex};
	int			which = tok_detect(lexicons, 2, s, size);

	FUZZ_CHECK(which == 0 || which == 1);
	check_document(fuzz_lang(0), s, size, count);
	check_document(fuzz_lang(1), s, size, count);
	core_free(count);
	return 0;
}

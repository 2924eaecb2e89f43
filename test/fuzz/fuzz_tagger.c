/*
 * fuzz_tagger.c
 *	  The tagger with the built models: mentions in order and in range, names
 *	  that a database may store.
 */
#include "fuzz.h"

const bool	fuzz_is_text = true;

static void
check_document(const FuzzLang *lang, const TagModel *model, const char *s, size_t size,
			   const int64_t *count, bool valid)
{
	TokDoc		doc;
	TagResult	r;
	uint32_t	next = 0;
	const TagMention **first;

	FUZZ_CHECK(tok_document(&lang->lex, s, size, &doc) == CORE_OK);
	tag_document(model, &doc, &r);
	FUZZ_CHECK(r.nentity <= r.n);
	first = core_alloc((r.nentity + 1) * sizeof(*first));
	memset(first, 0, (r.nentity + 1) * sizeof(*first));
	for (uint32_t i = 0; i < r.n; i++)
	{
		const TagMention *m = &r.mention[i];
		const TagMention *f;

		FUZZ_CHECK(m->ntok > 0 && m->first >= next && m->first + m->ntok <= doc.ntok);
		FUZZ_CHECK(m->byte >= doc.tok[m->first].byte && m->len > 0 &&
				   m->byte + m->len <= tok_byte_end(&doc, m->first + m->ntok - 1));
		fuzz_check_span(count, size, m->byte, m->len, m->chr, m->nchr);
		FUZZ_CHECK(m->kind < TAG_NKINDS);
		FUZZ_CHECK(m->score >= 0 && m->score <= 1);
		FUZZ_CHECK(m->name != NULL && m->name_len > 0);
		if (valid)
			FUZZ_CHECK(fuzz_valid_utf8(m->name, m->name_len));
		FUZZ_CHECK(memchr(m->name, 0, m->name_len) == NULL || memchr(s, 0, size) != NULL);

		/* one entity has one kind and one name */
		FUZZ_CHECK(m->entity < r.nentity);
		f = first[m->entity];
		if (f == NULL)
			first[m->entity] = m;
		else
			FUZZ_CHECK(f->kind == m->kind && f->name_len == m->name_len &&
					   memcmp(f->name, m->name, m->name_len) == 0);
		next = m->first + m->ntok;
	}
	for (uint32_t i = 0; i < r.nentity; i++)
		FUZZ_CHECK(first[i] != NULL);
	core_free(first);
	tag_free(&r);
	tok_free(&doc);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *s = (const char *) data;
	int64_t    *count = fuzz_recount(s, size);
	bool		valid = fuzz_valid_utf8(s, size);
	const FuzzLang *lang = fuzz_lang((unsigned) size);

	check_document(lang, &lang->tag, s, size, count, valid);
	check_document(lang, NULL, s, size, count, valid);
	core_free(count);
	return 0;
}

/*
 * tag.c
 *	  Tagging a document: dates by the grammar, names by the learnt sequences,
 *	  both merged into mentions, and their canonical names.
 *
 * A document is worked on in blocks of whole sentences, so that memory and
 * the cost of a word stay the same for 1 kB and 50 MB.
 */
#include "model/tag_decode.h"

const char *const tag_kind_name[TAG_NKINDS] = {
	"PER", "ORG", "LOC", "EVENT", "PRODUCT", "DATE", "TIME"
};

/*
 * A person's name goes without the title in front of it, M. or Dr, however
 * the sequence has it: "M. Roux" is Roux.
 */
static void
drop_titles(const TokDoc *doc, TagSpans *names)
{
	const uint64_t title = LEX_BIT(TITLE) | LEX_BIT(ABBR);

	for (uint32_t i = 0; i < names->n; i++)
	{
		TagSpan    *s = &names->span[i];

		CORE_POLL_EVERY(i);
		while (s->kind == TAG_PER && s->ntok > 1 && doc->tok[s->first].lex &&
			   (lex_mask(doc->lex, doc->tok[s->first].lex) & title) == title)
		{
			s->first++;
			s->ntok--;
		}
	}
}

/*
 * Both lists in text order, without overlaps: of two that share a token the
 * longer one stays ("Coupe du monde 2018" over "2018"), of two equals the
 * learnt one.
 */
static void
merge(const TagSpans *names, const TagSpans *dates, TagSpans *out)
{
	uint32_t	d = 0;

	for (uint32_t i = 0; i <= names->n; i++)
	{
		const TagSpan *name = i < names->n ? &names->span[i] : NULL;
		uint32_t	first = name ? name->first : UINT32_MAX;
		uint32_t	end = name ? name->first + name->ntok : UINT32_MAX;
		bool		keep = name != NULL;

		CORE_POLL_EVERY(i);
		for (; d < dates->n && dates->span[d].first < end; d++)
		{
			const TagSpan *date = &dates->span[d];

			if (date->first + date->ntok <= first)
				;
			else if (date->ntok > name->ntok)
				keep = false;
			else
				continue;
			tag_spans_add(out, date->first, date->ntok, (TagKind) date->kind, date->score);
		}
		if (!keep)
			continue;
		/* a longer date that began before may reach into it */
		if (out->n > 0 && out->span[out->n - 1].first + out->span[out->n - 1].ntok > first)
			continue;
		tag_spans_add(out, first, name->ntok, (TagKind) name->kind, name->score);
	}
}

void
tag_document(const TagModel *model, const TokDoc *doc, TagResult *result)
{
	TagSpans	dates = {0};
	TagSpans	names = {0};
	TagSpans	all = {0};

	tag_dates(doc, &dates);
	if (model && model->base)
	{
		uint8_t    *mark = core_alloc(CORE_MIN(doc->ntok, TAG_BLOCK) + 1);
		uint32_t	d = 0;

		for (uint32_t a = 0; a < doc->ntok;)
		{
			uint32_t	z = CORE_MIN(doc->ntok, a + TAG_BLOCK);

			/* back to a sentence, if there is one in reach */
			if (z < doc->ntok)
			{
				uint32_t	back = z;

				while (back > z - TAG_SENTENCE && !(doc->tok[back].flags & TOK_SENT))
					back--;
				if (doc->tok[back].flags & TOK_SENT)
					z = back;
			}
			memset(mark, 0, z - a);
			while (d > 0 && dates.span[d - 1].first + dates.span[d - 1].ntok > a)
				d--;
			for (; d < dates.n && dates.span[d].first < z; d++)
				for (uint32_t i = 0; i < dates.span[d].ntok; i++)
				{
					uint32_t	t = dates.span[d].first + i;

					if (t >= a && t < z)
						mark[t - a] = 1;
				}
			tag_block(model, doc, a, z - a, mark, &names);
			a = z;
		}
		core_free(mark);
	}
	drop_titles(doc, &names);
	merge(&names, &dates, &all);

	result->n = all.n;
	result->mention = core_alloc(all.n * sizeof(TagMention));
	for (uint32_t i = 0; i < all.n; i++)
	{
		TagMention *m = &result->mention[i];
		uint32_t	last = all.span[i].first + all.span[i].ntok - 1;

		CORE_POLL_EVERY(i);
		m->first = all.span[i].first;
		m->ntok = all.span[i].ntok;
		m->byte = doc->tok[m->first].byte;
		m->len = tok_byte_end(doc, last) - m->byte;
		m->chr = doc->tok[m->first].chr;
		m->nchr = tok_chr_end(doc, last) - m->chr;
		m->kind = all.span[i].kind;
		m->score = all.span[i].score;
	}
	tag_names(model, doc, result);
	core_free(all.span);
	core_free(names.span);
	core_free(dates.span);
}

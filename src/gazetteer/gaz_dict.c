/*
 * gaz_dict.c
 *	  Opening a gazetteer where it lies, and reading its rows.
 *
 * Nothing is trusted but the length: the head must account for every byte,
 * and every offset is checked where it is used, so that damaged bytes give
 * GAZ_DAMAGED and never a read outside of them.
 */
#include "gazetteer/gaz_layout.h"

GazStatus
gaz_open(GazDict *dict, const void *bytes, size_t len)
{
	const GazHead *head = bytes;
	const uint32_t *words;
	uint64_t	first_bits;
	uint64_t	later_bits;
	uint64_t	total;

	if (len < 8)
		return GAZ_DAMAGED;
	if (head->magic != GAZ_MAGIC)
		return (head->magic & 0xFFFFFF) == (GAZ_MAGIC & 0xFFFFFF) ? GAZ_VERSION : GAZ_DAMAGED;
	if (len < sizeof(GazHead) || head->total != len ||
		head->first_log < 5 || head->first_log > 31 ||
		head->later_log < 5 || head->later_log > 31 || head->nbuckets == 0 ||
		head->kind_text_len % 4 != 0)
		return GAZ_DAMAGED;
	first_bits = UINT64_C(1) << head->first_log;
	later_bits = UINT64_C(1) << head->later_log;
	total = sizeof(GazHead) + first_bits / 8 + later_bits / 8 + 4 * ((uint64_t) head->nbuckets + 1) +
		8 * (uint64_t) head->nedges + 8 * (uint64_t) head->nnodes +
		4 * ((uint64_t) head->nkinds + 1) + head->kind_text_len + head->rows_len;
	if (total != len)
		return GAZ_DAMAGED;

	words = (const uint32_t *) (head + 1);
	dict->first = words;
	dict->first_mask = (uint32_t) (first_bits - 1);
	words += first_bits / 32;
	dict->later = words;
	dict->later_mask = (uint32_t) (later_bits - 1);
	words += later_bits / 32;
	dict->nbuckets = head->nbuckets;
	dict->bucket = words;
	words += head->nbuckets + 1;
	dict->nedges = head->nedges;
	dict->edge = (const GazEdge *) words;
	words += 2 * (size_t) head->nedges;
	dict->nnodes = head->nnodes;
	dict->node = (const GazNode *) words;
	words += 2 * (size_t) head->nnodes;
	dict->nkinds = head->nkinds;
	dict->kind = words;
	words += head->nkinds + 1;
	dict->kind_text = (const char *) words;
	dict->rows = (const unsigned char *) words + head->kind_text_len;
	dict->rows_len = head->rows_len;
	dict->nrows = head->nrows;
	dict->seed = gaz_seed(head->seed);

	if (dict->kind[dict->nkinds] > head->kind_text_len)
		return GAZ_DAMAGED;
	return GAZ_OK;
}

static inline bool
read_number(const unsigned char **p, const unsigned char *end, uint32_t *n)
{
	uint32_t	value = 0;

	for (int shift = 0; shift < 35; shift += 7)
	{
		unsigned char c;

		if (*p == end)
			return false;
		c = *(*p)++;
		value |= (uint32_t) (c & 0x7F) << shift;
		if (c < 0x80)
		{
			*n = value;
			return true;
		}
	}
	return false;
}

static inline bool
read_string(const unsigned char **p, const unsigned char *end, const char **s, uint32_t *len)
{
	if (!read_number(p, end, len) || *len > (size_t) (end - *p))
		return false;
	*s = (const char *) *p;
	*p += *len;
	return true;
}

GazStatus
gaz_row(const GazDict *dict, uint32_t at, GazRow *row)
{
	const unsigned char *p;
	const unsigned char *end = dict->rows + dict->rows_len;
	uint32_t	kind;
	uint32_t	limit = dict->kind[dict->nkinds];

	if (at > dict->rows_len || dict->rows_len - at < 3)
		return GAZ_DAMAGED;
	p = dict->rows + at;
	row->flags = p[0];
	row->nwords = p[1];
	row->check = p[2];
	p += 3;
	if (row->nwords == 0 || !read_number(&p, end, &kind) || kind >= dict->nkinds ||
		dict->kind[kind] > dict->kind[kind + 1] || dict->kind[kind + 1] > limit ||
		!read_string(&p, end, &row->surface, &row->surface_len))
		return GAZ_DAMAGED;
	row->kind = dict->kind_text + dict->kind[kind];
	row->kind_len = dict->kind[kind + 1] - dict->kind[kind];
	row->name = row->surface;
	row->name_len = row->surface_len;
	row->ref = NULL;
	row->ref_len = 0;
	if ((row->flags & GAZ_ROW_NAME) && !read_string(&p, end, &row->name, &row->name_len))
		return GAZ_DAMAGED;
	if ((row->flags & GAZ_ROW_REF) && !read_string(&p, end, &row->ref, &row->ref_len))
		return GAZ_DAMAGED;
	row->next = (uint32_t) (p - dict->rows);
	return GAZ_OK;
}

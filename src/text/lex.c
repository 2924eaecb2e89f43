/*
 * lex.c
 *	  Reading a lexicon where it is mapped.  The layout stands in
 *	  lex_layout.h; nothing is copied or built.
 *
 * Everything that a look-up follows is checked once, by lex_open: every slot
 * of the hash table names an entry, every entry lies inside the text and the
 * senses, every sense has a lemma.  After that no look-up can leave the
 * section.  The check reads the section from end to end, which costs well
 * under a millisecond for a hundred thousand forms and no private memory.
 */
#include "text/lex_layout.h"

/* An array of n elements of the given size lies at off inside the section. */
static bool
inside(const LexHeader *h, uint32_t off, uint64_t n, size_t elem)
{
	return off % 8 == 0 && off <= h->size && n * elem <= h->size - off;
}

CoreStatus
lex_open(Lexicon *lex, const void *base, size_t size)
{
	const LexHeader *h = base;
	const uint32_t *slot;
	const LexEntry *entry;
	const LexSense *sense;
	const uint32_t *lemma;
	uint32_t	used = 0;

	lex->base = NULL;
	lex->size = 0;
	if (base == NULL || size < sizeof(LexHeader) || (uintptr_t) base % 8 != 0)
		return CORE_BAD_MODEL;
	if (memcmp(h->magic, LEX_MAGIC, 8) != 0 || h->size > size)
		return CORE_BAD_MODEL;

	/* the class and tag lists are part of the format */
	if (h->nclass != LEX_NCLASSES || h->ntag != LEX_NTAGS || h->zero != 0)
		return CORE_BAD_MODEL;
	if (h->nslot == 0 || (h->nslot & (h->nslot - 1)) != 0 ||
		h->nslot > LEX_SLOT_MASK + 1 ||
		h->nentry == 0 || h->nlemma > UINT16_MAX + 1)
		return CORE_BAD_MODEL;
	if (!inside(h, h->slot_off, h->nslot, sizeof(uint32_t)) ||
		!inside(h, h->entry_off, h->nentry, sizeof(LexEntry)) ||
		!inside(h, h->sense_off, h->nsense, sizeof(LexSense)) ||
		!inside(h, h->lemma_off, (uint64_t) h->nlemma + 1, sizeof(uint32_t)) ||
		!inside(h, h->text_off, h->ntext, 1))
		return CORE_BAD_MODEL;

	slot = LEX_ARRAY(base, slot_off, uint32_t);
	for (uint32_t i = 0; i < h->nslot; i++)
	{
		if ((slot[i] & LEX_SLOT_MASK) >= h->nentry)
			return CORE_BAD_MODEL;
		used += (slot[i] & LEX_SLOT_MASK) != 0;
	}
	/* a free slot is what ends a search */
	if (used >= h->nslot)
		return CORE_BAD_MODEL;

	entry = LEX_ARRAY(base, entry_off, LexEntry);
	for (uint32_t i = 0; i < h->nentry; i++)
	{
		if (entry[i].len > LEX_INLINE &&
			(lex_long_form(&entry[i]) > h->ntext ||
			 entry[i].len > h->ntext - lex_long_form(&entry[i])))
			return CORE_BAD_MODEL;
		if (entry[i].sense > h->nsense || entry[i].nsense > h->nsense - entry[i].sense)
			return CORE_BAD_MODEL;
	}
	/* entry 0 stands for "none" */
	if (entry[0].mask != 0 || entry[0].nsense != 0)
		return CORE_BAD_MODEL;

	sense = LEX_ARRAY(base, sense_off, LexSense);
	for (uint32_t i = 0; i < h->nsense; i++)
	{
		if (sense[i].class >= LEX_NCLASSES || sense[i].lemma >= h->nlemma)
			return CORE_BAD_MODEL;
	}

	lemma = LEX_ARRAY(base, lemma_off, uint32_t);
	for (uint32_t i = 0; i < h->nlemma; i++)
	{
		if (lemma[i] > lemma[i + 1])
			return CORE_BAD_MODEL;
	}
	if (lemma[h->nlemma] > h->ntext)
		return CORE_BAD_MODEL;

	lex->base = base;
	lex->size = size;
	return CORE_OK;
}

/* Equality of two short stretches, by overlapping loads. */
static inline bool
equal_short(const char *a, const char *b, size_t len)
{
	uint64_t	x,
				y;
	uint32_t	v,
				w;

	if (len >= 8)
	{
		memcpy(&x, a, 8);
		memcpy(&y, b, 8);
		if (x != y)
			return false;
		memcpy(&x, a + len - 8, 8);
		memcpy(&y, b + len - 8, 8);
		return x == y;
	}
	if (len >= 4)
	{
		memcpy(&v, a, 4);
		memcpy(&w, b, 4);
		if (v != w)
			return false;
		memcpy(&v, a + len - 4, 4);
		memcpy(&w, b + len - 4, 4);
		return v == w;
	}
	for (size_t i = 0; i < len; i++)
	{
		if (a[i] != b[i])
			return false;
	}
	return true;
}

uint32_t
lex_find(const Lexicon *lex, const char *form, size_t len)
{
	return lex_finish(lex, lex_hash(form, len), form, len);
}

uint32_t
lex_start(const Lexicon *lex, const char *form, size_t len)
{
	const LexHeader *h = (const LexHeader *) lex->base;
	uint32_t	hash = lex_hash(form, len);

	__builtin_prefetch(LEX_ARRAY(h, slot_off, uint32_t) + (hash & (h->nslot - 1)));
	return hash;
}

void
lex_touch(const Lexicon *lex, uint32_t key)
{
	const LexHeader *h = (const LexHeader *) lex->base;
	uint32_t	slot = LEX_ARRAY(h, slot_off, uint32_t)[key & (h->nslot - 1)];

	if (slot != 0)
		__builtin_prefetch(LEX_ARRAY(h, entry_off, LexEntry) + (slot & LEX_SLOT_MASK));
}

uint32_t
lex_finish(const Lexicon *lex, uint32_t hash, const char *form, size_t len)
{
	const LexHeader *h = (const LexHeader *) lex->base;
	const uint32_t *slot = LEX_ARRAY(h, slot_off, uint32_t);
	const LexEntry *entry = LEX_ARRAY(h, entry_off, LexEntry);
	uint32_t	last = h->nslot - 1;

	for (uint32_t i = hash & last;; i = (i + 1) & last)
	{
		uint32_t	e = slot[i] & LEX_SLOT_MASK;

		if (e == 0)
			return 0;
		if (slot[i] >> LEX_SLOT_BITS != hash >> LEX_SLOT_BITS || entry[e].len != len)
			continue;
		if (CORE_LIKELY(len <= LEX_INLINE))
		{
			if (CORE_LIKELY(equal_short(entry[e].form, form, len)))
				return e;
		}
		else if (memcmp(LEX_ARRAY(h, text_off, char) + lex_long_form(&entry[e]),
						form, len) == 0)
			return e;
	}
}

uint64_t
lex_mask(const Lexicon *lex, uint32_t entry)
{
	return LEX_ARRAY(lex->base, entry_off, LexEntry)[entry].mask;
}

int
lex_senses(const Lexicon *lex, uint32_t entry, const LexSense **senses)
{
	const LexEntry *e = LEX_ARRAY(lex->base, entry_off, LexEntry) + entry;

	*senses = LEX_ARRAY(lex->base, sense_off, LexSense) + e->sense;
	return e->nsense;
}

const char *
lex_lemma(const Lexicon *lex, uint16_t lemma, size_t *len)
{
	const uint32_t *start = LEX_ARRAY(lex->base, lemma_off, uint32_t);

	if (lemma >= ((const LexHeader *) lex->base)->nlemma)
	{
		*len = 0;
		return "";
	}
	*len = start[lemma + 1] - start[lemma];
	return LEX_ARRAY(lex->base, text_off, char) + start[lemma];
}

/* Lemmas are sorted by their bytes. */
int
lex_lemma_index(const Lexicon *lex, const char *lemma, size_t len)
{
	uint32_t	lo = 0;
	uint32_t	hi = ((const LexHeader *) lex->base)->nlemma;

	while (lo < hi)
	{
		uint32_t	mid = (lo + hi) / 2;
		size_t		n;
		const char *s = lex_lemma(lex, (uint16_t) mid, &n);
		int			cmp = memcmp(s, lemma, CORE_MIN(n, len));

		if (cmp == 0)
			cmp = (n > len) - (n < len);
		if (cmp == 0)
			return (int) mid;
		if (cmp < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	return -1;
}

const char *
lex_form(const Lexicon *lex, uint32_t entry, size_t *len)
{
	const LexEntry *e = LEX_ARRAY(lex->base, entry_off, LexEntry) + entry;

	*len = e->len;
	return e->len <= LEX_INLINE ? e->form :
		LEX_ARRAY(lex->base, text_off, char) + lex_long_form(e);
}

uint32_t
lex_count(const Lexicon *lex)
{
	return ((const LexHeader *) lex->base)->nentry;
}

uint32_t
lex_morph(const Lexicon *lex, uint32_t entry, LexClass class)
{
	const LexSense *sense;
	int			n = lex_senses(lex, entry, &sense);
	uint32_t	morph = 0;

	for (int i = 0; i < n; i++)
	{
		if (sense[i].class == class)
			morph |= sense[i].morph;
	}
	return morph;
}

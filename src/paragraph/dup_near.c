/*
 * dup_near.c
 *	  Near duplicates among the paragraphs of one document, exactly.
 *
 * Paragraphs are taken in order; one either repeats an earlier one that
 * stands for itself, the most similar (the earliest of equals), or stands
 * for itself from then on.  Equal fingerprints are settled first, so that a
 * million equal paragraphs cost a hash table look-up each.
 *
 * To find what a paragraph may repeat without comparing it to all: put the
 * shingles of the document in one order, the rarest first.  If two sets of n
 * and m shingles resemble each other by t, then among the first
 * n - ceil(t n) + 1 of the one and the first m - ceil(t m) + 1 of the other
 * there is one they share (prefix filter: Chaudhuri, Ganti and Kaushik 2006;
 * Bayardo, Ma and Srikant 2007).  Only those are listed and looked up, and
 * the rarest shingles have the shortest lists.  What is found is compared in
 * full.
 *
 * A document of many thousand paragraphs in one template would still
 * compare each to each.  At most MAX_TRIED earlier paragraphs are compared to
 * each one, those that share its rarest shingles; beyond, in such documents
 * only, a near duplicate can be missed.
 */
#include "paragraph/dup.h"

#define MAX_TRIED	1000

/* A paragraph that has shingles: where its sets are in the pools. */
typedef struct Entry
{
	uint32_t	ord;
	uint32_t	stamp;			/* last paragraph that was compared to it */
	size_t		shingle;
	size_t		nshingle;
	size_t		number;
	size_t		nnumber;
} Entry;

/* A shingle: in how many paragraphs, and the list of those that listed it. */
typedef struct Slot
{
	uint64_t	key;
	uint32_t	count;			/* 0: the slot is free */
	uint32_t	head;			/* into posts, 0: empty */
} Slot;

typedef struct Post
{
	uint32_t	entry;
	uint32_t	next;
} Post;

typedef struct Near
{
	Entry	   *entry;
	size_t		nentry;
	size_t		entry_cap;
	uint64_t   *pool;			/* shingles and numbers of all entries */
	size_t		npool;
	size_t		pool_cap;
	Slot	   *slot;
	size_t		nslot;			/* a power of two */
	Post	   *post;			/* from 1 */
	size_t		npost;
	size_t		post_cap;
} Near;

/* A shingle of the paragraph at hand, with its count. */
typedef struct Rare
{
	uint64_t	key;
	uint32_t	count;
	uint32_t	slot;
} Rare;

static size_t
pool_add(Near *n, const uint64_t *v, size_t count)
{
	size_t		at = n->npool;

	if (n->pool_cap - n->npool < count)
	{
		n->pool_cap = CORE_MAX(n->pool_cap * 2, n->npool + count + 256);
		n->pool = core_realloc(n->pool, n->pool_cap * sizeof(uint64_t));
	}
	if (count > 0)
		memcpy(n->pool + at, v, count * sizeof(uint64_t));
	n->npool += count;
	return at;
}

static size_t
slot_of(const Near *n, uint64_t key)
{
	/* shingles are well mixed already */
	size_t		i = (size_t) key & (n->nslot - 1);

	while (n->slot[i].count != 0 && n->slot[i].key != key)
		i = (i + 1) & (n->nslot - 1);
	return i;
}

/* In how many paragraphs each shingle is. */
static void
count_shingles(Near *n)
{
	n->nslot = 64;
	while (n->nslot < n->npool * 2)
		n->nslot *= 2;
	n->slot = core_alloc(n->nslot * sizeof(Slot));
	memset(n->slot, 0, n->nslot * sizeof(Slot));
	for (size_t e = 0; e < n->nentry; e++)
	{
		const uint64_t *v = n->pool + n->entry[e].shingle;

		CORE_POLL_EVERY(e);
		for (size_t i = 0; i < n->entry[e].nshingle; i++)
		{
			Slot	   *s = &n->slot[slot_of(n, v[i])];

			s->key = v[i];
			s->count++;
		}
	}
}

static bool
before(const Rare *a, const Rare *b)
{
	return a->count != b->count ? a->count < b->count : a->key < b->key;
}

/* Sort by heap: the same n log n whatever comes. */
static void
sort_rare(Rare *v, size_t n)
{
	size_t		root = n / 2;
	size_t		end = n;

	while (end > 1)
	{
		Rare		x;
		size_t		i,
					child;

		if (root > 0)
			x = v[--root];
		else
		{
			x = v[--end];
			v[end] = v[0];
		}
		for (i = root; (child = 2 * i + 1) < end; i = child)
		{
			if (child + 1 < end && before(&v[child], &v[child + 1]))
				child++;
			if (!before(&x, &v[child]))
				break;
			v[i] = v[child];
		}
		v[i] = x;
	}
}

/* How many of n shingles, the rarest first, a resemblance of t cannot avoid. */
static size_t
prefix(size_t n, float t)
{
	/* a little less than t: rounding must not shorten the prefix */
	double		must = (double) t * (double) n * (1 - 1e-6);
	size_t		whole = (size_t) must;

	whole += (double) whole < must;
	return n - CORE_MIN(whole, n) + (whole > 0);
}

static float
resemblance(const Near *n, const Entry *a, const Entry *b)
{
	size_t		common = dup_common(n->pool + a->shingle, a->nshingle,
									n->pool + b->shingle, b->nshingle);

	return (float) ((double) common / (double) (a->nshingle + b->nshingle - common));
}

/* The earlier entry that entry e repeats, or e. */
static size_t
find_original(Near *n, size_t e, const Rare *rare, size_t nrare, float threshold,
			  float *similarity)
{
	Entry	   *x = &n->entry[e];
	size_t		best = e;
	float		most = 0;
	int			tried = 0;

	for (size_t i = 0; i < nrare && tried < MAX_TRIED; i++)
		for (uint32_t p = n->slot[rare[i].slot].head; p != 0 && tried < MAX_TRIED; p = n->post[p].next)
		{
			size_t		c = n->post[p].entry;
			Entry	   *y = &n->entry[c];
			size_t		less = CORE_MIN(x->nshingle, y->nshingle);
			float		r;

			if (y->stamp == x->ord)
				continue;
			y->stamp = x->ord;
			tried++;
			if ((float) ((double) less / (double) (x->nshingle + y->nshingle - less)) < threshold)
				continue;
			r = resemblance(n, x, y);
			if (r < threshold || r < most || (r == most && c > best) ||
				dup_guard(n->pool + x->number, x->nnumber, n->pool + y->number, y->nnumber))
				continue;
			most = r;
			best = c;
		}
	*similarity = most;
	return best;
}

/* From now on entry e is found by its rarest shingles. */
static void
list(Near *n, size_t e, const Rare *rare, size_t nrare)
{
	if (n->post_cap - n->npost < nrare + 1)
	{
		n->post_cap = CORE_MAX(n->post_cap * 2, n->npost + nrare + 256);
		n->post = core_realloc(n->post, n->post_cap * sizeof(Post));
	}
	for (size_t i = 0; i < nrare; i++)
		if (rare[i].count > 1)	/* others nobody looks up */
		{
			Slot	   *s = &n->slot[rare[i].slot];
			Post	   *p = &n->post[++n->npost];

			p->entry = (uint32_t) e;
			p->next = s->head;
			s->head = (uint32_t) n->npost;
		}
}

/* The paragraphs that no fingerprint has settled. */
static void
settle_near(Near *n, float threshold, DupParagraph *found)
{
	Rare	   *rare = NULL;
	size_t		rare_cap = 0;

	count_shingles(n);
	for (size_t e = 0; e < n->nentry; e++)
	{
		Entry	   *x = &n->entry[e];
		const uint64_t *v = n->pool + x->shingle;
		size_t		nrare = prefix(x->nshingle, threshold);
		size_t		original;
		float		similarity;

		core_poll();
		if (x->nshingle > rare_cap)
		{
			core_free(rare);
			rare_cap = x->nshingle * 2;
			rare = core_alloc(rare_cap * sizeof(Rare));
		}
		for (size_t i = 0; i < x->nshingle; i++)
		{
			rare[i].slot = (uint32_t) slot_of(n, v[i]);
			rare[i].key = v[i];
			rare[i].count = n->slot[rare[i].slot].count;
		}
		sort_rare(rare, x->nshingle);
		original = find_original(n, e, rare, nrare, threshold, &similarity);
		if (original == e)
			list(n, e, rare, nrare);
		else
		{
			found[x->ord - 1].original = n->entry[original].ord;
			found[x->ord - 1].similarity = similarity;
		}
	}
	core_free(rare);
}

size_t
dup_document(const char *text, size_t len, float threshold, DupParagraph **found)
{
	ParIter		it;
	ParSpan		span;
	ParSeen		seen = {0};
	DupText		t = {0};
	Near		n = {0};
	DupParagraph *f = NULL;
	size_t		nf = 0,
				cap = 0;

	par_begin(&it, text, len);
	it.counting = false;
	while (par_next(&it, &span))
	{
		uint32_t	ord = (uint32_t) nf + 1;

		CORE_POLL_EVERY(nf);
		if (nf == cap)
		{
			cap = cap ? cap * 2 : 64;
			f = core_realloc(f, cap * sizeof(DupParagraph));
		}
		f[nf].original = par_seen(&seen, span.fingerprint, ord);
		f[nf].similarity = 1;
		nf++;
		if (threshold >= 1 || f[nf - 1].original != ord)
			continue;

		dup_read(&t, text + span.byte, span.len);
		if (t.nshingle == 0)
			continue;
		if (n.nentry == n.entry_cap)
		{
			n.entry_cap = n.entry_cap ? n.entry_cap * 2 : 64;
			n.entry = core_realloc(n.entry, n.entry_cap * sizeof(Entry));
		}
		n.entry[n.nentry].ord = ord;
		n.entry[n.nentry].stamp = 0;
		n.entry[n.nentry].shingle = pool_add(&n, t.shingle, t.nshingle);
		n.entry[n.nentry].nshingle = t.nshingle;
		n.entry[n.nentry].number = pool_add(&n, t.number, t.nnumber);
		n.entry[n.nentry].nnumber = t.nnumber;
		n.nentry++;
	}
	dup_free(&t);
	par_seen_free(&seen);

	if (n.nentry > 1)
	{
		settle_near(&n, threshold, f);
		/* what equals a near duplicate repeats what that one repeats */
		for (size_t i = 0; i < nf; i++)
		{
			const DupParagraph *o = &f[f[i].original - 1];

			if (o->original != f[i].original)
				f[i] = *o;
		}
	}
	core_free(n.entry);
	core_free(n.pool);
	core_free(n.slot);
	core_free(n.post);
	*found = f;
	return nf;
}

size_t
dup_dedup(const char *text, size_t len, float threshold, UniBuf *out)
{
	DupParagraph *found;
	size_t		n = dup_document(text, len, threshold, &found);
	size_t		gone = 0;

	for (size_t i = 0; i < n; i++)
		gone += found[i].original != i + 1;
	if (gone > 0)
	{
		ParIter		it;
		ParSpan		span;
		ParCopy		copy;

		par_copy(&copy, text, len, out);
		par_begin(&it, text, len);
		it.counting = it.hashing = false;
		for (size_t i = 0; i < n && par_next(&it, &span); i++)
		{
			CORE_POLL_EVERY(i);
			par_keep(&copy, &span, found[i].original == i + 1);
		}
		par_finish(&copy);
	}
	core_free(found);
	return gone;
}

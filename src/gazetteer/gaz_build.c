/*
 * gaz_build.c
 *	  From rows to the bytes of gaz_layout.h.
 *
 * Rows are folded as they come and kept side by side in one buffer.  To
 * compile, they are sorted; the trie of their words is then read off the
 * sorted order with a stack of the nodes that are still open, each name
 * closing those that it does not share (as a suffix tree is made from common
 * prefix lengths).  Edges get a place by their hash alone, so that nothing in
 * the result depends on the order in which rows came.
 */
#include "gazetteer/gaz_layout.h"
#include "gazetteer/gaz_sort.h"

#define ABSENT		UINT32_MAX

/* All-capital surfaces of up to so many letters match in capitals only. */
#define CAPS_LETTERS	4

#define KIND_MAX	63

/* Edges share bucket and tag by chance in 1 of 1,000 builds of 2,000,000. */
#define MAX_SEEDS	64

typedef struct Record
{
	size_t		at;				/* in text: fold, surface, name, ref */
	uint32_t	fold_len;
	uint32_t	surface_len;
	uint32_t	name_len;		/* ABSENT: as surface */
	uint32_t	ref_len;		/* ABSENT: none */
	uint32_t	kind;
	uint8_t		nwords;
	uint8_t		flags;			/* GAZ_ROW_CAPS, GAZ_ROW_PLAIN */
} Record;

typedef struct Kind
{
	char		text[KIND_MAX + 1];
	uint32_t	len;
} Kind;

struct GazBuilder
{
	Record	   *record;
	size_t		n;
	size_t		cap;
	UniBuf		text;
	UniBuf		fold;			/* of the row to be added */
	Kind	   *kind;			/* in order of appearance */
	uint32_t	nkinds;
	uint32_t	kinds_cap;
	uint32_t   *kind_slot;		/* hash table: index into kind + 1, or 0 */
	uint32_t	kind_slots;		/* a power of 2 */
};

#define FOLD(b, r)		((b)->text.data + (r)->at)
#define SURFACE(b, r)	(FOLD(b, r) + (r)->fold_len)
#define NAME(b, r)		(SURFACE(b, r) + (r)->surface_len)
#define REF(b, r)		(NAME(b, r) + ((r)->name_len == ABSENT ? 0 : (r)->name_len))

/* ------------------------------------------------------------------ adding */

GazBuilder *
gaz_builder(void)
{
	GazBuilder *b = core_alloc(sizeof(GazBuilder));

	memset(b, 0, sizeof(*b));
	return b;
}

void
gaz_builder_free(GazBuilder *b)
{
	core_free(b->record);
	core_free(b->kind);
	core_free(b->kind_slot);
	uni_buf_free(&b->text);
	uni_buf_free(&b->fold);
	core_free(b);
}

size_t
gaz_added(const GazBuilder *b)
{
	return b->n;
}

static bool
is_kind(const char *s, size_t len)
{
	if (len == 0 || len > KIND_MAX || s[0] < 'A' || s[0] > 'Z')
		return false;
	for (size_t i = 1; i < len; i++)
		if (!((s[i] >= 'A' && s[i] <= 'Z') || (s[i] >= '0' && s[i] <= '9') || s[i] == '_'))
			return false;
	return true;
}

static uint32_t
kind_place(const GazBuilder *b, const char *s, size_t len)
{
	uint32_t	i = (uint32_t) gaz_hash_word(0, s, len) & (b->kind_slots - 1);

	for (; b->kind_slot[i] != 0; i = (i + 1) & (b->kind_slots - 1))
	{
		const Kind *k = &b->kind[b->kind_slot[i] - 1];

		if (k->len == len && memcmp(k->text, s, len) == 0)
			break;
	}
	return i;
}

/* Number of a kind, which may be new. */
static uint32_t
intern_kind(GazBuilder *b, const char *s, size_t len)
{
	uint32_t	place;
	Kind	   *k;

	if (b->nkinds * 2 >= b->kind_slots)
	{
		uint32_t	slots = b->kind_slots ? b->kind_slots * 2 : 32;

		core_free(b->kind_slot);
		b->kind_slot = NULL;
		b->kind_slots = 0;
		b->kind_slot = core_alloc(slots * sizeof(uint32_t));
		memset(b->kind_slot, 0, slots * sizeof(uint32_t));
		b->kind_slots = slots;
		for (uint32_t i = 0; i < b->nkinds; i++)
			b->kind_slot[kind_place(b, b->kind[i].text, b->kind[i].len)] = i + 1;
	}
	place = kind_place(b, s, len);
	if (b->kind_slot[place] != 0)
		return b->kind_slot[place] - 1;
	if (b->nkinds == b->kinds_cap)
	{
		b->kinds_cap = b->kinds_cap ? b->kinds_cap * 2 : 16;
		b->kind = core_realloc(b->kind, b->kinds_cap * sizeof(Kind));
	}
	k = &b->kind[b->nkinds];
	memset(k, 0, sizeof(*k));
	memcpy(k->text, s, len);
	k->len = (uint32_t) len;
	b->kind_slot[place] = ++b->nkinds;
	return b->nkinds - 1;
}

static Record *
new_record(GazBuilder *b)
{
	if (b->n == b->cap)
	{
		size_t		cap = b->cap ? b->cap * 2 : 64;

		b->record = core_realloc(b->record, cap * sizeof(Record));
		b->cap = cap;
	}
	return &b->record[b->n];
}

GazStatus
gaz_add(GazBuilder *b, const char *surface, size_t surface_len,
		const char *kind, size_t kind_len,
		const char *name, size_t name_len,
		const char *ref, size_t ref_len)
{
	Record	   *r;
	GazWalk		walk = {.text = surface,.end = surface + surface_len,.at = surface};
	GazWord		word;
	uint32_t	nwords = 0;
	uint32_t	letters = 0;
	uint32_t	end_byte = 0;
	bool		caps = true;
	bool		plain = false;

	if (!is_kind(kind, kind_len))
		return GAZ_KIND;
	if (surface_len > GAZ_MAX_BYTES || name_len > GAZ_MAX_BYTES || ref_len > GAZ_MAX_BYTES)
		return GAZ_TOO_LARGE;
	b->fold.len = 0;
	for (;;)
	{
		if (nwords > 0)
			uni_buf_append(&b->fold, " ", 1);
		if (!gaz_walk(&walk, &b->fold, &word))
			break;
		if (nwords == GAZ_MAX_WORDS)
			return GAZ_MANY_WORDS;
		if (nwords == 0)
			plain = word.byte == 0;
		nwords++;
		letters += word.letters;
		caps = caps && word.caps;
		end_byte = word.end_byte;
	}
	if (nwords == 0)
		return GAZ_NO_WORD;
	b->fold.len--;				/* the space */
	plain = plain && end_byte == surface_len;
	if (b->fold.len > GAZ_MAX_BYTES)
		return GAZ_TOO_LARGE;

	r = new_record(b);
	r->at = b->text.len;
	r->fold_len = (uint32_t) b->fold.len;
	uni_buf_append(&b->text, b->fold.data, b->fold.len);
	r->surface_len = (uint32_t) surface_len;
	r->nwords = (uint8_t) nwords;
	r->flags = (uint8_t) ((plain ? GAZ_ROW_PLAIN : 0) |
						  (caps && letters > 0 && letters <= CAPS_LETTERS ? GAZ_ROW_CAPS : 0));
	r->kind = intern_kind(b, kind, kind_len);
	r->name_len = ABSENT;
	r->ref_len = ABSENT;
	uni_buf_append(&b->text, surface, surface_len);
	if (name && !(name_len == surface_len && memcmp(name, surface, name_len) == 0))
	{
		r->name_len = (uint32_t) name_len;
		uni_buf_append(&b->text, name, name_len);
	}
	if (ref)
	{
		r->ref_len = (uint32_t) ref_len;
		uni_buf_append(&b->text, ref, ref_len);
	}
	b->n++;
	return GAZ_OK;
}

void
gaz_added_row(const GazBuilder *b, size_t i, GazRow *row)
{
	const Record *r = &b->record[i];

	memset(row, 0, sizeof(*row));
	row->surface = row->name = SURFACE(b, r);
	row->surface_len = row->name_len = r->surface_len;
	row->kind = b->kind[r->kind].text;
	row->kind_len = b->kind[r->kind].len;
	if (r->name_len != ABSENT)
	{
		row->name = NAME(b, r);
		row->name_len = r->name_len;
	}
	if (r->ref_len != ABSENT)
	{
		row->ref = REF(b, r);
		row->ref_len = r->ref_len;
	}
}

GazStatus
gaz_add_all(GazBuilder *b, const GazBuilder *other)
{
	size_t		shift = b->text.len;
	uint32_t   *kind = core_alloc((other->nkinds + 1) * sizeof(uint32_t));

	for (uint32_t i = 0; i < other->nkinds; i++)
		kind[i] = intern_kind(b, other->kind[i].text, other->kind[i].len);
	uni_buf_append(&b->text, other->text.data, other->text.len);
	for (size_t i = 0; i < other->n; i++)
	{
		Record	   *r = new_record(b);

		CORE_POLL_EVERY(i);
		*r = other->record[i];
		r->at += shift;
		r->kind = kind[r->kind];
		b->n++;
	}
	core_free(kind);
	return GAZ_OK;
}

/* ----------------------------------------------------------------- sorting */

/* What orders records: the builder, and the rank of each kind among all. */
typedef struct Context
{
	const GazBuilder *b;
	const uint32_t *rank;
} Context;

static int
order_kinds(size_t x, size_t y, const void *context)
{
	const GazBuilder *b = context;

	return gaz_compare(b->kind[x].text, b->kind[x].len, b->kind[y].text, b->kind[y].len);
}

static int
compare_folds(const GazBuilder *b, const Record *x, const Record *y)
{
	return gaz_compare(FOLD(b, x), x->fold_len, FOLD(b, y), y->fold_len);
}

static int
order_records(size_t i, size_t j, const void *context)
{
	const Context *c = context;
	const GazBuilder *b = c->b;
	const Record *x = &b->record[i];
	const Record *y = &b->record[j];
	int			cmp = compare_folds(b, x, y);

	if (cmp != 0)
		return cmp;
	if (x->kind != y->kind)
		return c->rank[x->kind] < c->rank[y->kind] ? -1 : 1;
	cmp = gaz_compare(x->name_len == ABSENT ? SURFACE(b, x) : NAME(b, x),
					  x->name_len == ABSENT ? x->surface_len : x->name_len,
					  y->name_len == ABSENT ? SURFACE(b, y) : NAME(b, y),
					  y->name_len == ABSENT ? y->surface_len : y->name_len);
	if (cmp != 0)
		return cmp;
	if ((x->ref_len == ABSENT) != (y->ref_len == ABSENT))
		return x->ref_len == ABSENT ? -1 : 1;
	if (x->ref_len != ABSENT)
	{
		cmp = gaz_compare(REF(b, x), x->ref_len, REF(b, y), y->ref_len);
		if (cmp != 0)
			return cmp;
	}
	return gaz_compare(SURFACE(b, x), x->surface_len, SURFACE(b, y), y->surface_len);
}

/* ----------------------------------------------------------------- compiling */

/* An edge before it has a place. */
typedef struct Edge
{
	uint64_t	hash;
	const Record *record;		/* a name through it */
	uint32_t	depth;			/* words up to and with the first of the edge */
	uint32_t	to;
} Edge;

typedef struct Open
{
	uint32_t	row;
	uint32_t	depth;
	const Record *record;
	bool		terminal;
	bool		parent;			/* has children */
} Open;

typedef struct Compile
{
	const GazBuilder *b;
	uint32_t   *rank;			/* of each kind */
	uint32_t   *by_rank;		/* kind of each rank */
	const Record **sorted;		/* rows to write, without repetitions */
	size_t		nrows;
	UniBuf		rows;
	Edge	   *edge;
	size_t		nedges;
	size_t		nroots;			/* edges from the root */
	GazNode    *node;
	size_t		nnodes;
	size_t		nodes_cap;
	uint32_t	seed;
	uint32_t	nbuckets;
	uint32_t   *bucket;
	GazEdge    *placed;
} Compile;

/* Hash of the first n words of a folded surface. */
static uint64_t
hash_words(uint64_t seed, const char *fold, size_t len, uint32_t n)
{
	const char *end = fold + len;
	uint64_t	h = 0;

	for (; n > 0; n--)
	{
		const char *stop = memchr(fold, ' ', (size_t) (end - fold));

		if (stop == NULL)
			stop = end;
		h = gaz_hash_next(h, gaz_hash_word(seed, fold, (size_t) (stop - fold)));
		fold = stop + 1;
	}
	return h;
}

/* Number of words that two folded surfaces have in common at the start. */
static uint32_t
common_words(const char *a, size_t a_len, const char *b, size_t b_len)
{
	size_t		len = CORE_MIN(a_len, b_len);
	size_t		i = 0;
	uint32_t	words = 0;

	for (; i < len && a[i] == b[i]; i++)
		words += a[i] == ' ';
	if ((i == a_len || a[i] == ' ') && (i == b_len || b[i] == ' '))
		words++;
	return words;
}

static void
sort_kinds(Compile *c)
{
	const GazBuilder *b = c->b;
	uint32_t	n = b->nkinds;
	GazRef	   *refs = core_alloc(2 * (size_t) n * sizeof(GazRef));

	for (uint32_t i = 0; i < n; i++)
		refs[i] = (GazRef)
	{
		gaz_prefix(b->kind[i].text, b->kind[i].len), i
	};
	gaz_sort(refs, refs + n, n, order_kinds, b);
	c->rank = core_alloc((n + 1) * sizeof(uint32_t));
	c->by_rank = core_alloc((n + 1) * sizeof(uint32_t));
	for (uint32_t i = 0; i < n; i++)
	{
		c->rank[refs[i].at] = i;
		c->by_rank[i] = (uint32_t) refs[i].at;
	}
	core_free(refs);
}

static void
sort_rows(Compile *c)
{
	const GazBuilder *b = c->b;
	Context		context = {b, c->rank};
	GazRef	   *refs = core_alloc(2 * b->n * sizeof(GazRef));

	for (size_t i = 0; i < b->n; i++)
	{
		CORE_POLL_EVERY(i);
		refs[i] = (GazRef)
		{
			gaz_prefix(FOLD(b, &b->record[i]), b->record[i].fold_len), i
		};
	}
	gaz_sort(refs, refs + b->n, b->n, order_records, &context);
	c->sorted = core_alloc(b->n * sizeof(const Record *));
	c->nrows = 0;
	for (size_t i = 0; i < b->n; i++)
	{
		CORE_POLL_EVERY(i);
		if (i == 0 || refs[i].prefix != refs[i - 1].prefix ||
			order_records(refs[i - 1].at, refs[i].at, &context) != 0)
			c->sorted[c->nrows++] = &b->record[refs[i].at];
	}
	core_free(refs);
}

static void
put_number(UniBuf *out, uint32_t n)
{
	char		bytes[5];
	size_t		len = 0;

	for (; n >= 0x80; n >>= 7)
		bytes[len++] = (char) (n | 0x80);
	bytes[len++] = (char) n;
	uni_buf_append(out, bytes, len);
}

static void
put_string(UniBuf *out, const char *s, uint32_t len)
{
	put_number(out, len);
	uni_buf_append(out, s, len);
}

static void
put_row(Compile *c, const Record *r, bool last)
{
	const GazBuilder *b = c->b;
	unsigned char head[3];

	head[0] = (unsigned char) (r->flags | (last ? GAZ_ROW_LAST : 0) |
							   (r->name_len != ABSENT ? GAZ_ROW_NAME : 0) |
							   (r->ref_len != ABSENT ? GAZ_ROW_REF : 0));
	head[1] = r->nwords;
	head[2] = GAZ_CHECK(hash_words(gaz_seed(c->seed), FOLD(b, r), r->fold_len, r->nwords));
	uni_buf_append(&c->rows, (const char *) head, 3);
	put_number(&c->rows, c->rank[r->kind]);
	put_string(&c->rows, SURFACE(b, r), r->surface_len);
	if (r->name_len != ABSENT)
		put_string(&c->rows, NAME(b, r), r->name_len);
	if (r->ref_len != ABSENT)
		put_string(&c->rows, REF(b, r), r->ref_len);
}

/* A node is complete: write it, and the edge that leads to it. */
static void
close_node(Compile *c, const Open *node, const Open *parent)
{
	Edge	   *e = &c->edge[c->nedges++];

	e->record = node->record;
	e->depth = parent->depth + 1;
	c->nroots += parent->depth == 0;
	if (!node->parent)
	{
		e->to = GAZ_LEAF | node->row;
		return;
	}
	if (c->nnodes == c->nodes_cap)
	{
		c->nodes_cap = c->nodes_cap ? c->nodes_cap * 2 : 64;
		c->node = core_realloc(c->node, c->nodes_cap * sizeof(GazNode));
	}
	e->to = (uint32_t) c->nnodes;
	c->node[c->nnodes].row = node->row;
	c->node[c->nnodes++].depth = node->depth | (node->terminal ? GAZ_TERMINAL : 0);
}

/*
 * Write the rows and, along the way, the trie of their words.  The stack holds
 * the nodes from the root to the last name; depths ascend.
 */
static GazStatus
make_trie(Compile *c)
{
	const GazBuilder *b = c->b;
	Open		stack[GAZ_MAX_WORDS + 2];
	int			top = 0;
	const Record *previous = NULL;

	c->rows.len = 0;
	c->nedges = c->nnodes = c->nroots = 0;
	memset(&stack[0], 0, sizeof(Open));
	for (size_t i = 0; i <= c->nrows; i++)
	{
		const Record *r = i < c->nrows ? c->sorted[i] : NULL;
		uint32_t	common = 0;

		CORE_POLL_EVERY(i);
		if (r && previous)
		{
			if (compare_folds(b, previous, r) == 0)
			{
				put_row(c, r, i + 1 == c->nrows || compare_folds(b, r, c->sorted[i + 1]) != 0);
				if (c->rows.len > GAZ_MAX_BYTES)
					return GAZ_TOO_LARGE;
				continue;
			}
			common = common_words(FOLD(b, previous), previous->fold_len,
								  FOLD(b, r), r->fold_len);
		}
		while (stack[top].depth > common)
		{
			Open		closed = stack[top--];

			if (stack[top].depth < common)
			{
				/* the new name leaves in the middle of this edge */
				top++;
				stack[top].row = closed.row;
				stack[top].record = closed.record;
				stack[top].depth = common;
				stack[top].terminal = false;
			}
			stack[top].parent = true;
			close_node(c, &closed, &stack[top]);
		}
		if (r == NULL)
			break;
		stack[top].parent = true;
		top++;
		stack[top].row = (uint32_t) c->rows.len;
		stack[top].record = r;
		stack[top].depth = r->nwords;
		stack[top].terminal = true;
		stack[top].parent = false;
		put_row(c, r, i + 1 == c->nrows || compare_folds(b, r, c->sorted[i + 1]) != 0);
		if (c->rows.len > GAZ_MAX_BYTES)
			return GAZ_TOO_LARGE;
		previous = r;
	}
	return GAZ_OK;
}

/* Give every edge its place; false if two edges could not be told apart. */
static bool
place_edges(Compile *c)
{
	uint64_t	seed = gaz_seed(c->seed);
	uint32_t	n = c->nbuckets;

	memset(c->bucket, 0, (n + 1) * sizeof(uint32_t));
	for (size_t i = 0; i < c->nedges; i++)
	{
		Edge	   *e = &c->edge[i];

		CORE_POLL_EVERY(i);
		e->hash = hash_words(seed, FOLD(c->b, e->record), e->record->fold_len, e->depth);
		c->bucket[GAZ_BUCKET(e->hash, n)]++;
	}
	/* bucket[k] becomes the end of bucket k, and then its beginning */
	for (uint32_t k = 1; k <= n; k++)
		c->bucket[k] += c->bucket[k - 1];
	for (size_t i = 0; i < c->nedges; i++)
	{
		const Edge *e = &c->edge[i];
		uint32_t	place = --c->bucket[GAZ_BUCKET(e->hash, n)];

		CORE_POLL_EVERY(i);
		c->placed[place].tag = GAZ_TAG(e->hash);
		c->placed[place].to = e->to;
	}
	for (uint32_t k = 0; k < n; k++)
	{
		uint32_t	lo = c->bucket[k];
		uint32_t	hi = c->bucket[k + 1];

		CORE_POLL_EVERY(k);
		for (uint32_t i = lo + 1; i < hi; i++)
		{
			GazEdge		e = c->placed[i];
			uint32_t	j = i;

			for (; j > lo && c->placed[j - 1].tag > e.tag; j--)
				c->placed[j] = c->placed[j - 1];
			if (j > lo && c->placed[j - 1].tag == e.tag)
				return false;
			c->placed[j] = e;
		}
	}
	return true;
}

/* Size of a filter for n edges: 8 to 16 bits for each. */
static uint32_t
filter_log(size_t n)
{
	uint32_t	log = 5;

	while (log < 30 && (UINT64_C(1) << log) < 8 * (uint64_t) n)
		log++;
	return log;
}

/* Tells values apart by their heads (it does not look for damage). */
static void
set_content(GazHead *head)
{
	const char *p = (const char *) &head->content[2];
	size_t		n = head->total - offsetof(GazHead, content[2]);
	uint64_t	h = n;

	for (; n >= 8; p += 8, n -= 8)
		h = (h ^ gaz_load8(p)) * UINT64_C(0xff51afd7ed558ccd) + (h >> 29);
	if (n > 0)
		h = (h ^ gaz_hash_word(0, p, n)) * UINT64_C(0xff51afd7ed558ccd);
	h = gaz_mix(h);
	head->content[0] = (uint32_t) h;
	head->content[1] = (uint32_t) (h >> 32);
}

static GazStatus
write_bytes(Compile *c, void **bytes, size_t *len)
{
	const GazBuilder *b = c->b;
	GazHead		head;
	uint32_t	kind_len = 0;
	uint32_t	first_log = filter_log(c->nroots);
	uint32_t	later_log = filter_log(c->nedges - c->nroots);
	uint64_t	total;
	char	   *out;
	uint32_t   *first;
	uint32_t   *later;
	uint32_t   *kind;

	for (uint32_t i = 0; i < b->nkinds; i++)
		kind_len += b->kind[i].len;
	total = sizeof(GazHead) + (UINT64_C(1) << first_log) / 8 +
		(UINT64_C(1) << later_log) / 8 + 4 * ((uint64_t) c->nbuckets + 1) +
		sizeof(GazEdge) * (uint64_t) c->nedges +
		sizeof(GazNode) * (uint64_t) c->nnodes + 4 * ((uint64_t) b->nkinds + 1) +
		((kind_len + 3) & ~3u) + c->rows.len;
	if (total > GAZ_MAX_BYTES)
		return GAZ_TOO_LARGE;

	memset(&head, 0, sizeof(head));
	head.magic = GAZ_MAGIC;
	head.total = (uint32_t) total;
	head.seed = c->seed;
	head.nrows = (uint32_t) c->nrows;
	head.first_log = first_log;
	head.later_log = later_log;
	head.nbuckets = c->nbuckets;
	head.nedges = (uint32_t) c->nedges;
	head.nnodes = (uint32_t) c->nnodes;
	head.nkinds = b->nkinds;
	head.kind_text_len = (kind_len + 3) & ~3u;
	head.rows_len = (uint32_t) c->rows.len;

	*len = (size_t) total;
	*bytes = out = core_alloc(*len);
	memcpy(out, &head, sizeof(head));
	out += sizeof(head);
	first = (uint32_t *) out;
	out += (size_t) 1 << (first_log - 3);
	later = (uint32_t *) out;
	out += (size_t) 1 << (later_log - 3);
	memset(first, 0, (size_t) (out - (char *) first));
	for (size_t i = 0; i < c->nedges; i++)
	{
		const Edge *e = &c->edge[i];
		uint32_t	log = e->depth == 1 ? first_log : later_log;
		uint32_t	bit = GAZ_BIT(e->hash, (1u << log) - 1);

		(e->depth == 1 ? first : later)[bit >> 5] |= 1u << (bit & 31);
	}
	memcpy(out, c->bucket, 4 * ((size_t) c->nbuckets + 1));
	out += 4 * ((size_t) c->nbuckets + 1);
	memcpy(out, c->placed, sizeof(GazEdge) * c->nedges);
	out += sizeof(GazEdge) * c->nedges;
	if (c->nnodes > 0)
		memcpy(out, c->node, sizeof(GazNode) * c->nnodes);
	out += sizeof(GazNode) * c->nnodes;
	kind = (uint32_t *) out;
	out += 4 * ((size_t) b->nkinds + 1);
	memset(out, 0, head.kind_text_len);
	kind[0] = 0;
	for (uint32_t i = 0; i < b->nkinds; i++)
	{
		const Kind *k = &b->kind[c->by_rank[i]];

		memcpy(out + kind[i], k->text, k->len);
		kind[i + 1] = kind[i] + k->len;
	}
	out += head.kind_text_len;
	if (c->rows.len > 0)
		memcpy(out, c->rows.data, c->rows.len);
	set_content(*bytes);
	return GAZ_OK;
}

GazStatus
gaz_build(const GazBuilder *b, void **bytes, size_t *len)
{
	Compile		c;
	GazStatus	status = GAZ_OK;

	if (b->n > INT32_MAX)
		return GAZ_TOO_LARGE;
	memset(&c, 0, sizeof(c));
	c.b = b;
	sort_kinds(&c);
	sort_rows(&c);
	c.edge = core_alloc((2 * c.nrows + 1) * sizeof(Edge));
	for (c.seed = 0;; c.seed++)
	{
		status = make_trie(&c);
		if (status != GAZ_OK)
			break;
		if (c.seed == 0)
		{
			c.nbuckets = (uint32_t) CORE_MAX(c.nedges, 1);
			c.bucket = core_alloc(((size_t) c.nbuckets + 1) * sizeof(uint32_t));
			c.placed = core_alloc((c.nedges + 1) * sizeof(GazEdge));
		}
		if (place_edges(&c))
		{
			status = write_bytes(&c, bytes, len);
			break;
		}
		if (c.seed + 1 == MAX_SEEDS)
		{
			status = GAZ_TOO_LARGE;
			break;
		}
	}
	core_free(c.rank);
	core_free(c.by_rank);
	core_free(c.sorted);
	uni_buf_free(&c.rows);
	core_free(c.edge);
	core_free(c.node);
	core_free(c.bucket);
	core_free(c.placed);
	return status;
}

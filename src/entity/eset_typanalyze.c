/*
 * eset_typanalyze.c
 *	  ANALYZE of entity sets: which entities are common, and how rare are the
 *	  others?
 *
 * Entities are counted exactly over the sampled rows, as far as ELEMENTS_MAX
 * entities go: rows are taken in an order that wanders over the whole sample,
 * so that what is counted stays a sample of it.  Of those that do not fit into
 * the list the number in the whole table is estimated from how many were seen
 * once (the estimator Duj1 of Haas and Stokes, as core uses it for values), since
 * most of a newsroom's names are rare and an analyst asks for these too.
 */
#include "entity/eset_stats.h"

#include <math.h>

#include "catalog/pg_statistic.h"
#include "catalog/pg_type.h"
#include "commands/vacuum.h"
#include "common/hashfn.h"
#include "utils/memutils.h"

PG_FUNCTION_INFO_V1(eset_typanalyze);

#define ELEMENTS_MAX	3000000
/* Elements of the list per unit of the statistics target; for tsvector 10. */
#define LIST_FACTOR		20

typedef struct CountKey
{
	const char *bytes;			/* folded name, zero, kind */
	uint32		len;
	uint32		kind_len;
	uint32		hash;
} CountKey;

typedef struct Count
{
	CountKey	key;
	uint32		rows;
	char		status;			/* of simplehash */
} Count;

#define SH_PREFIX counts
#define SH_ELEMENT_TYPE Count
#define SH_KEY_TYPE CountKey
#define SH_KEY key
#define SH_HASH_KEY(tb, k) ((k).hash)
#define SH_EQUAL(tb, a, b) \
	((a).len == (b).len && memcmp((a).bytes, (b).bytes, (a).len) == 0)
#define SH_STORE_HASH
#define SH_GET_HASH(tb, a) ((a)->key.hash)
#define SH_SCOPE static inline
#define SH_DECLARE
#define SH_DEFINE
#include "lib/simplehash.h"

static inline void
delay_point(void)
{
#if PG_VERSION_NUM >= 180000
	vacuum_delay_point(true);
#else
	vacuum_delay_point();
#endif
}

/* Statistics target of the column. */
static int
target(const VacAttrStats *stats)
{
#if PG_VERSION_NUM >= 170000
	int			n = stats->attstattarget;
#else
	int			n = stats->attr->attstattarget;
#endif

	return n < 0 ? default_statistics_target : n;
}

static int
compare_uint32(const void *a, const void *b)
{
	uint32		x = *(const uint32 *) a;
	uint32		y = *(const uint32 *) b;

	return (x > y) - (x < y);
}

/* The most frequent first; of one frequency, an order that is always the same. */
static int
compare_counts(const void *a, const void *b)
{
	const Count *x = *(Count *const *) a;
	const Count *y = *(Count *const *) b;

	if (x->rows != y->rows)
		return x->rows > y->rows ? -1 : 1;
	return eset_compare_keys(x->key.bytes, x->key.len, y->key.bytes, y->key.len);
}

/* An element of the list with its share. */
typedef struct Element
{
	text	   *value;
	float4		share;
} Element;

static int
compare_elements(const void *a, const void *b)
{
	const text *x = ((const Element *) a)->value;
	const text *y = ((const Element *) b)->value;

	return eset_compare_keys(VARDATA(x), VARSIZE(x) - VARHDRSZ,
							 VARDATA(y), VARSIZE(y) - VARHDRSZ);
}

/* A key as text. */
static text *
element_text(const CountKey *key)
{
	text	   *value = palloc(VARHDRSZ + key->len);

	SET_VARSIZE(value, VARHDRSZ + key->len);
	memcpy(VARDATA(value), key->bytes, key->len);
	VARDATA(value)[key->len - key->kind_len - 1] = ESET_STAT_SEPARATOR;
	return value;
}

/* Rows in an order that wanders over all: i * step modulo n. */
static int
wandering_step(int n)
{
	int			step = Max(1, (int) (n * 0.6180339887));

	for (;; step++)
	{
		int			a = n;
		int			b = step;

		while (b != 0)
		{
			int			t = a % b;

			a = b;
			b = t;
		}
		if (a == 1)
			return step;
	}
}

/* Fill the slots. */
static void
compute_stats(VacAttrStats *stats, AnalyzeAttrFetchFunc fetch,
			  int samplerows, double totalrows)
{
	MemoryContext work = AllocSetContextCreate(CurrentMemoryContext, "entityset statistics",
											   ALLOCSET_DEFAULT_SIZES);
	MemoryContext old = MemoryContextSwitchTo(work);
	counts_hash *table = counts_create(work, 1024, NULL);
	uint32	   *sizes = palloc(samplerows * sizeof(uint32));
	int			step = wandering_step(Max(samplerows, 1));
	int			seen = 0;
	int			nulls = 0;
	int			rows = 0;
	double		elements = 0;
	double		width = 0;
	double		sources = 0;
	double		contents = 0;
	int			once = 0;
	int			empty = 0;
	int			limit = target(stats) * LIST_FACTOR;
	counts_iterator it;
	Count	   *count;
	Count	  **order;
	int			n = 0;
	int			kept;
	bool		whole;

	for (; seen < samplerows && elements < ELEMENTS_MAX; seen++)
	{
		bool		isnull;
		Datum		value = fetch(stats, (int) ((int64) seen * step % samplerows), &isnull);
		ESet	   *set;

		delay_point();
		if (isnull)
		{
			nulls++;
			continue;
		}
		width += VARSIZE_ANY(DatumGetPointer(value));
		set = eset_from_datum(value);
		for (uint32 i = 0; i < set->n; i++)
		{
			ESetView	view;
			CountKey	key;
			bool		found;

			eset_view(set, i, &view);
			key.bytes = view.key;
			key.len = view.key_len;
			key.kind_len = view.kind_len;
			key.hash = hash_bytes((const unsigned char *) view.key, (int) view.key_len);
			count = counts_insert(table, key, &found);
			if (!found)
			{
				count->key.bytes = memcpy(palloc(view.key_len), view.key, view.key_len);
				count->rows = 0;
			}
			count->rows++;
			sources += (view.roles & ESET_ROLE_SOURCE) != 0;
			contents += (view.roles & ESET_ROLE_CONTENT) != 0;
		}
		sizes[rows++] = set->n;
		empty += set->n == 0;
		elements += set->n;
		if ((Pointer) set != DatumGetPointer(value))
			pfree(set);
	}

	stats->stats_valid = seen > 0;
	if (seen > 0)
		stats->stanullfrac = (float4) ((double) nulls / seen);
	if (rows == 0)
	{
		stats->stawidth = 0;	/* all NULL */
		stats->stadistinct = 0.0;
		MemoryContextSwitchTo(old);
		MemoryContextDelete(work);
		return;
	}
	stats->stawidth = (int32) (width / rows);
	/* as good as every row has another set */
	stats->stadistinct = (float4) (-1.0 * (1.0 - stats->stanullfrac));

	/* which entities go into the list */
	order = palloc(Max(table->members, 1) * sizeof(Count *));
	counts_start_iterate(table, &it);
	while ((count = counts_iterate(table, &it)) != NULL)
	{
		order[n++] = count;
		once += count->rows == 1;
	}
	qsort(order, n, sizeof(Count *), compare_counts);
	/* seen once in a sample says nothing of one, unless the sample is all */
	whole = seen == samplerows && samplerows >= totalrows;
	kept = Min(n, limit);
	while (kept > 0 && !whole && order[kept - 1]->rows < 2)
		kept--;

	if (kept > 0)
	{
		Element    *list = palloc(kept * sizeof(Element));
		double		all = elements * totalrows / seen;
		double		distinct = elements * n / (elements - once + once * elements / Max(all, elements));
		double		rest = Max(distinct, n) - kept;
		double		rest_rows = elements;
		Datum	   *values;
		float4	   *numbers;
		float4		smallest = 1;
		float4		largest = 0;

		for (int i = 0; i < kept; i++)
		{
			list[i].value = element_text(&order[i]->key);
			list[i].share = (float4) ((double) order[i]->rows / rows);
			smallest = Min(smallest, list[i].share);
			largest = Max(largest, list[i].share);
			rest_rows -= order[i]->rows;
		}
		qsort(list, kept, sizeof(Element), compare_elements);

		MemoryContextSwitchTo(stats->anl_context);
		values = palloc(kept * sizeof(Datum));
		numbers = palloc((kept + ESET_STAT_EXTRA) * sizeof(float4));
		for (int i = 0; i < kept; i++)
		{
			values[i] = PointerGetDatum(memcpy(palloc(VARSIZE(list[i].value)),
											   list[i].value, VARSIZE(list[i].value)));
			numbers[i] = list[i].share;
		}
		numbers[kept + ESET_STAT_MIN] = smallest;
		numbers[kept + ESET_STAT_MAX] = largest;
		numbers[kept + ESET_STAT_REST_SHARE] = (float4)
			(rest >= 1 ? Min(Max(rest_rows / rows / rest, 1 / Max(totalrows, 1)), smallest) : 0);
		numbers[kept + ESET_STAT_REST_COUNT] = (float4) Max(rest, 0);
		numbers[kept + ESET_STAT_SOURCE] = (float4) (sources / elements);
		numbers[kept + ESET_STAT_CONTENT] = (float4) (contents / elements);
		numbers[kept + ESET_STAT_SOME] = (float4) ((double) (rows - empty) / rows);

		stats->stakind[0] = STATISTIC_KIND_MCELEM;
		stats->staop[0] = InvalidOid;
		stats->stacoll[0] = InvalidOid;
		stats->stanumbers[0] = numbers;
		stats->numnumbers[0] = kept + ESET_STAT_EXTRA;
		stats->stavalues[0] = values;
		stats->numvalues[0] = kept;
		stats->statypid[0] = TEXTOID;
		stats->statyplen[0] = -1;
		stats->statypbyval[0] = false;
		stats->statypalign[0] = TYPALIGN_INT;
	}

	/* how many entities a row has */
	{
		int			bounds = Min(Max(target(stats), 2), 1 + rows);
		float4	   *hist;

		qsort(sizes, rows, sizeof(uint32), compare_uint32);
		MemoryContextSwitchTo(stats->anl_context);
		hist = palloc((bounds + 1) * sizeof(float4));
		for (int i = 0; i < bounds; i++)
			hist[i] = (float4) sizes[(int64) i * (rows - 1) / (bounds - 1)];
		hist[bounds] = (float4) (elements / rows);
		stats->stakind[1] = STATISTIC_KIND_DECHIST;
		stats->staop[1] = InvalidOid;
		stats->stacoll[1] = InvalidOid;
		stats->stanumbers[1] = hist;
		stats->numnumbers[1] = bounds + 1;
	}
	MemoryContextSwitchTo(old);
	MemoryContextDelete(work);
}

/* eset_typanalyze(internal) → boolean */
PGDLLEXPORT Datum
eset_typanalyze(PG_FUNCTION_ARGS)
{
	VacAttrStats *stats = (VacAttrStats *) PG_GETARG_POINTER(0);

#if PG_VERSION_NUM < 170000
	if (stats->attr->attstattarget < 0)
		stats->attr->attstattarget = default_statistics_target;
#endif
	stats->compute_stats = compute_stats;
	stats->minrows = 300 * target(stats);
	PG_RETURN_BOOL(true);
}

/*
 * duplicates_bulk.c
 *	  Duplicates over all documents that a query returns:
 *	  duplicate_passages() and duplicate_groups().
 *
 * The documents stream through once; what is too large for memory goes to
 * temporary files and sorts of the server, so that memory stays within
 * maintenance_work_mem but for some 70 bytes per distinct paragraph and
 * 30 per document.
 *
 *	  read		Each paragraph of five words or more becomes an occurrence
 *				(file occ).  One with a new fingerprint also becomes a
 *				Passage, whose shingles and numbers go to a file (sets), and
 *				whose 20 MinHash keys into a sort (bands).
 *	  pair		Passages with an equal key are candidates; they go into a
 *				second sort (pairs), which brings equal pairs together.
 *	  verify	Each pair is compared by its sets, exactly.  Those that pass
 *				are joined by union-find into clusters; the earliest one is
 *				remembered as what a passage repeats.
 *	  answer	Occurrences are read again, in the order of the query.
 *
 * A key that many passages share (BUCKET) is that of a template or of much
 * copied text: there a passage is paired with the first one and with its
 * neighbours only, so that the number of pairs stays linear.  Union-find
 * joins copies all the same, and templates that differ in one number are
 * glued together less (synthetic corpus, seed 1, 100,000 articles, threshold
 * 0.4: precision 0.971 with buckets of 200 and 3 neighbours, 0.988 with
 * these, recall 0.995 with both).
 *
 * Documents are joined when the passages they share make half of the shorter
 * one.  A cluster in more than BOILERPLATE documents is a subscription
 * notice or the like: it counts neither for nor against.  Documents that hold
 * the same clusters in the same order are joined whatever these are.
 */
#include "postgres.h"

#include <math.h>

#include "catalog/pg_operator.h"
#include "catalog/pg_type.h"
#include "commands/tablespace.h"
#include "executor/spi.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "storage/buffile.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/memutils.h"
#include "utils/timestamp.h"
#include "utils/tuplesort.h"
#if PG_VERSION_NUM >= 160000
#include "varatt.h"
#endif

#include "glue/duplicates.h"
#include "glue/utf8.h"

PG_FUNCTION_INFO_V1(duplicate_passages);
PG_FUNCTION_INFO_V1(duplicate_groups);

/* Rows that are fetched from the cursor at a time. */
#define FETCH			200

/* Passages under one key that are all paired with each other. */
#define BUCKET			32

/* Passages that one is paired with in a larger bucket, besides the first. */
#define NEIGHBOURS		8

/* Documents that may share a cluster before it counts as boilerplate. */
#define BOILERPLATE		100

/* Documents fit into this many bits of a sort key, weights into the rest. */
#define DOC_BITS		26
#define MAX_DOCS		((uint32) 1 << DOC_BITS)
#define MAX_WEIGHT		((1 << (64 - 2 * DOC_BITS)) - 1)

/* Share of the smaller set from which one passage is contained in another. */
#define CONTAINED		0.8f

/* Size of one that may be contained in the other; smaller ones share few keys. */
#define MIN_SIZE		0.3

/* What sketches must share is worked out for sizes 0, 8, 16 … 128 and more. */
#define SIZE_STEP		8
#define SIZES			16

/* Seconds between two notices of progress. */
#define NOTICE_SECONDS	5

/* A distinct paragraph. */
typedef struct Passage
{
	int64		place;			/* in the file of sets: segment << 32 | offset */
	uint32		doc;			/* first occurrence */
	int32		ord;
	uint32		nshingle;
	uint32		parent;			/* union-find: the cluster */
	uint32		match;			/* the earliest passage it repeats, or itself */
	float4		similarity;		/* to match; negative: contained */
	DupSketch	sketch;
} Passage;

/* A paragraph of a document, in the file of occurrences. */
typedef struct Occurrence
{
	uint32		passage;
	uint32		doc;
	int32		ord;
} Occurrence;

/* Header of a passage in the file of sets; shingles and numbers follow. */
typedef struct SetHeader
{
	uint32		nshingle;
	uint32		nnumber;
} SetHeader;

/* The sets of a passage, read back. */
typedef struct Sets
{
	uint32		passage;
	SetHeader	head;
	uint64	   *value;
	Size		cap;
} Sets;

typedef struct Bulk
{
	MemoryContext context;		/* everything below */
	float4		threshold;
	int			least[101][SIZES + 1];	/* bins that sketches must share: see may_pass */
	int			sort_kb;		/* memory of each of two sorts */
	int64	   *id;				/* [ndoc] */
	uint32		ndoc;
	uint32		doc_cap;
	Passage    *passage;		/* [npassage] */
	uint32		npassage;
	uint32		passage_cap;
	ParSeen		seen;			/* fingerprints: passage + 1 */
	Size		seen_limit;
	BufFile    *sets;
	BufFile    *occ;
	Tuplesortstate *bands;
	DupText		text;
	TimestampTz noticed;
} Bulk;

/* Tell how far it is, at most every few seconds. */
static void
progress(Bulk *b, const char *what, int64 n)
{
	TimestampTz now = GetCurrentTimestamp();

	if (TimestampDifferenceExceeds(b->noticed, now, NOTICE_SECONDS * 1000))
	{
		b->noticed = now;
		ereport(NOTICE, (errmsg("%s: " INT64_FORMAT, what, n)));
	}
}

static Tuplesortstate *
begin_sort(Bulk *b)
{
	return tuplesort_begin_datum(INT8OID, Int8LessOperator, InvalidOid, false,
								 b->sort_kb, NULL, TUPLESORT_NONE);
}

/* The next value of a sort. */
static bool
next_value(Tuplesortstate *sort, uint64 *value)
{
	Datum		datum;
	bool		isnull;

#if PG_VERSION_NUM >= 160000
	if (!tuplesort_getdatum(sort, true, false, &datum, &isnull, NULL))
		return false;
#else
	if (!tuplesort_getdatum(sort, true, &datum, &isnull, NULL))
		return false;
#endif
	*value = (uint64) DatumGetInt64(datum);
	return true;
}

/* Grow an array to hold n + 1 elements. */
static void *
grow(void *array, uint32 n, uint32 *cap, Size size)
{
	if (n < *cap)
		return array;
	if (n >= PG_UINT32_MAX / 2)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("query returned too many paragraphs")));
	*cap = *cap ? *cap * 2 : 1024;
	return array ? repalloc_huge(array, *cap * size) :
		MemoryContextAllocHuge(CurrentMemoryContext, *cap * size);
}

static void
file_write(BufFile *file, const void *data, Size size)
{
	BufFileWrite(file, unconstify(void *, data), size);
}

static void
file_read(BufFile *file, void *data, Size size)
{
	if (BufFileRead(file, data, size) != size)
		ereport(ERROR,
				(errcode_for_file_access(),
				 errmsg("could not read from temporary file")));
}

static void
file_rewind(BufFile *file)
{
	if (BufFileSeek(file, 0, 0, SEEK_SET) != 0)
		ereport(ERROR,
				(errcode_for_file_access(),
				 errmsg("could not rewind temporary file")));
}

/* ------------------------------------------------------------------ read */

/* A paragraph whose fingerprint is new. */
static uint32
add_passage(Bulk *b, const GazText *doc, const ParSpan *span, int32 ord)
{
	Passage    *p;
	SetHeader	head;
	uint32_t	value[DUP_BINS];
	uint32_t	keys[DUP_BANDS];
	int			fileno;
	off_t		offset;

	dup_read(&b->text, doc->data + span->byte, span->len);
	b->passage = grow(b->passage, b->npassage, &b->passage_cap, sizeof(Passage));
	p = &b->passage[b->npassage];
	BufFileTell(b->sets, &fileno, &offset);
	p->place = (int64) fileno << 32 | (int64) offset;
	p->doc = b->ndoc;
	p->ord = ord;
	p->nshingle = (uint32) b->text.nshingle;
	p->parent = p->match = b->npassage;
	p->similarity = 0;

	head.nshingle = (uint32) b->text.nshingle;
	head.nnumber = (uint32) b->text.nnumber;
	file_write(b->sets, &head, sizeof(head));
	file_write(b->sets, b->text.shingle, head.nshingle * sizeof(uint64));
	file_write(b->sets, b->text.number, head.nnumber * sizeof(uint64));

	/* 5 bits of band, 27 of its key, 32 of passage */
	if (dup_signature(&b->text, value))
	{
		p->sketch = dup_sketch(value);
		dup_bands(value, keys);
		for (int band = 0; band < DUP_BANDS; band++)
			tuplesort_putdatum(b->bands,
							   Int64GetDatum((int64) ((uint64) band << 59 | (uint64) (keys[band] >> 5) << 32 | b->npassage)),
							   false);
	}
	return b->npassage++;
}

static void
add_document(Bulk *b, int64 id, const GazText *doc)
{
	ParIter		it;
	ParSpan		span;
	Occurrence	o;

	if (b->ndoc >= MAX_DOCS)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("query returned more than %u documents", MAX_DOCS)));
	b->id = grow(b->id, b->ndoc, &b->doc_cap, sizeof(int64));
	b->id[b->ndoc] = id;

	memset(&o, 0, sizeof(o));
	o.doc = b->ndoc;
	par_begin(&it, doc->data, doc->len);
	it.counting = false;
	while (par_next(&it, &span))
	{
		uint32		known;

		CHECK_FOR_INTERRUPTS();
		o.ord++;
		if (span.words < LONG_WORDS)
			continue;
		known = par_find(&b->seen, span.fingerprint);
		if (known > 0)
			o.passage = known - 1;
		else
		{
			o.passage = add_passage(b, doc, &span, o.ord);

			/*
			 * Without room for it, equal paragraphs become several passages,
			 * which find each other by their keys.
			 */
			if (b->seen.n < b->seen_limit)
				par_seen(&b->seen, span.fingerprint, o.passage + 1);
		}
		file_write(b->occ, &o, sizeof(o));
	}
	b->ndoc++;
}

static int64
id_of(Datum value, Oid type)
{
	return type == INT8OID ? DatumGetInt64(value) :
		type == INT4OID ? DatumGetInt32(value) : DatumGetInt16(value);
}

static int
compare_id(const void *a, const void *b)
{
	int64		x = *(const int64 *) a;
	int64		y = *(const int64 *) b;

	return x < y ? -1 : x > y;
}

/* Every id once: groups and pairs are named by them. */
static void
check_ids(Bulk *b)
{
	int64	   *sorted;

	if (b->ndoc < 2)
		return;
	sorted = MemoryContextAllocHuge(b->context, b->ndoc * sizeof(int64));
	memcpy(sorted, b->id, b->ndoc * sizeof(int64));
	qsort(sorted, b->ndoc, sizeof(int64), compare_id);
	for (uint32 i = 1; i < b->ndoc; i++)
		if (sorted[i] == sorted[i - 1])
			ereport(ERROR,
					(errcode(ERRCODE_CARDINALITY_VIOLATION),
					 errmsg("query returned id " INT64_FORMAT " more than once", sorted[i])));
	pfree(sorted);
}

static void
read_query(Bulk *b, const char *query)
{
	Portal		portal;
	MemoryContext row;
	Oid			id_type,
				doc_type;

	SPI_connect();
	portal = SPI_cursor_open_with_args(NULL, query, 0, NULL, NULL, NULL,
									   true, CURSOR_OPT_NO_SCROLL);
	if (portal->tupDesc == NULL || portal->tupDesc->natts != 2)
		ereport(ERROR,
				(errcode(ERRCODE_DATATYPE_MISMATCH),
				 errmsg("query must return two columns, (id bigint, doc text)")));
	id_type = getBaseType(TupleDescAttr(portal->tupDesc, 0)->atttypid);
	doc_type = getBaseType(TupleDescAttr(portal->tupDesc, 1)->atttypid);
	if ((id_type != INT8OID && id_type != INT4OID && id_type != INT2OID) ||
		(doc_type != TEXTOID && doc_type != VARCHAROID))
		ereport(ERROR,
				(errcode(ERRCODE_DATATYPE_MISMATCH),
				 errmsg("query must return two columns, (id bigint, doc text)"),
				 errdetail("It returns (%s, %s).", format_type_be(id_type), format_type_be(doc_type))));

	row = AllocSetContextCreate(b->context, "row", ALLOCSET_DEFAULT_SIZES);
	for (;;)
	{
		SPI_cursor_fetch(portal, true, FETCH);
		if (SPI_processed == 0)
			break;
		for (uint64 i = 0; i < SPI_processed; i++)
		{
			HeapTuple	tuple = SPI_tuptable->vals[i];
			TupleDesc	desc = SPI_tuptable->tupdesc;
			bool		isnull;
			Datum		id,
						doc;
			MemoryContext old;
			GazText		in;

			id = SPI_getbinval(tuple, desc, 1, &isnull);
			if (isnull)
				ereport(ERROR,
						(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
						 errmsg("query returned a null id")));
			doc = SPI_getbinval(tuple, desc, 2, &isnull);
			if (isnull)
				continue;

			old = MemoryContextSwitchTo(row);
			gaz_text(DatumGetTextPP(doc), &in);
			MemoryContextSwitchTo(b->context);
			add_document(b, id_of(id, id_type), &in);
			MemoryContextSwitchTo(old);
			MemoryContextReset(row);
		}
		SPI_freetuptable(SPI_tuptable);
		progress(b, "documents read", b->ndoc);
	}
	SPI_cursor_close(portal);
	MemoryContextDelete(row);
	SPI_finish();
}

/* ------------------------------------------------------------------ pair */

/*
 * Whether a pair is worth a comparison, by sizes and sketches alone.  Given
 * the sizes, there is a resemblance that it must have to be near or contained.
 */
static bool
may_pass(const Bulk *b, uint32 a, uint32 c)
{
	const Passage *x = &b->passage[a];
	const Passage *y = &b->passage[c];
	double		less = Min(x->nshingle, y->nshingle);
	double		more = Max(x->nshingle, y->nshingle);
	double		size = less / more;
	double		contained = CONTAINED * size / (1 + (1 - CONTAINED) * size);
	double		must;

	if (size < MIN_SIZE && size < b->threshold * (1 - 1e-6))
		return false;
	must = size < MIN_SIZE ? b->threshold : Min(b->threshold, contained);
	return dup_sketch_common(&x->sketch, &y->sketch) >=
		b->least[(int) (must * 100)][Min((int) less / SIZE_STEP, SIZES)];
}

static void
put_pair(Bulk *b, Tuplesortstate *pairs, uint32 earlier, uint32 later)
{
	if (may_pass(b, earlier, later))
		tuplesort_putdatum(pairs, Int64GetDatum((int64) ((uint64) later << 32 | earlier)), false);
}

/* From equal keys to pairs of passages. */
static Tuplesortstate *
make_pairs(Bulk *b)
{
	Tuplesortstate *pairs = begin_sort(b);
	uint32		bucket[BUCKET];
	uint64		key = 0;
	uint64		value;
	uint32		first = 0;
	uint32		n = 0;			/* in the bucket so far */
	int64		done = 0;

	tuplesort_performsort(b->bands);
	while (next_value(b->bands, &value))
	{
		uint32		p = (uint32) value;

		CHECK_FOR_INTERRUPTS();
		if ((++done & 0xFFFF) == 0)
			progress(b, "keys compared", done);
		if (n == 0 || value >> 32 != key)
		{
			key = value >> 32;
			n = 0;
			first = p;
		}
		if (n < BUCKET)
			for (uint32 i = 0; i < n; i++)
				put_pair(b, pairs, bucket[i], p);
		else
		{
			put_pair(b, pairs, first, p);
			for (uint32 i = 1; i <= NEIGHBOURS; i++)
				if (bucket[(n - i) % BUCKET] != first)
					put_pair(b, pairs, bucket[(n - i) % BUCKET], p);
		}
		bucket[n % BUCKET] = p;
		n++;
	}
	tuplesort_end(b->bands);
	b->bands = NULL;
	return pairs;
}

/* ---------------------------------------------------------------- verify */

static uint32
find_root(Passage *p, uint32 i)
{
	while (p[i].parent != i)
		i = p[i].parent = p[p[i].parent].parent;
	return i;
}

/* The earlier root stays one, so that a cluster is named by its first passage. */
static void
join(Passage *p, uint32 a, uint32 c)
{
	a = find_root(p, a);
	c = find_root(p, c);
	if (a < c)
		p[c].parent = a;
	else
		p[a].parent = c;
}

static void
load_sets(Bulk *b, Sets *s, uint32 passage)
{
	int64		place = b->passage[passage].place;
	Size		n;

	if (BufFileSeek(b->sets, (int) (place >> 32), (off_t) (place & PG_UINT32_MAX), SEEK_SET) != 0)
		ereport(ERROR,
				(errcode_for_file_access(),
				 errmsg("could not seek in temporary file")));
	file_read(b->sets, &s->head, sizeof(s->head));
	n = (Size) s->head.nshingle + s->head.nnumber;
	if (n > s->cap)
	{
		if (s->value)
			pfree(s->value);
		s->cap = n * 2;
		s->value = MemoryContextAllocHuge(CurrentMemoryContext, s->cap * sizeof(uint64));
	}
	file_read(b->sets, s->value, n * sizeof(uint64));
	s->passage = passage;
}

/* Compare a later passage to an earlier one. */
static void
verify_pair(Bulk *b, const Sets *later, const Sets *earlier)
{
	Passage    *p = &b->passage[later->passage];
	Size		less = Min(later->head.nshingle, earlier->head.nshingle);
	Size		common = dup_common(later->value, later->head.nshingle,
									earlier->value, earlier->head.nshingle);
	float4		r = (float4) ((double) common /
							  (double) ((Size) later->head.nshingle + earlier->head.nshingle - common));
	float4		c = (float4) ((double) common / (double) less);
	bool		near = r >= b->threshold;

	if (!near && !(c >= CONTAINED && c >= b->threshold))
		return;
	if (dup_guard(later->value + later->head.nshingle, later->head.nnumber,
				  earlier->value + earlier->head.nshingle, earlier->head.nnumber))
		return;
	if (near)
	{
		join(b->passage, earlier->passage, later->passage);
		if (p->similarity <= 0)
		{
			p->match = earlier->passage;
			p->similarity = r;
		}
	}
	else if (p->similarity == 0)
	{
		p->match = earlier->passage;
		p->similarity = -c;
	}
}

static void
verify_pairs(Bulk *b, Tuplesortstate *pairs)
{
	Sets		later = {0};
	Sets		earlier = {0};
	uint64		value;
	uint64		before = 0;
	int64		done = 0;

	later.passage = PG_UINT32_MAX;
	tuplesort_performsort(pairs);
	while (next_value(pairs, &value))
	{
		uint32		l = (uint32) (value >> 32);
		uint32		e = (uint32) value;

		CHECK_FOR_INTERRUPTS();
		if ((++done & 0xFFFF) == 0)
			progress(b, "pairs compared", done);
		if (value == before)
			continue;
		before = value;
		/* its first match is known, and they are in one cluster: nothing to learn */
		if (b->passage[l].similarity > 0 &&
			find_root(b->passage, l) == find_root(b->passage, e))
			continue;
		if (later.passage != l)
			load_sets(b, &later, l);
		load_sets(b, &earlier, e);
		verify_pair(b, &later, &earlier);
	}
	tuplesort_end(pairs);
}

/* All that both functions do first. */
static Bulk *
find_duplicates(const char *query, float4 threshold)
{
	Bulk	   *b;
	MemoryContext context = AllocSetContextCreate(CurrentMemoryContext, "duplicates of a query",
												  ALLOCSET_DEFAULT_SIZES);
	MemoryContext old = MemoryContextSwitchTo(context);

	b = palloc0(sizeof(Bulk));
	b->context = context;
	b->threshold = threshold;
	for (int r = 0; r <= 100; r++)
		for (int s = 0; s <= SIZES; s++)
			b->least[r][s] = dup_sketch_least(r / 100.0, (size_t) s * SIZE_STEP);
	b->sort_kb = Max(maintenance_work_mem / 3, 64);
	/* a fingerprint takes 12 bytes, in a table that is at least a quarter full */
	b->seen_limit = (Size) maintenance_work_mem * 1024 / 3 / 48;
	b->noticed = GetCurrentTimestamp();
	PrepareTempTablespaces();
	b->sets = BufFileCreateTemp(false);
	b->occ = BufFileCreateTemp(false);
	b->bands = begin_sort(b);

	read_query(b, query);
	MemoryContextSwitchTo(context);
	check_ids(b);
	par_seen_free(&b->seen);
	dup_free(&b->text);
	verify_pairs(b, make_pairs(b));
	BufFileClose(b->sets);
	MemoryContextSwitchTo(old);
	return b;
}

/* ---------------------------------------------------------------- answer */

/* The next occurrence, in the order of the query. */
static bool
next_occurrence(Bulk *b, Occurrence *o)
{
	Size		n = BufFileRead(b->occ, o, sizeof(*o));

	if (n == 0)
		return false;
	if (n != sizeof(*o))
		ereport(ERROR,
				(errcode_for_file_access(),
				 errmsg("could not read from temporary file")));
	return true;
}

/* duplicate_passages(query text, threshold real) */
PGDLLEXPORT Datum
duplicate_passages(PG_FUNCTION_ARGS)
{
	char	   *query = text_to_cstring(PG_GETARG_TEXT_PP(0));
	float4		threshold = check_threshold(PG_GETARG_FLOAT4(1));
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	Bulk	   *b;
	Occurrence	o;

	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	b = find_duplicates(query, threshold);
	file_rewind(b->occ);
	while (next_occurrence(b, &o))
	{
		const Passage *p = &b->passage[o.passage];
		const Passage *first = &b->passage[p->match];
		Datum		values[5];
		bool		nulls[5] = {0};

		CHECK_FOR_INTERRUPTS();
		if (first->doc == o.doc && first->ord == o.ord)
			continue;
		values[0] = Int64GetDatum(b->id[o.doc]);
		values[1] = Int32GetDatum(o.ord);
		values[2] = Int64GetDatum(b->id[first->doc]);
		values[3] = Int32GetDatum(first->ord);
		values[4] = Float4GetDatum(first == p ? 1 : fabsf(p->similarity));
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	BufFileClose(b->occ);
	MemoryContextDelete(b->context);
	return (Datum) 0;
}

/* A document among the others. */
typedef struct Member
{
	uint32		parent;			/* union-find */
	uint32		weight;			/* of its clusters, in shingles */
	float4		similarity;		/* the largest share it has with another */
} Member;

static uint32
find_group(Member *m, uint32 i)
{
	while (m[i].parent != i)
		i = m[i].parent = m[m[i].parent].parent;
	return i;
}

static void
join_members(Member *m, uint32 a, uint32 c, float4 similarity)
{
	uint32		x = find_group(m, a);
	uint32		y = find_group(m, c);

	if (x < y)
		m[y].parent = x;
	else
		m[x].parent = y;
	m[a].similarity = Max(m[a].similarity, similarity);
	m[c].similarity = Max(m[c].similarity, similarity);
}

/*
 * Occurrences by cluster; documents that hold the same clusters in the same
 * order are joined on the way.
 */
static Tuplesortstate *
sort_clusters(Bulk *b, Member *member)
{
	Tuplesortstate *sort = begin_sort(b);
	ParSeen		whole = {0};
	Occurrence	o;
	uint64		hash = 0;
	uint32		doc = 0;
	bool		more;

	file_rewind(b->occ);
	do
	{
		more = next_occurrence(b, &o);
		CHECK_FOR_INTERRUPTS();
		if (hash != 0 && (!more || o.doc != doc))
		{
			uint32		same = par_seen(&whole, hash, doc + 1) - 1;

			if (same != doc)
				join_members(member, same, doc, 1);
			hash = 0;
		}
		if (more)
		{
			uint32		root = find_root(b->passage, o.passage);

			doc = o.doc;
			hash = (hash ^ (root + 1)) * UINT64CONST(0xD6E8FEB86659FD93);
			hash ^= hash >> 32;
			tuplesort_putdatum(sort, Int64GetDatum((int64) ((uint64) root << 32 | o.doc)), false);
		}
	} while (more);
	par_seen_free(&whole);
	return sort;
}

/* Which documents share a cluster that is no boilerplate, and its weight. */
static Tuplesortstate *
share_clusters(Bulk *b, Member *member)
{
	Tuplesortstate *clusters = sort_clusters(b, member);
	Tuplesortstate *shares = begin_sort(b);
	uint32		docs[BOILERPLATE + 1];
	uint32		n = 0;
	uint32		root = 0;
	uint64		value;
	int64		done = 0;
	bool		more;

	tuplesort_performsort(clusters);
	do
	{
		more = next_value(clusters, &value);
		CHECK_FOR_INTERRUPTS();
		if ((++done & 0xFFFF) == 0)
			progress(b, "paragraphs grouped", done);
		if (n > 0 && (!more || (uint32) (value >> 32) != root))
		{
			uint32		weight = Min(b->passage[root].nshingle, MAX_WEIGHT);

			if (n <= BOILERPLATE)
				for (uint32 i = 0; i < n; i++)
				{
					member[docs[i]].weight += weight;
					for (uint32 j = 0; j < i; j++)
						tuplesort_putdatum(shares,
										   Int64GetDatum((int64) (((uint64) docs[j] << DOC_BITS | docs[i]) << (64 - 2 * DOC_BITS) | weight)),
										   false);
				}
			n = 0;
		}
		if (more)
		{
			uint32		doc = (uint32) value;

			root = (uint32) (value >> 32);
			/* once per document */
			if (n == 0 || (n <= BOILERPLATE && docs[n - 1] != doc))
				docs[n++] = doc;
		}
	} while (more);
	tuplesort_end(clusters);
	return shares;
}

static void
join_documents(Bulk *b, Member *member)
{
	Tuplesortstate *shares = share_clusters(b, member);
	uint64		pair = 0;
	uint64		sum = 0;
	uint64		value;
	bool		more;

	tuplesort_performsort(shares);
	do
	{
		more = next_value(shares, &value);
		CHECK_FOR_INTERRUPTS();
		if (sum > 0 && (!more || value >> (64 - 2 * DOC_BITS) != pair))
		{
			uint32		a = (uint32) (pair >> DOC_BITS);
			uint32		c = (uint32) (pair & (MAX_DOCS - 1));
			uint32		less = Min(member[a].weight, member[c].weight);

			if (2 * sum >= less)
				join_members(member, a, c, (float4) Min(1.0, (double) sum / less));
			sum = 0;
		}
		if (more)
		{
			pair = value >> (64 - 2 * DOC_BITS);
			sum += value & MAX_WEIGHT;
		}
	} while (more);
	tuplesort_end(shares);
}

/* duplicate_groups(query text, threshold real) */
PGDLLEXPORT Datum
duplicate_groups(PG_FUNCTION_ARGS)
{
	char	   *query = text_to_cstring(PG_GETARG_TEXT_PP(0));
	float4		threshold = check_threshold(PG_GETARG_FLOAT4(1));
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	Bulk	   *b;
	Member	   *member;
	int64	   *least;
	uint32	   *size;
	MemoryContext old;

	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	b = find_duplicates(query, threshold);
	old = MemoryContextSwitchTo(b->context);
	member = MemoryContextAllocHuge(b->context, (b->ndoc + 1) * sizeof(Member));
	for (uint32 d = 0; d < b->ndoc; d++)
	{
		member[d].parent = d;
		member[d].weight = 0;
		member[d].similarity = 0;
	}
	join_documents(b, member);

	/* the smallest id of each group, and how many are in it */
	least = MemoryContextAllocHuge(b->context, (b->ndoc + 1) * sizeof(int64));
	size = MemoryContextAllocHuge(b->context, (b->ndoc + 1) * sizeof(uint32));
	memset(size, 0, (b->ndoc + 1) * sizeof(uint32));
	for (uint32 d = 0; d < b->ndoc; d++)
	{
		uint32		g = find_group(member, d);

		least[g] = size[g]++ == 0 ? b->id[d] : Min(least[g], b->id[d]);
	}
	MemoryContextSwitchTo(old);
	for (uint32 d = 0; d < b->ndoc; d++)
	{
		uint32		g = find_group(member, d);
		Datum		values[3];
		bool		nulls[3] = {0};

		CHECK_FOR_INTERRUPTS();
		if (size[g] < 2)
			continue;
		values[0] = Int64GetDatum(b->id[d]);
		values[1] = Int64GetDatum(least[g]);
		values[2] = Float4GetDatum(member[d].similarity);
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	BufFileClose(b->occ);
	MemoryContextDelete(b->context);
	return (Datum) 0;
}

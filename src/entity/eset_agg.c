/*
 * eset_agg.c
 *	  entityset_agg: the entities of many sets, with the number of mentions.
 *
 * The state is an entityset in expanded form, a hash table from key to count,
 * so that a row costs its own entities and not those seen before.  Being a
 * value of a real type, it needs no functions of its own to travel between
 * parallel workers or servers: flattened, it is a counted entityset, and the
 * combine function is the transition function.
 *
 * Parallel and serial plans agree, in whatever order the rows come: counts add
 * up, and of several spellings of a name the greatest in bytes is kept, which
 * prefers 'TikTok' to 'TIKTOK' and 'États-Unis' to 'Etats-Unis'.
 */
#include "entity/eset.h"

#include "common/hashfn.h"
#include "utils/expandeddatum.h"
#include "utils/memutils.h"

PG_FUNCTION_INFO_V1(eset_accum);

typedef struct TallyKey
{
	const char *bytes;			/* folded name, zero, kind */
	uint32		len;
	uint32		hash;
} TallyKey;

/* An entity of the state; its bytes lie in the context of the object. */
typedef struct Tally
{
	TallyKey	key;
	const char *name;
	uint32		name_len;
	uint32		count;
	uint8		kind_len;
	uint8		roles;
	char		status;			/* of simplehash */
} Tally;

#define SH_PREFIX tally
#define SH_ELEMENT_TYPE Tally
#define SH_KEY_TYPE TallyKey
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

/* The expanded form of a set. */
typedef struct ESetSum
{
	ExpandedObjectHeader hdr;
	tally_hash *table;
	bool		begun;			/* a set has been added */
	bool		stamped;		/* and all had the stamp that follows */
	char		lang[ESET_LANG_LEN];
	uint64		build;
	ESet	   *flat;			/* NULL after a change */
} ESetSum;

static Size sum_get_flat_size(ExpandedObjectHeader *eohptr);
static void sum_flatten_into(ExpandedObjectHeader *eohptr, void *result,
							 Size allocated_size);

static const ExpandedObjectMethods sum_methods = {
	sum_get_flat_size,
	sum_flatten_into
};

/* A new, empty sum in a context of its own below parent. */
static ESetSum *
sum_create(MemoryContext parent)
{
	MemoryContext context = AllocSetContextCreate(parent, "entityset sum",
												  ALLOCSET_DEFAULT_SIZES);
	ESetSum    *sum = MemoryContextAllocZero(context, sizeof(ESetSum));

	EOH_init_header(&sum->hdr, &sum_methods, context);
	sum->table = tally_create(context, 256, NULL);
	return sum;
}

/* Copy bytes into the context of the sum. */
static const char *
keep(ESetSum *sum, const char *bytes, uint32 len)
{
	return memcpy(MemoryContextAlloc(sum->hdr.eoh_context, len), bytes, len);
}

/* Add the entities of a set. */
static void
sum_add(ESetSum *sum, const ESet *set)
{
	if (sum->flat)
	{
		pfree(sum->flat);
		sum->flat = NULL;
	}
	if (!sum->begun)
	{
		sum->begun = true;
		sum->stamped = ESET_STAMPED(set);
		memcpy(sum->lang, set->lang, ESET_LANG_LEN);
		sum->build = ESET_BUILD(set);
	}
	else if (memcmp(sum->lang, set->lang, ESET_LANG_LEN) != 0 ||
			 sum->build != ESET_BUILD(set))
		sum->stamped = false;

	for (uint32 i = 0; i < set->n; i++)
	{
		ESetView	view;
		TallyKey	key;
		Tally	   *tally;
		bool		found;
		uint64		count;

		CORE_POLL_EVERY(i);
		eset_view(set, i, &view);
		key.bytes = view.key;
		key.len = view.key_len;
		key.hash = hash_bytes((const unsigned char *) view.key, (int) view.key_len);
		tally = tally_insert(sum->table, key, &found);
		if (!found)
		{
			/* until the bytes are copied the key leads into the set */
			tally->name_len = 0;
			tally->count = 0;
			tally->roles = 0;
			tally->kind_len = (uint8) view.kind_len;
			tally->key.bytes = keep(sum, view.key, view.key_len);
		}
		if (!found ||
			eset_compare_keys(tally->name, tally->name_len, view.name, view.name_len) < 0)
		{
			tally->name = keep(sum, view.name, view.name_len);
			tally->name_len = view.name_len;
		}
		count = (uint64) tally->count + eset_mention_count(&view);
		tally->count = (uint32) Min(count, PG_INT32_MAX);
		tally->roles |= view.roles;
	}
}

/* Make the flat form, and keep it until the sum changes. */
static Size
sum_get_flat_size(ExpandedObjectHeader *eohptr)
{
	ESetSum    *sum = (ESetSum *) eohptr;
	MemoryContext old = MemoryContextSwitchTo(sum->hdr.eoh_context);

	if (sum->flat == NULL)
	{
		ESetPart   *parts = core_alloc(sum->table->members * sizeof(ESetPart));
		size_t		n = 0;
		tally_iterator it;
		Tally	   *tally;

		tally_start_iterate(sum->table, &it);
		while ((tally = tally_iterate(sum->table, &it)) != NULL)
		{
			ESetPart   *part = &parts[n++];

			CORE_POLL_EVERY(n);
			part->key = tally->key.bytes;
			part->key_len = tally->key.len;
			part->kind_len = tally->kind_len;
			part->name = tally->name;
			part->name_len = tally->name_len;
			part->start = 0;
			part->count = tally->count;
			part->roles = tally->roles;
		}
		sum->flat = eset_collect(parts, n, sum->stamped ? sum->lang : NULL, sum->build);
		core_free(parts);
	}
	MemoryContextSwitchTo(old);
	return VARSIZE(sum->flat);
}

static void
sum_flatten_into(ExpandedObjectHeader *eohptr, void *result, Size allocated_size)
{
	ESetSum    *sum = (ESetSum *) eohptr;

	Assert(sum->flat != NULL && allocated_size == VARSIZE(sum->flat));
	memcpy(result, sum->flat, allocated_size);
}

/*
 * eset_accum(state entityset, value entityset) → entityset
 *		Transition and combine function of entityset_agg.
 */
PGDLLEXPORT Datum
eset_accum(PG_FUNCTION_ARGS)
{
	MemoryContext context;
	ESetSum    *sum = NULL;

	if (!AggCheckCallContext(fcinfo, &context))
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("function %s can only be called by an aggregate", "eset_accum")));
	if (!PG_ARGISNULL(0))
	{
		Datum		state = PG_GETARG_DATUM(0);

		if (VARATT_IS_EXTERNAL_EXPANDED_RW(DatumGetPointer(state)) &&
			DatumGetEOHP(state)->eoh_methods == &sum_methods)
			sum = (ESetSum *) DatumGetEOHP(state);
		else
		{
			sum = sum_create(context);
			sum_add(sum, eset_from_datum(state));
		}
	}
	if (!PG_ARGISNULL(1))
	{
		if (sum == NULL)
			sum = sum_create(context);
		sum_add(sum, PG_GETARG_ESET(1));
	}
	if (sum == NULL)
		PG_RETURN_NULL();
	return EOHPGetRWDatum(&sum->hdr);
}

/*
 * eset_gin.c
 *	  GIN operator class of entityset.
 *
 * The keys of a set are, per entity,
 *
 *		folded name, zero, kind						always
 *		folded name, zero, kind, zero, 's'			if a mention is in a source
 *		folded name, zero, kind, zero, 'c'			if a mention is in a content
 *
 * compared as bytes, so that every question that an entityquery can put to a
 * name is answered by keys alone, without reading the row:
 *
 *		Oracle/ORG			one key
 *		Oracle/ORG:source	one key
 *		Oracle				the keys that begin with oracle, zero
 *		Orac*				the keys that begin with orac
 *
 * the last two by partial match, which is also where kind and role of a name
 * without the other are sorted out.  A name without kind has no key of its own:
 * it would double the index, since most names are rare and come as one kind.
 *
 * That a key is absent is another matter.  While a pending list is moved into
 * the index, key after key, another scan finds a row under the keys that are
 * there already, and 'Oracle & !Reuters' would return a row that has both
 * (so it is with tsvector: 115 of some thousand look-ups beside inserts gave
 * wrong rows, on 15.20).  A row is therefore rechecked where the answer hangs
 * on an absent key.
 *
 * Strategies: 1 @@, 2 @>, 3 <@, 4 &&.  An operator class of another type (text,
 * whose entities are found at insertion) takes its keys from eset_gin_keys and
 * shares the other functions.
 */
#include "entity/equery.h"

#include "access/gin.h"
#include "access/stratnum.h"
#include "miscadmin.h"
#include "utils/memutils.h"

#define ESET_STRATEGY_MATCHES	1
#define ESET_STRATEGY_CONTAINS	2
#define ESET_STRATEGY_CONTAINED 3
#define ESET_STRATEGY_OVERLAPS	4

PG_FUNCTION_INFO_V1(eset_gin_compare);
PG_FUNCTION_INFO_V1(eset_gin_extract_value);
PG_FUNCTION_INFO_V1(eset_gin_extract_query);
PG_FUNCTION_INFO_V1(eset_gin_consistent);
PG_FUNCTION_INFO_V1(eset_gin_triconsistent);
PG_FUNCTION_INFO_V1(eset_gin_compare_partial);

/* What a partial match asks beyond the beginning of a key. */
typedef struct PartialName
{
	uint8		roles;			/* 0: the key without role */
	uint8		kind_len;		/* 0: any kind */
	char		kind[ENT_KIND_MAX];
} PartialName;

/* A key from bytes, and a byte or role behind it (0: nothing). */
static Datum
make_key(const char *bytes, size_t len, char role)
{
	bytea	   *key = palloc(VARHDRSZ + len + 2);
	char	   *p = VARDATA(key);

	memcpy(p, bytes, len);
	if (role)
	{
		p[len++] = '\0';
		p[len++] = role;
	}
	SET_VARSIZE(key, VARHDRSZ + len);
	return PointerGetDatum(key);
}

/* GIN keys of a set. */
Datum *
eset_gin_keys(const ESet *set, int32 *nkeys)
{
	Datum	   *keys = core_alloc((size_t) set->n * 3 * sizeof(Datum));
	int32		n = 0;

	for (uint32 i = 0; i < set->n; i++)
	{
		ESetView	view;

		CORE_POLL_EVERY(i);
		eset_view(set, i, &view);
		keys[n++] = make_key(view.key, view.key_len, '\0');
		if (view.roles & ESET_ROLE_SOURCE)
			keys[n++] = make_key(view.key, view.key_len, 's');
		if (view.roles & ESET_ROLE_CONTENT)
			keys[n++] = make_key(view.key, view.key_len, 'c');
	}
	*nkeys = n;
	return keys;
}

/* eset_gin_compare(bytea, bytea) → int: by bytes, never by collation */
PGDLLEXPORT Datum
eset_gin_compare(PG_FUNCTION_ARGS)
{
	bytea	   *a = PG_GETARG_BYTEA_PP(0);
	bytea	   *b = PG_GETARG_BYTEA_PP(1);
	int			cmp = eset_compare_keys(VARDATA_ANY(a), VARSIZE_ANY_EXHDR(a),
										VARDATA_ANY(b), VARSIZE_ANY_EXHDR(b));

	PG_FREE_IF_COPY(a, 0);
	PG_FREE_IF_COPY(b, 1);
	PG_RETURN_INT32((cmp > 0) - (cmp < 0));
}

/* eset_gin_extract_value(entityset, internal, internal) → internal */
PGDLLEXPORT Datum
eset_gin_extract_value(PG_FUNCTION_ARGS)
{
	ESet	   *set = PG_GETARG_ESET(0);
	int32	   *nkeys = (int32 *) PG_GETARG_POINTER(1);

	PG_RETURN_POINTER(eset_gin_keys(set, nkeys));
}

/* Every name is absent. */
static uint8
absent(void *arg, const EQuery *query, uint32 node, uint32 nth)
{
	return EQUERY_FALSE;
}

/* Keys of a query: one per name, in the order of its nodes. */
static Datum *
extract_equery(const EQuery *query, int32 *nkeys, bool **partial,
			   Pointer **extra, int32 *mode)
{
	Datum	   *keys = core_alloc((size_t) query->n * sizeof(Datum));
	int32		n = 0;

	*partial = core_alloc((size_t) query->n * sizeof(bool));
	*extra = core_alloc((size_t) query->n * sizeof(Pointer));
	memset(*partial, 0, query->n * sizeof(bool));
	memset(*extra, 0, query->n * sizeof(Pointer));
	for (uint32 i = 0; i < query->n; i++)
	{
		EQueryName	name;

		CORE_POLL_EVERY(i);
		if (query->node[i].op != EQUERY_NAME)
			continue;
		equery_name(query, i, &name);
		if (!name.prefix && name.kind_len > 0 && name.roles != ESET_ROLES)
			keys[n] = make_key(name.folded, name.key_len,
							   name.roles == ESET_ROLE_SOURCE ? 's' :
							   name.roles == ESET_ROLE_CONTENT ? 'c' : '\0');
		else
		{
			PartialName *ask = palloc0(sizeof(PartialName));

			ask->roles = name.roles;
			ask->kind_len = (uint8) name.kind_len;
			memcpy(ask->kind, name.kind, Min(name.kind_len, ENT_KIND_MAX));
			keys[n] = make_key(name.folded, name.prefix ? name.folded_len : name.key_len, '\0');
			(*partial)[n] = true;
			(*extra)[n] = (Pointer) ask;
		}
		n++;
	}
	*nkeys = n;
	/* 'Oracle & !Reuters' needs one of its names, '!Reuters' does not */
	if (equery_eval(query, absent, NULL) == EQUERY_TRUE)
		*mode = GIN_SEARCH_MODE_ALL;
	return keys;
}

/* Keys of a set that stands on the right of an operator, without roles. */
static Datum *
extract_eset(const ESet *set, int32 *nkeys)
{
	Datum	   *keys = core_alloc((size_t) set->n * sizeof(Datum));

	for (uint32 i = 0; i < set->n; i++)
	{
		ESetView	view;

		CORE_POLL_EVERY(i);
		eset_view(set, i, &view);
		keys[i] = make_key(view.key, view.key_len, '\0');
	}
	*nkeys = (int32) set->n;
	return keys;
}

/*
 * eset_gin_extract_query(query, internal, int2, internal × 4) → internal
 */
PGDLLEXPORT Datum
eset_gin_extract_query(PG_FUNCTION_ARGS)
{
	int32	   *nkeys = (int32 *) PG_GETARG_POINTER(1);
	StrategyNumber strategy = PG_GETARG_UINT16(2);
	bool	  **partial = (bool **) PG_GETARG_POINTER(3);
	Pointer   **extra = (Pointer **) PG_GETARG_POINTER(4);
	int32	   *mode = (int32 *) PG_GETARG_POINTER(6);
	Datum	   *keys = NULL;

	*nkeys = 0;
	*mode = GIN_SEARCH_MODE_DEFAULT;
	switch (strategy)
	{
		case ESET_STRATEGY_MATCHES:
			/* the empty query has no key and so matches nothing */
			keys = extract_equery(PG_GETARG_EQUERY(0), nkeys, partial, extra, mode);
			break;
		case ESET_STRATEGY_CONTAINS:
			/* every set contains the empty set */
			keys = extract_eset(PG_GETARG_ESET(0), nkeys);
			if (*nkeys == 0)
				*mode = GIN_SEARCH_MODE_ALL;
			break;
		case ESET_STRATEGY_CONTAINED:
			/* every set contains the empty set */
			keys = extract_eset(PG_GETARG_ESET(0), nkeys);
			*mode = GIN_SEARCH_MODE_INCLUDE_EMPTY;
			break;
		case ESET_STRATEGY_OVERLAPS:
			/* the empty set overlaps nothing */
			keys = extract_eset(PG_GETARG_ESET(0), nkeys);
			break;
		default:
			elog(ERROR, "unrecognized strategy number: %d", strategy);
	}
	PG_RETURN_POINTER(keys);
}

/* Truth of the nth name as GIN found its key. */
static uint8
found(void *arg, const EQuery *query, uint32 node, uint32 nth)
{
	return ((const uint8 *) arg)[nth];
}

StaticAssertDecl(GIN_FALSE == EQUERY_FALSE && GIN_TRUE == EQUERY_TRUE &&
				 GIN_MAYBE == EQUERY_MAYBE, "three values of truth are GIN's");
StaticAssertDecl(sizeof(bool) == sizeof(uint8) && sizeof(GinTernaryValue) == sizeof(uint8),
				 "GIN's arrays of truth are arrays of bytes");

/* The same where absence is not to be relied on. */
static uint8
found_present(void *arg, const EQuery *query, uint32 node, uint32 nth)
{
	uint8		truth = ((const uint8 *) arg)[nth];

	return truth == EQUERY_FALSE ? EQUERY_MAYBE : truth;
}

/* Does a query match, as far as the keys tell? */
static uint8
decide_query(const EQuery *query, const uint8 *check)
{
	uint8		result = equery_eval(query, found, (void *) check);

	if (result != EQUERY_TRUE)
		return result;
	for (uint32 i = 0; i < query->n; i++)
	{
		if (query->node[i].op == EQUERY_NOT)
			return equery_eval(query, found_present, (void *) check);
	}
	return result;
}

/* Is the answer yes, no or open where this is known of the keys? */
static uint8
decide(StrategyNumber strategy, Datum query, const uint8 *check, int32 nkeys)
{
	uint8		result;

	switch (strategy)
	{
		case ESET_STRATEGY_MATCHES:
			/* the keys that are there decide alone */
			return decide_query(equery_from_datum(query), check);
		case ESET_STRATEGY_CONTAINS:
			/* the keys decide alone */
			result = GIN_TRUE;
			for (int32 i = 0; i < nkeys; i++)
			{
				if (check[i] == GIN_FALSE)
					return GIN_FALSE;
				if (check[i] == GIN_MAYBE)
					result = GIN_MAYBE;
			}
			return result;
		case ESET_STRATEGY_CONTAINED:
			/* there may be entities that are not asked for: always recheck */
			return GIN_MAYBE;
		case ESET_STRATEGY_OVERLAPS:
			/* the keys decide alone */
			result = GIN_FALSE;
			for (int32 i = 0; i < nkeys; i++)
			{
				if (check[i] == GIN_TRUE)
					return GIN_TRUE;
				if (check[i] == GIN_MAYBE)
					result = GIN_MAYBE;
			}
			return result;
		default:
			elog(ERROR, "unrecognized strategy number: %d", strategy);
			return GIN_FALSE;	/* keep compiler quiet */
	}
}

/*
 * eset_gin_consistent(internal, int2, query, int4, internal × 4) → boolean
 */
PGDLLEXPORT Datum
eset_gin_consistent(PG_FUNCTION_ARGS)
{
	const uint8 *check = (const uint8 *) PG_GETARG_POINTER(0);
	bool	   *recheck = (bool *) PG_GETARG_POINTER(5);
	uint8		result = decide(PG_GETARG_UINT16(1), PG_GETARG_DATUM(2), check,
								PG_GETARG_INT32(3));

	*recheck = result == GIN_MAYBE;
	PG_RETURN_BOOL(result != GIN_FALSE);
}

/*
 * eset_gin_triconsistent(internal, int2, query, int4, internal × 3) → "char"
 */
PGDLLEXPORT Datum
eset_gin_triconsistent(PG_FUNCTION_ARGS)
{
	const uint8 *check = (const uint8 *) PG_GETARG_POINTER(0);

	PG_RETURN_GIN_TERNARY_VALUE(decide(PG_GETARG_UINT16(1), PG_GETARG_DATUM(2), check,
									   PG_GETARG_INT32(3)));
}

/*
 * eset_gin_compare_partial(bytea, bytea, int2, internal) → int
 *		0: the key matches; below 0: it does not, but a later one may; above 0:
 *		no later one can.
 */
PGDLLEXPORT Datum
eset_gin_compare_partial(PG_FUNCTION_ARGS)
{
	bytea	   *wanted = PG_GETARG_BYTEA_PP(0);
	bytea	   *key = PG_GETARG_BYTEA_PP(1);
	const PartialName *ask = (const PartialName *) PG_GETARG_POINTER(3);
	const char *p = VARDATA_ANY(key);
	const char *end = p + VARSIZE_ANY_EXHDR(key);
	const char *kind;
	const char *zero;
	uint8		role = 0;
	size_t		len = VARSIZE_ANY_EXHDR(wanted);

	if ((size_t) (end - p) < len || memcmp(p, VARDATA_ANY(wanted), len) != 0)
		PG_RETURN_INT32(1);
	kind = memchr(p, '\0', end - p);
	if (kind == NULL)
		PG_RETURN_INT32(-1);
	kind++;
	zero = memchr(kind, '\0', end - kind);
	if (zero)
	{
		role = zero + 1 < end && zero[1] == 's' ? ESET_ROLE_SOURCE : ESET_ROLE_CONTENT;
		end = zero;
	}
	if (ask->roles == 0 ? role != 0 : (role & ask->roles) == 0)
		PG_RETURN_INT32(-1);
	if (ask->kind_len > 0 &&
		((size_t) (end - kind) != ask->kind_len || memcmp(kind, ask->kind, ask->kind_len) != 0))
		PG_RETURN_INT32(-1);
	PG_RETURN_INT32(0);
}

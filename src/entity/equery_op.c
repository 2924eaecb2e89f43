/*
 * equery_op.c
 *	  Evaluation of entityquery: against a set, and for GIN in three values.
 */
#include "entity/equery.h"

#include "common/hashfn.h"
#include "miscadmin.h"
#include "utils/memutils.h"

PG_FUNCTION_INFO_V1(eset_matches_equery);
PG_FUNCTION_INFO_V1(equery_matches_eset);
PG_FUNCTION_INFO_V1(equery_eq);
PG_FUNCTION_INFO_V1(equery_ne);
PG_FUNCTION_INFO_V1(equery_lt);
PG_FUNCTION_INFO_V1(equery_le);
PG_FUNCTION_INFO_V1(equery_gt);
PG_FUNCTION_INFO_V1(equery_ge);
PG_FUNCTION_INFO_V1(equery_cmp);
PG_FUNCTION_INFO_V1(equery_hash);
PG_FUNCTION_INFO_V1(equery_hash_extended);
PG_FUNCTION_INFO_V1(equery_and);
PG_FUNCTION_INFO_V1(equery_or);
PG_FUNCTION_INFO_V1(equery_not);
PG_FUNCTION_INFO_V1(equery_numnode);

/* Stored bytes that are no entityquery. */
void
equery_raise_corrupted(void)
{
	ereport(ERROR,
			(errcode(ERRCODE_DATA_CORRUPTED),
			 errmsg("entityquery is damaged")));
}

/* A query from a datum, its header checked. */
EQuery *
equery_from_datum(Datum d)
{
	EQuery	   *query = (EQuery *) PG_DETOAST_DATUM(d);

	if (VARSIZE(query) < EQUERY_HEADER)
		equery_raise_corrupted();
	if (query->version != EQUERY_VERSION)
		ereport(ERROR,
				(errcode(ERRCODE_DATA_CORRUPTED),
				 errmsg("entityquery is damaged or of a later release"),
				 errdetail("Its version is %u, and this release reads version %u.",
						   query->version, EQUERY_VERSION)));
	if ((query->flags & ~EQUERY_HAS_ROLE) != 0 || query->reserved != 0 ||
		query->n > (VARSIZE(query) - EQUERY_HEADER) / sizeof(EQueryNode))
		equery_raise_corrupted();
	return query;
}

/* The name at node i. */
void
equery_name(const EQuery *query, uint32 i, EQueryName *name)
{
	const EQueryNode *node = &query->node[i];
	size_t		pool_len = EQUERY_POOL_LEN(query);

	name->folded_len = node->folded_len;
	name->kind_len = node->kind_len;
	name->name_len = node->name_len;
	name->roles = node->roles & ESET_ROLES;
	name->prefix = node->prefix != 0;
	name->key_len = name->folded_len + 1 + name->kind_len;
	if (node->arg > pool_len || pool_len - node->arg < name->key_len + name->name_len)
		equery_raise_corrupted();
	name->folded = EQUERY_POOL(query) + node->arg;
	name->kind = name->folded + name->folded_len + 1;
	name->name = name->kind + name->kind_len;
}

/* Does the query ask for a role? */
bool
equery_has_role(const EQuery *query)
{
	return (query->flags & EQUERY_HAS_ROLE) != 0;
}

/* Evaluate a query in three values. */
uint8
equery_eval(const EQuery *query, equery_leaf leaf, void *arg)
{
	uint8		few[128];
	uint8	   *stack = query->n <= lengthof(few) ? few : core_alloc(query->n);
	uint32		depth = 0;
	uint32		nth = 0;
	uint8		result;

	if (query->n == 0)
		return EQUERY_FALSE;
	for (uint32 i = 0; i < query->n; i++)
	{
		uint8		op = query->node[i].op;

		CORE_POLL_EVERY(i);
		if (op == EQUERY_NAME)
			stack[depth++] = leaf(arg, query, i, nth++);
		else if (op == EQUERY_NOT && depth >= 1)
		{
			if (stack[depth - 1] != EQUERY_MAYBE)
				stack[depth - 1] = !stack[depth - 1];
		}
		else if ((op == EQUERY_AND || op == EQUERY_OR) && depth >= 2)
		{
			uint8		b = stack[--depth];
			uint8		a = stack[depth - 1];
			uint8		decisive = op == EQUERY_AND ? EQUERY_FALSE : EQUERY_TRUE;

			if (a == decisive || b == decisive)
				stack[depth - 1] = decisive;
			else if (a == EQUERY_MAYBE || b == EQUERY_MAYBE)
				stack[depth - 1] = EQUERY_MAYBE;
		}
		else
			equery_raise_corrupted();
	}
	if (depth != 1)
		equery_raise_corrupted();
	result = stack[0];
	if (stack != few)
		core_free(stack);
	return result;
}

/* Does the set have an entity of this name, kind and role? */
static uint8
name_in_set(void *arg, const EQuery *query, uint32 node, uint32 nth)
{
	const ESet *set = arg;
	EQueryName	name;
	uint32		len;

	equery_name(query, node, &name);
	/* what a key must begin with: the kind too where it is given */
	len = name.prefix ? name.folded_len : name.key_len;
	for (uint32 i = eset_lower_bound(set, 0, name.folded, len); i < set->n; i++)
	{
		ESetView	view;

		CORE_POLL_EVERY(i);
		eset_view(set, i, &view);
		if (view.key_len < len || memcmp(view.key, name.folded, len) != 0)
			break;
		if (name.kind_len > 0 &&
			(view.kind_len != name.kind_len ||
			 memcmp(view.kind, name.kind, name.kind_len) != 0))
			continue;
		if (name.roles == 0 || (view.roles & name.roles) != 0)
			return EQUERY_TRUE;
	}
	return EQUERY_FALSE;
}

/* entityset @@ entityquery */
bool
equery_matches(const EQuery *query, const ESet *set)
{
	return equery_eval(query, name_in_set, (void *) set) == EQUERY_TRUE;
}

/* eset_matches_equery(entityset, entityquery) → boolean */
PGDLLEXPORT Datum
eset_matches_equery(PG_FUNCTION_ARGS)
{
	ESet	   *set = PG_GETARG_ESET(0);
	EQuery	   *query = PG_GETARG_EQUERY(1);
	bool		result = equery_matches(query, set);

	PG_FREE_IF_COPY(set, 0);
	PG_FREE_IF_COPY(query, 1);
	PG_RETURN_BOOL(result);
}

/* equery_matches_eset(entityquery, entityset) → boolean */
PGDLLEXPORT Datum
equery_matches_eset(PG_FUNCTION_ARGS)
{
	EQuery	   *query = PG_GETARG_EQUERY(0);
	ESet	   *set = PG_GETARG_ESET(1);
	bool		result = equery_matches(query, set);

	PG_FREE_IF_COPY(query, 0);
	PG_FREE_IF_COPY(set, 1);
	PG_RETURN_BOOL(result);
}

/* ------------------------------------------------------------------ order */

/*
 * Order of queries: by number of nodes, then node by node, then by the names.
 * Equal are queries that are written alike; 'a & b' and 'b & a' are two.
 */
static int
compare_queries(const EQuery *a, const EQuery *b)
{
	int			cmp;

	if (a->n != b->n)
		return a->n < b->n ? -1 : 1;
	for (uint32 i = 0; i < a->n; i++)
	{
		const EQueryNode *x = &a->node[i];
		const EQueryNode *y = &b->node[i];

		cmp = (int) x->op - (int) y->op;
		if (cmp == 0)
			cmp = (int) x->roles - (int) y->roles;
		if (cmp == 0)
			cmp = (int) x->prefix - (int) y->prefix;
		if (cmp == 0)
			cmp = (int) x->kind_len - (int) y->kind_len;
		if (cmp == 0)
			cmp = (int) x->folded_len - (int) y->folded_len;
		if (cmp == 0)
			cmp = (int) x->name_len - (int) y->name_len;
		if (cmp == 0 && x->arg != y->arg)
			cmp = x->arg < y->arg ? -1 : 1;
		if (cmp != 0)
			return cmp < 0 ? -1 : 1;
	}
	cmp = eset_compare_keys(EQUERY_POOL(a), EQUERY_POOL_LEN(a),
							EQUERY_POOL(b), EQUERY_POOL_LEN(b));
	return (cmp > 0) - (cmp < 0);
}

#define EQUERY_COMPARISON(name, condition) \
PGDLLEXPORT Datum \
name(PG_FUNCTION_ARGS) \
{ \
	EQuery	   *a = PG_GETARG_EQUERY(0); \
	EQuery	   *b = PG_GETARG_EQUERY(1); \
	int			cmp = compare_queries(a, b); \
\
	PG_FREE_IF_COPY(a, 0); \
	PG_FREE_IF_COPY(b, 1); \
	PG_RETURN_BOOL(condition); \
}

EQUERY_COMPARISON(equery_eq, cmp == 0)
EQUERY_COMPARISON(equery_ne, cmp != 0)
EQUERY_COMPARISON(equery_lt, cmp < 0)
EQUERY_COMPARISON(equery_le, cmp <= 0)
EQUERY_COMPARISON(equery_gt, cmp > 0)
EQUERY_COMPARISON(equery_ge, cmp >= 0)

/* equery_cmp(entityquery, entityquery) → int, for btree */
PGDLLEXPORT Datum
equery_cmp(PG_FUNCTION_ARGS)
{
	EQuery	   *a = PG_GETARG_EQUERY(0);
	EQuery	   *b = PG_GETARG_EQUERY(1);
	int			result = compare_queries(a, b);

	PG_FREE_IF_COPY(a, 0);
	PG_FREE_IF_COPY(b, 1);
	PG_RETURN_INT32(result);
}

/* equery_hash(entityquery) → int: over the names */
PGDLLEXPORT Datum
equery_hash(PG_FUNCTION_ARGS)
{
	EQuery	   *query = PG_GETARG_EQUERY(0);
	Datum		result = hash_any((const unsigned char *) EQUERY_POOL(query),
								  (int) EQUERY_POOL_LEN(query));

	PG_FREE_IF_COPY(query, 0);
	PG_RETURN_DATUM(result);
}

/* equery_hash_extended(entityquery, bigint) → bigint */
PGDLLEXPORT Datum
equery_hash_extended(PG_FUNCTION_ARGS)
{
	EQuery	   *query = PG_GETARG_EQUERY(0);
	Datum		result = hash_any_extended((const unsigned char *) EQUERY_POOL(query),
										   (int) EQUERY_POOL_LEN(query),
										   PG_GETARG_INT64(1));

	PG_FREE_IF_COPY(query, 0);
	PG_RETURN_DATUM(result);
}

/* --------------------------------------------------------------- builders */

/*
 * Join queries by an operator, b being NULL for NOT.  An empty query is left
 * out, as && and || of tsquery do it.
 */
static EQuery *
join_queries(uint8 op, const EQuery *a, const EQuery *b)
{
	size_t		a_pool = EQUERY_POOL_LEN(a);
	size_t		b_pool = b ? EQUERY_POOL_LEN(b) : 0;
	uint64		n = (uint64) a->n + (b ? b->n : 0) + 1;
	uint64		size = EQUERY_HEADER + n * sizeof(EQueryNode) + a_pool + b_pool;
	EQuery	   *query;
	EQueryNode *node;
	char	   *pool;

	if (a->n == 0)
		return (EQuery *) (b ? b : a);
	if (b && b->n == 0)
		return (EQuery *) a;
	if (!AllocSizeIsValid(size))
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("entityquery is too large")));
	query = palloc0(size);
	SET_VARSIZE(query, size);
	query->version = EQUERY_VERSION;
	query->flags = a->flags | (b ? b->flags : 0);
	query->n = (uint32) n;
	memcpy(query->node, a->node, a->n * sizeof(EQueryNode));
	pool = (char *) EQUERY_POOL(query);
	memcpy(pool, EQUERY_POOL(a), a_pool);
	if (b)
	{
		node = query->node + a->n;
		memcpy(node, b->node, b->n * sizeof(EQueryNode));
		for (uint32 i = 0; i < b->n; i++)
			if (node[i].op == EQUERY_NAME)
				node[i].arg += (uint32) a_pool;
		memcpy(pool + a_pool, EQUERY_POOL(b), b_pool);
	}
	node = &query->node[n - 1];
	node->op = op;
	if (b)
		node->arg = b->n;
	return query;
}

/* entityquery && entityquery */
PGDLLEXPORT Datum
equery_and(PG_FUNCTION_ARGS)
{
	PG_RETURN_EQUERY(join_queries(EQUERY_AND, PG_GETARG_EQUERY(0), PG_GETARG_EQUERY(1)));
}

/* entityquery || entityquery */
PGDLLEXPORT Datum
equery_or(PG_FUNCTION_ARGS)
{
	PG_RETURN_EQUERY(join_queries(EQUERY_OR, PG_GETARG_EQUERY(0), PG_GETARG_EQUERY(1)));
}

/* !! entityquery */
PGDLLEXPORT Datum
equery_not(PG_FUNCTION_ARGS)
{
	PG_RETURN_EQUERY(join_queries(EQUERY_NOT, PG_GETARG_EQUERY(0), NULL));
}

/* equery_numnode(entityquery) → int: names and operators */
PGDLLEXPORT Datum
equery_numnode(PG_FUNCTION_ARGS)
{
	PG_RETURN_INT32((int32) PG_GETARG_EQUERY(0)->n);
}

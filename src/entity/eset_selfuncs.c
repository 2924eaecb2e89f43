/*
 * eset_selfuncs.c
 *	  How many rows will match: selectivity of @@, @>, <@ and &&, and the rows
 *	  of unnest.
 *
 * The share of a name comes from the list of common entities (eset_stats.h),
 * that of a name outside it is the mean of all that are outside.  Names are
 * taken to be independent of each other, and roles of names.
 */
#include "entity/eset_stats.h"

#include <math.h>

#include "access/htup_details.h"
#include "catalog/pg_statistic.h"
#include "catalog/pg_type.h"
#include "nodes/nodeFuncs.h"
#include "nodes/supportnodes.h"
#include "optimizer/optimizer.h"
#include "utils/lsyscache.h"
#include "utils/selfuncs.h"

PG_FUNCTION_INFO_V1(eset_matches_sel);
PG_FUNCTION_INFO_V1(equery_matches_sel);
PG_FUNCTION_INFO_V1(eset_contains_sel);
PG_FUNCTION_INFO_V1(eset_contained_sel);
PG_FUNCTION_INFO_V1(eset_overlaps_sel);
PG_FUNCTION_INFO_V1(eset_matches_joinsel);
PG_FUNCTION_INFO_V1(equery_matches_joinsel);
PG_FUNCTION_INFO_V1(eset_unnest_support);

/* Share of a name, and of an operator, where nothing is known. */
#define DEFAULT_NAME_SHARE	0.001
#define DEFAULT_OPERATOR_SHARE 0.001
/* Most queries of a column of queries that are looked at. */
#define QUERIES_MAX			100

/* First element of the list at or behind these bytes. */
static int
lower_bound(const ESetStats *stats, const char *bytes, size_t len)
{
	int			lo = 0;
	int			hi = stats->n;

	while (lo < hi)
	{
		int			mid = lo + (hi - lo) / 2;
		struct varlena *v = (struct varlena *) DatumGetPointer(stats->values[mid]);

		if (eset_compare_keys(VARDATA_ANY(v), VARSIZE_ANY_EXHDR(v), bytes, len) < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* Share of the rows that have an entity of this role, of all that have it. */
static double
role_share(const ESetStats *stats, uint8 roles)
{
	double		miss = 1;

	if (roles == 0)
		return 1;
	if (roles & ESET_ROLE_SOURCE)
		miss *= 1 - stats->share[stats->n + ESET_STAT_SOURCE];
	if (roles & ESET_ROLE_CONTENT)
		miss *= 1 - stats->share[stats->n + ESET_STAT_CONTENT];
	return 1 - miss;
}

/*
 * Share of the rows that have an entity of this folded name or beginning of
 * one, kind and roles.  folded is followed by a byte that is not read.
 */
static double
name_share(const ESetStats *stats, const char *folded, size_t folded_len,
		   const char *kind, size_t kind_len, bool prefix, uint8 roles)
{
	char		bytes[ENT_KEY_MAX + 1];
	size_t		len = Min(folded_len, ENT_NAME_MAX);
	double		role;
	double		miss = 1;
	int			matched = 0;

	if (stats == NULL)
		return DEFAULT_NAME_SHARE;
	role = role_share(stats, roles);
	memcpy(bytes, folded, len);
	if (!prefix)
		bytes[len++] = ESET_STAT_SEPARATOR;
	if (!prefix && kind_len > 0)
	{
		memcpy(bytes + len, kind, kind_len);
		len += kind_len;
	}
	for (int i = lower_bound(stats, bytes, len); i < stats->n; i++)
	{
		struct varlena *v = (struct varlena *) DatumGetPointer(stats->values[i]);
		const char *element = VARDATA_ANY(v);
		size_t		element_len = VARSIZE_ANY_EXHDR(v);

		if (element_len < len || memcmp(element, bytes, len) != 0)
			break;
		if (kind_len > 0 &&
			(element_len < kind_len + 1 ||
			 element[element_len - kind_len - 1] != ESET_STAT_SEPARATOR ||
			 memcmp(element + element_len - kind_len, kind, kind_len) != 0))
			continue;
		miss *= 1 - stats->share[i] * role;
		matched++;
	}
	if (!prefix)
		return matched > 0 ? 1 - miss :
			stats->share[stats->n + ESET_STAT_REST_SHARE] * role;

	/*
	 * Of the entities outside the list as many begin so as of those inside;
	 * where none inside does, fewer than one in the length of the list.
	 */
	if (stats->n > 0)
	{
		double		rest = stats->share[stats->n + ESET_STAT_REST_COUNT] *
			(matched > 0 ? matched : 0.5) / stats->n;

		miss *= pow(1 - stats->share[stats->n + ESET_STAT_REST_SHARE] * role, Max(rest, 1));
	}
	/* names of one row are not that independent of each other */
	if (len == 0 && kind_len == 0 && roles == 0)
		return stats->share[stats->n + ESET_STAT_SOME];
	return Min(1 - miss, stats->share[stats->n + ESET_STAT_SOME]);
}

/* Share of the rows that have this entity. */
double
eset_estimate_entity(const ESetStats *stats, const ESetView *view)
{
	return name_share(stats, view->key, ESET_FOLDED_LEN(view),
					  view->kind, view->kind_len, false, 0);
}

/* Share of the rows that match a query. */
double
eset_estimate_query(const ESetStats *stats, const EQuery *query)
{
	double	   *stack = core_alloc((query->n + 1) * sizeof(double));
	uint32		depth = 0;
	double		result;

	for (uint32 i = 0; i < query->n; i++)
	{
		uint8		op = query->node[i].op;

		CORE_POLL_EVERY(i);
		if (op == EQUERY_NAME)
		{
			EQueryName	name;

			equery_name(query, i, &name);
			stack[depth++] = name_share(stats, name.folded, name.folded_len,
										name.kind, name.kind_len, name.prefix, name.roles);
		}
		else if (op == EQUERY_NOT && depth >= 1)
			stack[depth - 1] = 1 - stack[depth - 1];
		else if ((op == EQUERY_AND || op == EQUERY_OR) && depth >= 2)
		{
			double		b = stack[--depth];
			double		a = stack[depth - 1];

			stack[depth - 1] = op == EQUERY_AND ? a * b : a + b - a * b;
		}
		else
			equery_raise_corrupted();
	}
	result = depth == 1 ? stack[0] : 0;
	core_free(stack);
	return result;
}

/* The statistics of a variable; false where there is none. */
static bool
find_stats(const VariableStatData *vardata, AttStatsSlot *slot, ESetStats *stats)
{
	if (!HeapTupleIsValid(vardata->statsTuple))
		return false;
	stats->nullfrac = ((Form_pg_statistic) GETSTRUCT(vardata->statsTuple))->stanullfrac;
	if (!get_attstatsslot(slot, vardata->statsTuple, STATISTIC_KIND_MCELEM, InvalidOid,
						  ATTSTATSSLOT_VALUES | ATTSTATSSLOT_NUMBERS))
		return false;
	if (slot->valuetype != TEXTOID || slot->nnumbers != slot->nvalues + ESET_STAT_EXTRA)
	{
		free_attstatsslot(slot);	/* of another type, or of another release */
		return false;
	}
	stats->values = slot->values;
	stats->share = slot->numbers;
	stats->n = slot->nvalues;
	return true;
}

/*
 * Share of the rows that a constant on the other side of an operator selects.
 * The operators for which it is not known how come with the default.
 */
typedef double (*Estimate) (const ESetStats *stats, Datum value);

static double
estimate_query(const ESetStats *stats, Datum value)
{
	return eset_estimate_query(stats, equery_from_datum(value));
}

/* All entities of the constant: everything contains the empty set. */
static double
estimate_all(const ESetStats *stats, Datum value)
{
	ESet	   *set = eset_from_datum(value);
	double		result = 1;

	for (uint32 i = 0; i < set->n; i++)
	{
		ESetView	view;

		CORE_POLL_EVERY(i);
		eset_view(set, i, &view);
		result *= eset_estimate_entity(stats, &view);
	}
	return result;
}

/* Any entity of the constant: nothing overlaps with the empty set. */
static double
estimate_any(const ESetStats *stats, Datum value)
{
	ESet	   *set = eset_from_datum(value);
	double		miss = 1;

	for (uint32 i = 0; i < set->n; i++)
	{
		ESetView	view;

		CORE_POLL_EVERY(i);
		eset_view(set, i, &view);
		miss *= 1 - eset_estimate_entity(stats, &view);
	}
	return 1 - miss;
}

/*
 * Join of a column of sets with a column of queries, as a watch list: the mean
 * over the queries that the statistics of their column show.
 */
static double
join_share(const VariableStatData *sets, const VariableStatData *queries)
{
	AttStatsSlot set_slot;
	AttStatsSlot slot;
	ESetStats	stats;
	double		weight = 0;
	double		sum = 0;

	if (!HeapTupleIsValid(queries->statsTuple) || !find_stats(sets, &set_slot, &stats))
		return DEFAULT_OPERATOR_SHARE;
	if (get_attstatsslot(&slot, queries->statsTuple, STATISTIC_KIND_MCV, InvalidOid,
						 ATTSTATSSLOT_VALUES | ATTSTATSSLOT_NUMBERS))
	{
		for (int i = 0; i < Min(slot.nvalues, QUERIES_MAX); i++)
		{
			weight += slot.numbers[i];
			sum += slot.numbers[i] * estimate_query(&stats, slot.values[i]);
		}
		free_attstatsslot(&slot);
	}
	if (weight < 0.99 &&
		get_attstatsslot(&slot, queries->statsTuple, STATISTIC_KIND_HISTOGRAM, InvalidOid,
						 ATTSTATSSLOT_VALUES))
	{
		int			n = Min(slot.nvalues, QUERIES_MAX);
		double		each = (1 - weight) / Max(n, 1);

		for (int i = 0; i < n; i++)
		{
			weight += each;
			sum += each * estimate_query(&stats, slot.values[(int64) i * slot.nvalues / n]);
		}
		free_attstatsslot(&slot);
	}
	free_attstatsslot(&set_slot);
	return weight > 0 ? (1 - stats.nullfrac) * sum / weight : DEFAULT_OPERATOR_SHARE;
}

/*
 * Restriction: a column of sets against a value.  left is the function for
 * the column on the left of the operator, right for the column on the right.
 */
static Datum
restriction(FunctionCallInfo fcinfo, Estimate left, Estimate right)
{
	PlannerInfo *root = (PlannerInfo *) PG_GETARG_POINTER(0);
	List	   *args = (List *) PG_GETARG_POINTER(2);
	int			varRelid = PG_GETARG_INT32(3);
	VariableStatData vardata;
	Node	   *other;
	bool		var_on_left;
	double		result = DEFAULT_OPERATOR_SHARE;

	if (!get_restriction_variable(root, args, varRelid, &vardata, &other, &var_on_left))
		PG_RETURN_FLOAT8(result);
	if (IsA(other, Const))
	{
		Estimate	estimate = var_on_left ? left : right;
		AttStatsSlot slot;
		ESetStats	stats;

		if (((Const *) other)->constisnull)
			result = 0;			/* the operators are strict */
		else if (estimate != NULL && find_stats(&vardata, &slot, &stats))
		{
			result = (1 - stats.nullfrac) * estimate(&stats, ((Const *) other)->constvalue);
			free_attstatsslot(&slot);
		}
		else if (estimate != NULL)
			result = estimate(NULL, ((Const *) other)->constvalue);
	}
	else if ((var_on_left ? left : right) == estimate_query)
	{
		/* each row of a watch list in turn: the inner side of a nested loop */
		VariableStatData queries;

		examine_variable(root, other, 0, &queries);
		result = join_share(&vardata, &queries);
		ReleaseVariableStats(queries);
	}
	ReleaseVariableStats(vardata);
	CLAMP_PROBABILITY(result);
	PG_RETURN_FLOAT8(result);
}

/* entityset @@ entityquery */
PGDLLEXPORT Datum
eset_matches_sel(PG_FUNCTION_ARGS)
{
	return restriction(fcinfo, estimate_query, NULL);
}

/* entityquery @@ entityset */
PGDLLEXPORT Datum
equery_matches_sel(PG_FUNCTION_ARGS)
{
	return restriction(fcinfo, NULL, estimate_query);
}

/* entityset @> entityset */
PGDLLEXPORT Datum
eset_contains_sel(PG_FUNCTION_ARGS)
{
	return restriction(fcinfo, estimate_all, NULL);
}

/* entityset <@ entityset */
PGDLLEXPORT Datum
eset_contained_sel(PG_FUNCTION_ARGS)
{
	return restriction(fcinfo, NULL, estimate_all);
}

/* entityset && entityset */
PGDLLEXPORT Datum
eset_overlaps_sel(PG_FUNCTION_ARGS)
{
	return restriction(fcinfo, estimate_any, estimate_any);
}

static Datum
join_of(FunctionCallInfo fcinfo, bool sets_on_left)
{
	PlannerInfo *root = (PlannerInfo *) PG_GETARG_POINTER(0);
	List	   *args = (List *) PG_GETARG_POINTER(2);
	SpecialJoinInfo *sjinfo = (SpecialJoinInfo *) PG_GETARG_POINTER(4);
	VariableStatData left;
	VariableStatData right;
	bool		reversed;
	double		result;

	get_join_variables(root, args, sjinfo, &left, &right, &reversed);
	result = sets_on_left ? join_share(&left, &right) : join_share(&right, &left);
	ReleaseVariableStats(left);
	ReleaseVariableStats(right);
	CLAMP_PROBABILITY(result);
	PG_RETURN_FLOAT8(result);
}

/* entityset @@ entityquery */
PGDLLEXPORT Datum
eset_matches_joinsel(PG_FUNCTION_ARGS)
{
	return join_of(fcinfo, true);
}

/* entityquery @@ entityset */
PGDLLEXPORT Datum
equery_matches_joinsel(PG_FUNCTION_ARGS)
{
	return join_of(fcinfo, false);
}

/*
 * eset_unnest_support(internal) → internal
 *		Rows of unnest: those of a constant, or the average of a column.
 */
PGDLLEXPORT Datum
eset_unnest_support(PG_FUNCTION_ARGS)
{
	Node	   *rawreq = (Node *) PG_GETARG_POINTER(0);
	SupportRequestRows *req;
	Node	   *arg;
	VariableStatData vardata;
	AttStatsSlot slot;
	Node	   *result = NULL;

	if (!IsA(rawreq, SupportRequestRows))
		PG_RETURN_POINTER(NULL);
	req = (SupportRequestRows *) rawreq;
	if (!is_funcclause(req->node) || list_length(((FuncExpr *) req->node)->args) != 1)
		PG_RETURN_POINTER(NULL);
	arg = linitial(((FuncExpr *) req->node)->args);
	if (req->root)
		arg = estimate_expression_value(req->root, arg);
	if (IsA(arg, Const))
	{
		req->rows = ((Const *) arg)->constisnull ? 0 :
			eset_from_datum(((Const *) arg)->constvalue)->n;
		PG_RETURN_POINTER(req);
	}
	if (req->root == NULL)
		PG_RETURN_POINTER(NULL);
	examine_variable(req->root, arg, 0, &vardata);
	if (HeapTupleIsValid(vardata.statsTuple) &&
		get_attstatsslot(&slot, vardata.statsTuple, STATISTIC_KIND_DECHIST, InvalidOid,
						 ATTSTATSSLOT_NUMBERS))
	{
		if (slot.nnumbers > 0)
		{
			req->rows = slot.numbers[slot.nnumbers - 1];
			result = (Node *) req;
		}
		free_attstatsslot(&slot);
	}
	ReleaseVariableStats(vardata);
	PG_RETURN_POINTER(result);
}

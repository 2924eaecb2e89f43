/*
 * eset_op.c
 *	  Operators and functions over entityset: order, hash, set operations,
 *	  and the ways out to rows, arrays and jsonb.
 *
 * Order, equality and hash look at names, kinds, mentions and roles and leave
 * the stamp of the model aside (eset.h).  The set operators look at folded
 * name and kind only: a set contains another where it has its entities,
 * wherever they are mentioned.
 */
#include "entity/eset.h"

#include "access/htup_details.h"
#include "catalog/pg_type.h"
#include "common/hashfn.h"
#include "funcapi.h"
#include "miscadmin.h"
#include "utils/array.h"
#include "utils/builtins.h"
#include "utils/jsonb.h"
#include "utils/memutils.h"

PG_FUNCTION_INFO_V1(eset_eq);
PG_FUNCTION_INFO_V1(eset_ne);
PG_FUNCTION_INFO_V1(eset_lt);
PG_FUNCTION_INFO_V1(eset_le);
PG_FUNCTION_INFO_V1(eset_gt);
PG_FUNCTION_INFO_V1(eset_ge);
PG_FUNCTION_INFO_V1(eset_cmp);
PG_FUNCTION_INFO_V1(eset_hash);
PG_FUNCTION_INFO_V1(eset_hash_extended);
PG_FUNCTION_INFO_V1(eset_contains);
PG_FUNCTION_INFO_V1(eset_contained);
PG_FUNCTION_INFO_V1(eset_overlaps);
PG_FUNCTION_INFO_V1(eset_merge);
PG_FUNCTION_INFO_V1(eset_unnest);
PG_FUNCTION_INFO_V1(eset_cardinality);
PG_FUNCTION_INFO_V1(entity_names);
PG_FUNCTION_INFO_V1(eset_to_text_array);
PG_FUNCTION_INFO_V1(eset_to_jsonb);

/* ------------------------------------------------------------------ order */

/*
 * Order of sets: by their keys, as words in a dictionary, then by names and
 * mentions, so that only sets equal but for their stamp are equal.
 */
static int
compare_sets(const ESet *a, const ESet *b)
{
	uint32		n = Min(a->n, b->n);

	for (int pass = 0; pass < 2; pass++)
	{
		for (uint32 i = 0; i < n; i++)
		{
			ESetView	x;
			ESetView	y;
			int			cmp;

			eset_view(a, i, &x);
			eset_view(b, i, &y);
			if (pass == 0)
				cmp = eset_compare_keys(x.key, x.key_len, y.key, y.key_len);
			else
			{
				cmp = eset_compare_keys(x.name, x.name_len, y.name, y.name_len);
				if (cmp == 0)
					cmp = (int) x.counted - (int) y.counted;
				if (cmp == 0)
					cmp = eset_compare_keys((const char *) x.mention, x.end - x.mention,
											(const char *) y.mention, y.end - y.mention);
				if (cmp == 0)
					cmp = (int) x.roles - (int) y.roles;
			}
			if (cmp != 0)
				return cmp < 0 ? -1 : 1;
		}
		if (a->n != b->n)
			return a->n < b->n ? -1 : 1;
	}
	return 0;
}

/* Equality without walking the entities: equal sets have equal bytes. */
static bool
sets_are_equal(const ESet *a, const ESet *b)
{
	return VARSIZE(a) == VARSIZE(b) && a->n == b->n &&
		memcmp(a->entry, b->entry, VARSIZE(a) - ESET_HEADER) == 0;
}

#define ESET_COMPARISON(name, condition) \
PGDLLEXPORT Datum \
name(PG_FUNCTION_ARGS) \
{ \
	ESet	   *a = PG_GETARG_ESET(0); \
	ESet	   *b = PG_GETARG_ESET(1); \
	bool		result = (condition); \
\
	PG_FREE_IF_COPY(a, 0); \
	PG_FREE_IF_COPY(b, 1); \
	PG_RETURN_BOOL(result); \
}

ESET_COMPARISON(eset_eq, sets_are_equal(a, b))
ESET_COMPARISON(eset_ne, !sets_are_equal(a, b))
ESET_COMPARISON(eset_lt, compare_sets(a, b) < 0)
ESET_COMPARISON(eset_le, compare_sets(a, b) <= 0)
ESET_COMPARISON(eset_gt, compare_sets(a, b) > 0)
ESET_COMPARISON(eset_ge, compare_sets(a, b) >= 0)

/* eset_cmp(entityset, entityset) → int, for btree */
PGDLLEXPORT Datum
eset_cmp(PG_FUNCTION_ARGS)
{
	ESet	   *a = PG_GETARG_ESET(0);
	ESet	   *b = PG_GETARG_ESET(1);
	int			result = compare_sets(a, b);

	PG_FREE_IF_COPY(a, 0);
	PG_FREE_IF_COPY(b, 1);
	PG_RETURN_INT32(result);
}

/* eset_hash(entityset) → int: over the pool, which has no byte order */
PGDLLEXPORT Datum
eset_hash(PG_FUNCTION_ARGS)
{
	ESet	   *set = PG_GETARG_ESET(0);
	Datum		result = hash_any((const unsigned char *) ESET_POOL(set),
								  (int) ESET_POOL_LEN(set));

	PG_FREE_IF_COPY(set, 0);
	PG_RETURN_DATUM(result);
}

/* eset_hash_extended(entityset, bigint) → bigint */
PGDLLEXPORT Datum
eset_hash_extended(PG_FUNCTION_ARGS)
{
	ESet	   *set = PG_GETARG_ESET(0);
	Datum		result = hash_any_extended((const unsigned char *) ESET_POOL(set),
										   (int) ESET_POOL_LEN(set),
										   PG_GETARG_INT64(1));

	PG_FREE_IF_COPY(set, 0);
	PG_RETURN_DATUM(result);
}

/* ---------------------------------------------------------- set operators */

/*
 * How many entities of b are in a; stops at the first that is not if all are
 * asked for, and at the first that is if not.  The smaller set leads: cost is
 * its size times the logarithm of the other's at most.
 */
static bool
holds(const ESet *a, const ESet *b, bool all)
{
	uint32		at = 0;

	if (all && b->n > a->n)
		return false;
	if (!all && b->n > a->n)
	{
		const ESet *t = a;

		a = b;
		b = t;
	}
	for (uint32 i = 0; i < b->n; i++)
	{
		ESetView	x;
		ESetView	y;
		bool		found = false;

		CORE_POLL_EVERY(i);
		eset_view(b, i, &y);
		at = eset_lower_bound(a, at, y.key, y.key_len);
		if (at < a->n)
		{
			eset_view(a, at, &x);
			found = eset_compare_keys(x.key, x.key_len, y.key, y.key_len) == 0;
		}
		if (found != all)
			return found;
	}
	return all;
}

ESET_COMPARISON(eset_contains, holds(a, b, true))
ESET_COMPARISON(eset_contained, holds(b, a, true))
ESET_COMPARISON(eset_overlaps, holds(a, b, false))

/* Append the mentions of a set to parts, or only count them. */
static size_t
take_set(const ESet *set, ESetPart *parts)
{
	size_t		n = 0;

	for (uint32 i = 0; i < set->n; i++)
	{
		ESetView	view;
		ESetMentions m;
		ESetPart	part;
		size_t		before = n;

		CORE_POLL_EVERY(i);
		eset_view(set, i, &view);
		if (parts == NULL && !view.counted)
		{
			uint32		count = eset_mention_count(&view);

			n += Max(count, 1);
			continue;
		}
		part.key = view.key;
		part.name = view.name;
		part.key_len = view.key_len;
		part.kind_len = view.kind_len;
		part.name_len = view.name_len;
		part.start = 0;
		part.count = view.counted ? eset_mention_count(&view) : 0;
		part.roles = view.counted ? view.roles : 0;
		for (eset_mentions(&view, &m); eset_next_mention(&m);)
		{
			part.start = m.start;
			part.roles = m.roles;
			if (parts)
				parts[n] = part;
			n++;
		}
		if (n == before)
		{
			if (parts)
				parts[n] = part;
			n++;
		}
	}
	return n;
}

/*
 * eset_merge(entityset, entityset) → entityset
 *		The entities of both with the mentions of both, which are taken to be of
 *		one text.  The stamp stays where both have the same.
 */
PGDLLEXPORT Datum
eset_merge(PG_FUNCTION_ARGS)
{
	ESet	   *a = PG_GETARG_ESET(0);
	ESet	   *b = PG_GETARG_ESET(1);
	size_t		room = take_set(a, NULL) + take_set(b, NULL);
	ESetPart   *parts = core_alloc(room * sizeof(ESetPart));
	size_t		n = take_set(a, parts);
	bool		same = memcmp(a->lang, b->lang, ESET_LANG_LEN) == 0 &&
		ESET_BUILD(a) == ESET_BUILD(b);
	ESet	   *set;

	n += take_set(b, parts + n);
	set = eset_collect(parts, n, same ? a->lang : NULL, ESET_BUILD(a));
	core_free(parts);
	PG_RETURN_ESET(set);
}

/* -------------------------------------------------------------- ways out */

/* eset_cardinality(entityset) → int */
PGDLLEXPORT Datum
eset_cardinality(PG_FUNCTION_ARGS)
{
	/* the number stands in the header: don't detoast more */
	struct varlena *head = PG_DETOAST_DATUM_SLICE(PG_GETARG_DATUM(0), 0,
												  ESET_HEADER - VARHDRSZ);
	uint32		n;

	if (VARSIZE(head) < ESET_HEADER || ((ESet *) head)->version != ESET_VERSION)
		n = PG_GETARG_ESET(0)->n;	/* raises */
	else
		n = ((ESet *) head)->n;
	PG_RETURN_INT32((int32) n);
}

static const char *
roles_string(uint8 roles)
{
	static const char *const strings[] = {"", "s", "c", "sc"};

	return strings[roles & ESET_ROLES];
}

/* The starts of an entity as int[]. */
static ArrayType *
starts_array(const ESetView *view)
{
	uint32		n = eset_mention_count(view);
	Size		size = n == 0 ? sizeof(ArrayType) :
		ARR_OVERHEAD_NONULLS(1) + (Size) n * sizeof(int32);
	ArrayType  *array = palloc0(size);
	ESetMentions m;
	int32	   *start;

	SET_VARSIZE(array, size);
	array->elemtype = INT4OID;
	if (n == 0)
		return array;
	array->ndim = 1;
	ARR_DIMS(array)[0] = (int) n;
	ARR_LBOUND(array)[0] = 1;
	start = (int32 *) ARR_DATA_PTR(array);
	for (eset_mentions(view, &m); eset_next_mention(&m);)
		*start++ = (int32) m.start;
	return array;
}

/*
 * eset_unnest(entityset) → TABLE (name, kind, mentions, starts, roles)
 *		A row per entity, in the order of the keys.  starts is NULL where the
 *		places are not kept; roles are those of all its mentions.
 */
PGDLLEXPORT Datum
eset_unnest(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	ESet	   *set = PG_GETARG_ESET(0);
	MemoryContext row;
	MemoryContext old;

	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	row = AllocSetContextCreate(CurrentMemoryContext, "entityset row",
								ALLOCSET_SMALL_SIZES);
	old = MemoryContextSwitchTo(row);
	for (uint32 i = 0; i < set->n; i++)
	{
		ESetView	view;
		Datum		values[5];
		bool		nulls[5] = {false};

		CORE_POLL_EVERY(i);
		eset_view(set, i, &view);
		values[0] = PointerGetDatum(ent_text(view.name, view.name_len));
		values[1] = PointerGetDatum(ent_text(view.kind, view.kind_len));
		values[2] = Int32GetDatum((int32) eset_mention_count(&view));
		if (view.counted)
			nulls[3] = true;
		else
			values[3] = PointerGetDatum(starts_array(&view));
		values[4] = CStringGetTextDatum(roles_string(view.roles));
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
		MemoryContextReset(row);
	}
	MemoryContextSwitchTo(old);
	MemoryContextDelete(row);
	return (Datum) 0;
}

/* Names of the entities of a kind (NULL: of all), each folded name once. */
static ArrayType *
names_array(const ESet *set, const char *kind, size_t kind_len)
{
	Datum	   *names = core_alloc((size_t) set->n * sizeof(Datum));
	int			n = 0;
	ESetView	last;

	memset(&last, 0, sizeof(last));
	for (uint32 i = 0; i < set->n; i++)
	{
		ESetView	view;

		CORE_POLL_EVERY(i);
		eset_view(set, i, &view);
		if (kind && (view.kind_len != kind_len || memcmp(view.kind, kind, kind_len) != 0))
			continue;
		if (last.key && ESET_FOLDED_LEN(&last) == ESET_FOLDED_LEN(&view) &&
			memcmp(last.key, view.key, ESET_FOLDED_LEN(&view)) == 0)
			continue;
		names[n++] = PointerGetDatum(ent_text(view.name, view.name_len));
		last = view;
	}
	return construct_array(names, n, TEXTOID, -1, false, TYPALIGN_INT);
}

/* entity_names(entityset, kind text) → text[]; kind may be NULL */
PGDLLEXPORT Datum
entity_names(PG_FUNCTION_ARGS)
{
	ESet	   *set;
	text	   *arg;
	char	   *utf8;
	size_t		len;
	char		kind[ENT_KIND_MAX];

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	set = PG_GETARG_ESET(0);
	if (PG_ARGISNULL(1))
		PG_RETURN_ARRAYTYPE_P(names_array(set, NULL, 0));
	arg = PG_GETARG_TEXT_PP(1);
	utf8 = ent_to_utf8(VARDATA_ANY(arg), VARSIZE_ANY_EXHDR(arg), &len);
	if (!ent_kind(utf8, len, kind))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("invalid kind of entity: \"%s\"", ent_excerpt(text_to_cstring(arg))),
				 errhint("A kind is an upper-case word such as PER, ORG or LOC.")));
	PG_RETURN_ARRAYTYPE_P(names_array(set, kind, len));
}

/* eset_to_text_array(entityset) → text[], the cast */
PGDLLEXPORT Datum
eset_to_text_array(PG_FUNCTION_ARGS)
{
	PG_RETURN_ARRAYTYPE_P(names_array(PG_GETARG_ESET(0), NULL, 0));
}

static void
push_string(JsonbParseState **state, JsonbIteratorToken token, const char *s, size_t len)
{
	JsonbValue	v;
	size_t		out_len;

	v.type = jbvString;
	v.val.string.val = ent_from_utf8(s, len, &out_len);
	v.val.string.len = (int) out_len;
	pushJsonbValue(state, token, &v);
}

static void
push_number(JsonbParseState **state, JsonbIteratorToken token, uint32 number)
{
	JsonbValue	v;

	v.type = jbvNumeric;
	v.val.numeric = DatumGetNumeric(DirectFunctionCall1(int4_numeric,
														Int32GetDatum((int32) number)));
	pushJsonbValue(state, token, &v);
}

#define PUSH_KEY(state, key) push_string(state, WJB_KEY, key, strlen(key))

/*
 * eset_to_jsonb(entityset) → jsonb, the cast
 *		An array of {"name", "kind", "mentions", "starts", "roles"}, as unnest
 *		gives them; no "starts" where the places are not kept.
 */
PGDLLEXPORT Datum
eset_to_jsonb(PG_FUNCTION_ARGS)
{
	ESet	   *set = PG_GETARG_ESET(0);
	JsonbParseState *state = NULL;
	JsonbValue *result;

	pushJsonbValue(&state, WJB_BEGIN_ARRAY, NULL);
	for (uint32 i = 0; i < set->n; i++)
	{
		ESetView	view;
		ESetMentions m;

		CORE_POLL_EVERY(i);
		eset_view(set, i, &view);
		pushJsonbValue(&state, WJB_BEGIN_OBJECT, NULL);
		PUSH_KEY(&state, "name");
		push_string(&state, WJB_VALUE, view.name, view.name_len);
		PUSH_KEY(&state, "kind");
		push_string(&state, WJB_VALUE, view.kind, view.kind_len);
		PUSH_KEY(&state, "mentions");
		push_number(&state, WJB_VALUE, eset_mention_count(&view));
		if (!view.counted)
		{
			PUSH_KEY(&state, "starts");
			pushJsonbValue(&state, WJB_BEGIN_ARRAY, NULL);
			for (eset_mentions(&view, &m); eset_next_mention(&m);)
				push_number(&state, WJB_ELEM, m.start);
			pushJsonbValue(&state, WJB_END_ARRAY, NULL);
		}
		PUSH_KEY(&state, "roles");
		push_string(&state, WJB_VALUE, roles_string(view.roles),
					strlen(roles_string(view.roles)));
		pushJsonbValue(&state, WJB_END_OBJECT, NULL);
	}
	result = pushJsonbValue(&state, WJB_END_ARRAY, NULL);
	PG_RETURN_JSONB_P(JsonbValueToJsonb(result));
}

/*
 * lookup.c
 *	  Indexes for mentions(): the operator class of text for GIN, and the
 *	  rewriting of mentions() into the operator that an index has.
 *
 * An index on the document itself (gin (body entity_ops)) takes the entities
 * out of the text when a row is inserted; its operator is text @@ entityquery.
 * An index on the expression entities(body, lang) has the operator entityset @@
 * entityquery.  In both cases mentions() becomes the operator while the query
 * is planned, not a condition added to it: under GIN the function would be
 * called again for each row that was found, and with it the tagger.  As an
 * operator it is called for the rows of pages that the bitmap has lost only.
 */
#include "postgres.h"

#include "access/genam.h"
#include "access/gin.h"
#include "access/relation.h"
#include "catalog/pg_am.h"
#include "catalog/pg_attribute.h"
#include "catalog/pg_collation.h"
#include "catalog/pg_inherits.h"
#include "catalog/pg_operator.h"
#include "catalog/pg_proc.h"
#include "catalog/pg_type.h"
#include "fmgr.h"
#include "nodes/makefuncs.h"
#include "nodes/nodeFuncs.h"
#include "nodes/pathnodes.h"
#include "nodes/supportnodes.h"
#include "optimizer/optimizer.h"
#include "optimizer/plancat.h"
#include "parser/parsetree.h"
#include "rewrite/rewriteHandler.h"
#include "rewrite/rewriteManip.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/selfuncs.h"
#include "utils/syscache.h"

#include "entity/eset.h"

PG_FUNCTION_INFO_V1(text_matches_equery);
PG_FUNCTION_INFO_V1(equery_matches_text);
PG_FUNCTION_INFO_V1(text_gin_extract_value);
PG_FUNCTION_INFO_V1(mentions_support);
PG_FUNCTION_INFO_V1(text_matches_support);
PG_FUNCTION_INFO_V1(text_matches_sel);

extern Datum mentions(PG_FUNCTION_ARGS);
extern Datum entities(PG_FUNCTION_ARGS);

/* The language that an index on text takes its documents in. */
static text *
auto_language(void)
{
	return cstring_to_text_with_len("auto", 4);
}

/* text @@ entityquery: mentions(text, entityquery, 'auto') */
PGDLLEXPORT Datum
text_matches_equery(PG_FUNCTION_ARGS)
{
	return DirectFunctionCall3(mentions, PG_GETARG_DATUM(0), PG_GETARG_DATUM(1),
							   PointerGetDatum(auto_language()));
}

/* entityquery @@ text */
PGDLLEXPORT Datum
equery_matches_text(PG_FUNCTION_ARGS)
{
	return DirectFunctionCall3(mentions, PG_GETARG_DATUM(1), PG_GETARG_DATUM(0),
							   PointerGetDatum(auto_language()));
}

/* text_gin_extract_value(text, internal, internal) → internal */
PGDLLEXPORT Datum
text_gin_extract_value(PG_FUNCTION_ARGS)
{
	int32	   *nkeys = (int32 *) PG_GETARG_POINTER(1);
	Datum		set = DirectFunctionCall2(entities, PG_GETARG_DATUM(0),
										  PointerGetDatum(auto_language()));

	PG_RETURN_POINTER(eset_gin_keys(eset_from_datum(set), nkeys));
}

/* ---------------------------------------------------------------- rewriting */

/*
 * What the rewriting needs, found by name in the schema of the function
 * called: the search path may lead elsewhere, or nowhere.
 */
typedef struct Names
{
	Oid			entities;		/* entities(text, text) */
	Oid			entityset;
	Oid			on_set;			/* entityset @@ entityquery */
	Oid			on_text;		/* text @@ entityquery */
} Names;

/* The operator @@ of a schema for these types. */
static Oid
find_operator(Oid schema, Oid left, Oid right)
{
	return GetSysCacheOid4(OPERNAMENSP, Anum_pg_operator_oid, CStringGetDatum("@@"),
						   ObjectIdGetDatum(left), ObjectIdGetDatum(right),
						   ObjectIdGetDatum(schema));
}

static bool
find_names(Oid funcid, Oid entityquery, Names *names)
{
	Oid			schema = get_func_namespace(funcid);
	Oid			argtypes[2] = {TEXTOID, TEXTOID};
	oidvector  *args = buildoidvector(argtypes, 2);

	names->entities = GetSysCacheOid3(PROCNAMEARGSNSP, Anum_pg_proc_oid,
									  CStringGetDatum("entities"),
									  PointerGetDatum(args), ObjectIdGetDatum(schema));
	if (!OidIsValid(names->entities))
		return false;
	names->entityset = get_func_rettype(names->entities);
	names->on_set = find_operator(schema, names->entityset, entityquery);
	names->on_text = find_operator(schema, TEXTOID, entityquery);
	return OidIsValid(names->on_set) && OidIsValid(names->on_text);
}

/* The expression entities(doc, lang). */
static Expr *
make_entities(const Names *names, Node *doc, Node *lang, Oid collation)
{
	return (Expr *) makeFuncExpr(names->entities, names->entityset, list_make2(doc, lang),
								 InvalidOid, collation, COERCE_EXPLICIT_CALL);
}

static bool
is_auto(Node *lang)
{
	Const	   *c = (Const *) lang;
	text	   *t;

	if (!IsA(c, Const) || c->constisnull || c->consttype != TEXTOID)
		return false;
	t = DatumGetTextPP(c->constvalue);
	return VARSIZE_ANY_EXHDR(t) == 4 && memcmp(VARDATA_ANY(t), "auto", 4) == 0;
}

/* The table, foreign tables aside, whose columns alone stand in an expression. */
static RangeTblEntry *
only_table(PlannerInfo *root, Node *expr, int *varno)
{
	Relids		relids = pull_varnos(root, expr);
	RangeTblEntry *rte;

	if (!bms_get_singleton_member(relids, varno) ||
		*varno >= list_length(root->parse->rtable) + 1 ||
		contain_vars_of_level(expr, 1))
		return NULL;
	rte = rt_fetch(*varno, root->parse->rtable);
	if (rte->rtekind != RTE_RELATION ||
		(rte->relkind != RELKIND_RELATION && rte->relkind != RELKIND_MATVIEW &&
		 rte->relkind != RELKIND_PARTITIONED_TABLE))
		return NULL;
	return rte;
}

/* Does an expression call a function, by its name or as an operator? */
static bool
calls_function(Node *node, void *funcid)
{
	if (node == NULL)
		return false;
	if (IsA(node, FuncExpr) && ((FuncExpr *) node)->funcid == *(Oid *) funcid)
		return true;
	if (IsA(node, OpExpr) && get_opcode(((OpExpr *) node)->opno) == *(Oid *) funcid)
		return true;
	return expression_tree_walker(node, calls_function, funcid);
}

/*
 * May another column of the table take the place of the call?  Not above an
 * aggregation, which has the columns only that it groups by, and for a call it
 * is not said where it stands; and of a row that is being written only what
 * reads it.  Partitions may generate the column in another way.
 */
static bool
may_use_column(PlannerInfo *root, const RangeTblEntry *rte, Oid funcid)
{
	const Query *query = root->parse;

	if (query->commandType != CMD_SELECT || rte->relkind != RELKIND_RELATION ||
		has_subclass(rte->relid))
		return false;
	if (query->hasAggs || query->groupClause || query->groupingSets)
		return !calls_function((Node *) query->targetList, &funcid) &&
			!calls_function(query->havingQual, &funcid);
	return true;
}

/* Is this column generated, and stored, as an expression? */
static bool
is_generated_as(Relation table, AttrNumber attno, int varno, Node *wanted)
{
	Node	   *expr;

	if (attno <= 0 ||
		TupleDescAttr(RelationGetDescr(table), attno - 1)->attgenerated != ATTRIBUTE_GENERATED_STORED)
		return false;
	expr = eval_const_expressions(NULL, build_column_default(table, attno));
	ChangeVarNodes(expr, 1, varno, 0);
	return equal(expr, wanted);
}

/* The indexes of a table that serve a call. */
typedef struct Found
{
	bool		on_text;		/* the document has one */
	bool		on_set;			/* entities(doc, lang) has one */
	Var		   *column;			/* generated as entities(doc, lang), has one */
} Found;

/* Look for them.  wanted is entities(doc, lang), doc the document. */
static void
find_indexes(PlannerInfo *root, Oid funcid, const Names *names, Node *doc, Node *wanted,
			 Found *found)
{
	int			varno;
	RangeTblEntry *rte = only_table(root, doc, &varno);
	Relation	table;
	List	   *indexes;
	ListCell   *lc;

	if (rte == NULL)
		return;
	while (IsA(doc, RelabelType))
		doc = (Node *) ((RelabelType *) doc)->arg;
	table = relation_open(rte->relid, NoLock);	/* locked by the parser */
	indexes = RelationGetIndexList(table);
	foreach(lc, indexes)
	{
		Relation	index = index_open(lfirst_oid(lc), AccessShareLock);

		if (index->rd_rel->relam == GIN_AM_OID && index->rd_index->indisvalid)
		{
			List	   *exprs = copyObject(RelationGetIndexExpressions(index));
			ListCell   *next = list_head(exprs);

			ChangeVarNodes((Node *) exprs, 1, varno, 0);
			for (int i = 0; i < index->rd_index->indnkeyatts; i++)
			{
				AttrNumber	attno = index->rd_index->indkey.values[i];
				Node	   *key = NULL;
				bool		is_doc;

				if (attno == 0)
				{
					key = lfirst(next);
					next = lnext(exprs, next);
				}
				is_doc = key ? equal(key, doc) :
					IsA(doc, Var) && ((Var *) doc)->varattno == attno;
				if (is_doc && op_in_opfamily(names->on_text, index->rd_opfamily[i]))
					found->on_text = true;
				if (!op_in_opfamily(names->on_set, index->rd_opfamily[i]))
					continue;
				if (key && equal(key, wanted))
					found->on_set = true;
				else if (!key && found->column == NULL &&
						 is_generated_as(table, attno, varno, wanted) &&
						 may_use_column(root, rte, funcid))
					found->column = makeVar(varno, attno, names->entityset, -1, InvalidOid, 0);
			}
		}
		index_close(index, AccessShareLock);
	}
	list_free(indexes);
	relation_close(table, NoLock);
}

/*
 * The operator for a call: doc, query and lang are its arguments.  Where no
 * index is found, NULL for what is an operator already, and for mentions() in
 * the language 'auto' the operator on text: it costs the same, and parts of a
 * table may have an index that the table as a whole has not.  Predicates of
 * indexes, which are planned without root, become the same, or they would no
 * longer be implied by a query.
 */
static Node *
rewrite(PlannerInfo *root, FuncExpr *call, Node *doc, Node *query, Node *lang, bool is_operator)
{
	Names		names;
	Expr	   *set;
	Found		found = {0};

	if (!find_names(call->funcid, exprType(query), &names))
		return NULL;
	set = make_entities(&names, doc, lang, call->inputcollid);
	if (root != NULL)
		find_indexes(root, call->funcid, &names, doc, (Node *) set, &found);
	if (found.column)
		set = (Expr *) found.column;
	if (found.column || (found.on_set && !(found.on_text && is_auto(lang))))
		return (Node *) make_opclause(names.on_set, BOOLOID, false, set, (Expr *) query,
									  InvalidOid, call->inputcollid);
	if (!is_operator && is_auto(lang))
		return (Node *) make_opclause(names.on_text, BOOLOID, false, (Expr *) doc,
									  (Expr *) query, InvalidOid, call->inputcollid);
	return NULL;
}

/*
 * Share of the rows that match: from the statistics of entities(doc, lang),
 * which an index on that expression has, or CREATE STATISTICS.
 */
static double
estimate(PlannerInfo *root, Oid funcid, Node *doc, Node *query, Node *lang,
		 Oid collation, int varRelid)
{
	Names		names;
	List	   *args;

	if (!find_names(funcid, exprType(query), &names))
		return 0.001;
	args = list_make2(make_entities(&names, doc, lang, collation), query);
	return restriction_selectivity(root, names.on_set, args, collation, varRelid);
}

/*
 * mentions_support(internal) → internal
 *		Planner support of mentions(doc, query, lang).
 */
PGDLLEXPORT Datum
mentions_support(PG_FUNCTION_ARGS)
{
	Node	   *rawreq = (Node *) PG_GETARG_POINTER(0);

	if (IsA(rawreq, SupportRequestSimplify))
	{
		SupportRequestSimplify *req = (SupportRequestSimplify *) rawreq;
		List	   *args = req->fcall->args;

		if (list_length(args) == 3)
			PG_RETURN_POINTER(rewrite(req->root, req->fcall, linitial(args), lsecond(args),
									  lthird(args), false));
	}
	else if (IsA(rawreq, SupportRequestSelectivity))
	{
		SupportRequestSelectivity *req = (SupportRequestSelectivity *) rawreq;

		if (list_length(req->args) == 3 && !req->is_join)
		{
			req->selectivity = estimate(req->root, req->funcid, linitial(req->args),
										lsecond(req->args), lthird(req->args),
										req->inputcollid, req->varRelid);
			PG_RETURN_POINTER(req);
		}
	}
	PG_RETURN_POINTER(NULL);
}

/*
 * text_matches_support(internal) → internal
 *		Planner support of text @@ entityquery, for an index on entities(doc).
 */
PGDLLEXPORT Datum
text_matches_support(PG_FUNCTION_ARGS)
{
	Node	   *rawreq = (Node *) PG_GETARG_POINTER(0);

	if (IsA(rawreq, SupportRequestSimplify))
	{
		SupportRequestSimplify *req = (SupportRequestSimplify *) rawreq;
		List	   *args = req->fcall->args;
		Const	   *lang = makeConst(TEXTOID, -1, DEFAULT_COLLATION_OID, -1,
									 PointerGetDatum(auto_language()), false, false);

		if (list_length(args) == 2)
			PG_RETURN_POINTER(rewrite(req->root, req->fcall, linitial(args), lsecond(args),
									  (Node *) lang, true));
	}
	PG_RETURN_POINTER(NULL);
}

/* text_matches_sel(internal, oid, internal, int4) → float8: text @@ entityquery */
PGDLLEXPORT Datum
text_matches_sel(PG_FUNCTION_ARGS)
{
	PlannerInfo *root = (PlannerInfo *) PG_GETARG_POINTER(0);
	Oid			operator = PG_GETARG_OID(1);
	List	   *args = (List *) PG_GETARG_POINTER(2);
	Const	   *lang = makeConst(TEXTOID, -1, DEFAULT_COLLATION_OID, -1,
								 PointerGetDatum(auto_language()), false, false);

	PG_RETURN_FLOAT8(estimate(root, get_opcode(operator), linitial(args), lsecond(args),
							  (Node *) lang, PG_GET_COLLATION(), PG_GETARG_INT32(3)));
}

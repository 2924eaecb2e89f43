/*
 * duplicates_support.c
 *	  What the planner is told about near_duplicate and shares_paragraph.
 *
 * near_duplicate(body, $1, 0.5) can use an index of minhash_ops on body: it
 * implies body ~% $1 but for a share of false negatives that grows below 0.5
 * (dup_minhash.c).  The index is therefore offered for a constant threshold
 * of 0.5 and more only, and the function stays as a filter.
 *
 * shares_paragraph(body, $1) is body ~& $1 and becomes it, which an index of
 * paragraph_ops answers by itself.  Where the table has an index on
 * paragraph_fingerprints(body) and none of paragraph_ops on body, it becomes
 * paragraph_fingerprints(body) && long_paragraph_fingerprints($1) instead:
 * equal fingerprints come from equal words, so that asking one side for five
 * words asks both.
 *
 * Operators and functions are looked up by name in the schema of the function
 * that the planner asks about, and an operator must belong to the operator
 * family of the index.
 */
#include "postgres.h"

#include "access/genam.h"
#include "access/table.h"
#include "catalog/namespace.h"
#include "catalog/pg_operator.h"
#include "catalog/pg_proc.h"
#include "catalog/pg_type.h"
#include "nodes/makefuncs.h"
#include "nodes/nodeFuncs.h"
#include "nodes/pathnodes.h"
#include "nodes/supportnodes.h"
#include "optimizer/optimizer.h"
#include "parser/parsetree.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#include "utils/syscache.h"

PG_FUNCTION_INFO_V1(near_duplicate_support);
PG_FUNCTION_INFO_V1(shares_paragraph_support);

/* Below this threshold the keys miss more than 7 in 100. */
#define INDEX_THRESHOLD		0.5

/* Of a table of articles, about as many are copies of a given one. */
#define NEAR_SELECTIVITY	0.0005

/* The operator on two texts that lives beside function funcid. */
static Oid
sibling_operator(Oid funcid, const char *name)
{
	Oid			namespace = get_func_namespace(funcid);

	return GetSysCacheOid4(OPERNAMENSP, Anum_pg_operator_oid,
						   CStringGetDatum(name),
						   ObjectIdGetDatum(TEXTOID),
						   ObjectIdGetDatum(TEXTOID),
						   ObjectIdGetDatum(namespace));
}

/* The function of one text that lives beside function funcid. */
static Oid
sibling_function(Oid funcid, const char *name)
{
	Oid			type = TEXTOID;
	oidvector  *types = buildoidvector(&type, 1);

	return GetSysCacheOid3(PROCNAMEARGSNSP, Anum_pg_proc_oid,
						   CStringGetDatum(name),
						   PointerGetDatum(types),
						   ObjectIdGetDatum(get_func_namespace(funcid)));
}

/* near_duplicate(doc, other, threshold) */
PGDLLEXPORT Datum
near_duplicate_support(PG_FUNCTION_ARGS)
{
	Node	   *rawreq = (Node *) PG_GETARG_POINTER(0);

	if (IsA(rawreq, SupportRequestSelectivity))
	{
		SupportRequestSelectivity *req = (SupportRequestSelectivity *) rawreq;

		req->selectivity = NEAR_SELECTIVITY;
		PG_RETURN_POINTER(req);
	}
	if (IsA(rawreq, SupportRequestIndexCondition))
	{
		SupportRequestIndexCondition *req = (SupportRequestIndexCondition *) rawreq;
		FuncExpr   *call;
		Const	   *threshold;
		Node	   *other;
		Oid			op;

		if (!is_funcclause(req->node))
			PG_RETURN_POINTER(NULL);
		call = (FuncExpr *) req->node;
		if (list_length(call->args) != 3 || req->indexarg > 1)
			PG_RETURN_POINTER(NULL);

		threshold = (Const *) lthird(call->args);
		if (!IsA(threshold, Const) || threshold->constisnull ||
			!(DatumGetFloat4(threshold->constvalue) >= INDEX_THRESHOLD))
			PG_RETURN_POINTER(NULL);

		op = sibling_operator(call->funcid, "~%");
		if (!OidIsValid(op) || !op_in_opfamily(op, req->opfamily))
			PG_RETURN_POINTER(NULL);
		other = req->indexarg == 0 ? lsecond(call->args) : linitial(call->args);
		if (!is_pseudo_constant_for_index(req->root, other, req->index))
			PG_RETURN_POINTER(NULL);

		/* ~% is its own commutator, so the indexed side may stand first */
		req->lossy = true;
		PG_RETURN_POINTER(list_make1(make_opclause(op, BOOLOID, false,
												   list_nth(call->args, req->indexarg),
												   (Expr *) other,
												   InvalidOid, call->inputcollid)));
	}
	PG_RETURN_POINTER(NULL);
}

/*
 * Whether var's table has a GIN index on var with an operator class that
 * knows op (*direct), and one on a call of func with var (returned).
 */
static bool
has_expression_index(PlannerInfo *root, Var *var, Oid func, Oid op, bool *direct)
{
	RangeTblEntry *rte;
	Relation	table;
	List	   *indexes;
	ListCell   *lc;
	bool		found = false;

	*direct = false;
	if (var->varlevelsup != 0 || var->varno < 1 ||
		var->varno > list_length(root->parse->rtable))
		return false;
	rte = rt_fetch(var->varno, root->parse->rtable);
	if (rte->rtekind != RTE_RELATION ||
		(rte->relkind != RELKIND_RELATION && rte->relkind != RELKIND_MATVIEW &&
		 rte->relkind != RELKIND_PARTITIONED_TABLE))
		return false;

	/* the planner holds a lock on it already */
	table = table_open(rte->relid, NoLock);
	indexes = RelationGetIndexList(table);
	foreach(lc, indexes)
	{
		Relation	index = index_open(lfirst_oid(lc), AccessShareLock);
		List	   *expressions = RelationGetIndexExpressions(index);
		int			e = 0;

		for (int k = 0; k < index->rd_index->indnkeyatts; k++)
		{
			AttrNumber	column = index->rd_index->indkey.values[k];

			if (column != 0)
			{
				if (column == var->varattno && op_in_opfamily(op, index->rd_opfamily[k]))
					*direct = true;
			}
			else
			{
				Node	   *expr = list_nth(expressions, e++);

				if (IsA(expr, FuncExpr) && ((FuncExpr *) expr)->funcid == func)
				{
					Node	   *arg = strip_implicit_coercions(linitial(((FuncExpr *) expr)->args));

					if (IsA(arg, Var) && ((Var *) arg)->varattno == var->varattno)
						found = true;
				}
			}
		}
		index_close(index, AccessShareLock);
	}
	list_free(indexes);
	table_close(table, NoLock);
	return found;
}

/* shares_paragraph(doc, other) */
PGDLLEXPORT Datum
shares_paragraph_support(PG_FUNCTION_ARGS)
{
	Node	   *rawreq = (Node *) PG_GETARG_POINTER(0);

	if (IsA(rawreq, SupportRequestSimplify))
	{
		SupportRequestSimplify *req = (SupportRequestSimplify *) rawreq;
		FuncExpr   *call = req->fcall;
		Oid			op,
					prints,
					long_prints,
					overlap;

		if (list_length(call->args) != 2)
			PG_RETURN_POINTER(NULL);
		op = sibling_operator(call->funcid, "~&");
		if (!OidIsValid(op))
			PG_RETURN_POINTER(NULL);

		prints = sibling_function(call->funcid, "paragraph_fingerprints");
		long_prints = sibling_function(call->funcid, "long_paragraph_fingerprints");
		overlap = OpernameGetOprid(list_make2(makeString("pg_catalog"), makeString("&&")),
								   ANYARRAYOID, ANYARRAYOID);
		if (req->root && OidIsValid(prints) && OidIsValid(long_prints) && OidIsValid(overlap))
			for (int i = 0; i < 2; i++)
			{
				Node	   *doc = list_nth(call->args, i);
				Node	   *other = list_nth(call->args, 1 - i);
				Node	   *var = strip_implicit_coercions(doc);
				bool		direct;

				if (IsA(var, Var) &&
					has_expression_index(req->root, (Var *) var, prints, op, &direct) &&
					!direct)
					PG_RETURN_POINTER(make_opclause(overlap, BOOLOID, false,
													(Expr *) makeFuncExpr(prints, INT8ARRAYOID, list_make1(doc),
																		  InvalidOid, call->inputcollid, COERCE_EXPLICIT_CALL),
													(Expr *) makeFuncExpr(long_prints, INT8ARRAYOID, list_make1(other),
																		  InvalidOid, call->inputcollid, COERCE_EXPLICIT_CALL),
													InvalidOid, InvalidOid));
			}
		PG_RETURN_POINTER(make_opclause(op, BOOLOID, false,
										linitial(call->args), lsecond(call->args),
										InvalidOid, call->inputcollid));
	}
	PG_RETURN_POINTER(NULL);
}

/*
 * stale.c
 *	  Was an entityset found by another model than the one that is installed?
 */
#include "postgres.h"

#include "fmgr.h"

#include "entity/eset.h"
#include "glue/language.h"

PG_FUNCTION_INFO_V1(eset_stale);

/*
 * stale(entityset) → boolean
 *		NULL for a set without the stamp of a model, as of a literal or of the
 *		merge of sets of several models.  It raises where the language is not
 *		installed: nothing is known of it then.
 */
PGDLLEXPORT Datum
eset_stale(PG_FUNCTION_ARGS)
{
	ESet	   *set = PG_GETARG_ESET(0);

	if (!ESET_STAMPED(set))
		PG_RETURN_NULL();
	PG_RETURN_BOOL(gaz_language(set->lang)->file.build != ESET_BUILD(set));
}

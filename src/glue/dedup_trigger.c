/*
 * dedup_trigger.c
 *	  dedup_paragraphs_trigger(column [, threshold]): a row trigger that takes
 *	  repeated paragraphs out of a column before it is stored.
 *
 * The row is copied only if something repeats, and an update that leaves the
 * column alone costs nothing.
 */
#include "postgres.h"

#include "catalog/pg_type.h"
#include "commands/trigger.h"
#include "executor/spi.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/rel.h"
#if PG_VERSION_NUM >= 160000
#include "varatt.h"
#endif

#include "glue/duplicates.h"
#include "glue/utf8.h"

PG_FUNCTION_INFO_V1(dedup_paragraphs_trigger);

/* Called from a trigger of another kind. */
static void
check_kind(FunctionCallInfo fcinfo)
{
	TriggerEvent event;

	if (!CALLED_AS_TRIGGER(fcinfo))
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg("function \"%s\" was not called by trigger manager", "dedup_paragraphs_trigger")));
	event = ((TriggerData *) fcinfo->context)->tg_event;
	if (!TRIGGER_FIRED_BEFORE(event) || !TRIGGER_FIRED_FOR_ROW(event) ||
		!(TRIGGER_FIRED_BY_INSERT(event) || TRIGGER_FIRED_BY_UPDATE(event)))
		ereport(ERROR,
				(errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED),
				 errmsg("function \"%s\" must be fired BEFORE INSERT OR UPDATE FOR EACH ROW",
						"dedup_paragraphs_trigger")));
}

PGDLLEXPORT Datum
dedup_paragraphs_trigger(PG_FUNCTION_ARGS)
{
	TriggerData *data = (TriggerData *) fcinfo->context;
	Trigger    *trigger;
	TupleDesc	desc;
	HeapTuple	tuple;
	float4		threshold = 1;
	int			column;
	Oid			type;
	Datum		value;
	bool		isnull;
	text	   *result;

	check_kind(fcinfo);
	trigger = data->tg_trigger;
	desc = RelationGetDescr(data->tg_relation);
	tuple = TRIGGER_FIRED_BY_UPDATE(data->tg_event) ? data->tg_newtuple : data->tg_trigtuple;

	if (trigger->tgnargs < 1 || trigger->tgnargs > 2)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("trigger \"%s\" has %d arguments", trigger->tgname, trigger->tgnargs),
				 errhint("Its arguments are a column and, if wanted, a threshold.")));
	if (trigger->tgnargs == 2)
		threshold = check_threshold(DatumGetFloat4(DirectFunctionCall1(float4in,
																	   CStringGetDatum(trigger->tgargs[1]))));
	column = SPI_fnumber(desc, trigger->tgargs[0]);
	if (column <= 0)
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_COLUMN),
				 errmsg("column \"%s\" of relation \"%s\" does not exist",
						trigger->tgargs[0], RelationGetRelationName(data->tg_relation))));
	type = getBaseType(TupleDescAttr(desc, column - 1)->atttypid);
	if (type != TEXTOID && type != VARCHAROID)
		ereport(ERROR,
				(errcode(ERRCODE_DATATYPE_MISMATCH),
				 errmsg("column \"%s\" is of type %s, not text",
						trigger->tgargs[0], format_type_be(TupleDescAttr(desc, column - 1)->atttypid))));

	if (TRIGGER_FIRED_BY_UPDATE(data->tg_event) &&
		!bms_is_member(column - FirstLowInvalidHeapAttributeNumber, data->tg_updatedcols))
		return PointerGetDatum(tuple);
	value = heap_getattr(tuple, column, desc, &isnull);
	if (isnull)
		return PointerGetDatum(tuple);

	result = dedup_text(DatumGetTextPP(value), threshold);
	if (result != NULL)
	{
		Datum		new = PointerGetDatum(result);
		bool		null = false;

		tuple = heap_modify_tuple_by_cols(tuple, desc, 1, &column, &new, &null);
	}
	return PointerGetDatum(tuple);
}

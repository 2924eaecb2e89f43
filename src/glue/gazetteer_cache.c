/*
 * gazetteer_cache.c
 *	  Gazetteers from tables, kept by the backend.
 *
 * A gazetteer of a million names is 40 MB.  Neither a query over a table of
 * documents, nor a trigger that sees one new document per query, can fetch
 * that from its TOAST table for each of them.  So a backend keeps what it has
 * used last, under its TOAST pointer; text search dictionaries are kept in the
 * same way.  A value that is no TOAST pointer is in memory already, and costs
 * nothing to open.
 *
 * A pointer names one value for as long as the value lives, and the numbers
 * that pointers are made of come again only after four thousand million.
 * Nevertheless a value that was kept over the end of a query is not trusted
 * by its pointer alone: its head, which holds a hash of the rest, is fetched
 * and compared.
 *
 * A value is held by every place in a query that uses it and is only dropped
 * when it is held by none.  Such values may take KEPT_BYTES together; a
 * larger one goes with its query.
 */
#include "postgres.h"

#include "access/detoast.h"
#include "lib/ilist.h"
#include "utils/memutils.h"

#include "entity/ent.h"
#include "gazetteer/gaz_layout.h"
#include "glue/gazetteer.h"

#define KEPT_BYTES	((Size) 128 << 20)

typedef struct Kept
{
	dlist_node	node;
	struct varatt_external pointer;
	MemoryContext context;		/* of the value and of this */
	const struct varlena *value;
	GazDict		dict;
	int			holders;
	bool		listed;			/* may be found by others */
} Kept;

/* A place in a query, in its fn_extra. */
typedef struct Holder
{
	MemoryContextCallback release;
	Kept	   *kept;			/* NULL: none yet */
} Holder;

/* Most recently used first. */
static dlist_head kept_values = DLIST_STATIC_INIT(kept_values);

static void
unlist(Kept *kept)
{
	dlist_delete(&kept->node);
	kept->listed = false;
	if (kept->holders == 0)
		MemoryContextDelete(kept->context);
}

/* Drop what is held by none and more than may be kept, the oldest first. */
static void
make_room(void)
{
	dlist_mutable_iter it;
	Size		bytes = 0;

	dlist_foreach_modify(it, &kept_values)
	{
		Kept	   *kept = dlist_container(Kept, node, it.cur);

		bytes += VARSIZE(kept->value);
		if (bytes > KEPT_BYTES && kept->holders == 0)
		{
			bytes -= VARSIZE(kept->value);
			unlist(kept);
		}
	}
}

/* The place in the query is gone, or goes on to another value. */
static void
release(void *arg)
{
	Holder	   *holder = arg;
	Kept	   *kept = holder->kept;

	holder->kept = NULL;
	if (kept == NULL)
		return;
	kept->holders--;
	if (!kept->listed && kept->holders == 0)
		MemoryContextDelete(kept->context);
	make_room();
}

/* Is what a pointer leads to still what was kept under it? */
static bool
is_same_value(const Kept *kept, struct varlena *datum)
{
	struct varlena *head = detoast_attr_slice(datum, 0, sizeof(GazHead) - VARHDRSZ);
	bool		same = VARSIZE(head) == sizeof(GazHead) &&
		memcmp(VARDATA(head), VARDATA(kept->value), sizeof(GazHead) - VARHDRSZ) == 0;

	pfree(head);
	return same;
}

/* The value of a pointer if it is kept, or NULL. */
static Kept *
find(const struct varatt_external *pointer, struct varlena *datum)
{
	dlist_iter	it;

	dlist_foreach(it, &kept_values)
	{
		Kept	   *kept = dlist_container(Kept, node, it.cur);

		if (memcmp(&kept->pointer, pointer, sizeof(*pointer)) == 0)
		{
			if (!is_same_value(kept, datum))
			{
				unlist(kept);
				return NULL;
			}
			dlist_move_head(&kept_values, &kept->node);
			return kept;
		}
	}
	return NULL;
}

/* Fetch a value and keep it.  An error on the way leaves nothing behind. */
static Kept *
fetch(const struct varatt_external *pointer, struct varlena *datum)
{
	MemoryContext context = AllocSetContextCreate(CurrentMemoryContext, "gazetteer",
												  ALLOCSET_SMALL_SIZES);
	MemoryContext caller = MemoryContextSwitchTo(context);
	Kept	   *kept = palloc0(sizeof(Kept));

	kept->context = context;
	kept->pointer = *pointer;
	kept->value = detoast_attr(datum);
	gaz_open_value(&kept->dict, kept->value);
	MemoryContextSwitchTo(caller);
	MemoryContextSetParent(context, TopMemoryContext);
	kept->listed = true;
	dlist_push_head(&kept_values, &kept->node);
	return kept;
}

const GazDict *
gaz_arg_dict(FunctionCallInfo fcinfo, int argno, GazDict *out)
{
	struct varlena *datum = (struct varlena *) PG_GETARG_POINTER(argno);
	struct varatt_external pointer;
	Holder	   *holder;
	Kept	   *kept;

	if (!VARATT_IS_EXTERNAL_ONDISK(datum) || fcinfo->flinfo == NULL)
	{
		gaz_open_value(out, PG_DETOAST_DATUM(PointerGetDatum(datum)));
		return out;
	}

	VARATT_EXTERNAL_GET_POINTER(pointer, datum);
	holder = fcinfo->flinfo->fn_extra;
	if (holder == NULL)
	{
		holder = MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt, sizeof(Holder));
		holder->release.func = release;
		holder->release.arg = holder;
		MemoryContextRegisterResetCallback(fcinfo->flinfo->fn_mcxt, &holder->release);
		fcinfo->flinfo->fn_extra = holder;
	}
	if (holder->kept)
	{
		if (memcmp(&holder->kept->pointer, &pointer, sizeof(pointer)) == 0)
			return &holder->kept->dict;
		release(holder);
	}
	kept = find(&pointer, datum);
	if (kept == NULL)
		kept = fetch(&pointer, datum);
	kept->holders++;
	holder->kept = kept;
	make_room();
	return &kept->dict;
}

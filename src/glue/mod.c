/*
 * mod.c
 *	  The magic block, and which release this library is.
 */
#include "postgres.h"

#include "fmgr.h"
#include "utils/builtins.h"

#ifdef PG_MODULE_MAGIC_EXT		/* 18 */
PG_MODULE_MAGIC_EXT(.name = "pg_gazette", .version = GAZETTE_VERSION);
#else
PG_MODULE_MAGIC;
#endif

PG_FUNCTION_INFO_V1(pg_gazette_version);

/* Version of the loaded library, which the install script compares to its own. */
PGDLLEXPORT Datum
pg_gazette_version(PG_FUNCTION_ARGS)
{
	PG_RETURN_TEXT_P(cstring_to_text(GAZETTE_VERSION));
}

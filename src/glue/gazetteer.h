/*
 * gazetteer.h
 *	  A gazetteer that comes as an argument of a function.
 */
#ifndef GLUE_GAZETTEER_H
#define GLUE_GAZETTEER_H

#include "postgres.h"

#include "fmgr.h"

#include "gazetteer/gaz.h"

/*
 * The argument, opened.  A value from a table is kept by the backend
 * (gazetteer_cache.c), and held by fn_extra of the call, which the calling
 * function therefore leaves alone.  out is where to put a dictionary that is
 * not kept.  The result stays until the next call, or as long as the argument.
 */
extern const GazDict *gaz_arg_dict(FunctionCallInfo fcinfo, int argno, GazDict *out);

/* Open a detoasted value, raising an error if it is not ours. */
extern void gaz_open_value(GazDict *dict, const struct varlena *value);

/* Raise an error about stored bytes if status is one. */
extern void gaz_check_stored(GazStatus status);

#endif							/* GLUE_GAZETTEER_H */

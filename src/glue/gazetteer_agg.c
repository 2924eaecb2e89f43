/*
 * gazetteer_agg.c
 *	  Making gazetteers: gazetteer_agg(), and the type's ways in and out.
 *
 * All of them end in the builder, which checks every row and sorts them, so
 * that a gazetteer from a literal, from the wire or from an aggregate in any
 * order is the same bytes.
 *
 * Text form: rows as in entityset, 'surface'/KIND, then ='name' where the
 * name is another, and #'ref' where there is one:
 *		'ONU'/ORG='Nations unies'#'Q1065' 'Val-d''Or'/LOC
 * A quote or backslash in a string is doubled.  No rows: the empty string.
 *
 * On the wire (and between parallel workers): a byte of version, the number of
 * rows, and for each row surface, kind, name and ref as a length and UTF-8;
 * length -1 is a name as the surface, and no ref.
 */
#include "postgres.h"

#include "lib/stringinfo.h"
#include "libpq/pqformat.h"
#include "miscadmin.h"
#include "utils/builtins.h"

#include "entity/ent.h"
#include "gazetteer/gaz.h"
#include "glue/gazetteer.h"
#include "glue/utf8.h"

#define WIRE_VERSION	1

PG_FUNCTION_INFO_V1(gaz_agg_transfn);
PG_FUNCTION_INFO_V1(gaz_agg_combinefn);
PG_FUNCTION_INFO_V1(gaz_agg_serialfn);
PG_FUNCTION_INFO_V1(gaz_agg_deserialfn);
PG_FUNCTION_INFO_V1(gaz_agg_finalfn);
PG_FUNCTION_INFO_V1(gaz_in);
PG_FUNCTION_INFO_V1(gaz_out);
PG_FUNCTION_INFO_V1(gaz_recv);
PG_FUNCTION_INFO_V1(gaz_send);

/* A string of a row, UTF-8; NULL is an absent name or ref. */
typedef struct Str
{
	const char *s;
	size_t		len;
} Str;

typedef struct Row
{
	Str			surface;
	Str			kind;
	Str			name;
	Str			ref;
} Row;

/* ------------------------------------------------------- rows and the builder */

static GazStatus
add_row(GazBuilder *builder, const Row *row)
{
	return gaz_add(builder, row->surface.s, row->surface.len, row->kind.s, row->kind.len,
				   row->name.s, row->name.len, row->ref.s, row->ref.len);
}

/* A string of a row for a message. */
static char *
quotable(const Str *str)
{
	return ent_excerpt(text_to_cstring(gaz_text_result(str->s, str->len)));
}

/*
 * Report a row that the builder did not take; code is for what is wrong with
 * it in itself.
 */
static Datum
report_row(GazStatus status, const Row *row, int code, struct Node *escontext)
{
	switch (status)
	{
		case GAZ_NO_WORD:
			ereturn(escontext, (Datum) 0,
					(errcode(code),
					 errmsg("name has neither letter nor digit: \"%s\"", quotable(&row->surface)),
					 errdetail("Names are matched by their words.")));
			break;
		case GAZ_KIND:
			ereturn(escontext, (Datum) 0,
					(errcode(code),
					 errmsg("invalid kind of entity: \"%s\"", quotable(&row->kind)),
					 errhint("A kind is an upper-case word such as PER, ORG or LOC.")));
			break;
		case GAZ_MANY_WORDS:
			ereturn(escontext, (Datum) 0,
					(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
					 errmsg("name has too many words: \"%s\"", quotable(&row->surface)),
					 errdetail("The limit is %d words.", GAZ_MAX_WORDS)));
			break;
		default:
			ereturn(escontext, (Datum) 0,
					(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
					 errmsg("gazetteer is too large")));
	}
	return (Datum) 0;
}

/* The value of a builder, in the current memory context. */
static struct varlena *
build(const GazBuilder *builder)
{
	void	   *bytes;
	size_t		len;

	if (gaz_build(builder, &bytes, &len) != GAZ_OK)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("gazetteer is too large"),
				 errdetail("A value has at most 1 GB.")));
	SET_VARSIZE(bytes, len);
	return bytes;
}

/* ------------------------------------------------------------------ the wire */

static void
send_string(StringInfo buf, const Str *str)
{
	pq_sendint32(buf, str->s ? (uint32) str->len : (uint32) -1);
	if (str->s)
		pq_sendbytes(buf, str->s, (int) str->len);
}

static void
receive_string(StringInfo buf, Str *str, bool optional)
{
	int32		len = (int32) pq_getmsgint(buf, 4);

	str->s = NULL;
	str->len = 0;
	if (len == -1 && optional)
		return;
	if (len < 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
				 errmsg("invalid external gazetteer"),
				 errdetail("The length of a string is %d.", len)));
	str->s = pq_getmsgbytes(buf, len);
	str->len = (size_t) len;
	if (!pg_verify_mbstr(PG_UTF8, str->s, len, true))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
				 errmsg("invalid external gazetteer"),
				 errdetail("A string is not UTF-8.")));
}

static GazBuilder *
receive_rows(StringInfo buf)
{
	GazBuilder *builder = gaz_builder();
	int			version = pq_getmsgbyte(buf);
	uint32		n;

	if (version != WIRE_VERSION)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
				 errmsg("invalid external gazetteer"),
				 errdetail("Its version is %d, and this release reads version %d.",
						   version, WIRE_VERSION)));
	n = (uint32) pq_getmsgint(buf, 4);
	for (uint32 i = 0; i < n; i++)
	{
		Row			row;
		GazStatus	status;

		CHECK_FOR_INTERRUPTS();
		receive_string(buf, &row.surface, false);
		receive_string(buf, &row.kind, false);
		receive_string(buf, &row.name, true);
		receive_string(buf, &row.ref, true);
		status = add_row(builder, &row);
		if (status != GAZ_OK)
			report_row(status, &row, ERRCODE_INVALID_BINARY_REPRESENTATION, NULL);
	}
	return builder;
}

/* Begin a message with its version and number of rows. */
static void
begin_message(StringInfo buf, size_t rows)
{
	pq_begintypsend(buf);
	pq_sendbyte(buf, WIRE_VERSION);
	pq_sendint32(buf, (uint32) rows);
}

PGDLLEXPORT Datum
gaz_recv(PG_FUNCTION_ARGS)
{
	GazBuilder *builder = receive_rows((StringInfo) PG_GETARG_POINTER(0));
	struct varlena *result = build(builder);

	gaz_builder_free(builder);
	PG_RETURN_POINTER(result);
}

/* A row as it is stored: a name that is the surface is none of its own. */
static void
stored_row(const GazRow *stored, Row *row)
{
	row->surface = (Str) {stored->surface, stored->surface_len};
	row->kind = (Str) {stored->kind, stored->kind_len};
	row->name = (Str) {stored->name == stored->surface ? NULL : stored->name, stored->name_len};
	row->ref = (Str) {stored->ref, stored->ref_len};
}

PGDLLEXPORT Datum
gaz_send(PG_FUNCTION_ARGS)
{
	struct varlena *value = PG_DETOAST_DATUM(PG_GETARG_DATUM(0));
	GazDict		dict;
	GazRow		stored;
	StringInfoData buf;

	gaz_open_value(&dict, value);
	begin_message(&buf, dict.nrows);
	for (uint32 at = 0; at < dict.rows_len; at = stored.next)
	{
		Row			row;

		CHECK_FOR_INTERRUPTS();
		gaz_check_stored(gaz_row(&dict, at, &stored));
		stored_row(&stored, &row);
		send_string(&buf, &row.surface);
		send_string(&buf, &row.kind);
		send_string(&buf, &row.name);
		send_string(&buf, &row.ref);
	}
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

/* -------------------------------------------------------------------- text */

static void
skip_space(const char **p)
{
	while (**p == ' ' || (**p >= '\t' && **p <= '\r'))
		++*p;
}

/*
 * A quoted string at *p: its contents are unquoted in place.  False if there
 * is none.
 */
static bool
read_quoted(char **p, Str *str)
{
	char	   *in = *p;
	char	   *out = in;

	if (*in++ != '\'')
		return false;
	str->s = out;
	for (;; in++)
	{
		if (*in == '\'' && in[1] != '\'')
			break;
		if (*in == '\'' || *in == '\\')
			in++;
		if (*in == '\0')
			return false;
		*out++ = *in;
	}
	str->len = (size_t) (out - str->s);
	*p = in + 1;
	return true;
}

/* A row at *p; false if it is none. */
static bool
read_row(char **p, Row *row)
{
	memset(row, 0, sizeof(*row));
	if (!read_quoted(p, &row->surface) || **p != '/')
		return false;
	row->kind.s = ++*p;
	while (**p != '\0' && strchr("=# \t\n\v\f\r'", **p) == NULL)
		++*p;
	row->kind.len = (size_t) (*p - row->kind.s);
	if (**p == '=' && (++*p, !read_quoted(p, &row->name)))
		return false;
	if (**p == '#' && (++*p, !read_quoted(p, &row->ref)))
		return false;
	return **p == '\0' || strchr(" \t\n\v\f\r", **p) != NULL;
}

PGDLLEXPORT Datum
gaz_in(PG_FUNCTION_ARGS)
{
	char	   *literal = PG_GETARG_CSTRING(0);
	struct Node *escontext = (struct Node *) ENT_ESCONTEXT(fcinfo);
	GazBuilder *builder = gaz_builder();
	struct varlena *result;
	size_t		len = strlen(literal);
	size_t		utf8_len;
	char	   *utf8 = ent_to_utf8(literal, len, &utf8_len);
	char	   *copy = MemoryContextAllocHuge(CurrentMemoryContext, utf8_len + 1);
	char	   *p = copy;

	memcpy(copy, utf8, utf8_len);
	copy[utf8_len] = '\0';
	for (;;)
	{
		Row			row;
		GazStatus	status;

		CHECK_FOR_INTERRUPTS();
		skip_space((const char **) &p);
		if (*p == '\0')
			break;
		if (!read_row(&p, &row))
			ereturn(escontext, (Datum) 0,
					(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
					 errmsg("malformed gazetteer literal: \"%s\"", ent_excerpt(literal)),
					 errdetail("A row is 'surface'/KIND, then ='name' and #'ref' if it has them.")));
		status = add_row(builder, &row);
		if (status != GAZ_OK)
			return report_row(status, &row, ERRCODE_INVALID_TEXT_REPRESENTATION, escontext);
	}
	result = build(builder);
	gaz_builder_free(builder);
	pfree(copy);
	PG_RETURN_POINTER(result);
}

static void
put_quoted(StringInfo out, char before, const Str *str)
{
	const char *s = str->s;
	const char *end = s + str->len;

	if (before)
		appendStringInfoChar(out, before);
	appendStringInfoChar(out, '\'');
	while (s < end)
	{
		const char *run = s;

		while (s < end && *s != '\'' && *s != '\\')
			s++;
		if (s < end)
		{
			s++;
			appendBinaryStringInfo(out, run, (int) (s - run));
			appendStringInfoChar(out, s[-1]);
		}
		else
			appendBinaryStringInfo(out, run, (int) (s - run));
	}
	appendStringInfoChar(out, '\'');
}

PGDLLEXPORT Datum
gaz_out(PG_FUNCTION_ARGS)
{
	struct varlena *value = PG_DETOAST_DATUM(PG_GETARG_DATUM(0));
	GazDict		dict;
	GazRow		stored;
	StringInfoData out;
	char	   *result;

	gaz_open_value(&dict, value);
	initStringInfo(&out);
	for (uint32 at = 0; at < dict.rows_len; at = stored.next)
	{
		Row			row;

		CHECK_FOR_INTERRUPTS();
		gaz_check_stored(gaz_row(&dict, at, &stored));
		stored_row(&stored, &row);
		put_quoted(&out, at > 0 ? ' ' : '\0', &row.surface);
		appendStringInfoChar(&out, '/');
		appendBinaryStringInfo(&out, row.kind.s, (int) row.kind.len);
		if (row.name.s)
			put_quoted(&out, '=', &row.name);
		if (row.ref.s)
			put_quoted(&out, '#', &row.ref);
	}
	result = out.data;
	if (GetDatabaseEncoding() != PG_UTF8 && out.len > 0)
		result = pg_any_to_server(out.data, out.len, PG_UTF8);
	PG_RETURN_CSTRING(result);
}

/* --------------------------------------------------------------- aggregation */

static MemoryContext
aggregate_context(FunctionCallInfo fcinfo)
{
	MemoryContext context;

	if (!AggCheckCallContext(fcinfo, &context))
		elog(ERROR, "aggregate function called in non-aggregate context");
	return context;
}

/* A text argument; false if it is NULL or not there. */
static bool
string_argument(FunctionCallInfo fcinfo, int argno, Str *str)
{
	GazText		arg;

	str->s = NULL;
	str->len = 0;
	if (PG_NARGS() <= argno || PG_ARGISNULL(argno))
		return false;
	GAZ_GETARG_TEXT(argno, &arg);
	str->s = arg.data;
	str->len = arg.len;
	return true;
}

/*
 * gaz_agg_transfn(internal, surface text, kind text [, name text [, ref text]])
 *		As other aggregates, skips rows without a surface.
 */
PGDLLEXPORT Datum
gaz_agg_transfn(PG_FUNCTION_ARGS)
{
	MemoryContext context = aggregate_context(fcinfo);
	MemoryContext caller;
	GazBuilder *builder = PG_ARGISNULL(0) ? NULL : (GazBuilder *) PG_GETARG_POINTER(0);
	Row			row;
	GazStatus	status;

	if (!string_argument(fcinfo, 1, &row.surface))
	{
		if (builder == NULL)
			PG_RETURN_NULL();
		PG_RETURN_POINTER(builder);
	}
	if (!string_argument(fcinfo, 2, &row.kind))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("kind of name \"%s\" is null", quotable(&row.surface))));
	string_argument(fcinfo, 3, &row.name);
	string_argument(fcinfo, 4, &row.ref);

	caller = MemoryContextSwitchTo(context);
	if (builder == NULL)
		builder = gaz_builder();
	status = add_row(builder, &row);
	MemoryContextSwitchTo(caller);
	if (status != GAZ_OK)
		report_row(status, &row, ERRCODE_INVALID_PARAMETER_VALUE, NULL);
	PG_RETURN_POINTER(builder);
}

PGDLLEXPORT Datum
gaz_agg_combinefn(PG_FUNCTION_ARGS)
{
	MemoryContext context = aggregate_context(fcinfo);
	MemoryContext caller;
	GazBuilder *builder = PG_ARGISNULL(0) ? NULL : (GazBuilder *) PG_GETARG_POINTER(0);

	if (!PG_ARGISNULL(1))
	{
		caller = MemoryContextSwitchTo(context);
		if (builder == NULL)
			builder = gaz_builder();
		gaz_add_all(builder, (const GazBuilder *) PG_GETARG_POINTER(1));
		MemoryContextSwitchTo(caller);
	}
	if (builder == NULL)
		PG_RETURN_NULL();
	PG_RETURN_POINTER(builder);
}

/* What gaz_added_row gives, as send_string takes it. */
static void
send_added(StringInfo buf, const GazBuilder *builder, size_t i)
{
	GazRow		stored;
	Row			row;

	gaz_added_row(builder, i, &stored);
	stored_row(&stored, &row);
	send_string(buf, &row.surface);
	send_string(buf, &row.kind);
	send_string(buf, &row.name);
	send_string(buf, &row.ref);
}

PGDLLEXPORT Datum
gaz_agg_serialfn(PG_FUNCTION_ARGS)
{
	const GazBuilder *builder = (const GazBuilder *) PG_GETARG_POINTER(0);
	StringInfoData buf;

	aggregate_context(fcinfo);
	begin_message(&buf, gaz_added(builder));
	for (size_t i = 0; i < gaz_added(builder); i++)
	{
		CHECK_FOR_INTERRUPTS();
		send_added(&buf, builder, i);
	}
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

PGDLLEXPORT Datum
gaz_agg_deserialfn(PG_FUNCTION_ARGS)
{
	bytea	   *state = PG_GETARG_BYTEA_PP(0);
	StringInfoData buf;

	aggregate_context(fcinfo);
	memset(&buf, 0, sizeof(buf));	/* read only */
	buf.data = VARDATA_ANY(state);
	buf.len = VARSIZE_ANY_EXHDR(state);
	PG_RETURN_POINTER(receive_rows(&buf));
}

/* The builder stays as it is: a window calls this for every frame. */
PGDLLEXPORT Datum
gaz_agg_finalfn(PG_FUNCTION_ARGS)
{
	aggregate_context(fcinfo);
	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	PG_RETURN_POINTER(build((const GazBuilder *) PG_GETARG_POINTER(0)));
}

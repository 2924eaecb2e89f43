/*
 * utf8.c
 *	  Between the encoding of the database and the UTF-8 of the core rooms.
 */
#include "postgres.h"
#if PG_VERSION_NUM >= 160000
#include "varatt.h"
#endif

#include "catalog/namespace.h"
#include "mb/pg_wchar.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "glue/utf8.h"

/*
 * pg_server_to_any does the whole of it: nothing in a UTF8 database, a
 * verification that raises character_not_in_repertoire in an SQL_ASCII one,
 * a conversion elsewhere.
 */
void
gaz_text(text *datum, GazText *out)
{
	char	   *raw = VARDATA_ANY(datum);
	int			len = (int) VARSIZE_ANY_EXHDR(datum);
	char	   *utf8 = raw;

	out->source = datum;
	out->count_bytes = GetDatabaseEncoding() == PG_SQL_ASCII;
	if (GetDatabaseEncoding() != PG_UTF8 && len > 0)
		utf8 = pg_server_to_any(raw, len, PG_UTF8);
	out->converted = utf8 != raw;
	out->data = utf8;
	/* a converted string is terminated and holds no zero byte */
	out->len = out->converted ? strlen(utf8) : (size_t) len;
}

text *
gaz_text_result(const char *utf8, size_t len)
{
	char	   *out = unconstify(char *, utf8);

	if (len > MaxAllocSize - VARHDRSZ)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("result is too long for a text value")));
	if (GetDatabaseEncoding() != PG_UTF8 && len > 0)
	{
		out = pg_any_to_server(utf8, (int) len, PG_UTF8);
		if (out != utf8)
		{
			text	   *result = cstring_to_text(out);

			pfree(out);
			return result;
		}
	}
	return cstring_to_text_with_len(out, (int) len);
}

bool
gaz_representable(const char *utf8, size_t len)
{
	int			encoding = GetDatabaseEncoding();
	Oid			proc;
	unsigned char *out;
	size_t		room = len * MAX_CONVERSION_GROWTH + 1;
	int			converted;

	if (encoding == PG_UTF8 || encoding == PG_SQL_ASCII || len == 0)
		return true;
	proc = FindDefaultConversionProc(PG_UTF8, encoding);
	if (!OidIsValid(proc))
		return false;
	out = palloc(room);
	converted = pg_do_encoding_conversion_buf(proc, PG_UTF8, encoding,
											  (unsigned char *) unconstify(char *, utf8), (int) len,
											  out, (int) room, true);
	pfree(out);
	return converted == (int) len;
}

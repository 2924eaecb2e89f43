/*
 * eset_io.c
 *	  Text and binary forms of entityset.
 *
 * Text form, a list of entities in the order of their keys:
 *
 *	  'ByteDance'/ORG:58s,812 'États-Unis'/LOC:98c @fr:00c0ffee00c0ffee
 *
 *	  name		in apostrophes; an apostrophe in it is doubled, a backslash too.
 *				Input takes a name of one word bare, and a backslash before any
 *				character.
 *	  /KIND		an upper-case word; lower case is raised
 *	  :mentions starts in characters from 1, each with its roles: s (source),
 *				c (content)
 *	  #count	instead of mentions: how many there are where their places are
 *				not kept, with the roles of all of them
 *	  @model	at the end: language and build of the model that found the
 *				entities.  It is printed so that a dump keeps it.
 *
 * Binary form: version (int8), language (counted text), build (int64), number
 * of entities (int32); then per entity name and kind (counted text), form
 * (int8: 0 mentions, 1 count), number of mentions (int32), and start << 2 |
 * roles of each (int32), or the roles of all (int8).  Text is in the client's
 * encoding, as everywhere.  Input goes through eset_collect as everything does,
 * so that no foreign byte gets into a set unread.
 */
#include "entity/eset.h"

#include <ctype.h>

#include "lib/stringinfo.h"
#include "libpq/pqformat.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

PG_FUNCTION_INFO_V1(eset_in);
PG_FUNCTION_INFO_V1(eset_out);
PG_FUNCTION_INFO_V1(eset_recv);
PG_FUNCTION_INFO_V1(eset_send);

/* Parts on their way in: keys are offsets until all are there. */
typedef struct Intake
{
	ESetPart   *part;
	size_t	   *key;
	size_t		n;
	size_t		cap;
	UniBuf		keys;
} Intake;

/*
 * Room for another n parts that share the name and kind of an entity; false
 * if the folded name is too long.
 */
static bool
intake_entity(Intake *in, const char *name, size_t name_len,
			  const char *kind, size_t kind_len, ESetPart *proto)
{
	size_t		before = in->keys.len;

	eset_key(name, name_len, kind, kind_len, &in->keys);
	proto->name = name;
	proto->name_len = (uint32) name_len;
	proto->kind_len = (uint32) kind_len;
	proto->key_len = (uint32) (in->keys.len - before);
	proto->key = NULL;
	proto->start = 0;
	proto->count = 0;
	proto->roles = 0;
	return in->keys.len - before <= ENT_NAME_MAX + 1 + kind_len;
}

/* Take a part. */
static void
intake_part(Intake *in, const ESetPart *part)
{
	CORE_POLL_EVERY(in->n);
	if (in->n == in->cap)
	{
		in->cap = in->cap ? in->cap * 2 : 64;
		in->part = core_realloc(in->part, in->cap * sizeof(ESetPart));
		in->key = core_realloc(in->key, in->cap * sizeof(size_t));
	}
	in->part[in->n] = *part;
	in->key[in->n] = in->keys.len - part->key_len;
	in->n++;
}

/* The set of what was taken. */
static ESet *
intake_finish(Intake *in, const char *lang, uint64 build)
{
	for (size_t i = 0; i < in->n; i++)
		in->part[i].key = in->keys.data + in->key[i];
	return eset_collect(in->part, in->n, lang, build);
}

/* ------------------------------------------------------------- text form */

typedef struct Parser
{
	const char *start;			/* the literal in UTF-8, terminated */
	const char *p;
	char	   *names;			/* unescaped names, as long as the literal */
	Node	   *escontext;
	const char *literal;		/* in the server's encoding, for messages */
} Parser;

#define IS_SPACE(c) \
	((c) == ' ' || (c) == '\t' || (c) == '\n' || (c) == '\r' || (c) == '\f' || (c) == '\v')
#define IS_DIGIT(c) ((c) >= '0' && (c) <= '9')

/* The literal is not as it should be here. */
static bool
complain(Parser *ps, const char *expected)
{
	ereturn(ps->escontext, false,
			(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
			 errmsg("invalid input syntax for type %s: \"%s\"",
					"entityset", ent_excerpt(ps->literal)),
			 errdetail("At character %zu, %s was expected.",
					   uni_count(ps->start, ps->p - ps->start) + 1, expected)));
}

/* Something in the literal is too large. */
static bool
complain_limit(Parser *ps, const char *what, int limit)
{
	ereturn(ps->escontext, false,
			(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
			 errmsg("%s in entityset is too large", what),
			 errdetail("The limit is %d; it is exceeded at character %zu.",
					   limit, uni_count(ps->start, ps->p - ps->start) + 1)));
}

static void
skip_space(Parser *ps)
{
	while (IS_SPACE(*ps->p))
		ps->p++;
}

/* Read a name; *name points into ps->names. */
static bool
parse_name(Parser *ps, char **name, size_t *len)
{
	char	   *out = ps->names;
	bool		quoted = *ps->p == '\'';

	*name = out;
	if (quoted)
		ps->p++;
	for (;;)
	{
		char		c = *ps->p;

		if (c == '\0')
		{
			if (quoted)
				return complain(ps, "a closing apostrophe");
			break;
		}
		if (quoted && c == '\'')
		{
			ps->p++;
			if (*ps->p != '\'')
				break;
		}
		else if (c == '\\')
		{
			c = *++ps->p;
			if (c == '\0')
				return complain(ps, "a character behind the backslash");
		}
		else if (!quoted && (IS_SPACE(c) || strchr("/:#'", c)))
			break;
		*out++ = c;
		ps->p++;
	}
	*len = out - *name;
	ps->names = out;
	if (*len == 0)
		return complain(ps, "a name");
	if (*len > ENT_NAME_MAX)
		return complain_limit(ps, "name", ENT_NAME_MAX);
	return true;
}

/* Read /KIND into kind[ENT_KIND_MAX]. */
static bool
parse_kind(Parser *ps, char *kind, size_t *len)
{
	const char *begin;

	if (*ps->p != '/')
		return complain(ps, "a kind such as /ORG");
	begin = ++ps->p;
	while (*ps->p != '\0' && !IS_SPACE(*ps->p) && !strchr(":#,/'@", *ps->p))
		ps->p++;
	*len = ps->p - begin;
	if (!ent_kind(begin, *len, kind))
	{
		ps->p = begin;
		return complain(ps, "a kind, an upper-case word of at most 63 bytes,");
	}
	return true;
}

/* Read a number of at most max. */
static bool
parse_number(Parser *ps, const char *what, uint32 max, uint32 *number)
{
	uint64		v = 0;

	if (!IS_DIGIT(*ps->p))
		return complain(ps, "a number");
	for (; IS_DIGIT(*ps->p); ps->p++)
	{
		v = v * 10 + (*ps->p - '0');
		if (v > max)
			return complain_limit(ps, what, (int) max);
	}
	*number = (uint32) v;
	return true;
}

static uint8
parse_roles(Parser *ps)
{
	uint8		roles = 0;

	for (;; ps->p++)
	{
		if (*ps->p == 's')
			roles |= ESET_ROLE_SOURCE;
		else if (*ps->p == 'c')
			roles |= ESET_ROLE_CONTENT;
		else
			return roles;
	}
}

/* Read one entity with its mentions. */
static bool
parse_entity(Parser *ps, Intake *in)
{
	ESetPart	part;
	char	   *name;
	size_t		name_len;
	char		kind[ENT_KIND_MAX];
	size_t		kind_len;

	if (!parse_name(ps, &name, &name_len) || !parse_kind(ps, kind, &kind_len))
		return false;
	if (!intake_entity(in, name, name_len, kind, kind_len, &part))
		return complain_limit(ps, "folded name", ENT_NAME_MAX);
	if (*ps->p == ':')
	{
		do
		{
			const char *begin = ++ps->p;

			if (!parse_number(ps, "start of a mention", ENT_START_MAX, &part.start))
				return false;
			if (part.start == 0)
			{
				ps->p = begin;
				return complain(ps, "a start of 1 or more");
			}
			part.roles = parse_roles(ps);
			intake_part(in, &part);
		} while (*ps->p == ',');
	}
	else
	{
		if (*ps->p == '#')
		{
			ps->p++;
			if (!parse_number(ps, "number of mentions", PG_INT32_MAX, &part.count))
				return false;
			if (part.count == 0)
				return complain(ps, "a number of mentions above 0");
			part.roles = parse_roles(ps);
		}
		intake_part(in, &part);
	}
	if (*ps->p != '\0' && !IS_SPACE(*ps->p))
		return complain(ps, "white space or the end");
	return true;
}

/* Read @lang:build and what remains. */
static bool
parse_stamp(Parser *ps, char *lang, uint64 *build)
{
	int			len = 0;

	ps->p++;
	while ((*ps->p >= 'a' && *ps->p <= 'z') || IS_DIGIT(*ps->p) || *ps->p == '_')
	{
		if (len == ESET_LANG_LEN - 1)
			return complain(ps, "a language of at most 15 letters");
		lang[len++] = *ps->p++;
	}
	lang[len] = '\0';
	if (len == 0)
		return complain(ps, "a language");
	if (*ps->p != ':')
		return complain(ps, "a colon and the build of the model");
	ps->p++;
	*build = 0;
	for (int i = 0; i < 16; i++)
	{
		char		c = *ps->p;
		int			digit;

		if (IS_DIGIT(c))
			digit = c - '0';
		else if (c >= 'a' && c <= 'f')
			digit = c - 'a' + 10;
		else if (c >= 'A' && c <= 'F')
			digit = c - 'A' + 10;
		else
			return complain(ps, "a hexadecimal digit");
		*build = *build << 4 | (uint64) digit;
		ps->p++;
	}
	skip_space(ps);
	if (*ps->p != '\0')
		return complain(ps, "the end");
	return true;
}

/* eset_in(cstring) → entityset */
PGDLLEXPORT Datum
eset_in(PG_FUNCTION_ARGS)
{
	char	   *literal = PG_GETARG_CSTRING(0);
	Parser		ps = {0};
	Intake		in = {0};
	size_t		len;
	char		lang[ESET_LANG_LEN] = {0};
	uint64		build = 0;
	ESet	   *set;

	ps.start = ps.p = ent_to_utf8(literal, strlen(literal), &len);
	ps.names = core_alloc(len);
	ps.escontext = (Node *) ENT_ESCONTEXT(fcinfo);
	ps.literal = literal;
	for (skip_space(&ps); *ps.p != '\0'; skip_space(&ps))
	{
		if (*ps.p == '@')
		{
			if (!parse_stamp(&ps, lang, &build))
				PG_RETURN_NULL();
		}
		else if (!parse_entity(&ps, &in))
			PG_RETURN_NULL();
	}
	set = intake_finish(&in, lang, build);
	PG_RETURN_ESET(set);
}

static void
put_roles(StringInfo buf, uint8 roles)
{
	if (roles & ESET_ROLE_SOURCE)
		appendStringInfoChar(buf, 's');
	if (roles & ESET_ROLE_CONTENT)
		appendStringInfoChar(buf, 'c');
}

/* eset_out(entityset) → cstring */
PGDLLEXPORT Datum
eset_out(PG_FUNCTION_ARGS)
{
	ESet	   *set = PG_GETARG_ESET(0);
	StringInfoData buf;
	size_t		len;
	char	   *out;

	initStringInfo(&buf);
	for (uint32 i = 0; i < set->n; i++)
	{
		ESetView	view;
		ESetMentions m;
		char		number[16];
		char		sep = ':';

		CORE_POLL_EVERY(i);
		eset_view(set, i, &view);
		if (i > 0)
			appendStringInfoChar(&buf, ' ');
		appendStringInfoChar(&buf, '\'');
		for (uint32 k = 0; k < view.name_len; k++)
		{
			if (view.name[k] == '\'' || view.name[k] == '\\')
				appendStringInfoChar(&buf, view.name[k]);
			appendStringInfoChar(&buf, view.name[k]);
		}
		appendStringInfoString(&buf, "'/");
		appendBinaryStringInfo(&buf, view.kind, view.kind_len);
		if (view.counted)
		{
			appendStringInfo(&buf, "#%u", eset_mention_count(&view));
			put_roles(&buf, view.roles);
		}
		for (eset_mentions(&view, &m); eset_next_mention(&m); sep = ',')
		{
			appendStringInfoChar(&buf, sep);
			appendBinaryStringInfo(&buf, number, pg_ultoa_n(m.start, number));
			put_roles(&buf, m.roles);
		}
	}
	if (ESET_STAMPED(set))
		appendStringInfo(&buf, "%s@%s:%016llx", set->n > 0 ? " " : "", set->lang,
						 (unsigned long long) ESET_BUILD(set));
	out = ent_from_utf8(buf.data, buf.len, &len);
	PG_RETURN_CSTRING(out);
}

/* ----------------------------------------------------------- binary form */

/* Send UTF-8 as counted text. */
static void
send_text(StringInfo buf, const char *s, size_t len)
{
	char	   *text = ent_from_utf8(s, len, &len);
	char	   *wire = pg_server_to_client(text, (int) len);

	if (wire != text)
		len = strlen(wire);
	pq_sendint32(buf, (uint32) len);
	pq_sendbytes(buf, wire, (int) len);
	if (wire != text)
		pfree(wire);
	if (text != s)
		pfree(text);
}

/* eset_send(entityset) → bytea */
PGDLLEXPORT Datum
eset_send(PG_FUNCTION_ARGS)
{
	ESet	   *set = PG_GETARG_ESET(0);
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendint8(&buf, ESET_VERSION);
	send_text(&buf, set->lang, strlen(set->lang));
	pq_sendint64(&buf, ESET_BUILD(set));
	pq_sendint32(&buf, set->n);
	for (uint32 i = 0; i < set->n; i++)
	{
		ESetView	view;
		ESetMentions m;

		CORE_POLL_EVERY(i);
		eset_view(set, i, &view);
		send_text(&buf, view.name, view.name_len);
		send_text(&buf, view.kind, view.kind_len);
		pq_sendint8(&buf, view.counted ? 1 : 0);
		pq_sendint32(&buf, eset_mention_count(&view));
		if (view.counted)
			pq_sendint8(&buf, view.roles);
		for (eset_mentions(&view, &m); eset_next_mention(&m);)
			pq_sendint32(&buf, m.start << 2 | m.roles);
	}
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

/* Foreign bytes that are no entityset. */
static void
raise_invalid(const char *what)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
			 errmsg("invalid external entityset"),
			 errdetail("%s", what)));
}

/* Receive counted text as UTF-8. */
static char *
recv_text(StringInfo buf, size_t *len)
{
	int			wire_len = (int) pq_getmsgint(buf, 4);
	int			text_len;
	char	   *text;

	if (wire_len < 0 || wire_len > buf->len - buf->cursor)
		raise_invalid("The length of a text is out of range.");
	text = pq_getmsgtext(buf, wire_len, &text_len);
	if (memchr(text, '\0', text_len) != NULL)
		raise_invalid("A text holds a zero byte.");
	return ent_to_utf8(text, text_len, len);
}

/* eset_recv(internal) → entityset */
PGDLLEXPORT Datum
eset_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	Intake		in = {0};
	int			version = pq_getmsgbyte(buf);
	char		lang[ESET_LANG_LEN] = {0};
	char	   *lang_text;
	size_t		lang_len;
	uint64		build;
	uint32		n;

	if (version != ESET_VERSION)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
				 errmsg("invalid external entityset"),
				 errdetail("Its version is %d, and this release reads version %d.",
						   version, ESET_VERSION)));
	lang_text = recv_text(buf, &lang_len);
	if (lang_len >= ESET_LANG_LEN ||
		strspn(lang_text, "abcdefghijklmnopqrstuvwxyz0123456789_") < lang_len)
		raise_invalid("The language of its model is no name.");
	memcpy(lang, lang_text, lang_len);
	build = (uint64) pq_getmsgint64(buf);
	if (lang_len == 0 && build != 0)
		raise_invalid("It has the build of a model without language.");
	n = pq_getmsgint(buf, 4);
	for (uint32 i = 0; i < n; i++)
	{
		ESetPart	part;
		char		kind[ENT_KIND_MAX];
		size_t		name_len;
		size_t		kind_len;
		char	   *name = recv_text(buf, &name_len);
		char	   *kind_text = recv_text(buf, &kind_len);
		int			form;
		uint32		count;

		if (name_len == 0 || name_len > ENT_NAME_MAX)
			raise_invalid("The length of a name is out of range.");
		if (!ent_kind(kind_text, kind_len, kind))
			raise_invalid("A kind is no upper-case word.");
		if (!intake_entity(&in, name, name_len, kind, kind_len, &part))
			raise_invalid("A folded name is too long.");
		pfree(kind_text);
		form = pq_getmsgbyte(buf);
		count = pq_getmsgint(buf, 4);
		if (form == 1)
		{
			part.count = count;
			part.roles = pq_getmsgbyte(buf);
			if (count == 0 || count > PG_INT32_MAX || part.roles > ESET_ROLES)
				raise_invalid("A number of mentions or its roles are out of range.");
			intake_part(&in, &part);
		}
		else if (form != 0)
			raise_invalid("The form of an entity is neither 0 nor 1.");
		else if (count == 0)
			intake_part(&in, &part);
		else
			for (uint32 k = 0; k < count; k++)
			{
				uint32		v = pq_getmsgint(buf, 4);

				part.start = v >> 2;
				part.roles = v & ESET_ROLES;
				if (part.start == 0)
					raise_invalid("A start of a mention is 0.");
				intake_part(&in, &part);
			}
	}
	PG_RETURN_ESET(intake_finish(&in, lang, build));
}

/*
 * equery_io.c
 *	  Text and binary forms of entityquery.
 *
 *	  query		name, !query, query & query, query | query, (query);
 *				! binds before &, & before |
 *	  name		a word, or several in double quotes (doubled inside) or in
 *				apostrophes (as in the text form of entityset); a backslash
 *				takes the next character as it is
 *	  name*		names that begin so; * alone is any name
 *	  name/KIND only as this kind
 *	  name:source, name:content, name:source,content
 *				only where it is mentioned in this role, in one of these
 *
 *	  TikTok & (Microsoft/ORG | Oracle) & !Washington
 *	  "Donald Trump":source & Trum*
 *
 * A name is compared whole and folded, without regard to case and accents.
 * Parser and printer keep their own stacks, so that depth costs memory and not
 * the stack of the process.  The canonical form has the parentheses that it
 * needs and quotes where a name is not one plain word; read again it gives the
 * same bytes.  The binary form is a version (int8) and that text.
 */
#include "entity/equery.h"

#include "lib/stringinfo.h"
#include "libpq/pqformat.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

PG_FUNCTION_INFO_V1(equery_in);
PG_FUNCTION_INFO_V1(equery_out);
PG_FUNCTION_INFO_V1(equery_recv);
PG_FUNCTION_INFO_V1(equery_send);
PG_FUNCTION_INFO_V1(equery_from_name);

#define OPEN_PAREN 0xFF			/* on the stack of operators only */

typedef struct Parser
{
	const char *start;			/* the query in UTF-8, terminated */
	const char *p;
	const char *end;
	const char *literal;		/* in the server's encoding, for messages */
	Node	   *escontext;
	int			sqlstate;		/* for what is no query */
	char	   *name;			/* room to unescape a name */
	size_t		name_len;

	EQueryNode *node;			/* postfix order */
	size_t		nnodes;
	size_t		node_cap;
	UniBuf		pool;
	uint8		flags;

	uint8	   *op;				/* operators that wait for their right side */
	size_t		nops;
	size_t		op_cap;
	uint32	   *size;			/* nodes of each operand that is complete */
	size_t		nsizes;
	size_t		size_cap;
} Parser;

/* The query is not as it should be at this point. */
static bool
complain(Parser *ps, const char *expected, const char *hint)
{
	ereturn(ps->escontext, false,
			(errcode(ps->sqlstate),
			 errmsg("invalid input syntax for type %s: \"%s\"",
					"entityquery", ent_excerpt(ps->literal)),
			 errdetail("At character %zu, %s was expected.",
					   uni_count(ps->start, ps->p - ps->start) + 1, expected),
			 hint ? errhint("%s", hint) : 0));
}

static bool
complain_name_limit(Parser *ps)
{
	ereturn(ps->escontext, false,
			(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
			 errmsg("name in entityquery is too long"),
			 errdetail("The limit is %d bytes; it is exceeded at character %zu.",
					   ENT_NAME_MAX, uni_count(ps->start, ps->p - ps->start) + 1)));
}

/* Grow an array for one more element. */
static void *
grow(void *array, size_t n, size_t *cap, size_t width)
{
	if (n < *cap)
		return array;
	*cap = *cap ? *cap * 2 : 32;
	return core_realloc(array, *cap * width);
}

static void
skip_space(Parser *ps)
{
	while (ps->p < ps->end)
	{
		uint32_t	cp;
		int			n = uni_decode(ps->p, ps->end, &cp);

		if (!(uni_class(cp) & UNI_SPACE))
			return;
		ps->p += n;
	}
}

/* Append a node, and keep the sizes of the operands. */
static void
emit(Parser *ps, EQueryNode node)
{
	uint32		size = 1;

	CORE_POLL_EVERY(ps->nnodes);
	if (node.op == EQUERY_NOT)
		size += ps->size[--ps->nsizes];
	else if (node.op != EQUERY_NAME)
	{
		node.arg = ps->size[--ps->nsizes];
		size += node.arg + ps->size[--ps->nsizes];
	}
	ps->node = grow(ps->node, ps->nnodes, &ps->node_cap, sizeof(EQueryNode));
	ps->node[ps->nnodes++] = node;
	ps->size = grow(ps->size, ps->nsizes, &ps->size_cap, sizeof(uint32));
	ps->size[ps->nsizes++] = size;
}

static void
push_op(Parser *ps, uint8 op)
{
	ps->op = grow(ps->op, ps->nops, &ps->op_cap, sizeof(uint8));
	ps->op[ps->nops++] = op;
}

/* Emit the waiting operators that bind before op; operators are numbered so. */
static void
pop_ops(Parser *ps, uint8 op)
{
	while (ps->nops > 0 && ps->op[ps->nops - 1] <= op)
	{
		EQueryNode	node = {0};

		node.op = ps->op[--ps->nops];
		emit(ps, node);
	}
}

/* Emit a name; false if it is too long. */
static bool
emit_name(Parser *ps, const char *name, size_t name_len,
		  const char *kind, size_t kind_len, bool prefix, uint8 roles)
{
	EQueryNode	node = {0};
	size_t		before = ps->pool.len;

	if (prefix)
		ent_fold_prefix(name, name_len, &ps->pool);
	else
		ent_fold(name, name_len, &ps->pool);
	if (name_len > ENT_NAME_MAX || ps->pool.len - before > ENT_NAME_MAX)
		return false;
	node.op = EQUERY_NAME;
	node.roles = roles;
	node.prefix = prefix ? 1 : 0;
	node.kind_len = (uint8) kind_len;
	node.folded_len = (uint16) (ps->pool.len - before);
	node.name_len = (uint16) name_len;
	node.arg = (uint32) before;
	uni_buf_append(&ps->pool, "", 1);
	uni_buf_append(&ps->pool, kind, kind_len);
	uni_buf_append(&ps->pool, name, name_len);
	if (roles)
		ps->flags |= EQUERY_HAS_ROLE;
	emit(ps, node);
	return true;
}

/* Does a bare name end before this character? */
static bool
ends_word(const char *p, const char *end, int *n)
{
	uint32_t	cp;

	*n = uni_decode(p, end, &cp);
	if (cp < 0x80)
		return strchr(" \t\n\r\f\v&|!()/:*\"", (int) cp) != NULL;
	return (uni_class(cp) & UNI_SPACE) != 0;
}

/* Read a name, which goes to ps->name; it may be empty before a star. */
static bool
parse_name(Parser *ps)
{
	char		quote = *ps->p == '"' || *ps->p == '\'' ? *ps->p : '\0';
	char	   *out = ps->name;

	if (quote)
		ps->p++;
	for (;;)
	{
		int			n = 1;

		if (ps->p == ps->end)
		{
			if (quote)
				return complain(ps, quote == '"' ? "a closing quotation mark" :
								"a closing apostrophe", NULL);
			break;
		}
		if (quote && *ps->p == quote)
		{
			ps->p++;
			if (ps->p == ps->end || *ps->p != quote)
				break;
		}
		else if (*ps->p == '\\')
		{
			if (++ps->p == ps->end)
				return complain(ps, "a character behind the backslash", NULL);
		}
		else if (!quote && ends_word(ps->p, ps->end, &n))
			break;
		memcpy(out, ps->p, n);
		out += n;
		ps->p += n;
	}
	ps->name_len = out - ps->name;
	if (ps->name_len == 0 && (quote || ps->p == ps->end || *ps->p != '*'))
		return complain(ps, "a name", NULL);
	return true;
}

/* Read :source, :content or both with a comma. */
static bool
parse_roles(Parser *ps, uint8 *roles)
{
	do
	{
		size_t		len;

		ps->p++;				/* the colon, or the comma */
		len = strspn(ps->p, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
		if (len == 6 && pg_strncasecmp(ps->p, "source", len) == 0)
			*roles |= ESET_ROLE_SOURCE;
		else if (len == 7 && pg_strncasecmp(ps->p, "content", len) == 0)
			*roles |= ESET_ROLE_CONTENT;
		else
			return complain(ps, "a role, source or content,",
							"A colon that belongs to the name must be quoted: \"Ocean: Eleven\".");
		ps->p += len;
	} while (*ps->p == ',');
	return true;
}

/* Read a name with all that belongs to it. */
static bool
parse_operand(Parser *ps)
{
	bool		prefix = false;
	char		kind[ENT_KIND_MAX];
	size_t		kind_len = 0;
	uint8		roles = 0;

	if (!parse_name(ps))
		return false;
	if (*ps->p == '*')
	{
		prefix = true;
		ps->p++;
	}
	if (*ps->p == '/')
	{
		const char *begin = ++ps->p;
		int			n;

		while (ps->p < ps->end && !ends_word(ps->p, ps->end, &n))
			ps->p += n;
		kind_len = ps->p - begin;
		if (!ent_kind(begin, kind_len, kind))
		{
			ps->p = begin;
			return complain(ps, "a kind such as PER, ORG or LOC",
							"A slash that belongs to the name must be quoted: \"AC/DC\".");
		}
	}
	if (*ps->p == ':' && !parse_roles(ps, &roles))
		return false;
	if (!emit_name(ps, ps->name, ps->name_len, kind, kind_len, prefix, roles))
		return complain_name_limit(ps);
	return true;
}

/* Read the query: operands and operators take turns. */
static bool
parse_query(Parser *ps)
{
	bool		operand_next = true;

	skip_space(ps);
	if (ps->p == ps->end)
		return true;			/* the empty query */
	for (;; skip_space(ps))
	{
		char		c = *ps->p;

		if (operand_next)
		{
			if (c == '!' || c == '(')
			{
				push_op(ps, c == '!' ? EQUERY_NOT : OPEN_PAREN);
				ps->p++;
			}
			else if (ps->p == ps->end || c == ')' || c == '&' || c == '|')
				return complain(ps, "a name", NULL);
			else
			{
				if (!parse_operand(ps))
					return false;
				operand_next = false;
			}
			continue;
		}
		if (ps->p == ps->end)
			break;
		if (c == '&' || c == '|')
		{
			uint8		op = c == '&' ? EQUERY_AND : EQUERY_OR;

			pop_ops(ps, op);
			push_op(ps, op);
			operand_next = true;
		}
		else if (c == ')')
		{
			pop_ops(ps, EQUERY_OR);
			if (ps->nops == 0)
				return complain(ps, "&, | or the end", NULL);
			ps->nops--;
		}
		else
		{
			int			n;

			return complain(ps, ps->nops > 0 ? "&, | or )" : "&, | or the end",
							ends_word(ps->p, ps->end, &n) ? NULL :
							"A name of several words is written in double quotes: \"Donald Trump\".");
		}
		ps->p++;
	}
	pop_ops(ps, EQUERY_OR);
	if (ps->nops > 0)
		return complain(ps, "a closing parenthesis", NULL);
	return true;
}

/* The bytes of the query that was read. */
static EQuery *
finish(Parser *ps)
{
	size_t		size = EQUERY_HEADER + ps->nnodes * sizeof(EQueryNode) + ps->pool.len;
	EQuery	   *query;

	if (!AllocSizeIsValid(size))
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("entityquery is too large")));
	query = palloc0(size);
	SET_VARSIZE(query, size);
	query->version = EQUERY_VERSION;
	query->flags = ps->flags;
	query->n = (uint32) ps->nnodes;
	if (ps->nnodes > 0)
	{
		memcpy(query->node, ps->node, ps->nnodes * sizeof(EQueryNode));
		memcpy((char *) EQUERY_POOL(query), ps->pool.data, ps->pool.len);
	}
	return query;
}

/* Read a query; NULL after a soft error. */
static EQuery *
parse(const char *literal, Node *escontext, int sqlstate)
{
	Parser		ps = {0};
	size_t		len;

	ps.literal = literal;
	ps.start = ps.p = ent_to_utf8(literal, strlen(literal), &len);
	ps.end = ps.start + len;
	ps.name = core_alloc(len);
	ps.escontext = escontext;
	ps.sqlstate = sqlstate;
	return parse_query(&ps) ? finish(&ps) : NULL;
}

/* equery_in(cstring) → entityquery */
PGDLLEXPORT Datum
equery_in(PG_FUNCTION_ARGS)
{
	EQuery	   *query = parse(PG_GETARG_CSTRING(0), (Node *) ENT_ESCONTEXT(fcinfo),
							  ERRCODE_INVALID_TEXT_REPRESENTATION);

	if (query == NULL)
		PG_RETURN_NULL();
	PG_RETURN_EQUERY(query);
}

/*
 * equery_from_name(name text, kind text) → entityquery
 *		The query for a name taken as it is; kind may be NULL.
 */
PGDLLEXPORT Datum
equery_from_name(PG_FUNCTION_ARGS)
{
	Parser		ps = {0};
	text	   *name;
	char	   *name_utf8;
	char	   *kind_utf8;
	size_t		name_len;
	size_t		kind_len = 0;
	char		kind[ENT_KIND_MAX];

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	name = PG_GETARG_TEXT_PP(0);
	name_utf8 = ent_to_utf8(VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name), &name_len);
	if (!PG_ARGISNULL(1))
	{
		text	   *arg = PG_GETARG_TEXT_PP(1);

		kind_utf8 = ent_to_utf8(VARDATA_ANY(arg), VARSIZE_ANY_EXHDR(arg), &kind_len);
		if (!ent_kind(kind_utf8, kind_len, kind))
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("invalid kind of entity: \"%s\"",
							ent_excerpt(text_to_cstring(arg))),
					 errhint("A kind is an upper-case word such as PER, ORG or LOC.")));
	}
	if (name_len == 0)
		PG_RETURN_EQUERY(finish(&ps));
	if (!emit_name(&ps, name_utf8, name_len, kind, kind_len, false, 0))
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("name in entityquery is too long"),
				 errdetail("It has %zu bytes, and the limit is %d.", name_len, ENT_NAME_MAX)));
	PG_RETURN_EQUERY(finish(&ps));
}

/* ---------------------------------------------------------------- output */

/* May a name stand without quotes? */
static bool
is_word(const char *s, size_t len)
{
	const char *end = s + len;

	while (s < end)
	{
		uint32_t	cp;

		s += uni_decode(s, end, &cp);
		if (cp != '-' && cp != '_' && cp != '.' &&
			!(uni_class(cp) & (UNI_LETTER | UNI_DIGIT | UNI_MARK)))
			return false;
	}
	return true;
}

/* Print a name with all that belongs to it. */
static void
put_name(StringInfo buf, const EQueryName *name)
{
	if (is_word(name->name, name->name_len))
		appendBinaryStringInfo(buf, name->name, name->name_len);
	else
	{
		appendStringInfoChar(buf, '"');
		for (uint32 i = 0; i < name->name_len; i++)
		{
			if (name->name[i] == '"' || name->name[i] == '\\')
				appendStringInfoChar(buf, name->name[i]);
			appendStringInfoChar(buf, name->name[i]);
		}
		appendStringInfoChar(buf, '"');
	}
	if (name->prefix)
		appendStringInfoChar(buf, '*');
	if (name->kind_len > 0)
	{
		appendStringInfoChar(buf, '/');
		appendBinaryStringInfo(buf, name->kind, name->kind_len);
	}
	if (name->roles)
		appendStringInfoString(buf, name->roles == ESET_ROLES ? ":source,content" :
							   name->roles == ESET_ROLE_SOURCE ? ":source" : ":content");
}

/* An operator whose printing has begun. */
typedef struct Frame
{
	uint32		root;			/* its node */
	bool		paren;
	bool		right_begun;
} Frame;

/* Print a query in UTF-8. */
static void
put_query(StringInfo buf, const EQuery *query)
{
	Frame	   *stack;
	size_t		depth = 0;
	uint32		at;
	bool		paren = false;

	if (query->n == 0)
		return;
	stack = core_alloc(query->n * sizeof(Frame));
	at = query->n - 1;
	for (uint32 step = 0;; step++)
	{
		const EQueryNode *node = &query->node[at];

		CORE_POLL_EVERY(step);
		/* down the left side to a name */
		while (node->op != EQUERY_NAME)
		{
			uint32		left;

			if (node->op == EQUERY_NOT)
				left = at - 1;
			else
				left = at - 1 - node->arg;
			if (at == 0 || left >= at || node->op > EQUERY_OR || depth == query->n)
				equery_raise_corrupted();
			stack[depth].root = at;
			stack[depth].paren = paren;
			stack[depth].right_begun = node->op == EQUERY_NOT;
			depth++;
			if (paren)
				appendStringInfoChar(buf, '(');
			if (node->op == EQUERY_NOT)
				appendStringInfoChar(buf, '!');
			paren = query->node[left].op > node->op;
			at = left;
			node = &query->node[at];
		}
		{
			EQueryName	name;

			equery_name(query, at, &name);
			put_name(buf, &name);
		}
		/* up to an operator whose right side is still to be printed */
		while (depth > 0 && stack[depth - 1].right_begun)
		{
			depth--;
			if (stack[depth].paren)
				appendStringInfoChar(buf, ')');
		}
		if (depth == 0)
			break;
		stack[depth - 1].right_begun = true;
		at = stack[depth - 1].root;
		node = &query->node[at];
		appendStringInfoString(buf, node->op == EQUERY_AND ? " & " : " | ");
		at--;
		/* a right operand of the same operator would be read as a left one */
		paren = query->node[at].op >= node->op && query->node[at].op != EQUERY_NAME;
	}
	core_free(stack);
}

/* A query in the encoding of the server. */
static char *
print(const EQuery *query)
{
	StringInfoData buf;
	size_t		len;

	initStringInfo(&buf);
	put_query(&buf, query);
	return ent_from_utf8(buf.data, buf.len, &len);
}

/* equery_out(entityquery) → cstring */
PGDLLEXPORT Datum
equery_out(PG_FUNCTION_ARGS)
{
	PG_RETURN_CSTRING(print(PG_GETARG_EQUERY(0)));
}

/* equery_send(entityquery) → bytea */
PGDLLEXPORT Datum
equery_send(PG_FUNCTION_ARGS)
{
	char	   *text = print(PG_GETARG_EQUERY(0));
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendint8(&buf, EQUERY_VERSION);
	pq_sendtext(&buf, text, (int) strlen(text));
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

/* equery_recv(internal) → entityquery */
PGDLLEXPORT Datum
equery_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	int			version = pq_getmsgbyte(buf);
	int			len;
	char	   *text;

	if (version != EQUERY_VERSION)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
				 errmsg("invalid external entityquery"),
				 errdetail("Its version is %d, and this release reads version %d.",
						   version, EQUERY_VERSION)));
	text = pq_getmsgtext(buf, buf->len - buf->cursor, &len);
	if (strlen(text) != (size_t) len)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
				 errmsg("invalid external entityquery"),
				 errdetail("Its text holds a zero byte.")));
	PG_RETURN_EQUERY(parse(text, NULL, ERRCODE_INVALID_BINARY_REPRESENTATION));
}

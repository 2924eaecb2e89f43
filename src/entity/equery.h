/*
 * equery.h
 *	  The type entityquery: its bytes, and how to ask it.
 *
 *	  varlena header
 *	  version	uint8		EQUERY_VERSION
 *	  flags		uint8		EQUERY_HAS_ROLE
 *	  reserved	uint16		0
 *	  n			uint32		number of nodes
 *	  node		[n]			in postfix order: operands before their operator
 *	  pool					per name: its key, and the name as it was written
 *
 * A key is the folded name, a zero byte and the kind; without a kind it ends
 * behind the zero byte, and of a prefix it is the folded beginning alone.
 * Postfix order is evaluated and built without recursion, whatever the depth.
 * A query without nodes is the empty query, which matches nothing.
 */
#ifndef EQUERY_H
#define EQUERY_H

#include "entity/ent.h"
#include "entity/eset.h"

#define EQUERY_VERSION	1
#define EQUERY_HAS_ROLE 0x01	/* some name asks for a role */

/* Operators and names; names are the operands. */
#define EQUERY_NAME		0
#define EQUERY_NOT		1
#define EQUERY_AND		2
#define EQUERY_OR		3

typedef struct EQueryNode
{
	uint8		op;
	uint8		roles;			/* of a name: any of these, 0: no matter */
	uint8		prefix;			/* of a name: 1 where it is a beginning */
	uint8		kind_len;		/* of a name: 0 where any kind will do */
	uint16		folded_len;
	uint16		name_len;
	uint32		arg;			/* of a name: offset in the pool; of AND and OR:
								 * number of nodes of the right operand */
} EQueryNode;

typedef struct EQuery
{
	int32		vl_len_;
	uint8		version;
	uint8		flags;
	uint16		reserved;
	uint32		n;
	EQueryNode	node[FLEXIBLE_ARRAY_MEMBER];
} EQuery;

#define EQUERY_HEADER	offsetof(EQuery, node)
#define EQUERY_POOL(query) ((const char *) ((query)->node + (query)->n))
#define EQUERY_POOL_LEN(query) \
	(VARSIZE(query) - EQUERY_HEADER - (size_t) (query)->n * sizeof(EQueryNode))

StaticAssertDecl(EQUERY_HEADER == 12, "entityquery header is on disk");
StaticAssertDecl(sizeof(EQueryNode) == 12, "entityquery nodes are on disk");

/* A name of a query; all pointers lead into the query. */
typedef struct EQueryName
{
	const char *folded;
	const char *kind;
	const char *name;
	uint32		folded_len;
	uint32		kind_len;
	uint32		name_len;
	uint32		key_len;		/* from folded: name and kind, as eset.h has it */
	uint8		roles;
	bool		prefix;
} EQueryName;

/* A query from a datum, its header checked. */
extern EQuery *equery_from_datum(Datum d);

#define PG_GETARG_EQUERY(i) equery_from_datum(PG_GETARG_DATUM(i))
#define PG_RETURN_EQUERY(query) PG_RETURN_POINTER(query)

/* The name at node i; raises if its bytes lead outside. */
extern void equery_name(const EQuery *query, uint32 i, EQueryName *name);

/* Does the query ask for a role, so that claims must be read? */
extern bool equery_has_role(const EQuery *query);

/* entityset @@ entityquery */
extern bool equery_matches(const EQuery *query, const ESet *set);

/* Three values of truth, numbered as GIN does. */
#define EQUERY_FALSE	0
#define EQUERY_TRUE		1
#define EQUERY_MAYBE	2

/*
 * Evaluate a query; leaf gives the truth of its nth name, counted from 0 in
 * the order of the nodes.
 */
typedef uint8 (*equery_leaf) (void *arg, const EQuery *query, uint32 node, uint32 nth);
extern uint8 equery_eval(const EQuery *query, equery_leaf leaf, void *arg);

/* Raises DATA_CORRUPTED. */
#if PG_VERSION_NUM >= 180000
extern pg_noreturn void equery_raise_corrupted(void);
#else
extern void equery_raise_corrupted(void) pg_attribute_noreturn();
#endif

#endif							/* EQUERY_H */

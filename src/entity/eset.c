/*
 * eset.c
 *	  Building sets of entities and reading them.
 *
 * Whatever makes a set (a document, a literal, foreign bytes, a union) ends in
 * eset_collect, so that a set has one form only.
 */
#include "entity/eset.h"

#include "miscadmin.h"
#include "utils/memutils.h"

/* A run of parts with one key, on its way into the set. */
typedef struct Group
{
	size_t		first;			/* parts [first, first + n) */
	size_t		n;
	bool		counted;
	uint8		roles;
	uint32		count;			/* if counted */
	uint32		mention_len;	/* bytes of the mentions */
} Group;

/*
 * Order of parts: by key, then by place, those without one last.  Among parts
 * without a place, or of one place, the greater spelling is first: lower case
 * sorts behind upper case and accented letters behind both, so that 'TikTok'
 * is preferred to 'TIKTOK' and 'États-Unis' to 'Etats-Unis', in whatever order
 * the parts come.
 */
static int
compare_parts(const void *a, const void *b)
{
	const ESetPart *x = a;
	const ESetPart *y = b;
	int			cmp;

	CHECK_FOR_INTERRUPTS();
	cmp = eset_compare_keys(x->key, x->key_len, y->key, y->key_len);
	if (cmp != 0)
		return cmp;
	if (x->start != y->start)
	{
		if (x->start == 0 || y->start == 0)
			return x->start == 0 ? 1 : -1;
		return x->start < y->start ? -1 : 1;
	}
	return eset_compare_keys(y->name, y->name_len, x->name, x->name_len);
}

static inline uint32
varint_len(uint32 v)
{
	return v < 1U << 7 ? 1 : v < 1U << 14 ? 2 : v < 1U << 21 ? 3 : v < 1U << 28 ? 4 : 5;
}

static inline uint8 *
put_varint(uint8 *p, uint32 v)
{
	for (; v >= 0x80; v >>= 7)
		*p++ = (uint8) (v | 0x80);
	*p++ = (uint8) v;
	return p;
}

/*
 * The mentions of a group: measures them where out is NULL, and writes them
 * where it is not.  Parts of one place become one, with the roles of all.
 */
static uint32
mentions_of(const ESetPart *parts, const Group *g, uint8 *out)
{
	uint8	   *p = out;
	uint32		len = 0;
	uint32		last = 0;

	if (g->counted)
	{
		if (out)
			put_varint(out, g->count);
		return varint_len(g->count);
	}
	for (size_t i = g->first; i < g->first + g->n && parts[i].start != 0;)
	{
		uint32		start = parts[i].start;
		uint32		roles = 0;
		uint32		v;

		for (; i < g->first + g->n && parts[i].start == start; i++)
			roles |= parts[i].roles;
		v = (start - last) << 2 | roles;
		last = start;
		len += varint_len(v);
		if (out)
			p = put_varint(p, v);
	}
	return len;
}

/* Sum up a group: roles, count, number of bytes. */
static void
sum_group(const ESetPart *parts, Group *g)
{
	uint64		count = 0;
	uint32		last = 0;

	g->counted = false;
	g->roles = 0;
	for (size_t i = g->first; i < g->first + g->n; i++)
	{
		const ESetPart *part = &parts[i];

		g->roles |= part->roles;
		if (part->start == 0)
		{
			count += part->count;
			g->counted |= part->count > 0;
		}
		else if (part->start != last)
		{
			count++;
			last = part->start;
		}
	}
	g->count = (uint32) Min(count, PG_INT32_MAX);
	g->mention_len = mentions_of(parts, g, NULL);
}

/* The set of these parts. */
ESet *
eset_collect(ESetPart *parts, size_t n, const char *lang, uint64 build)
{
	Group	   *groups;
	size_t		ngroups = 0;
	size_t		size;
	ESet	   *set;
	char	   *pool;
	size_t		off = 0;

	if (n > 1)
		qsort(parts, n, sizeof(ESetPart), compare_parts);
	groups = core_alloc(n * sizeof(Group));
	size = ESET_HEADER;
	for (size_t i = 0; i < n;)
	{
		Group	   *g = &groups[ngroups++];

		g->first = i;
		do
		{
			CORE_POLL_EVERY(i);
			i++;
		} while (i < n &&
				 eset_compare_keys(parts[i].key, parts[i].key_len,
								   parts[g->first].key, parts[g->first].key_len) == 0);
		g->n = i - g->first;
		sum_group(parts, g);
		size += sizeof(ESetEntry) + parts[g->first].key_len +
			parts[g->first].name_len + g->mention_len;
	}
	if (!AllocSizeIsValid(size))
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("entityset is too large"),
				 errdetail("It would have %zu bytes, and %zu are possible.",
						   size, (size_t) MaxAllocSize)));

	set = palloc0(size);
	SET_VARSIZE(set, size);
	set->version = ESET_VERSION;
	if (lang != NULL)
	{
		size_t		len = strlen(lang);

		memcpy(set->lang, lang, Min(len, ESET_LANG_LEN - 1));
		if (ESET_STAMPED(set))
		{
			set->build[0] = (uint32) (build >> 32);
			set->build[1] = (uint32) build;
		}
	}
	set->n = (uint32) ngroups;
	pool = (char *) (set->entry + ngroups);
	for (size_t i = 0; i < ngroups; i++)
	{
		const Group *g = &groups[i];
		const ESetPart *part = &parts[g->first];

		CORE_POLL_EVERY(i);
		set->entry[i].off = (uint32) off;
		set->entry[i].bits = ESET_BITS(part->key_len, part->name_len, part->kind_len,
									   g->roles, g->counted);
		memcpy(pool + off, part->key, part->key_len);
		off += part->key_len;
		memcpy(pool + off, part->name, part->name_len);
		off += part->name_len;
		mentions_of(parts, g, (uint8 *) pool + off);
		off += g->mention_len;
	}
	core_free(groups);
	return set;
}

/* Append folded name, zero byte and kind to buf. */
void
eset_key(const char *name, size_t name_len,
		 const char *kind, size_t kind_len, UniBuf *buf)
{
	ent_fold(name, name_len, buf);
	uni_buf_append(buf, "", 1);
	uni_buf_append(buf, kind, kind_len);
}

/* The set of the mentions of a document. */
ESet *
eset_build(const ESetItem *items, int n, const char *lang, uint64 build)
{
	ESetPart   *parts = core_alloc((size_t) n * sizeof(ESetPart));
	size_t	   *off = core_alloc((size_t) n * sizeof(size_t));
	size_t		nparts = 0;
	UniBuf		keys = {0};
	ESet	   *set;

	for (int i = 0; i < n; i++)
	{
		const ESetItem *item = &items[i];
		ESetPart   *part = &parts[nparts];
		char		kind[ENT_KIND_MAX];
		size_t		before = keys.len;

		CORE_POLL_EVERY(i);
		if (item->name_len == 0 || item->name_len > ENT_NAME_MAX ||
			item->start == 0 || item->start > ENT_START_MAX ||
			!ent_kind(item->kind, item->kind_len, kind))
			continue;
		eset_key(item->name, item->name_len, kind, item->kind_len, &keys);
		if (keys.len - before > ENT_NAME_MAX + 1 + item->kind_len)
		{
			keys.len = before;
			continue;
		}
		off[nparts] = before;
		part->name = item->name;
		part->key_len = (uint32) (keys.len - before);
		part->kind_len = (uint32) item->kind_len;
		part->name_len = (uint32) item->name_len;
		part->start = item->start;
		part->count = 1;
		part->roles = item->roles & ESET_ROLES;
		nparts++;
	}
	for (size_t i = 0; i < nparts; i++)
		parts[i].key = keys.data + off[i];
	set = eset_collect(parts, nparts, lang, build);
	uni_buf_free(&keys);
	core_free(off);
	core_free(parts);
	return set;
}

/* Stored bytes that are no entityset. */
static void
raise_corrupted(void)
{
	ereport(ERROR,
			(errcode(ERRCODE_DATA_CORRUPTED),
			 errmsg("entityset is damaged")));
}

/* A set from a datum, its header checked. */
ESet *
eset_from_datum(Datum d)
{
	ESet	   *set = (ESet *) PG_DETOAST_DATUM(d);

	if (VARSIZE(set) < ESET_HEADER)
		raise_corrupted();
	if (set->version != ESET_VERSION)
		ereport(ERROR,
				(errcode(ERRCODE_DATA_CORRUPTED),
				 errmsg("entityset is damaged or of a later release"),
				 errdetail("Its version is %u, and this release reads version %u.",
						   set->version, ESET_VERSION)));
	if (set->flags != 0 || set->reserved != 0 ||
		set->n > (VARSIZE(set) - ESET_HEADER) / sizeof(ESetEntry) ||
		set->lang[ESET_LANG_LEN - 1] != '\0')
		raise_corrupted();
	return set;
}

/* Entity i of a set. */
void
eset_view(const ESet *set, uint32 i, ESetView *view)
{
	uint32		off = set->entry[i].off;
	uint32		bits = set->entry[i].bits;
	size_t		pool_len = ESET_POOL_LEN(set);
	size_t		end = i + 1 < set->n ? set->entry[i + 1].off : pool_len;

	view->key_len = ESET_KEY_LEN(bits);
	view->kind_len = ESET_KIND_LEN(bits);
	view->name_len = ESET_NAME_LEN(bits);
	if (end > pool_len || off > end ||
		end - off < (size_t) view->key_len + view->name_len ||
		view->kind_len == 0 || view->key_len < view->kind_len + 2)
		raise_corrupted();
	view->key = ESET_POOL(set) + off;
	view->kind = view->key + view->key_len - view->kind_len;
	view->name = view->key + view->key_len;
	view->mention = (const uint8 *) view->name + view->name_len;
	view->end = (const uint8 *) ESET_POOL(set) + end;
	view->roles = ESET_ALL_ROLES(bits);
	view->counted = ESET_COUNTED(bits);
}

/* Read a varint. */
static const uint8 *
get_varint(const uint8 *p, const uint8 *end, uint32 *v)
{
	uint32		value = 0;

	for (int shift = 0; shift < 35 && p < end; shift += 7)
	{
		uint8		c = *p++;

		value |= (uint32) (c & 0x7F) << shift;
		if (!(c & 0x80))
		{
			*v = value;
			return p;
		}
	}
	raise_corrupted();
	return end;
}

/* Begin to walk the mentions of an entity; a counted one has none to show. */
void
eset_mentions(const ESetView *view, ESetMentions *m)
{
	m->next = view->counted ? view->end : view->mention;
	m->end = view->end;
	m->start = 0;
	m->roles = 0;
}

/* Next mention; false at the end. */
bool
eset_next_mention(ESetMentions *m)
{
	uint32		v;

	if (m->next == m->end)
		return false;
	m->next = get_varint(m->next, m->end, &v);
	m->start += v >> 2;
	m->roles = v & ESET_ROLES;
	if (v >> 2 == 0 || m->start > ENT_START_MAX)
		raise_corrupted();
	return true;
}

/* Number of mentions of an entity. */
uint32
eset_mention_count(const ESetView *view)
{
	uint32		n = 0;

	if (view->counted)
		get_varint(view->mention, view->end, &n);
	else
		for (const uint8 *p = view->mention; p < view->end; p++)
			n += !(*p & 0x80);
	return n;
}

/* First entity at or behind `from` whose key is not below this one. */
uint32
eset_lower_bound(const ESet *set, uint32 from, const char *key, size_t len)
{
	uint32		lo = from;
	uint32		hi = set->n;

	while (lo < hi)
	{
		uint32		mid = lo + (hi - lo) / 2;
		ESetView	view;

		eset_view(set, mid, &view);
		if (eset_compare_keys(view.key, view.key_len, key, len) < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/*
 * tag_names.c
 *	  Which mentions are of one entity, and its canonical name.
 *
 * Mentions that fold to the same words are one entity (ÉTATS-UNIS, Etats-Unis,
 * États-Unis).  Then, within the document and only where nothing contradicts:
 *
 *	  - an alias that the language knows: USA is États-Unis;
 *	  - a person's shorter form is the only longer one that ends with it:
 *		"Roux" is "Bruno Le Roux" unless "Jean Roux" is there, too;
 *	  - an acronym is the name that it stands behind in brackets, or the other
 *		way round: "Office des eaux (ODE)", "ODE (Office des eaux)".
 *
 * All by hash tables over the mentions: linear in their number.
 */
#include "model/tag_alias.h"
#include "model/tag_decode.h"

#define NONE		UINT32_MAX
#define AMBIGUOUS	(UINT32_MAX - 1)
#define MAX_SUFFIX	4

/* An entity in the making. */
typedef struct Group
{
	uint64_t	hash;			/* of its folded words */
	uint32_t	fold;			/* where they are */
	uint32_t	fold_len;
	uint32_t	nword;
	uint32_t	mention;		/* whose surface is its name */
	uint32_t	same;			/* the group that it is part of, itself at first */
	uint32_t	entity;
	uint8_t		kind;
	bool		ambiguous;		/* two things claim it */
	const char *alias;			/* canonical name in the model, or NULL */
	uint32_t	alias_len;
} Group;

/* Open addressing from a hash to an index. */
typedef struct Table
{
	uint64_t   *key;
	uint32_t   *value;			/* NONE: empty */
	uint32_t	mask;
} Table;

static void
table_init(Table *t, uint32_t n)
{
	uint32_t	size = 16;

	while (size < 2 * (uint64_t) n && size < UINT32_C(1) << 31)
		size *= 2;
	t->mask = size - 1;
	t->key = core_alloc(size * sizeof(*t->key));
	t->value = core_alloc(size * sizeof(*t->value));
	memset(t->value, 0xff, size * sizeof(*t->value));
}

static void
table_free(Table *t)
{
	core_free(t->key);
	core_free(t->value);
}

/* The value of a key, to be read or, where it is NONE, set. */
static uint32_t *
table_slot(Table *t, uint64_t key)
{
	uint32_t	i = (uint32_t) (key ^ (key >> 32)) & t->mask;

	while (t->value[i] != NONE && t->key[i] != key)
		i = (i + 1) & t->mask;
	t->key[i] = key;
	return &t->value[i];
}

CoreStatus
tag_open_aliases(TagModel *model, const void *base, size_t size)
{
	const AliasFile *f = base;

	if (base == NULL || size < sizeof(AliasFile) || (uintptr_t) base % 8 != 0 ||
		memcmp(f->magic, ALIAS_MAGIC, 8) != 0 || f->size != size ||
		f->nslot == 0 || f->slot_off % 8 != 0 || f->slot_off > size ||
		(uint64_t) f->nslot * sizeof(AliasSlot) > size - f->slot_off ||
		f->text_off > size)
		return CORE_BAD_MODEL;
	model->alias = base;
	model->alias_size = size;
	return CORE_OK;
}

/* The canonical name of a folded spelling; NULL where none is known. */
static const char *
find_alias(const TagModel *model, uint64_t hash, unsigned kind, bool caps, uint32_t *len)
{
	const AliasFile *f;
	const AliasSlot *slot;
	uint32_t	i;

	if (model == NULL || model->alias == NULL)
		return NULL;
	f = (const AliasFile *) model->alias;
	slot = (const AliasSlot *) (model->alias + f->slot_off);
	i = (uint32_t) (((hash >> 32) * f->nslot) >> 32);
	for (unsigned tries = 0; tries < 256; tries++)
	{
		const AliasSlot *s = &slot[i];

		if (s->len == 0)
			return NULL;
		if (s->hash == hash && (s->kind & 0x7f) == kind && (caps || !(s->kind & ALIAS_CAPS)))
		{
			uint64_t	end = (uint64_t) f->text_off + s->text + s->len;

			if (end > model->alias_size)
				return NULL;
			*len = s->len;
			return model->alias + f->text_off + s->text;
		}
		if (++i == f->nslot)
			i = 0;
	}
	return NULL;
}

/*
 * The surface as a name: one blank for every run of white space, ' for the
 * typographic apostrophe.  Returns the length; out may be the surface itself
 * only if plain says that nothing changes.
 */
static uint32_t
clean(const char *s, uint32_t len, char *out, bool *plain)
{
	const char *end = s + len;
	const char *p = s;
	uint32_t	n = 0;
	bool		blank = false;

	*plain = true;
	while (p < end)
	{
		uint32_t	c;
		int			k = uni_decode(p, end, &c);

		if (uni_class(c) & UNI_SPACE)
		{
			if (blank || c != ' ')
				*plain = false;
			if (!blank)
				out[n++] = ' ';
			blank = true;
		}
		else
		{
			blank = false;
			if (c == 0x2019 || c == 0x2BC)
			{
				out[n++] = '\'';
				*plain = false;
			}
			else if (uni_class(c) & UNI_IGNORE)
				*plain = false;
			else
			{
				memcpy(out + n, p, (size_t) k);
				n += (uint32_t) k;
			}
		}
		p += k;
	}
	return n;
}

/* How well a surface does as a name: not in capitals, with its accents. */
static int
niceness(const char *s, size_t len)
{
	int			lower = 0;
	int			accents = 0;

	for (size_t i = 0; i < len; i++)
	{
		lower |= s[i] >= 'a' && s[i] <= 'z';
		accents += (s[i] & 0xC0) == 0xC0;
	}
	return lower * 1000 + CORE_MIN(accents, 100);
}

static uint32_t
find(Group *group, uint32_t g)
{
	while (group[g].same != g)
	{
		group[g].same = group[group[g].same].same;
		g = group[g].same;
	}
	return g;
}

/* Is acro made of initials of words of the folded name, in order? */
static bool
initials(const char *acro, size_t nacro, const char *name, size_t len)
{
	size_t		a = 0;
	bool		first = true;

	if (nacro < 2 || nacro > 8)
		return false;
	for (size_t i = 0; i < len && a < nacro; i++)
	{
		bool		start = i == 0 || name[i - 1] == ' ';

		if (start && name[i] == acro[a])
			a++;
		else if (first && start && a == 0)
			return false;		/* the first letter is the first word's */
		first = false;
	}
	return a == nacro;
}

/* Persons: shorter forms to the only longer one, longest first. */
static void
link_persons(Group *group, uint32_t ngroup, const char *folded)
{
	Table		suffix;
	uint32_t	count[9] = {0};
	uint32_t   *order = core_alloc((ngroup + 1) * sizeof(*order));
	uint32_t	n = 0;

	for (uint32_t g = 0; g < ngroup; g++)
		if (group[g].kind == TAG_PER)
			count[CORE_MIN(group[g].nword, 8)]++;
	for (int w = 8; w >= 0; w--)
	{
		uint32_t	k = count[w];

		count[w] = n;
		n += k;
	}
	for (uint32_t g = 0; g < ngroup; g++)
		if (group[g].kind == TAG_PER)
			order[count[CORE_MIN(group[g].nword, 8)]++] = g;
	table_init(&suffix, n * MAX_SUFFIX);
	for (uint32_t i = 0; i < n; i++)
	{
		Group	   *g = &group[order[i]];
		uint32_t   *slot;
		const char *words = folded + g->fold;
		uint32_t	k = 0;

		CORE_POLL_EVERY(i);
		slot = table_slot(&suffix, g->hash);
		if (*slot != NONE && *slot != AMBIGUOUS)
		{
			g->same = *slot;
			continue;
		}
		if (*slot == AMBIGUOUS)
			g->ambiguous = true;
		/* register what it ends with */
		for (uint32_t at = g->fold_len; at > 1 && k < MAX_SUFFIX; at--)
		{
			uint64_t	h;

			if (words[at - 1] != ' ')
				continue;
			k++;
			h = alias_hash(words + at, g->fold_len - at);
			slot = table_slot(&suffix, h);
			if (*slot == NONE)
				*slot = order[i];
			else if (*slot != order[i])
				*slot = AMBIGUOUS;
		}
	}
	table_free(&suffix);
	core_free(order);
}

/* Acronyms in brackets behind their name, and names behind their acronym. */
static void
link_acronyms(const TokDoc *doc, const TagResult *result, const uint32_t *of,
			  Group *group, const char *folded)
{
	for (uint32_t i = 0; i + 1 < result->n; i++)
	{
		const TagMention *a = &result->mention[i];
		const TagMention *b = &result->mention[i + 1];
		uint32_t	end = a->first + a->ntok;
		Group	   *ga = &group[of[i]];
		Group	   *gb = &group[of[i + 1]];
		Group	   *acro;
		Group	   *name;

		CORE_POLL_EVERY(i);
		if (b->first != end + 1 || doc->tok[end].kind != TOK_LPAREN ||
			doc->tok[b->first + b->ntok].kind != TOK_RPAREN ||
			a->kind != b->kind || a->kind == TAG_PER || a->kind >= TAG_DATE)
			continue;
		acro = gb->nword == 1 ? gb : ga;
		name = gb->nword == 1 ? ga : gb;
		if (acro->nword != 1 || name->nword < 2 || acro->same != (uint32_t) (acro - group) ||
			!initials(folded + acro->fold, acro->fold_len, folded + name->fold, name->fold_len))
			continue;
		acro->same = find(group, (uint32_t) (name - group));
		if (group[acro->same].alias == NULL)
		{
			group[acro->same].alias = acro->alias;
			group[acro->same].alias_len = acro->alias_len;
		}
	}
}

void
tag_names(const TagModel *model, const TokDoc *doc, TagResult *result)
{
	UniBuf		folded = {0};
	Table		by_words;
	Group	   *group = core_alloc((result->n + 1) * sizeof(Group));
	uint32_t   *of = core_alloc((result->n + 1) * sizeof(uint32_t));
	uint32_t	ngroup = 0;
	size_t		room = 0;
	char	   *text;

	for (uint32_t i = 0; i < result->n; i++)
		room += result->mention[i].len + 1;
	text = result->text = core_alloc(room);
	table_init(&by_words, result->n);

	for (uint32_t i = 0; i < result->n; i++)
	{
		TagMention *m = &result->mention[i];
		const char *surface = doc->text + m->byte;
		uint32_t	at = (uint32_t) folded.len;
		uint64_t	hash;
		uint32_t   *slot;
		const char *alias;
		uint32_t	alias_len = 0;
		bool		plain;

		CORE_POLL_EVERY(i);
		m->name_len = clean(surface, m->len, text, &plain);
		m->name = surface;
		if (!plain)
		{
			m->name = text;
			text += m->name_len;
		}
		uni_fold(surface, m->len, &folded);
		hash = alias_hash(folded.data + at, folded.len - at);
		alias = m->kind < TAG_DATE ?
			find_alias(model, hash, m->kind, m->ntok == 1 && (doc->tok[m->first].flags & TOK_CAPS),
					   &alias_len) : NULL;
		if (alias)
		{
			folded.len = at;
			uni_fold(alias, alias_len, &folded);
			hash = alias_hash(folded.data + at, folded.len - at);
		}
		slot = table_slot(&by_words, feat_mix(hash, m->kind));
		if (*slot == NONE)
		{
			Group	   *g = &group[ngroup];

			*slot = ngroup;
			memset(g, 0, sizeof(*g));
			g->hash = hash;
			g->fold = at;
			g->fold_len = (uint32_t) folded.len - at;
			g->nword = 1;
			for (size_t k = at; k < folded.len; k++)
				g->nword += folded.data[k] == ' ';
			g->mention = i;
			g->same = ngroup++;
			g->kind = m->kind;
		}
		else
		{
			Group	   *g = &group[*slot];
			const TagMention *old = &result->mention[g->mention];

			folded.len = at;
			if (niceness(m->name, m->name_len) > niceness(old->name, old->name_len))
				g->mention = i;
		}
		of[i] = *slot;
		if (alias)
		{
			group[*slot].alias = alias;
			group[*slot].alias_len = alias_len;
		}
	}
	table_free(&by_words);

	link_persons(group, ngroup, folded.data);
	link_acronyms(doc, result, of, group, folded.data);

	for (uint32_t g = 0; g < ngroup; g++)
		group[g].entity = NONE;
	result->nentity = 0;
	for (uint32_t i = 0; i < result->n; i++)
	{
		Group	   *g = &group[find(group, of[i])];

		if (g->entity == NONE)
			g->entity = result->nentity++;
		result->mention[i].entity = g->entity;
	}
	/* surfaces first, then names, since a name may be another's surface */
	for (uint32_t i = 0; i < result->n; i++)
	{
		Group	   *g = &group[find(group, of[i])];
		TagMention *m = &result->mention[i];

		if (g->alias)
		{
			m->name = g->alias;
			m->name_len = g->alias_len;
		}
		else if (g->mention > i)
		{
			m->name = result->mention[g->mention].name;
			m->name_len = result->mention[g->mention].name_len;
		}
		else if (g->mention < i)
		{
			const TagMention *first = &result->mention[g->mention];

			m->name = first->name;
			m->name_len = first->name_len;
		}
	}
	uni_buf_free(&folded);
	core_free(group);
	core_free(of);
}

void
tag_free(TagResult *result)
{
	core_free(result->mention);
	core_free(result->text);
	memset(result, 0, sizeof(*result));
}

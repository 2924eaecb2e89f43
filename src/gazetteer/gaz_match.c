/*
 * gaz_match.c
 *	  One pass over a document, word by word.
 *
 * A window of words moves over the document.  At each word the trie is walked
 * by the hashes of the words that follow, as far as it leads; the names on
 * the way are then compared with the text.  Most words fail at the filter, by
 * one bit.  No name has more than GAZ_MAX_WORDS words, so that the work at a
 * word has a bound that depends neither on the number of names nor on the
 * document.
 */
#include "gazetteer/gaz_layout.h"

/* Words in the window: several times the look-ahead, so that it seldom moves. */
#define WINDOW		(8 * (GAZ_MAX_WORDS + 1))

/* Words that are taken into it at a time. */
#define BATCH		128

/* Addresses may be wild where bytes are damaged: a prefetch reads nothing. */
#define PREFETCH(p)	__builtin_prefetch((const void *) (p))

struct GazMatcher
{
	const GazDict *dict;
	const char *doc;
	size_t		len;
	GazOverlaps overlaps;
	GazStatus	status;

	GazWalk		walk;
	bool		ended;			/* the last word is in the window */
	GazWord	   *word;			/* [WINDOW] */
	uint32_t	nwords;
	uint32_t	at;				/* the word that names are to begin with */
	UniBuf		fold;			/* of the words in the window */
	uint32_t	steps;
	uint32_t	last_end;		/* byte behind the last match, GAZ_LONGEST */

	/* of the word at: hash of the first i words, as far as known */
	uint64_t	hash[GAZ_MAX_WORDS + 1];
	uint32_t	nhash;

	/* names on the way, by ascending depth: their first rows */
	uint32_t	name[GAZ_MAX_WORDS + 1];
	uint32_t	nnames;

	/* GAZ_ALL: where to go on; row is of name[nnames - 1] */
	bool		in_word;
	bool		in_name;
	uint32_t	row;

	UniBuf		surface_fold;
};

GazMatcher *
gaz_matcher(const GazDict *dict, const char *doc, size_t len, GazOverlaps overlaps)
{
	GazMatcher *m = core_alloc(sizeof(GazMatcher));

	memset(m, 0, sizeof(*m));
	m->dict = dict;
	m->doc = doc;
	m->len = len;
	m->overlaps = overlaps;
	m->walk = (GazWalk)
	{
		.text = doc,.end = doc + len,.at = doc
	};
	m->word = core_alloc(WINDOW * sizeof(GazWord));
	return m;
}

void
gaz_matcher_free(GazMatcher *m)
{
	uni_buf_free(&m->fold);
	uni_buf_free(&m->surface_fold);
	core_free(m->word);
	core_free(m);
}

/* Drop the words before at, for room behind. */
static void
move_window(GazMatcher *m)
{
	uint32_t	kept = m->nwords - m->at;
	uint32_t	fold = kept > 0 ? m->word[m->at].fold : (uint32_t) m->fold.len;

	memmove(m->word, m->word + m->at, kept * sizeof(GazWord));
	if (kept > 0)
		memmove(m->fold.data, m->fold.data + fold, m->fold.len - fold);
	m->fold.len -= fold;
	for (uint32_t i = 0; i < kept; i++)
		m->word[i].fold -= fold;
	m->nwords = kept;
	m->at = 0;
}

/* The edge of a hash, or NULL. */
static inline const GazEdge *
find_edge(GazMatcher *m, uint64_t hash)
{
	const GazDict *d = m->dict;
	uint32_t	k = GAZ_BUCKET(hash, d->nbuckets);
	uint32_t	tag = GAZ_TAG(hash);
	uint32_t	hi = d->bucket[k + 1];

	if (CORE_UNLIKELY(hi > d->nedges))
	{
		m->status = GAZ_DAMAGED;
		return NULL;
	}
	for (uint32_t i = d->bucket[k]; i < hi; i++)
		if (d->edge[i].tag == tag)
			return &d->edge[i];
	return NULL;
}

/*
 * Take the next words into the window and look up which of them begin a name.
 *
 * In a large dictionary every step of a look-up waits for memory.  So the
 * words are taken several at a time and go step by step together: each step
 * asks for the memory that the next one will read, and while one word's is on
 * its way the others are served.  For a name of two words or more the same is
 * done ahead for its second.
 */
static void
fill_window(GazMatcher *m)
{
	const GazDict *d = m->dict;
	GazWord    *some[BATCH];	/* words that may begin a name */
	uint64_t	pair[BATCH];	/* hash of one of them and the next word */
	uint32_t	first;
	uint32_t	stop;
	uint32_t	n = 0;
	uint32_t	npairs = 0;

	if (m->nwords == WINDOW)
		move_window(m);
	first = m->nwords;
	stop = CORE_MIN(first + BATCH, (uint32_t) WINDOW);
	core_poll();
	for (; m->nwords < stop; m->nwords++)
	{
		GazWord    *w = &m->word[m->nwords];

		if (!gaz_walk(&m->walk, &m->fold, w))
		{
			m->ended = true;
			break;
		}
		w->hash = gaz_hash_word(d->seed, m->fold.data + w->fold, w->fold_len);
		w->first_hash = gaz_hash_next(0, w->hash);
		w->edge = NULL;
		PREFETCH(&d->first[GAZ_BIT(w->first_hash, d->first_mask) >> 5]);
	}
	for (uint32_t i = first; i < m->nwords; i++)
		if (gaz_filter(d->first, d->first_mask, m->word[i].first_hash))
		{
			some[n++] = &m->word[i];
			PREFETCH(&d->bucket[GAZ_BUCKET(m->word[i].first_hash, d->nbuckets)]);
		}
	for (uint32_t i = 0; i < n; i++)
		PREFETCH(&d->edge[d->bucket[GAZ_BUCKET(some[i]->first_hash, d->nbuckets)]]);
	for (uint32_t i = 0; i < n; i++)
	{
		GazWord    *w = some[i];

		w->edge = find_edge(m, w->first_hash);
		if (w->edge == NULL)
			continue;
		if (w->edge->to & GAZ_LEAF)
			PREFETCH(d->rows + (w->edge->to & ~GAZ_LEAF));
		else
		{
			PREFETCH(&d->node[w->edge->to]);
			if (w + 1 < m->word + m->nwords)
			{
				pair[npairs] = gaz_hash_next(w->first_hash, w[1].hash);
				PREFETCH(&d->later[GAZ_BIT(pair[npairs], d->later_mask) >> 5]);
				npairs++;
			}
		}
	}
	n = 0;
	for (uint32_t i = 0; i < npairs; i++)
		if (gaz_filter(d->later, d->later_mask, pair[i]))
		{
			pair[n++] = pair[i];
			PREFETCH(&d->bucket[GAZ_BUCKET(pair[i], d->nbuckets)]);
		}
	for (uint32_t i = 0; i < n; i++)
		PREFETCH(&d->edge[d->bucket[GAZ_BUCKET(pair[i], d->nbuckets)]]);
	for (uint32_t i = 0; i < n; i++)
	{
		const GazEdge *e = find_edge(m, pair[i]);

		if (e && (e->to & GAZ_LEAF))
			PREFETCH(d->rows + (e->to & ~GAZ_LEAF));
	}
}

/* Is there a word i places behind at? */
static inline bool
have(GazMatcher *m, uint32_t i)
{
	while (CORE_UNLIKELY(m->nwords - m->at <= i))
	{
		if (m->ended)
			return false;
		fill_window(m);
	}
	return true;
}

/* Hash of the first n words from at on; false if there are fewer. */
static inline bool
hash_to(GazMatcher *m, uint32_t n)
{
	if (n > GAZ_MAX_WORDS || !have(m, n - 1))
		return false;
	for (; m->nhash < n; m->nhash++)
		m->hash[m->nhash + 1] = gaz_hash_next(m->hash[m->nhash],
											  m->word[m->at + m->nhash].hash);
	return true;
}

/* Collect the names that the words from at on may begin. */
static void
find_names(GazMatcher *m)
{
	const GazDict *d = m->dict;
	uint32_t	depth = 0;

	m->nnames = 0;
	while (hash_to(m, depth + 1))
	{
		uint64_t	hash = m->hash[depth + 1];
		const GazEdge *e;
		const GazNode *node;
		uint32_t	node_depth;

		if (depth == 0)
			e = m->word[m->at].edge;
		else if (gaz_filter(d->later, d->later_mask, hash))
			e = find_edge(m, hash);
		else
			e = NULL;
		if (e == NULL)
			return;
		if (e->to & GAZ_LEAF)
		{
			m->name[m->nnames++] = e->to & ~GAZ_LEAF;
			return;
		}
		if (CORE_UNLIKELY(e->to >= d->nnodes))
		{
			m->status = GAZ_DAMAGED;
			return;
		}
		node = &d->node[e->to];
		node_depth = node->depth & ~GAZ_TERMINAL;
		if (CORE_UNLIKELY(node_depth <= depth || node_depth > GAZ_MAX_WORDS))
		{
			m->status = GAZ_DAMAGED;
			return;
		}
		depth = node_depth;
		if (!hash_to(m, depth))
			return;
		if (node->depth & GAZ_TERMINAL)
			m->name[m->nnames++] = node->row;
	}
}

/* Has an affix a symbol that a match cannot do without? */
static bool
affix_required(const char *s, size_t len)
{
	const char *end = s + len;

	while (s < end)
	{
		uint32_t	cp;

		s += uni_decode(s, end, &cp);
		switch (cp)
		{
			case '+':
			case '#':
			case '@':
			case '$':
			case '%':
			case 0xA3:			/* pound */
			case 0xA5:			/* yen */
			case 0x20AC:		/* euro */
				return true;
		}
	}
	return false;
}

/* Length of the white space at s, of the forms that stand before a symbol. */
static size_t
one_space(const char *s, const char *end)
{
	if (s < end && *s == ' ')
		return 1;
	if (end - s >= 2 && memcmp(s, "\xC2\xA0", 2) == 0)
		return 2;
	if (end - s >= 3 && memcmp(s, "\xE2\x80\xAF", 3) == 0)
		return 3;
	return 0;
}

static void
trim(const char **s, const char **end)
{
	while (*s < *end && (unsigned char) **s <= ' ')
		++*s;
	while (*s < *end && (unsigned char) (*end)[-1] <= ' ')
		--*end;
}

/*
 * What stands before the first and behind the last word of a surface: take
 * it into the match where the document has it, and refuse the match if a
 * symbol is missing.
 */
static bool
match_affixes(const GazMatcher *m, const char *surface, const char *first, const char *last,
			  const char *surface_end, GazMatch *match)
{
	const char *doc_end = m->doc + m->len;
	const char *start = m->doc + match->byte;
	const char *end = start + match->len;
	const char *s = surface;
	const char *e = first;
	size_t		len;

	trim(&s, &e);
	len = (size_t) (e - s);
	if (len > 0)
	{
		if ((size_t) (start - m->doc) >= m->last_end + len && memcmp(start - len, s, len) == 0)
		{
			match->byte -= (uint32_t) len;
			match->len += (uint32_t) len;
			match->chr -= (uint32_t) uni_count(s, len);
			match->nchr += (uint32_t) uni_count(s, len);
		}
		else if (affix_required(s, len))
			return false;
	}
	s = last;
	e = surface_end;
	trim(&s, &e);
	len = (size_t) (e - s);
	if (len > 0)
	{
		size_t		space = one_space(end, doc_end);

		if ((size_t) (doc_end - end) < len || memcmp(end, s, len) != 0)
		{
			if (!affix_required(s, len))
				return true;
			if ((size_t) (doc_end - end) < space + len || memcmp(end + space, s, len) != 0)
				return false;
			len += space;
		}
		match->len += (uint32_t) len;
		match->nchr += (uint32_t) uni_count(end, len);
	}
	return true;
}

/*
 * Does a row match at the word at?  Fills match but for the row.  Equal bytes
 * are equal words; everything else is folded and compared word by word.
 */
static bool
match_row(GazMatcher *m, const GazRow *row, GazMatch *match)
{
	const GazWord *w;
	const GazWord *last;
	GazWalk		walk = {.text = row->surface,.end = row->surface + row->surface_len,.at = row->surface};
	const char *first_byte = row->surface;
	const char *last_byte = row->surface;

	if (!hash_to(m, row->nwords) || GAZ_CHECK(m->hash[row->nwords]) != row->check)
		return false;
	w = &m->word[m->at];
	last = w + row->nwords - 1;
	match->byte = w->byte;
	match->len = last->end_byte - w->byte;
	match->chr = w->chr;
	match->nchr = last->end_chr - w->chr;
	if ((row->flags & GAZ_ROW_PLAIN) && match->len == row->surface_len &&
		memcmp(m->doc + match->byte, row->surface, match->len) == 0)
		return true;

	if (row->flags & GAZ_ROW_CAPS)
		for (uint32_t i = 0; i < row->nwords; i++)
			if (!w[i].caps)
				return false;
	m->surface_fold.len = 0;
	for (uint32_t i = 0; i < row->nwords; i++)
	{
		GazWord		own;

		if (!gaz_walk(&walk, &m->surface_fold, &own))
		{
			m->status = GAZ_DAMAGED;
			return false;
		}
		if (own.fold_len != w[i].fold_len ||
			memcmp(m->surface_fold.data + own.fold, m->fold.data + w[i].fold, own.fold_len) != 0)
			return false;
		if (i > 0 && w[i].broken && !own.broken)
			return false;
		if (i == 0)
			first_byte = row->surface + own.byte;
		last_byte = row->surface + own.end_byte;
	}
	if (row->flags & GAZ_ROW_PLAIN)
		return true;
	return match_affixes(m, row->surface, first_byte, last_byte,
						 row->surface + row->surface_len, match);
}

/* The best row of one name, for GAZ_LONGEST. */
static bool
best_row(GazMatcher *m, uint32_t at, GazMatch *best)
{
	bool		found = false;
	bool		found_exact = false;

	for (;;)
	{
		GazMatch	match;
		bool		exact;

		CORE_POLL_EVERY(++m->steps);
		m->status = gaz_row(m->dict, at, &match.row);
		if (m->status != GAZ_OK)
			return false;
		if (match_row(m, &match.row, &match))
		{
			exact = match.len == match.row.surface_len &&
				memcmp(m->doc + match.byte, match.row.surface, match.len) == 0;
			if (!found || match.len > best->len ||
				(match.len == best->len && exact && !found_exact))
			{
				*best = match;
				found_exact = exact;
			}
			found = true;
		}
		if (m->status != GAZ_OK)
			return false;
		if (match.row.flags & GAZ_ROW_LAST)
			return found;
		at = match.row.next;
	}
}

/* Go to the next word that a name may begin with, and collect the names. */
static bool
next_word(GazMatcher *m)
{
	m->nnames = 0;
	while (have(m, 0))
	{
		const GazWord *w = &m->word[m->at];

		if (w->edge)
		{
			m->hash[1] = w->first_hash;
			m->nhash = 1;
			find_names(m);
			if (m->status != GAZ_OK)
				return false;
			if (m->nnames > 0)
				return true;
		}
		m->at++;
	}
	return false;
}

/* Every row of every name, longest names first. */
static bool
next_of_all(GazMatcher *m, GazMatch *match)
{
	for (;;)
	{
		while (m->nnames > 0)
		{
			bool		matches;

			CORE_POLL_EVERY(++m->steps);
			if (!m->in_name)
				m->row = m->name[m->nnames - 1];
			m->status = gaz_row(m->dict, m->row, &match->row);
			if (m->status != GAZ_OK)
				return false;
			m->row = match->row.next;
			m->in_name = !(match->row.flags & GAZ_ROW_LAST);
			if (!m->in_name)
				m->nnames--;
			matches = match_row(m, &match->row, match);
			if (m->status != GAZ_OK)
				return false;
			if (matches)
				return true;
		}
		if (m->in_word)
			m->at++;
		m->in_word = next_word(m);
		if (!m->in_word)
			return false;
	}
}

bool
gaz_next(GazMatcher *m, GazMatch *match, GazStatus *status)
{
	bool		found = false;

	if (m->status == GAZ_OK && m->overlaps == GAZ_ALL)
		found = next_of_all(m, match);
	else
		while (!found && m->status == GAZ_OK && next_word(m))
		{
			while (!found && m->status == GAZ_OK && m->nnames > 0)
				found = best_row(m, m->name[--m->nnames], match);
			if (found)
			{
				m->at += match->row.nwords;
				m->last_end = match->byte + match->len;
			}
			else
				m->at++;
		}
	*status = m->status;
	return found && m->status == GAZ_OK;
}

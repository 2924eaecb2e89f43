/*
 * par_dup.c
 *	  Paragraphs of one document with equal fingerprints, and the document
 *	  without them.
 *
 * A paragraph goes together with the gap in front of it, so that the
 * spacing of what stays is what it was:
 *		A \n\n B \n\n A \n\n C		becomes		A \n\n B \n\n C
 * Where the last paragraph goes, what stood behind it goes too: a body that
 * was pasted twice becomes its first copy without a trailing break.  Only a
 * </p> that closes what stayed is kept.
 */
#include "paragraph/par.h"

static size_t
slot_of(const ParSeen *seen, uint64_t key)
{
	size_t		i = (size_t) ((key * UINT64_C(0x9E3779B97F4A7C15)) >> 32) & (seen->cap - 1);

	while (seen->ord[i] != 0 && seen->key[i] != key)
		i = (i + 1) & (seen->cap - 1);
	return i;
}

/* Twice the slots, so that at least half of them are always free. */
static void
grow(ParSeen *seen)
{
	ParSeen		old = *seen;

	seen->cap = old.cap ? old.cap * 2 : 16;
	seen->key = core_alloc(seen->cap * sizeof(uint64_t));
	seen->ord = core_alloc(seen->cap * sizeof(uint32_t));
	memset(seen->ord, 0, seen->cap * sizeof(uint32_t));
	for (size_t i = 0; i < old.cap; i++)
		if (old.ord[i] != 0)
		{
			size_t		at = slot_of(seen, old.key[i]);

			seen->key[at] = old.key[i];
			seen->ord[at] = old.ord[i];
		}
	core_free(old.key);
	core_free(old.ord);
}

uint32_t
par_seen(ParSeen *seen, uint64_t key, uint32_t ord)
{
	size_t		at;

	if (seen->n >= seen->cap / 2)
		grow(seen);
	at = slot_of(seen, key);
	if (seen->ord[at] == 0)
	{
		seen->key[at] = key;
		seen->ord[at] = ord;
		seen->n++;
	}
	return seen->ord[at];
}

uint32_t
par_find(const ParSeen *seen, uint64_t key)
{
	return seen->cap == 0 ? 0 : seen->ord[slot_of(seen, key)];
}

void
par_seen_free(ParSeen *seen)
{
	core_free(seen->key);
	core_free(seen->ord);
	memset(seen, 0, sizeof(*seen));
}

void
par_copy(ParCopy *copy, const char *text, size_t len, UniBuf *out)
{
	memset(copy, 0, sizeof(*copy));
	copy->text = text;
	copy->len = len;
	copy->out = out;
}

void
par_keep(ParCopy *copy, const ParSpan *span, bool keep)
{
	size_t		end = span->byte + span->len;

	if (keep)
	{
		if (copy->dropped)
		{
			/* behind a hole: its own gap comes with it */
			uni_buf_append(copy->out, copy->text + copy->from, copy->end - copy->from);
			copy->from = span->gap;
		}
		copy->end = end;
	}
	copy->dropped = !keep;
}

static bool
is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The end of a </p> that directly follows pos, or pos. */
static size_t
closing_tag(const char *text, size_t len, size_t pos)
{
	size_t		i = pos;

	while (i < len && is_blank(text[i]))
		i++;
	if (len - i < 4 || text[i] != '<' || text[i + 1] != '/' || (text[i + 2] | 0x20) != 'p')
		return pos;
	for (i += 3; i < len && is_blank(text[i]); i++)
		;
	return i < len && text[i] == '>' ? i + 1 : pos;
}

void
par_finish(ParCopy *copy)
{
	size_t		end = copy->dropped ? closing_tag(copy->text, copy->len, copy->end) : copy->len;

	uni_buf_append(copy->out, copy->text + copy->from, end - copy->from);
}

size_t
par_dedup(const char *text, size_t len, UniBuf *out)
{
	ParIter		it;
	ParSpan		span;
	ParSeen		seen = {0};
	ParCopy		copy;
	uint32_t	ord = 0;
	size_t		gone = 0;

	par_begin(&it, text, len);
	it.counting = false;
	par_copy(&copy, text, len, out);
	while (par_next(&it, &span))
	{
		bool		keep;

		CORE_POLL_EVERY(ord);
		ord++;
		keep = par_seen(&seen, span.fingerprint, ord) == ord;
		gone += !keep;
		par_keep(&copy, &span, keep);
	}
	par_seen_free(&seen);
	if (gone > 0)
		par_finish(&copy);
	return gone;
}

/*
 * alias_compile.c
 *	  Compiles aliases.tsv: names that are known under several spellings.
 *
 * A line per name, three columns, # comments:
 *
 *	  États-Unis	LOC	USA|U.S.|US|Etats-Unis d'Amérique
 *
 * The name itself is one of its spellings.  Case and accents do not count,
 * but a spelling of up to four capitals matches in capitals only, so that
 * "us" is never a country.  A spelling that two names of one kind claim is an
 * error: nothing is guessed away.  The format is in model/tag_alias.h.
 */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "model/tag.h"
#include "model/tag_alias.h"
#include "tools/alias_compile.h"
#include "tools/lex_compile.h"

typedef struct Spelling
{
	AliasSlot	slot;
	const char *name;			/* canonical */
} Spelling;

typedef struct Spellings
{
	Spelling   *v;
	uint32_t	n;
	uint32_t	cap;
} Spellings;

static int
kind_of(const char *name)
{
	for (int k = 0; k < TAG_DATE; k++)
		if (strcmp(name, tag_kind_name[k]) == 0)
			return k;
	return -1;
}

/* US, U.S., ONU: two to four capitals and stops. */
static bool
short_capitals(const char *s)
{
	int			n = 0;

	for (; *s; s++)
	{
		if (*s >= 'A' && *s <= 'Z')
			n++;
		else if (*s != '.')
			return false;
	}
	return n >= 2 && n <= 4;
}

/* Add one spelling; 1 where another name has it already. */
static int
add(Spellings *all, const char *spelling, const char *name, uint32_t text, int kind)
{
	UniBuf		fold = {0};
	uint64_t	hash;

	uni_fold(spelling, strlen(spelling), &fold);
	hash = alias_hash(fold.data, fold.len);
	uni_buf_free(&fold);
	for (uint32_t i = 0; i < all->n; i++)
	{
		const AliasSlot *s = &all->v[i].slot;

		if (s->hash == hash && (s->kind & 0x7f) == kind)
		{
			if (s->text == text)
				return 0;
			fprintf(stderr, "aliases.tsv: \"%s\" stands for \"%s\" and for \"%s\"\n",
					spelling, all->v[i].name, name);
			return 1;
		}
	}
	if (all->n == all->cap)
	{
		all->cap = all->cap ? all->cap * 2 : 256;
		all->v = core_realloc(all->v, all->cap * sizeof(Spelling));
	}
	all->v[all->n].name = name;
	all->v[all->n++].slot = (AliasSlot) {
		.hash = hash, .text = text, .len = (uint16_t) strlen(name),
		.kind = (uint8_t) (kind | (short_capitals(spelling) ? ALIAS_CAPS : 0))
	};
	return 0;
}

int
alias_compile(const char *langdir, UniBuf *out)
{
	char		path[4096];
	char	   *data;
	size_t		len;
	Spellings	all = {0};
	UniBuf		text = {0};
	AliasFile	file = {0};
	AliasSlot  *slots;
	int			errors = 0;
	int			line = 0;

	memcpy(file.magic, ALIAS_MAGIC, sizeof(file.magic));
	snprintf(path, sizeof(path), "%s/aliases.tsv", langdir);
	if (access(path, F_OK) != 0)
		return 0;
	data = file_read(path, &len);
	if (data == NULL)
		return 1;
	for (char *p = data; *p;)
	{
		char	   *eol = strchr(p, '\n');
		char	   *next = eol ? eol + 1 : p + strlen(p);
		char	   *kind;
		char	   *rest;
		int			k;

		line++;
		if (eol)
			*eol = 0;
		if (*p == '#' || *p == 0)
		{
			p = next;
			continue;
		}
		kind = strchr(p, '\t');
		rest = kind ? strchr(kind + 1, '\t') : NULL;
		if (kind)
			*kind++ = 0;
		if (rest)
			*rest++ = 0;
		k = kind ? kind_of(kind) : -1;
		if (k < 0 || strlen(p) > 1000)
		{
			fprintf(stderr, "%s:%d: expected a name, a kind and spellings\n", path, line);
			errors++;
		}
		else
		{
			uint32_t	at = (uint32_t) text.len;

			uni_buf_append(&text, p, strlen(p));
			errors += add(&all, p, p, at, k);
			for (char *s = rest ? strtok(rest, "|") : NULL; s; s = strtok(NULL, "|"))
				errors += add(&all, s, p, at, k);
		}
		p = next;
	}
	file.nslot = all.n + all.n / 2 + 16;
	file.slot_off = sizeof(AliasFile);
	file.text_off = file.slot_off + file.nslot * (uint32_t) sizeof(AliasSlot);
	file.size = file.text_off + (uint32_t) text.len;
	slots = core_alloc(file.nslot * sizeof(AliasSlot));
	memset(slots, 0, file.nslot * sizeof(AliasSlot));
	for (uint32_t i = 0; i < all.n; i++)
	{
		uint32_t	s = (uint32_t) (((all.v[i].slot.hash >> 32) * file.nslot) >> 32);

		while (slots[s].len)
			if (++s == file.nslot)
				s = 0;
		slots[s] = all.v[i].slot;
	}
	uni_buf_append(out, (const char *) &file, sizeof(file));
	uni_buf_append(out, (const char *) slots, file.nslot * sizeof(AliasSlot));
	uni_buf_append(out, text.data, text.len);
	core_free(slots);
	core_free(all.v);
	core_free(data);
	uni_buf_free(&text);
	return errors;
}

/*
 * clm_compile.c
 *	  Compiles the attribution grammar of a language, src/lang/<lang>/cues.tsv,
 *	  into the CLAIMS section (claims/clm_layout.h).  docs/claims.md describes
 *	  the file.
 */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "claims/clm.h"
#include "claims/clm_layout.h"
#include "tools/clm_compile.h"
#include "tools/lex_compile.h"

static const char *const role_name[] = {
#define X(id, name) name,
	CLM_ROLES(X)
#undef X
};
static const char *const flag_name[] = {
#define X(id, name) name,
	CLM_FLAGS(X)
#undef X
};
static const char *const frame_name[] = {
#define X(id, name) name,
	CLM_FRAMES(X)
#undef X
};
static const char *const phrase_name[] = {
#define X(id, name) name,
	CLM_PHRASES(X)
#undef X
};
static const char *const option_name[] = {"zeroque", "conditional", "possessive"};
static const char *const reflexive[] = {"se ", "s'"};

typedef struct LemmaCue
{
	int			lemma;
	uint32_t	order;
	ClmCue		cue;
} LemmaCue;

typedef struct Compiler
{
	const Lexicon *lex;
	const char *path;
	int			line;
	int			errors;
	uint32_t	options;
	ClmWord    *word;
	uint32_t	nword;
	uint8_t    *flag;
	uint32_t	nlemma;
	LemmaCue   *cue;
	uint32_t	ncue;
	ClmPhrase  *phrase;
	uint32_t	nphrase;
	char	   *prep[CLM_MAX_PREP + 1];
	int			nprep;
} Compiler;

static void
complain(Compiler *c, const char *what, const char *detail)
{
	fprintf(stderr, "%s:%d: %s \"%s\"\n", c->path, c->line, what, detail);
	c->errors++;
}

static int
find_name(const char *const *names, int n, const char *name)
{
	for (int i = 0; i < n; i++)
		if (strcmp(names[i], name) == 0)
			return i;
	return -1;
}

#define FIND(names, name) find_name(names, (int) (sizeof(names) / sizeof((names)[0])), name)

/* The next word of a list of words; NULL at the end.  Cuts the list up. */
static char *
next_word(char **list)
{
	char	   *s = *list + strspn(*list, " ");
	char	   *end;

	if (*s == '\0')
		return NULL;
	end = s + strcspn(s, " ");
	*list = *end ? end + 1 : end;
	*end = '\0';
	return s;
}

/* Entry of a word; complains where the lexicon has none. */
static uint32_t
entry_of(Compiler *c, const char *word)
{
	uint32_t	entry = lex_find(c->lex, word, strlen(word));

	if (entry == 0)
		complain(c, "no such word in the lexicon:", word);
	return entry;
}

static int
lemma_of(Compiler *c, const char *lemma)
{
	int			i = lex_lemma_index(c->lex, lemma, strlen(lemma));

	if (i < 0)
		complain(c, "no such lemma in the lexicon:", lemma);
	return i;
}

static int
prep_of(Compiler *c, const char *name)
{
	for (int i = 1; i <= c->nprep; i++)
		if (strcmp(c->prep[i], name) == 0)
			return i;
	complain(c, "no such preposition:", name);
	return 0;
}

static void
read_frames(Compiler *c, char *list, ClmCue *cue)
{
	char	   *s;

	while ((s = next_word(&list)) != NULL)
	{
		char	   *colon = strchr(s, ':');
		int			i;

		if (colon)
		{
			uint32_t	bit;

			*colon = '\0';
			bit = UINT32_C(1) << prep_of(c, colon + 1);
			if (strcmp(s, "np") == 0)
				cue->np_prep |= bit;
			else if (strcmp(s, "inf") == 0)
				cue->inf_prep |= bit;
			else if (strcmp(s, "to") == 0)
				cue->to_prep |= bit;
			else
				complain(c, "no such frame:", s);
		}
		else if ((i = FIND(frame_name, s)) >= 0)
			cue->frames |= UINT32_C(1) << i;
		else
			complain(c, "no such frame:", s);
	}
}

static void
read_cue(Compiler *c, int kind, char **field)
{
	LemmaCue	lc = {.order = c->ncue};
	char	   *key = field[1];
	char	   *s;
	int			act = FIND(clm_act_name, field[2]);

	if (act < 0)
	{
		complain(c, "no such act:", field[2]);
		return;
	}
	lc.cue.act = (uint8_t) act;
	lc.cue.kind = (uint8_t) kind;
	if (kind == CLM_CUE_VERB)
	{
		for (int i = 0; i < 2; i++)
			if (strncmp(key, reflexive[i], strlen(reflexive[i])) == 0)
			{
				lc.cue.refl = 1;
				key += strlen(reflexive[i]);
				break;
			}
	}
	s = next_word(&key);
	if (s == NULL)
	{
		complain(c, "cue without a lemma", "");
		return;
	}
	lc.lemma = lemma_of(c, s);
	while ((s = next_word(&key)) != NULL)
	{
		if (lc.cue.nextra == CLM_MAX_EXTRA)
		{
			complain(c, "too many words in a cue:", s);
			break;
		}
		lc.cue.extra[lc.cue.nextra++] = entry_of(c, s);
	}
	read_frames(c, field[3], &lc.cue);
	if (lc.lemma < 0)
		return;
	c->cue = core_realloc(c->cue, (c->ncue + 1) * sizeof(LemmaCue));
	c->cue[c->ncue++] = lc;
}

/* Words of a phrase are separated by spaces; an apostrophe ends a word too. */
static void
read_phrase(Compiler *c, char **field)
{
	ClmPhrase	p = {.len = 0};
	int			kind = FIND(phrase_name, field[1]);
	int			act = strcmp(field[2], "-") == 0 ? 0 : FIND(clm_act_name, field[2]);
	char	   *list = field[3];
	char	   *s;

	if (kind < 0 || act < 0)
	{
		complain(c, "no such kind of phrase or act:", field[kind < 0 ? 1 : 2]);
		return;
	}
	p.kind = (uint8_t) kind;
	p.act = (uint8_t) act;
	while ((s = next_word(&list)) != NULL)
	{
		while (*s)
		{
			char	   *apostrophe = strchr(s, '\'');
			char		word[128];
			size_t		len = strlen(s);

			/* a word that the lexicon has as a whole stays one: d'ailleurs */
			if (apostrophe && lex_find(c->lex, s, len) == 0)
				len = (size_t) (apostrophe - s) + 1;
			if (len >= sizeof(word) || p.len == CLM_MAX_PHRASE)
			{
				complain(c, "phrase too long:", s);
				return;
			}
			memcpy(word, s, len);
			word[len] = '\0';
			p.word[p.len++] = entry_of(c, word);
			s += len;
		}
	}
	if (p.len == 0)
	{
		complain(c, "phrase without words", "");
		return;
	}
	c->phrase = core_realloc(c->phrase, (c->nphrase + 1) * sizeof(ClmPhrase));
	c->phrase[c->nphrase++] = p;
}

static void
read_line(Compiler *c, char *line)
{
	char	   *field[4];
	int			n = 0;
	char	   *s;

	for (n = 0; n < 4; n++)
	{
		field[n] = line;
		line += strcspn(line, n == 3 ? "" : "\t");
		if (*line == '\t')
			*line++ = '\0';
	}
	if (strcmp(field[0], "role") == 0)
	{
		int			role = FIND(role_name, field[1]);
		char	   *list = field[2];

		if (role < 0)
			complain(c, "no such role:", field[1]);
		while (role >= 0 && (s = next_word(&list)) != NULL)
			c->word[entry_of(c, s)].role |= UINT32_C(1) << role;
	}
	else if (strcmp(field[0], "prep") == 0)
	{
		char	   *list = field[2];

		if (c->nprep == CLM_MAX_PREP)
		{
			complain(c, "too many prepositions:", field[1]);
			return;
		}
		c->prep[++c->nprep] = field[1];
		while ((s = next_word(&list)) != NULL)
			c->word[entry_of(c, s)].prep = (uint8_t) c->nprep;
	}
	else if (strcmp(field[0], "flag") == 0)
	{
		int			flag = FIND(flag_name, field[1]);
		char	   *list = field[2];

		if (flag < 0)
			complain(c, "no such flag:", field[1]);
		while (flag >= 0 && (s = next_word(&list)) != NULL)
		{
			int			lemma = lemma_of(c, s);

			if (lemma >= 0)
				c->flag[lemma] |= (uint8_t) (1u << flag);
		}
	}
	else if (strcmp(field[0], "option") == 0)
	{
		int			option = FIND(option_name, field[1]);

		if (option < 0)
			complain(c, "no such option:", field[1]);
		else
			c->options |= 1u << option;
	}
	else if (strcmp(field[0], "phrase") == 0)
		read_phrase(c, field);
	else if (strcmp(field[0], "verb") == 0)
		read_cue(c, CLM_CUE_VERB, field);
	else if (strcmp(field[0], "adj") == 0)
		read_cue(c, CLM_CUE_ADJ, field);
	else
		complain(c, "no such line:", field[0]);
}

/* Cues with more words first, then in the order of the file. */
static int
compare_cues(const void *a, const void *b)
{
	const LemmaCue *x = a;
	const LemmaCue *y = b;

	if (x->lemma != y->lemma)
		return x->lemma < y->lemma ? -1 : 1;
	if (x->cue.nextra != y->cue.nextra)
		return x->cue.nextra > y->cue.nextra ? -1 : 1;
	if (x->cue.refl != y->cue.refl)
		return x->cue.refl > y->cue.refl ? -1 : 1;
	return x->order < y->order ? -1 : 1;
}

static int
compare_phrases(const void *a, const void *b)
{
	const ClmPhrase *x = a;
	const ClmPhrase *y = b;

	if (x->word[0] != y->word[0])
		return x->word[0] < y->word[0] ? -1 : 1;
	if (x->len != y->len)
		return x->len > y->len ? -1 : 1;
	return memcmp(x, y, sizeof(ClmPhrase));
}

/* Append an array at the next multiple of 8; returns its offset. */
static uint32_t
put(UniBuf *out, size_t start, const void *data, size_t len)
{
	static const char zero[8];
	uint32_t	off;

	uni_buf_append(out, zero, (8 - (out->len - start) % 8) % 8);
	off = (uint32_t) (out->len - start);
	if (len > 0)
		uni_buf_append(out, data, len);
	return off;
}

static void
write_section(Compiler *c, UniBuf *out)
{
	size_t		start = out->len;
	ClmHeader	h = {.nword = c->nword, .nlemma = c->nlemma, .ncue = c->ncue,
		.nphrase = c->nphrase, .options = c->options,
	.nrole = CLM_NROLES, .nframe = CLM_NFRAMES};
	uint16_t   *first = core_alloc((c->nlemma + 1) * sizeof(uint16_t));
	ClmCue	   *cue = core_alloc((c->ncue + 1) * sizeof(ClmCue));
	uint32_t	n = 0;

	qsort(c->cue, c->ncue, sizeof(LemmaCue), compare_cues);
	for (uint32_t i = 0; i <= c->nlemma; i++)
	{
		first[i] = (uint16_t) n;
		while (n < c->ncue && c->cue[n].lemma == (int) i)
		{
			cue[n] = c->cue[n].cue;
			n++;
		}
	}
	qsort(c->phrase, c->nphrase, sizeof(ClmPhrase), compare_phrases);
	for (uint32_t i = 0; i < c->nphrase; i++)
	{
		ClmPhrase  *p = &c->phrase[i];

		p->last = i + 1 == c->nphrase || c->phrase[i + 1].word[0] != p->word[0];
		if (c->word[p->word[0]].phrase == 0)
			c->word[p->word[0]].phrase = (uint16_t) (i + 1);
	}
	memset(&c->word[0], 0, sizeof(ClmWord));	/* entry 0 is no word */

	memcpy(h.magic, CLM_MAGIC, 8);
	uni_buf_append(out, (const char *) &h, sizeof(h));
	h.word_off = put(out, start, c->word, c->nword * sizeof(ClmWord));
	h.start_off = put(out, start, first, (c->nlemma + 1) * sizeof(uint16_t));
	h.flag_off = put(out, start, c->flag, c->nlemma);
	h.cue_off = put(out, start, cue, c->ncue * sizeof(ClmCue));
	h.phrase_off = put(out, start, c->phrase, c->nphrase * sizeof(ClmPhrase));
	put(out, start, NULL, 0);
	h.size = (uint32_t) (out->len - start);
	memcpy(out->data + start, &h, sizeof(h));
	core_free(first);
	core_free(cue);
}

int
clm_compile(const char *langdir, const Lexicon *lex, UniBuf *out)
{
	char		path[4096];
	Compiler	c = {.lex = lex, .path = path};
	char	   *text;
	size_t		len;

	snprintf(path, sizeof(path), "%s/cues.tsv", langdir);
	if (access(path, F_OK) != 0)
		return 0;
	text = file_read(path, &len);
	if (text == NULL)
		return 1;

	/* a lemma has an index below 65,536; nobody else knows how many there are */
	c.nword = lex_count(lex);
	while (c.nlemma <= UINT16_MAX)
	{
		size_t		n;

		lex_lemma(lex, (uint16_t) c.nlemma, &n);
		if (n == 0)
			break;
		c.nlemma++;
	}
	c.word = core_alloc(c.nword * sizeof(ClmWord));
	memset(c.word, 0, c.nword * sizeof(ClmWord));
	c.flag = core_alloc(c.nlemma + 1);
	memset(c.flag, 0, c.nlemma + 1);

	for (char *line = text; *line;)
	{
		char	   *end = line + strcspn(line, "\n");
		char	   *next = *end ? end + 1 : end;

		*end = '\0';
		c.line++;
		if (*line != '\0' && *line != '#')
			read_line(&c, line);
		line = next;
	}
	if (c.errors == 0)
		write_section(&c, out);
	core_free(text);
	core_free(c.word);
	core_free(c.flag);
	core_free(c.cue);
	core_free(c.phrase);
	return c.errors;
}

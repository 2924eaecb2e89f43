/*
 * lex_compile.c
 *	  Compiles the .lex files of a language folder (format in text/lex.h) to
 *	  the section that text/lex.c reads.
 *
 * Lines of all files are read in the order of file name and line, gathered
 * per form, and written sorted by form, so that the bytes depend on nothing
 * but the data.
 */
#include "tools/lex_compile.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "text/lex_layout.h"

/* One sense as it stands in a file. */
typedef struct Line
{
	const char *form;
	const char *lemma;
	uint32_t	form_len;
	uint32_t	lemma_len;
	uint32_t	seq;			/* order of reading */
	uint32_t	morph;
	uint32_t	lemma_index;
	uint8_t		class;
} Line;

typedef struct Lines
{
	Line	   *v;
	uint32_t	n;
	uint32_t	cap;
} Lines;

/* Classes of words that are in every sentence. */
#define HOT \
	(LEX_BIT(COMMON) | LEX_BIT(DET) | LEX_BIT(PREP) | LEX_BIT(CONJ) | LEX_BIT(COMP) | \
	 LEX_BIT(PRON) | LEX_BIT(OBJPRON) | LEX_BIT(REL) | LEX_BIT(NEG) | LEX_BIT(ELISION) | \
	 LEX_BIT(AUX) | LEX_BIT(MODAL) | LEX_BIT(ADV) | LEX_BIT(SUBCONJ))

static const char *const class_name[] = {
#define X(id, name) name,
	LEX_CLASSES(X)
#undef X
};

static const char *const tag_name[] = {
#define X(id, name) name,
	LEX_TAGS(X)
#undef X
};

/* Index of a word in a list of names, -1 if it is not there. */
static int
name_index(const char *const *names, int n, const char *s, size_t len)
{
	for (int i = 0; i < n; i++)
	{
		if (strlen(names[i]) == len && memcmp(names[i], s, len) == 0)
			return i;
	}
	return -1;
}

static int
compare_text(const char *a, size_t alen, const char *b, size_t blen)
{
	int			cmp = memcmp(a, b, CORE_MIN(alen, blen));

	return cmp != 0 ? cmp : (alen > blen) - (alen < blen);
}

static int
compare_lines(const void *a, const void *b)
{
	const Line *x = a;
	const Line *y = b;
	int			cmp = compare_text(x->form, x->form_len, y->form, y->form_len);

	return cmp != 0 ? cmp : (x->seq > y->seq) - (x->seq < y->seq);
}

/* Pointers to lines, by lemma. */
static int
compare_lemmas(const void *a, const void *b)
{
	const Line *x = *(const Line *const *) a;
	const Line *y = *(const Line *const *) b;

	return compare_text(x->lemma, x->lemma_len, y->lemma, y->lemma_len);
}

static int
compare_names(const void *a, const void *b)
{
	return strcmp(*(char *const *) a, *(char *const *) b);
}

char **
dir_list(const char *dir, const char *suffix, int *n)
{
	DIR		   *d = opendir(dir);
	struct dirent *de;
	char	  **names = NULL;
	size_t		slen = strlen(suffix);

	*n = 0;
	if (d == NULL)
	{
		fprintf(stderr, "could not open directory \"%s\": %s\n", dir, strerror(errno));
		return NULL;
	}
	while ((de = readdir(d)) != NULL)
	{
		size_t		len = strlen(de->d_name);

		if (de->d_name[0] == '.' || len <= slen ||
			strcmp(de->d_name + len - slen, suffix) != 0)
			continue;
		names = core_realloc(names, (*n + 1) * sizeof(char *));
		names[*n] = core_alloc(len + 1);
		memcpy(names[(*n)++], de->d_name, len + 1);
	}
	closedir(d);
	if (*n > 0)
		qsort(names, *n, sizeof(char *), compare_names);
	return names;
}

char *
file_read(const char *path, size_t *len)
{
	FILE	   *f = fopen(path, "rb");
	char	   *data;
	size_t		cap = 65536;
	size_t		got;

	if (f == NULL)
	{
		fprintf(stderr, "could not open file \"%s\": %s\n", path, strerror(errno));
		return NULL;
	}
	*len = 0;
	data = core_alloc(cap + 1);
	while ((got = fread(data + *len, 1, cap - *len, f)) > 0)
	{
		*len += got;
		if (*len == cap)
			data = core_realloc(data, (cap *= 2) + 1);
	}
	if (ferror(f))
	{
		fprintf(stderr, "could not read file \"%s\": %s\n", path, strerror(errno));
		fclose(f);
		core_free(data);
		return NULL;
	}
	fclose(f);
	data[*len] = '\0';
	return data;
}

/* The lines of one file; its text must stay as long as the lines are used. */
static int
read_lines(const char *path, const char *data, size_t len, Lines *lines)
{
	const char *p = data;
	const char *end = data + len;
	int			line_no = 0;
	int			errors = 0;
	UniBuf		low = {0};

	while (p < end)
	{
		const char *eol = memchr(p, '\n', end - p);
		const char *next;
		const char *col[4] = {"", "", "", ""};
		size_t		col_len[4] = {0};
		int			ncol = 0;
		uint32_t	morph = 0;
		const char *s;

		if (eol == NULL)
			eol = end;
		next = eol < end ? eol + 1 : end;
		if (eol > p && eol[-1] == '\r')
			eol--;
		line_no++;
		s = p;
		p = next;
		if (s == eol || *s == '#')
			continue;

		while (ncol < 4)
		{
			const char *tab = memchr(s, '\t', eol - s);

			if (tab == NULL)
				tab = eol;
			col[ncol] = s;
			col_len[ncol++] = tab - s;
			s = tab + 1;
			if (tab == eol)
				break;
		}
#define COMPLAIN(...) \
		do { \
			fprintf(stderr, "%s:%d: ", path, line_no); \
			fprintf(stderr, __VA_ARGS__); \
			fputc('\n', stderr); \
			errors++; \
		} while (0)

		if (s <= eol)
		{
			COMPLAIN("more than four columns");
			continue;
		}
		if (ncol < 2 || col_len[0] == 0 || col_len[1] == 0)
		{
			COMPLAIN("a form and a class are needed");
			continue;
		}
		if (col_len[0] > 255 || col_len[2] > 255)
		{
			COMPLAIN("form or lemma of more than 255 bytes");
			continue;
		}
		if (memchr(col[0], ' ', col_len[0]) != NULL)
		{
			COMPLAIN("form \"%.*s\" is more than one token", (int) col_len[0], col[0]);
			continue;
		}
		low.len = 0;
		uni_lower(col[0], col_len[0], &low);
		if (low.len != col_len[0] || memcmp(low.data, col[0], low.len) != 0)
		{
			COMPLAIN("form \"%.*s\" would be looked up as \"%.*s\"",
					 (int) col_len[0], col[0], (int) low.len, low.data);
			continue;
		}
		if (col_len[2] == 0 || (col_len[2] == 1 && col[2][0] == '-'))
		{
			col[2] = col[0];
			col_len[2] = col_len[0];
		}

		for (s = col[3]; s < col[3] + col_len[3];)
		{
			const char *comma = memchr(s, ',', col[3] + col_len[3] - s);
			int			tag;

			if (comma == NULL)
				comma = col[3] + col_len[3];
			tag = name_index(tag_name, LEX_NTAGS, s, comma - s);
			if (tag < 0)
				COMPLAIN("morphology \"%.*s\" does not exist", (int) (comma - s), s);
			else
				morph |= UINT32_C(1) << tag;
			s = comma + 1;
		}
		for (s = col[1]; s < col[1] + col_len[1];)
		{
			const char *comma = memchr(s, ',', col[1] + col_len[1] - s);
			int			class;

			if (comma == NULL)
				comma = col[1] + col_len[1];
			class = name_index(class_name, LEX_NCLASSES, s, comma - s);
			if (class < 0)
				COMPLAIN("class \"%.*s\" does not exist", (int) (comma - s), s);
			else
			{
				if (lines->n == lines->cap)
				{
					lines->cap = lines->cap ? lines->cap * 2 : 4096;
					lines->v = core_realloc(lines->v, lines->cap * sizeof(Line));
				}
				lines->v[lines->n] = (Line) {
					.form = col[0], .form_len = (uint32_t) col_len[0],
					.lemma = col[2], .lemma_len = (uint32_t) col_len[2],
					.seq = lines->n, .morph = morph, .class = (uint8_t) class
				};
				lines->n++;
			}
			s = comma + 1;
		}
	}
	uni_buf_free(&low);
	return errors;
}

/* Pad to a multiple of 8 and return the offset from start. */
static uint32_t
align8(UniBuf *out, size_t start)
{
	static const char zero[8];
	size_t		off = out->len - start;

	uni_buf_append(out, zero, (8 - off % 8) % 8);
	return (uint32_t) (out->len - start);
}

/* Number the lemmas in byte order; returns their number. */
static uint32_t
number_lemmas(Lines *lines, UniBuf *starts, UniBuf *text)
{
	Line	  **by_lemma = core_alloc(lines->n * sizeof(Line *));
	uint32_t	n = 0;
	uint32_t	off;

	for (uint32_t i = 0; i < lines->n; i++)
		by_lemma[i] = &lines->v[i];
	qsort(by_lemma, lines->n, sizeof(Line *), compare_lemmas);
	for (uint32_t i = 0; i < lines->n; i++)
	{
		if (i == 0 || compare_lemmas(&by_lemma[i - 1], &by_lemma[i]) != 0)
		{
			off = (uint32_t) text->len;
			uni_buf_append(starts, (const char *) &off, 4);
			uni_buf_append(text, by_lemma[i]->lemma, by_lemma[i]->lemma_len);
			n++;
		}
		by_lemma[i]->lemma_index = n - 1;
	}
	off = (uint32_t) text->len;
	uni_buf_append(starts, (const char *) &off, 4);
	core_free(by_lemma);
	return n;
}

static bool
same_form(const Line *a, const Line *b)
{
	return a->form_len == b->form_len && memcmp(a->form, b->form, a->form_len) == 0;
}

/* One entry from the n lines of a form. */
static void
add_entry(const Line *line, uint32_t n, uint64_t mask, UniBuf *entries, UniBuf *senses,
		  UniBuf *text)
{
	LexEntry	e = {.mask = mask, .len = (uint8_t) line->form_len};
	uint32_t	nsense = (uint32_t) (senses->len / sizeof(LexSense));

	e.sense = nsense;
	if (line->form_len <= LEX_INLINE)
		memcpy(e.form, line->form, line->form_len);
	else
	{
		uint32_t	off = (uint32_t) text->len;

		memcpy(e.form, &off, sizeof(off));
		uni_buf_append(text, line->form, line->form_len);
	}
	for (uint32_t i = 0; i < n; i++)
	{
		LexSense	s = {
			.class = line[i].class,
			.lemma = (uint16_t) line[i].lemma_index,
			.morph = line[i].morph
		};
		bool		seen = false;

		/* two files may know the same: a sense stands once */
		for (uint32_t k = e.sense; k < nsense; k++)
			seen |= memcmp(senses->data + k * sizeof(LexSense), &s, sizeof(s)) == 0;
		if (!seen)
		{
			uni_buf_append(senses, (const char *) &s, sizeof(s));
			nsense++;
		}
	}
	e.nsense = (uint16_t) (nsense - e.sense);
	uni_buf_append(entries, (const char *) &e, sizeof(e));
}

/* Write the section from sorted lines. */
static int
write_section(Lines *lines, UniBuf *out)
{
	size_t		start = out->len;
	LexHeader	h = {.size = 0};
	UniBuf		entries = {0};
	UniBuf		senses = {0};
	UniBuf		starts = {0};
	UniBuf		text = {0};
	uint32_t   *slots;
	LexEntry	none = {.mask = 0};

	memcpy(h.magic, LEX_MAGIC, 8);
	h.nclass = LEX_NCLASSES;
	h.ntag = LEX_NTAGS;
	h.nlemma = number_lemmas(lines, &starts, &text);
	if (h.nlemma > UINT16_MAX + 1)
	{
		fprintf(stderr, "%u lemmas are more than the %u that a lexicon can hold\n",
				h.nlemma, UINT16_MAX + 1);
		return 1;
	}

	uni_buf_append(&entries, (const char *) &none, sizeof(none));
	for (int pass = 0; pass < 2; pass++)
	{
		for (uint32_t i = 0, n; i < lines->n; i += n)
		{
			uint64_t	mask = 0;

			for (n = 0; i + n < lines->n && same_form(&lines->v[i], &lines->v[i + n]); n++)
				mask |= UINT64_C(1) << lines->v[i + n].class;
			/* function words first: they share cache lines */
			if (((mask & HOT) == 0) == pass)
				add_entry(&lines->v[i], n, mask, &entries, &senses, &text);
		}
	}

	h.nentry = (uint32_t) (entries.len / sizeof(LexEntry));
	h.nsense = (uint32_t) (senses.len / sizeof(LexSense));
	h.ntext = (uint32_t) text.len;
	h.nslot = 16;
	while (h.nslot < 2 * h.nentry)
		h.nslot *= 2;

	if (h.nslot > LEX_SLOT_MASK + 1)
	{
		fprintf(stderr, "%u forms are more than the %u that a lexicon can hold\n",
				h.nentry, LEX_SLOT_MASK / 2);
		return 1;
	}
	slots = core_alloc(h.nslot * sizeof(uint32_t));
	memset(slots, 0, h.nslot * sizeof(uint32_t));
	for (uint32_t i = 1; i < h.nentry; i++)
	{
		const LexEntry *e = (const LexEntry *) entries.data + i;
		const char *form = e->len <= LEX_INLINE ? e->form : text.data + lex_long_form(e);
		uint32_t	hash = lex_hash(form, e->len);
		uint32_t	k = hash & (h.nslot - 1);

		while (slots[k] != 0)
			k = (k + 1) & (h.nslot - 1);
		slots[k] = (hash >> LEX_SLOT_BITS << LEX_SLOT_BITS) | i;
	}

	uni_buf_append(out, (const char *) &h, sizeof(h));
	h.slot_off = align8(out, start);
	uni_buf_append(out, (const char *) slots, h.nslot * sizeof(uint32_t));
	h.entry_off = align8(out, start);
	uni_buf_append(out, entries.data, entries.len);
	h.sense_off = align8(out, start);
	uni_buf_append(out, senses.data, senses.len);
	h.lemma_off = align8(out, start);
	uni_buf_append(out, starts.data, starts.len);
	h.text_off = align8(out, start);
	uni_buf_append(out, text.data, text.len);
	h.size = align8(out, start);
	memcpy(out->data + start, &h, sizeof(h));

	core_free(slots);
	uni_buf_free(&entries);
	uni_buf_free(&senses);
	uni_buf_free(&starts);
	uni_buf_free(&text);
	return 0;
}

int
lex_compile(const char *langdir, UniBuf *out)
{
	int			nfile;
	char	  **names = dir_list(langdir, ".lex", &nfile);
	char	  **data;
	Lines		lines = {0};
	int			errors = 0;

	if (names == NULL || nfile == 0)
	{
		fprintf(stderr, "%s: no .lex file\n", langdir);
		return 1;
	}
	data = core_alloc(nfile * sizeof(char *));
	for (int i = 0; i < nfile; i++)
	{
		size_t		len = strlen(langdir) + strlen(names[i]) + 2;
		char	   *path = core_alloc(len);

		snprintf(path, len, "%s/%s", langdir, names[i]);
		data[i] = file_read(path, &len);
		errors += data[i] ? read_lines(path, data[i], len, &lines) : 1;
		core_free(path);
		core_free(names[i]);
	}
	core_free(names);

	if (errors == 0)
	{
		if (lines.n > 0)
			qsort(lines.v, lines.n, sizeof(Line), compare_lines);
		errors = write_section(&lines, out);
	}
	for (int i = 0; i < nfile; i++)
		core_free(data[i]);
	core_free(data);
	core_free(lines.v);
	return errors;
}

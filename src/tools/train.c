/*
 * train.c
 *	  Trains the tagger of a language: a linear-chain conditional random field
 *	  over the features of model/tag_feat.c.
 *
 *	  train [options] -l src/lang/fr -o tagger.bin CORPUS...
 *
 *		-l DIR		folder of the language, for its lexicon
 *		-g FILE		lists of names: name, tab, classes (see gaz_class below)
 *		-x FILE		ordinary words, one a line
 *		-d FILE		corpus to measure on; with -o also to calibrate scores on
 *		-m FILE		only measure: read the tagger from FILE
 *		-e N		epochs
 *		-r N		rows to keep
 *		-w WEIGHT	of the corpora that follow, a factor on their gradient
 *		-n LIST		do not train on documents whose id begins with one of these
 *		-j FILE		write what was found in the -d corpus as JSON lines
 *
 * A corpus is a sequence of documents:
 *
 *	  doc ID LANG BYTES ENTITIES FLAGS
 *	  text
 *	  START END KIND			one a line, bytes, end exclusive
 *
 * FLAGS is "-", or "core" where nothing but PER, ORG and LOC is marked: a
 * word that is not marked there may still be part of an EVENT or PRODUCT, and
 * the training leaves that open (it maximises the sum over all sequences that
 * agree with what is marked).
 *
 * Training is AdaGrad on one sentence at a time, in an order that a fixed
 * seed shuffles, with word features dropped at random so that context and
 * shape learn to stand alone; the weights are the mean over the last epochs.
 * One thread and no libm function in the loop: the same inputs give the same
 * bytes on any machine with IEEE floats (compile with -ffp-contract=off).
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "model/tag_decode.h"
#include "text/uni.h"
#include "tools/lex_compile.h"

#define NL TAG_NLABEL
#define ALL_LABELS ((1u << NL) - 1)

typedef struct Gold
{
	uint32_t	start;			/* bytes */
	uint32_t	end;
	int			kind;			/* TagKind */
} Gold;

typedef struct Doc
{
	char	   *id;
	char	   *text;
	size_t		len;
	Gold	   *gold;
	int			ngold;
	bool		core;
	bool		train;
	float		weight;
	TokDoc		tok;
} Doc;

typedef struct Sent
{
	uint32_t	tok;			/* index of its first token in the arrays */
	uint32_t	n;
	float		weight;
	bool		partial;
} Sent;

typedef struct Vec
{
	char	   *data;
	size_t		n;
	size_t		cap;
	size_t		size;
} Vec;

/* options */
static int	epochs = 12;
static uint32_t max_rows = 150000;
static double learn_rate = 0.15;
static double l1 = 2e-5;
static double dropout = 0.2;
static int	cutoff = 2;
static double doc_weight = 0;
static bool verbose;

static Lexicon lex;
static TagLists lists;
static Doc *docs;
static int	ndocs;
static Doc *devs;
static int	ndevs;

/* per token of the training text */
static Vec	tok_feat;			/* uint32_t: where its features begin in feats */
static Vec	feats;				/* uint32_t: feature << 1 | names the word */
static Vec	tok_allow;			/* uint32_t: labels that agree with the annotation */
static Vec	sents;

static void
die(const char *what, const char *arg)
{
	fprintf(stderr, "train: %s \"%s\"\n", what, arg);
	exit(1);
}

static void *
push(Vec *v, size_t size)
{
	if (v->n == v->cap)
	{
		v->cap = v->cap ? v->cap * 2 : 1024;
		v->data = core_realloc(v->data, v->cap * size);
		v->size = size;
	}
	return v->data + size * v->n++;
}

/* xorshift64*: the one source of chance */
static uint64_t seed = UINT64_C(88172645463325252);

static uint32_t
chance(void)
{
	seed ^= seed >> 12;
	seed ^= seed << 25;
	seed ^= seed >> 27;
	return (uint32_t) ((seed * UINT64_C(2685821657736338717)) >> 32);
}

/* exp without libm, whose last bits differ between versions; x <= 0 mostly */
static double
exp_same(double x)
{
	double		r;
	double		k;
	double		p;
	union
	{
		double		d;
		uint64_t	u;
	}			scale;

	if (x < -600)
		return 0;
	if (x > 600)
		x = 600;
	k = floor(x * 1.4426950408889634 + 0.5);
	r = x - k * 0.6931471805599453;
	p = 1 + r * (1 + r * (0.5 + r * (1.0 / 6 + r * (1.0 / 24 + r * (1.0 / 120 + r * (1.0 / 720 + r / 5040))))));
	scale.u = (uint64_t) (1023 + (int64_t) k) << 52;
	return p * scale.d;
}

static int
kind_of(const char *name)
{
	for (int k = 0; k < TAG_NKINDS; k++)
		if (strcmp(name, tag_kind_name[k]) == 0)
			return k;
	die("no such kind:", name);
	return -1;
}

static void
read_corpus(const char *path, Doc **list, int *n, float weight)
{
	size_t		len;
	char	   *data = file_read(path, &len);
	char	   *p = data;

	if (data == NULL)
		exit(1);
	while (p < data + len)
	{
		char		id[256];
		char		lang[16];
		char		flags[64];
		size_t		bytes;
		int			nent;
		int			used;
		Doc		   *d;

		if (sscanf(p, "doc %255s %15s %zu %d %63s%n", id, lang, &bytes, &nent, flags, &used) != 5)
			die("not a document head in", path);
		p += used;
		if (*p != '\n' || bytes > (size_t) (data + len - p))
			die("broken document in", path);
		*list = core_realloc(*list, (size_t) (*n + 1) * sizeof(Doc));
		d = &(*list)[(*n)++];
		memset(d, 0, sizeof(*d));
		d->id = strcpy(core_alloc(strlen(id) + 1), id);
		d->text = p + 1;
		d->len = bytes;
		d->core = strcmp(flags, "core") == 0;
		d->train = true;
		d->weight = weight;
		p += bytes + 2;
		d->gold = core_alloc((size_t) (nent + 1) * sizeof(Gold));
		for (int i = 0; i < nent; i++)
		{
			char		kind[16];

			if (sscanf(p, "%u %u %15s%n", &d->gold[i].start, &d->gold[i].end, kind, &used) != 3)
				die("broken entity in", path);
			d->gold[i].kind = kind_of(kind);
			p += used + 1;
		}
		d->ngold = nent;
		if (tok_document(&lex, d->text, d->len, &d->tok) != CORE_OK)
			die("cannot tokenise", id);
	}
}

/* ------------------------------------------------------------------ lists */

static uint32_t
gaz_class(const char *name)
{
	static const struct
	{
		const char *name;
		uint32_t	bit;
	}			classes[] = {
		{"first", GAZ_FIRST}, {"first_rare", GAZ_FIRST_RARE},
		{"surname", GAZ_SURNAME}, {"surname_rare", GAZ_SURNAME_RARE},
		{"country", GAZ_COUNTRY}, {"region", GAZ_REGION}, {"city", GAZ_CITY},
		{"town", GAZ_TOWN}, {"party", GAZ_PARTY}, {"media", GAZ_MEDIA},
		{"company", GAZ_COMPANY}, {"club", GAZ_CLUB}, {"brand", GAZ_BRAND},
		{"demonym", GAZ_DEMONYM}, {"place", GAZ_PLACE}, {"org", GAZ_ORG},
		{"event", GAZ_EVENT}, {"product", GAZ_PRODUCT}
	};

	for (size_t i = 0; i < sizeof(classes) / sizeof(*classes); i++)
		if (strcmp(name, classes[i].name) == 0)
			return classes[i].bit;
	die("no such class of names:", name);
	return 0;
}

typedef struct GazEntry
{
	uint64_t	hash;
	uint32_t	bits;
} GazEntry;

static int
by_hash(const void *a, const void *b)
{
	uint64_t	x = ((const GazEntry *) a)->hash;
	uint64_t	y = ((const GazEntry *) b)->hash;

	return x < y ? -1 : x > y;
}

/* Compile the lists of names into the table that feat_gaz reads. */
static void
build_gazetteer(const char *path)
{
	size_t		len;
	char	   *data = file_read(path, &len);
	Vec			all = {0};
	GazEntry   *e;
	size_t		n = 0;
	uint32_t   *fp;
	uint32_t   *bits;

	if (data == NULL)
		exit(1);
	for (char *p = data; *p;)
	{
		char	   *tab = strchr(p, '\t');
		char	   *eol = strchr(p, '\n');
		uint32_t	b = 0;
		TokDoc		t;
		uint64_t	h = 0;

		if (tab == NULL || eol == NULL || tab > eol)
			die("a line without class in", path);
		*eol = 0;
		for (char *c = strtok(tab + 1, " "); c; c = strtok(NULL, " "))
			b |= gaz_class(c);
		if (tok_document(&lex, p, (size_t) (tab - p), &t) == CORE_OK && t.ntok >= 1 && t.ntok <= 7)
			for (uint32_t i = 0; i < t.ntok; i++)
			{
				uint64_t	w = feat_fold_hash(t.text + t.tok[i].byte, t.tok[i].len);

				h = i == 0 ? w : feat_mix(h, w);
				*(GazEntry *) push(&all, sizeof(GazEntry)) = (GazEntry) {
					h, i + 1 == t.ntok ? b | GAZ_WHOLE : GAZ_MORE
				};
			}
		tok_free(&t);
		p = eol + 1;
	}
	e = (GazEntry *) all.data;
	qsort(e, all.n, sizeof(*e), by_hash);
	for (size_t i = 0; i < all.n; i++)
	{
		if (n > 0 && e[n - 1].hash == e[i].hash)
			e[n - 1].bits |= e[i].bits;
		else
			e[n++] = e[i];
	}
	lists.ngaz = (uint32_t) (n + n / 2 + 16);
	fp = core_alloc(2 * lists.ngaz * sizeof(*fp));
	bits = fp + lists.ngaz;
	memset(fp, 0, 2 * lists.ngaz * sizeof(*fp));
	for (size_t i = 0; i < n; i++)
	{
		uint32_t	slot = (uint32_t) (((e[i].hash >> 32) * lists.ngaz) >> 32);

		while (fp[slot])
			if (++slot == lists.ngaz)
				slot = 0;
		fp[slot] = (uint32_t) e[i].hash | 1;
		bits[slot] = e[i].bits;
	}
	lists.gaz_fp = fp;
	lists.gaz_bits = bits;
	fprintf(stderr, "gazetteer: %zu entries, %zu kB\n", n, (size_t) lists.ngaz * 8 / 1024);
	core_free(data);
	core_free(e);
}

/* Ordinary words, one a line, into the filter that in_dict asks. */
static void
build_dict(const char *path)
{
	size_t		len;
	char	   *data = file_read(path, &len);
	uint32_t	n = 0;
	uint64_t   *dict;

	if (data == NULL)
		exit(1);
	for (size_t i = 0; i < len; i++)
		n += data[i] == '\n';
	lists.ndict = n / 60 + 1;
	dict = core_alloc((size_t) lists.ndict * 64);
	memset(dict, 0, (size_t) lists.ndict * 64);
	for (char *p = data; *p;)
	{
		size_t		w = strcspn(p, "\n");
		uint64_t	h = feat_mix(feat_fold_hash(p, w), 5);

		for (int k = 0; k < 3; k++)
		{
			uint32_t	bit = feat_dict_bit(h, k);

			dict[(size_t) feat_dict_line(&lists, h) * 8 + bit / 64] |= UINT64_C(1) << (bit % 64);
		}
		p += w + (p[w] == '\n');
	}
	lists.dict = dict;
	core_free(data);
	fprintf(stderr, "dictionary: %u words, %u kB\n", n, lists.ndict / 16);
}

/*
 * Compile hints.tsv, a class and its words a line: the table of clusters.
 * Words with a hyphen for a blank never match and do no harm.
 */
static void
build_hints(const char *langdir)
{
	char		path[4096];
	size_t		len;
	char	   *data;
	Vec			all = {0};
	uint16_t	class = 0;
	uint32_t   *fp;
	uint16_t   *clus;

	snprintf(path, sizeof(path), "%s/hints.tsv", langdir);
	data = file_read(path, &len);
	if (data == NULL)
		exit(1);
	for (char *p = data; *p;)
	{
		char	   *eol = strchr(p, '\n');
		char	   *next = eol ? eol + 1 : p + strlen(p);
		char	   *tab = strchr(p, '\t');

		if (eol)
			*eol = 0;
		if (*p != '#' && tab && (eol == NULL || tab < eol))
		{
			class++;
			for (char *w = strtok(tab + 1, " "); w; w = strtok(NULL, " "))
			{
				char		plural[256];
				size_t		n = strlen(w);

				*(GazEntry *) push(&all, sizeof(GazEntry)) = (GazEntry) {feat_fold_hash(w, n), class};
				if (n < 200 && !strchr("sxz", w[n - 1]))
				{
					snprintf(plural, sizeof(plural), "%ss", w);
					*(GazEntry *) push(&all, sizeof(GazEntry)) = (GazEntry) {feat_fold_hash(plural, n + 1), class};
				}
			}
		}
		p = next;
	}
	lists.nclus = (uint32_t) (2 * all.n + 16);
	fp = core_alloc(lists.nclus * 6);
	clus = (uint16_t *) (fp + lists.nclus);
	memset(fp, 0, lists.nclus * 6);
	for (size_t i = 0; i < all.n; i++)
	{
		GazEntry   *e = (GazEntry *) all.data + i;
		uint32_t	slot = (uint32_t) (((e->hash >> 32) * lists.nclus) >> 32);

		/* the first class that names a word has it */
		while (fp[slot] && fp[slot] != ((uint32_t) e->hash | 1))
			if (++slot == lists.nclus)
				slot = 0;
		if (fp[slot])
			continue;
		fp[slot] = (uint32_t) e->hash | 1;
		clus[slot] = (uint16_t) e->bits;
	}
	lists.clus_fp = fp;
	lists.clus = clus;
	core_free(data);
	core_free(all.data);
}

/* --------------------------------------------------------------- features */

typedef struct Count
{
	uint64_t	hash;			/* 0: empty */
	uint32_t	count;
	uint32_t	id;
} Count;

static Count *counts;
static size_t ncounts;
static size_t counts_size;
static uint32_t nfeat;
static uint64_t *feat_hash;
static uint32_t *feat_count;

static Count *
count_of(uint64_t hash)
{
	size_t		slot;

	if (ncounts * 2 >= counts_size)
	{
		Count	   *old = counts;
		size_t		size = counts_size;

		counts_size = size ? size * 2 : 1 << 20;
		counts = core_alloc(counts_size * sizeof(Count));
		memset(counts, 0, counts_size * sizeof(Count));
		for (size_t i = 0; i < size; i++)
			if (old[i].hash)
			{
				slot = (old[i].hash >> 20) & (counts_size - 1);
				while (counts[slot].hash)
					slot = (slot + 1) & (counts_size - 1);
				counts[slot] = old[i];
			}
		core_free(old);
	}
	slot = (hash >> 20) & (counts_size - 1);
	while (counts[slot].hash && counts[slot].hash != hash)
		slot = (slot + 1) & (counts_size - 1);
	if (counts[slot].hash == 0)
	{
		counts[slot].hash = hash;
		ncounts++;
	}
	return &counts[slot];
}

/* Which tokens of a document the grammar of dates claims. */
static uint8_t *
date_marks(const TokDoc *t)
{
	uint8_t    *mark = core_alloc(t->ntok + 1);
	TagSpans	spans = {0};

	memset(mark, 0, t->ntok + 1);
	tag_dates(t, &spans);
	for (uint32_t i = 0; i < spans.n; i++)
		memset(mark + spans.span[i].first, 1, spans.span[i].ntok);
	core_free(spans.span);
	return mark;
}

/* Labels that agree with the annotation, token by token. */
static long
allow_labels(const Doc *d, uint32_t *allow)
{
	const TokDoc *t = &d->tok;
	uint32_t	none = 1u << TAG_O;
	uint32_t	i = 0;
	long		bad = 0;

	if (d->core)
		for (int k = TAG_EVENT; k <= TAG_PRODUCT; k++)
			none |= 1u << TAG_S(k) | 1u << TAG_B(k) | 1u << TAG_E(k) | 1u << TAG_I(k);
	for (uint32_t k = 0; k < t->ntok; k++)
		allow[k] = none;
	for (int g = 0; g < d->ngold; g++)
	{
		uint32_t	a;
		uint32_t	z;
		int			kind = d->gold[g].kind;
		bool		fits;

		if (kind >= TAG_NLEARNT)
			continue;
		while (i < t->ntok && tok_byte_end(t, i) <= d->gold[g].start)
			i++;
		a = i;
		while (i < t->ntok && t->tok[i].byte < d->gold[g].end)
			i++;
		z = i;
		if (a == z)
			continue;
		fits = t->tok[a].byte == d->gold[g].start && tok_byte_end(t, z - 1) == d->gold[g].end;
		for (uint32_t k = a + 1; k < z; k++)
			if (t->tok[k].flags & TOK_SENT)
				fits = false;
		if (!fits)
			bad++;
		if (!fits && verbose)
			fprintf(stderr, "%s: [%.*s] does not fit tokens\n", d->id,
					(int) (d->gold[g].end - d->gold[g].start), d->text + d->gold[g].start);
		for (uint32_t k = a; k < z; k++)
			allow[k] = !fits ? ALL_LABELS :
				1u << (z == a + 1 ? TAG_S(kind) : k == a ? TAG_B(kind) : k == z - 1 ? TAG_E(kind) : TAG_I(kind));
	}
	return bad;
}

static void
build_features(void)
{
	long		bad = 0;
	uint32_t   *out;
	size_t		kept = 0;
	Vec			raw = {0};		/* uint64_t hashes */
	uint64_t   *hashes;

	for (int d = 0; d < ndocs; d++)
	{
		TokDoc	   *t = &docs[d].tok;
		uint8_t    *date;
		TagWord    *word;
		uint32_t   *allow;

		if (!docs[d].train || t->ntok == 0)
			continue;
		date = date_marks(t);
		word = core_alloc(t->ntok * sizeof(*word));
		allow = core_alloc(t->ntok * sizeof(*allow));
		bad += allow_labels(&docs[d], allow);
		feat_words(&lists, t, 0, t->ntok, date, word);
		for (uint32_t a = 0; a < t->ntok;)
		{
			uint32_t	z = a + 1;
			Sent	   *s;
			uint32_t	both = 0;

			while (z < t->ntok && z - a < TAG_SENTENCE && !(t->tok[z].flags & TOK_SENT))
				z++;
			s = push(&sents, sizeof(Sent));
			s->tok = (uint32_t) tok_feat.n;
			s->n = z - a;
			s->weight = docs[d].weight;
			for (uint32_t i = a; i < z; i++)
			{
				uint64_t	h[TAG_MAXFEAT];
				int			m = feat_hashes(word + a, (int) (z - a), (int) (i - a), h);

				if (m > TAG_MAXFEAT)
					die("too many features", docs[d].id);
				both |= allow[i] & (allow[i] - 1);
				*(uint32_t *) push(&tok_feat, sizeof(uint32_t)) = (uint32_t) raw.n;
				*(uint32_t *) push(&tok_allow, sizeof(uint32_t)) = allow[i];
				for (int k = 0; k < m; k++)
				{
					*(uint64_t *) push(&raw, sizeof(uint64_t)) = h[k];
					count_of(h[k])->count++;
				}
			}
			s->partial = both != 0;
			a = z;
		}
		core_free(date);
		core_free(word);
		core_free(allow);
	}
	*(uint32_t *) push(&tok_feat, sizeof(uint32_t)) = (uint32_t) raw.n;

	/* number the features in order of first use, those seen often enough */
	hashes = (uint64_t *) raw.data;
	feat_hash = core_alloc(ncounts * sizeof(*feat_hash));
	feat_count = core_alloc(ncounts * sizeof(*feat_count));
	out = core_alloc(raw.n * sizeof(uint32_t));
	for (size_t t = 0; t + 1 < tok_feat.n; t++)
	{
		uint32_t   *where = (uint32_t *) tok_feat.data;
		uint32_t	from = where[t];
		uint32_t	to = where[t + 1];

		where[t] = (uint32_t) kept;
		for (uint32_t k = from; k < to; k++)
		{
			Count	   *c = count_of(hashes[k]);

			if ((int) c->count < cutoff)
				continue;
			if (c->id == 0)
			{
				feat_hash[nfeat] = c->hash;
				feat_count[nfeat] = c->count;
				c->id = ++nfeat;
			}
			out[kept++] = (c->id - 1) << 1 | (uint32_t) (c->hash & 1);
		}
	}
	((uint32_t *) tok_feat.data)[tok_feat.n - 1] = (uint32_t) kept;
	feats.data = (char *) out;
	feats.n = kept;
	fprintf(stderr, "%zu tokens, %zu sentences, %.1f features a token, %zu different, %u kept; %ld entities off the tokens\n",
			tok_allow.n, sents.n, (double) raw.n / (double) tok_allow.n, ncounts, nfeat, bad);
	core_free(raw.data);
	core_free(counts);
}

/* --------------------------------------------------------------- training */

typedef float Row[TAG_LANES];

static Row *weight;
static Row *history;			/* AdaGrad: sum of squared gradients */
static Row *mean;
static double trans[NL][NL];
static double trans_history[NL][NL];
static double trans_mean[NL][NL];

static int	legal_from[NL][NL];	/* predecessors of each label */
static int	nlegal_from[NL];

typedef struct Lattice
{
	double		emission[TAG_SENTENCE][NL];	/* exp, scaled by token */
	double		alpha[TAG_SENTENCE][NL];
	double		beta[TAG_SENTENCE][NL];
	double		z[TAG_SENTENCE];	/* scale of alpha */
} Lattice;

static double exp_trans[NL][NL];

/*
 * Forward and backward over the labels that allow leaves, as probabilities
 * scaled to sum to 1 at each token.  Then for each token
 *		P(y) = alpha[y] * beta[y]
 *		P(p, y) = alpha'[p] * T[p][y] * E[y] * beta[y] / z
 */
static void
forward_backward(Lattice *l, int n, const uint32_t *allow)
{
	for (int i = 0; i < n; i++)
	{
		double		sum = 0;

		for (int y = 0; y < NL; y++)
		{
			double		a = 0;

			l->alpha[i][y] = 0;
			if (!(allow[i] >> y & 1))
				continue;
			if (i == 0)
				a = tag_starts(y) ? exp_trans[TAG_O][y] : 0;
			else
				for (int k = 0; k < nlegal_from[y]; k++)
					a += l->alpha[i - 1][legal_from[y][k]] * exp_trans[legal_from[y][k]][y];
			if (i == n - 1 && !tag_closed(y))
				a = 0;
			l->alpha[i][y] = a * l->emission[i][y];
			sum += l->alpha[i][y];
		}
		if (!(sum > 1e-300))
			sum = 1e-300;
		l->z[i] = sum;
		for (int y = 0; y < NL; y++)
			l->alpha[i][y] /= sum;
	}
	for (int y = 0; y < NL; y++)
		l->beta[n - 1][y] = 1;
	for (int i = n - 2; i >= 0; i--)
	{
		for (int p = 0; p < NL; p++)
			l->beta[i][p] = 0;
		for (int y = 0; y < NL; y++)
		{
			double		b;

			if (!(allow[i + 1] >> y & 1) || (i + 1 == n - 1 && !tag_closed(y)))
				continue;
			b = l->beta[i + 1][y] * l->emission[i + 1][y] / l->z[i + 1];
			if (b == 0)
				continue;
			for (int k = 0; k < nlegal_from[y]; k++)
				l->beta[i][legal_from[y][k]] += exp_trans[legal_from[y][k]][y] * b;
		}
	}
}

/* Add sign * P(p, y) of all tokens to sum. */
static void
pair_sums(const Lattice *l, int n, const uint32_t *allow, double sign, double (*sum)[NL])
{
	for (int i = 0; i < n; i++)
		for (int y = 0; y < NL; y++)
		{
			double		b;

			if (!(allow[i] >> y & 1) || (i == n - 1 && !tag_closed(y)))
				continue;
			b = sign * l->beta[i][y] * l->emission[i][y] / l->z[i];
			if (b == 0)
				continue;
			if (i == 0)
			{
				if (tag_starts(y))
					sum[TAG_O][y] += exp_trans[TAG_O][y] * b;
			}
			else
				for (int k = 0; k < nlegal_from[y]; k++)
					sum[legal_from[y][k]][y] += l->alpha[i - 1][legal_from[y][k]] *
						exp_trans[legal_from[y][k]][y] * b;
		}
}

static void
train_sentence(const Sent *s, double rate, Lattice *l, Lattice *want)
{
	static uint32_t any[TAG_SENTENCE];
	static double pairs[NL][NL];
	const uint32_t *where = (const uint32_t *) tok_feat.data + s->tok;
	const uint32_t *allow = (const uint32_t *) tok_allow.data + s->tok;
	uint32_t   *feat = (uint32_t *) feats.data;
	bool		dropped[TAG_SENTENCE];
	int			n = (int) s->n;

	for (int i = 0; i < n; i++)
	{
		float		sum[TAG_LANES] = {0};
		double		top;

		dropped[i] = chance() < dropout * 4294967295.0;
		for (uint32_t k = where[i]; k < where[i + 1]; k++)
		{
			const float *w = weight[feat[k] >> 1];

			if (dropped[i] && (feat[k] & 1))
				continue;
			for (int y = 0; y < TAG_LANES; y++)
				sum[y] += w[y];
		}
		top = (double) sum[0];
		for (int y = 1; y < NL; y++)
			top = CORE_MAX(top, (double) sum[y]);
		for (int y = 0; y < NL; y++)
			l->emission[i][y] = exp_same((double) sum[y] - top) + 1e-30;
		any[i] = ALL_LABELS;
	}
	memset(pairs, 0, sizeof(pairs));
	if (s->partial)
	{
		memcpy(want->emission, l->emission, sizeof(l->emission[0]) * s->n);
		forward_backward(want, n, allow);
		pair_sums(want, n, allow, -1, pairs);
	}
	else
	{
		int			prev = TAG_O;

		for (int i = 0; i < n; i++)
		{
			int			y = __builtin_ctz(allow[i]);

			pairs[prev][y] -= 1;
			prev = y;
		}
	}
	forward_backward(l, n, any);
	pair_sums(l, n, any, 1, pairs);

	for (int i = 0; i < n; i++)
	{
		float		g[TAG_LANES] = {0};
		float		most = 0;

		for (int y = 0; y < NL; y++)
		{
			double		p = l->alpha[i][y] * l->beta[i][y];

			if (s->partial)
				p -= want->alpha[i][y] * want->beta[i][y];
			else if (allow[i] >> y & 1)
				p -= 1;
			g[y] = (float) (p * (double) s->weight);
			most = CORE_MAX(most, g[y] < 0 ? -g[y] : g[y]);
		}
		if (most < 1e-3f)
			continue;
		for (uint32_t k = where[i]; k < where[i + 1]; k++)
		{
			float	   *w = weight[feat[k] >> 1];
			float	   *h = history[feat[k] >> 1];

			if (dropped[i] && (feat[k] & 1))
				continue;
			for (int y = 0; y < TAG_LANES; y++)
			{
				float		step;
				float		v;
				float		cut;

				h[y] += g[y] * g[y];
				step = (float) rate / (0.1f + sqrtf(h[y]));
				v = w[y] - step * g[y];
				cut = step * (float) l1;
				w[y] = v > cut ? v - cut : v < -cut ? v + cut : 0;
			}
		}
	}
	for (int p = 0; p < NL; p++)
		for (int y = 0; y < NL; y++)
			if (pairs[p][y] != 0)
			{
				double		gt = pairs[p][y] * (double) s->weight;

				trans_history[p][y] += gt * gt;
				trans[p][y] -= rate / (0.1 + sqrt(trans_history[p][y])) * gt;
				exp_trans[p][y] = exp_same(trans[p][y]);
			}
}

static void
train(void)
{
	uint32_t   *order = core_alloc(sents.n * sizeof(*order));
	Lattice    *l = core_alloc(sizeof(*l));
	Lattice    *want = core_alloc(sizeof(*want));
	int			averaged = 0;

	weight = calloc(nfeat, sizeof(Row));
	history = calloc(nfeat, sizeof(Row));
	mean = calloc(nfeat, sizeof(Row));
	if (!weight || !history || !mean)
		die("out of memory", "weights");
	for (int p = 0; p < NL; p++)
		for (int y = 0; y < NL; y++)
		{
			exp_trans[p][y] = tag_legal(p, y) ? 1 : 0;
			if (tag_legal(p, y))
				legal_from[y][nlegal_from[y]++] = p;
		}
	for (size_t i = 0; i < sents.n; i++)
		order[i] = (uint32_t) i;
	for (int e = 0; e < epochs; e++)
	{
		for (size_t i = sents.n - 1; i > 0; i--)
		{
			size_t		j = chance() % (i + 1);
			uint32_t	swap = order[i];

			order[i] = order[j];
			order[j] = swap;
		}
		for (size_t i = 0; i < sents.n; i++)
			train_sentence((Sent *) sents.data + order[i], learn_rate, l, want);
		if (e * 2 >= epochs)
		{
			averaged++;
			for (uint32_t f = 0; f < nfeat; f++)
				for (int y = 0; y < NL; y++)
					mean[f][y] += weight[f][y];
			for (int p = 0; p < NL; p++)
				for (int y = 0; y < NL; y++)
					trans_mean[p][y] += trans[p][y];
		}
		if (verbose)
			fprintf(stderr, "epoch %d\n", e + 1);
	}
	for (uint32_t f = 0; f < nfeat; f++)
		for (int y = 0; y < NL; y++)
			mean[f][y] /= (float) averaged;
	for (int p = 0; p < NL; p++)
		for (int y = 0; y < NL; y++)
			trans_mean[p][y] /= averaged;
	core_free(order);
	core_free(l);
	core_free(want);
}

/* ----------------------------------------------------------------- writing */

typedef struct Ranked
{
	uint32_t	feat;
	float		worth;
} Ranked;

static int
by_worth(const void *a, const void *b)
{
	const Ranked *x = a;
	const Ranked *y = b;

	if (x->worth != y->worth)
		return x->worth > y->worth ? -1 : 1;
	return x->feat < y->feat ? -1 : x->feat > y->feat;
}

static int
by_use(const void *a, const void *b)
{
	uint32_t	x = ((const Ranked *) a)->feat;
	uint32_t	y = ((const Ranked *) b)->feat;

	if (feat_count[x] != feat_count[y])
		return feat_count[x] > feat_count[y] ? -1 : 1;
	return x < y ? -1 : x > y;
}

static uint32_t
room(UniBuf *buf, size_t size, size_t align)
{
	size_t		pad = (align - buf->len % align) % align;
	uint32_t	off;

	uni_buf_reserve(buf, pad + size);
	memset(buf->data + buf->len, 0, pad + size);
	off = (uint32_t) (buf->len + pad);
	buf->len += pad + size;
	return off;
}

static int
quantise(double w, double scale, int limit)
{
	int			q = (int) floor(w / scale + 0.5);

	return CORE_MAX(-limit, CORE_MIN(limit, q));
}

/* Make the section: the most useful rows, the most used ones first. */
static void
write_model(UniBuf *buf)
{
	Ranked	   *rank = core_alloc(nfeat * sizeof(*rank));
	uint32_t	nrow = 0;
	double		scale;
	TagFile		f = {.version = TAG_VERSION};
	int16_t    *t;
	uint32_t	off;

	for (uint32_t i = 0; i < nfeat; i++)
	{
		float		most = 0;

		for (int y = 0; y < NL; y++)
			most = CORE_MAX(most, mean[i][y] < 0 ? -mean[i][y] : mean[i][y]);
		/* how much it says, and how often */
		rank[i].feat = i;
		rank[i].worth = most * (float) sqrt(sqrt((double) feat_count[i]));
	}
	qsort(rank, nfeat, sizeof(*rank), by_worth);
	while (nrow < nfeat && nrow < max_rows && rank[nrow].worth > 0.02f)
		nrow++;
	qsort(rank, nrow, sizeof(*rank), by_use);

	/* 4.0 is a very large weight: steps of 1/32 */
	scale = 1.0 / 32;
	memcpy(f.magic, TAG_MAGIC, 8);
	f.scale = (float) scale;
	f.doc_weight = (float) doc_weight;
	f.nrow = nrow;
	f.nbucket = nrow / 7 + 8;
	room(buf, sizeof(TagFile), 64);
	f.trans_off = room(buf, NL * TAG_LANES * sizeof(int16_t), 64);
	t = (int16_t *) (buf->data + f.trans_off);
	for (int p = 0; p < NL; p++)
		for (int y = 0; y < NL; y++)
			t[p * TAG_LANES + y] = (int16_t) (tag_legal(p, y) ? quantise(trans_mean[p][y], scale, 4000) : -12000);
	f.bucket_off = room(buf, f.nbucket * sizeof(TagBucket), 64);
	f.row_off = room(buf, (size_t) nrow * TAG_LANES, 64);
	for (uint32_t r = 0; r < nrow; r++)
	{
		uint64_t	h = feat_hash[rank[r].feat];
		uint32_t	b = (uint32_t) (((h >> 32) * f.nbucket) >> 32);
		TagBucket  *bucket = (TagBucket *) (buf->data + f.bucket_off) + b;
		int8_t	   *row = (int8_t *) (buf->data + f.row_off) + (size_t) r * TAG_LANES;

		for (int tries = 0; bucket->used == TAG_SLOTS; tries++)
		{
			if (tries == 15)
				die("a bucket overflows", "rows");
			bucket->spilled = 1;
			if (++b == f.nbucket)
				b = 0;
			bucket = (TagBucket *) (buf->data + f.bucket_off) + b;
		}
		bucket->fp[bucket->used] = (uint16_t) (h >> 16);
		bucket->row[bucket->used][0] = (uint8_t) r;
		bucket->row[bucket->used][1] = (uint8_t) (r >> 8);
		bucket->row[bucket->used][2] = (uint8_t) (r >> 16);
		bucket->used++;
		for (int y = 0; y < NL; y++)
			row[y] = (int8_t) quantise((double) mean[rank[r].feat][y], scale, 127);
	}
	f.ngaz = lists.ngaz;
	off = room(buf, (size_t) lists.ngaz * 8, 64);
	f.gaz_off = off;
	if (lists.ngaz)
		memcpy(buf->data + off, lists.gaz_fp, (size_t) lists.ngaz * 8);
	f.nclus = lists.nclus;
	off = room(buf, (size_t) lists.nclus * 6, 64);
	f.clus_off = off;
	if (lists.nclus)
		memcpy(buf->data + off, lists.clus_fp, (size_t) lists.nclus * 6);
	f.ndict = lists.ndict;
	off = room(buf, (size_t) lists.ndict * 64, 64);
	f.dict_off = off;
	if (lists.ndict)
		memcpy(buf->data + off, lists.dict, (size_t) lists.ndict * 64);
	room(buf, 0, 64);
	f.size = (uint32_t) buf->len;
	for (int k = 0; k < TAG_NLEARNT; k++)
		f.calib[k][0] = 1;
	memcpy(buf->data, &f, sizeof(f));
	fprintf(stderr, "%u rows, %zu kB\n", nrow, buf->len / 1024);
	core_free(rank);
}

/* --------------------------------------------------------------- measuring */

typedef struct Tally
{
	int			hit;
	int			found;
	int			gold;
} Tally;

static void
print_tally(const char *name, Tally t)
{
	double		p = t.found ? 100.0 * t.hit / t.found : 0;
	double		r = t.gold ? 100.0 * t.hit / t.gold : 0;

	printf("%-18s P %6.2f  R %6.2f  F1 %6.2f  (%d of %d found, %d marked)\n", name,
		   p, r, p + r > 0 ? 2 * p * r / (p + r) : 0, t.hit, t.found, t.gold);
}

/* Tag the -d corpus, count, and collect scores for the calibration. */
static void
measure(const TagModel *model, FILE *json, Vec *scored)
{
	Tally		by[TAG_NKINDS] = {{0, 0, 0}};
	Tally		core = {0, 0, 0};
	Tally		all = {0, 0, 0};

	for (int d = 0; d < ndevs; d++)
	{
		Doc		   *doc = &devs[d];
		TagResult	r = {0};

		tag_document(model, &doc->tok, &r);
		if (json)
			fprintf(json, "{\"id\": \"%s\", \"entities\": [", doc->id);
		for (uint32_t i = 0; i < r.n; i++)
		{
			TagMention *m = &r.mention[i];
			bool		hit = false;

			for (int g = 0; g < doc->ngold && !hit; g++)
				hit = doc->gold[g].start == m->byte && doc->gold[g].end == m->byte + m->len &&
					doc->gold[g].kind == m->kind;
			if (!doc->core || m->kind <= TAG_LOC)
			{
				by[m->kind].found++;
				by[m->kind].hit += hit;
			}
			if (scored && m->kind < TAG_NLEARNT && (!doc->core || m->kind <= TAG_LOC))
			{
				float	   *s = push(scored, 3 * sizeof(float));

				s[0] = (float) m->kind;
				s[1] = m->score;
				s[2] = hit;
			}
			if (json)
				fprintf(json, "%s[%u, %u, \"%s\"]", i ? ", " : "", m->chr, m->chr + m->nchr, tag_kind_name[m->kind]);
		}
		if (json)
			fprintf(json, "]}\n");
		for (int g = 0; g < doc->ngold; g++)
			by[doc->gold[g].kind].gold++;
		tag_free(&r);
	}
	for (int k = 0; k < TAG_NKINDS; k++)
	{
		print_tally(tag_kind_name[k], by[k]);
		all.hit += by[k].hit;
		all.found += by[k].found;
		all.gold += by[k].gold;
		if (k <= TAG_LOC)
		{
			core.hit += by[k].hit;
			core.found += by[k].found;
			core.gold += by[k].gold;
		}
	}
	print_tally("PER/ORG/LOC", core);
	print_tally("all", all);
}

/*
 * Fit slope and offset of the logit so that scores are probabilities (Platt),
 * one pair for all kinds, rounded to 1/16 so that no libm shows through.
 */
static void
calibrate(TagFile *f, const Vec *scored)
{
	const float *s = (const float *) scored->data;
	double		a = 1;
	double		b = 0;

	for (int step = 0; step < 2000; step++)
	{
		double		ga = 0;
		double		gb = 0;

		for (size_t i = 0; i < scored->n; i++)
		{
			double		p = CORE_MAX(1e-6, CORE_MIN(1 - 1e-6, (double) s[3 * i + 1]));
			double		x = log(p / (1 - p));
			double		q = 1 / (1 + exp(-(a * x + b)));

			ga += ((double) s[3 * i + 2] - q) * x;
			gb += (double) s[3 * i + 2] - q;
		}
		a += 0.05 * ga / (double) scored->n;
		b += 0.2 * gb / (double) scored->n;
	}
	a = floor(a * 16 + 0.5) / 16;
	b = floor(b * 16 + 0.5) / 16;
	for (int k = 0; k < TAG_NLEARNT; k++)
	{
		f->calib[k][0] = (float) a;
		f->calib[k][1] = (float) b;
	}
	fprintf(stderr, "calibration: slope %.4f offset %.4f\n", a, b);
}

int
main(int argc, char **argv)
{
	const char *out = NULL;
	const char *gaz = NULL;
	const char *dictionary = NULL;
	const char *lang = NULL;
	const char *only = NULL;
	const char *skip = NULL;
	const char *json = NULL;
	const char *dev[16];
	int			ndev = 0;
	float		w = 1;
	UniBuf		lexicon = {0};
	UniBuf		buf = {0};
	TagModel	model;

	for (int i = 1; i < argc; i++)
		if (strcmp(argv[i], "-l") == 0 && i + 1 < argc)
			lang = argv[i + 1];
	if (lang == NULL)
	{
		fprintf(stderr, "usage: train -l LANGDIR [-g LISTS] [-d CORPUS] [-o FILE] CORPUS...\n");
		return 1;
	}
	if (lex_compile(lang, &lexicon) != 0 || lex_open(&lex, lexicon.data, lexicon.len) != CORE_OK)
		die("no lexicon in", lang);
	for (int i = 1; i < argc; i++)
	{
		const char *a = argv[i];

		if (a[0] != '-')
			read_corpus(a, &docs, &ndocs, w);
		else if (strcmp(a, "-v") == 0)
			verbose = true;
		else if (i + 1 >= argc)
			die("no value for", a);
		else
		{
			const char *v = argv[++i];

			switch (a[1])
			{
				case 'l':
					break;
				case 'o':
					out = v;
					break;
				case 'g':
					gaz = v;
					break;
				case 'x':
					dictionary = v;
					break;
				case 'm':
					only = v;
					break;
				case 'd':
					if (ndev < 16)
						dev[ndev++] = v;
					break;
				case 'n':
					skip = v;
					break;
				case 'j':
					json = v;
					break;
				case 'e':
					epochs = atoi(v);
					break;
				case 'r':
					max_rows = (uint32_t) atoi(v);
					break;
				case 'c':
					cutoff = atoi(v);
					break;
				case 'w':
					w = (float) atof(v);
					break;
				case 'L':
					l1 = atof(v);
					break;
				case 'R':
					learn_rate = atof(v);
					break;
				case 'W':
					doc_weight = atof(v);
					break;
				case 'D':
					dropout = atof(v);
					break;
				default:
					die("no such option:", a);
			}
		}
	}
	for (int i = 0; skip && i < ndocs; i++)
		for (const char *p = skip; *p;)
		{
			size_t		n = strcspn(p, ",");

			if (n && strncmp(docs[i].id, p, n) == 0)
				docs[i].train = false;
			p += n + (p[n] == ',');
		}
	if (only)
	{
		buf.data = file_read(only, &buf.len);
		if (buf.data == NULL)
			return 1;
	}
	else
	{
		if (gaz)
			build_gazetteer(gaz);
		if (dictionary)
			build_dict(dictionary);
		build_hints(lang);
		build_features();
		train();
		write_model(&buf);
	}
	if (tag_open(&model, buf.data, buf.len) != CORE_OK)
		die("the tagger does not open", only ? only : "new");
	for (int i = 0; i < ndev; i++)
	{
		Vec			scored = {0};
		FILE	   *j = json ? fopen(json, i ? "a" : "w") : NULL;

		devs = NULL;
		ndevs = 0;
		read_corpus(dev[i], &devs, &ndevs, 1);
		printf("== %s\n", dev[i]);
		measure(&model, j, &scored);
		if (j)
			fclose(j);
		if (!only && i == 0 && scored.n)
		{
			calibrate((TagFile *) buf.data, &scored);
		}
	}
	if (out)
	{
		FILE	   *o = fopen(out, "wb");

		if (o == NULL || fwrite(buf.data, 1, buf.len, o) != buf.len || fclose(o) != 0)
			die("could not write", out);
	}
	return 0;
}

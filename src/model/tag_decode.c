/*
 * tag_decode.c
 *	  The best sequence of labels for a sentence, and how sure it is.
 *
 * Scores are 16-bit integers in units of the model's scale.  The score of a
 * sequence is the sum over its tokens of
 *
 *		emission[token][label] + transition[label before][label]
 *
 * where emission is the sum of the rows of the token's features.  Forward, in
 * four vectors of eight lanes a token, the labels ordered so that every rule
 * of BIES (an Inside or End follows a Begin or Inside of its kind, and
 * nothing else does) is a vector operation:
 *
 *		lanes  0 -  5	O and Single		from O, Single, End
 *		lanes  8 - 12	Begin				from O, Single, End
 *		lanes 16 - 20	End					from Begin, Inside of its kind
 *		lanes 24 - 28	Inside				from Begin, Inside of its kind
 *
 * Only the scores are kept; the way back finds the predecessors again, for
 * one label a token instead of for all.
 */
#include "model/tag_decode.h"

#include <math.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

typedef int16_t Lane __attribute__((vector_size(16)));

/* the same in memory from core_alloc, which need not be aligned for it */
typedef int16_t LaneMem __attribute__((vector_size(16), aligned(2)));

#define NLANE 32
#define NEG ((int16_t) -12000)	/* no legal sequence comes down to this */
#define CLAMP 7000				/* of an emission; keeps all sums in 16 bits */

static const uint8_t lane_of[TAG_NLABEL] = {
	0, 1, 2, 3, 4, 5, 8, 9, 10, 11, 12, 16, 17, 18, 19, 20, 24, 25, 26, 27, 28
};

/* Labels that a sequence may end with, the sources of O, Single and Begin */
static const uint8_t closed[11] = {0, 1, 2, 3, 4, 5, 11, 12, 13, 14, 15};

static inline const TagFile *
file_of(const TagModel *model)
{
	return (const TagFile *) model->base;
}

/* Is [off, off + n * size) inside the section, and aligned? */
static bool
inside(size_t total, uint32_t off, uint64_t n, uint64_t size)
{
	return off % 4 == 0 && off <= total && n * size <= total - off;
}

CoreStatus
tag_open(TagModel *model, const void *base, size_t size)
{
	const TagFile *f = base;

	if (base == NULL || size < sizeof(TagFile) || (uintptr_t) base % 8 != 0 ||
		memcmp(f->magic, TAG_MAGIC, 8) != 0 || f->version != TAG_VERSION ||
		f->size != size ||
		f->nbucket == 0 || f->nrow == 0 || f->nrow > 0xffffff ||
		f->bucket_off % 64 != 0 ||
		!(f->scale > 0) || !(f->scale < 1) ||
		!inside(size, f->trans_off, TAG_NLABEL * TAG_LANES, sizeof(int16_t)) ||
		!inside(size, f->bucket_off, f->nbucket, sizeof(TagBucket)) ||
		!inside(size, f->row_off, f->nrow, TAG_LANES) ||
		!inside(size, f->gaz_off, f->ngaz, 2 * sizeof(uint32_t)) ||
		!inside(size, f->clus_off, f->nclus, sizeof(uint32_t) + sizeof(uint16_t)) ||
		f->dict_off % 8 != 0 || !inside(size, f->dict_off, f->ndict, 64))
		return CORE_BAD_MODEL;
	model->base = base;
	model->size = size;
	model->alias = NULL;
	model->alias_size = 0;
	return CORE_OK;
}

void
tag_lists(const TagModel *model, TagLists *lists)
{
	const TagFile *f = file_of(model);

	lists->ngaz = f->ngaz;
	lists->gaz_fp = (const uint32_t *) (model->base + f->gaz_off);
	lists->gaz_bits = lists->gaz_fp + f->ngaz;
	lists->nclus = f->nclus;
	lists->clus_fp = (const uint32_t *) (model->base + f->clus_off);
	lists->clus = (const uint16_t *) (lists->clus_fp + f->nclus);
	lists->ndict = f->ndict;
	lists->dict = (const uint64_t *) (model->base + f->dict_off);
}

void
tag_spans_add(TagSpans *spans, uint32_t first, uint32_t ntok, TagKind kind,
			  float score)
{
	if (spans->n == spans->cap)
	{
		spans->cap = spans->cap ? spans->cap * 2 : 64;
		spans->span = core_realloc(spans->span, spans->cap * sizeof(TagSpan));
	}
	spans->span[spans->n++] = (TagSpan) {first, ntok, (uint8_t) kind, score};
}

/* Slots of the bucket whose fingerprint is fp, as bits. */
static inline unsigned
probe(const TagBucket *b, uint16_t fp)
{
#ifdef __SSE2__
	__m128i		want = _mm_set1_epi16((short) fp);
	__m128i		lo = _mm_loadu_si128((const __m128i *) b->fp);
	__m128i		hi = _mm_loadl_epi64((const __m128i *) (b->fp + 8));
	unsigned	hit = (unsigned) _mm_movemask_epi8(
												   _mm_packs_epi16(_mm_cmpeq_epi16(lo, want),
																   _mm_cmpeq_epi16(hi, want)));

	return hit & 0xfff;
#else
	unsigned	hit = 0;

	for (int i = 0; i < TAG_SLOTS; i++)
		hit |= (unsigned) (b->fp[i] == fp) << i;
	return hit;
#endif
}

static inline const TagBucket *
bucket_of(const TagFile *f, const TagBucket *buckets, uint64_t hash)
{
	return buckets + (((hash >> 32) * f->nbucket) >> 32);
}

/* Row of a feature, or -1. */
static inline int32_t
find_row(const TagFile *f, const TagBucket *buckets, uint64_t hash)
{
	const TagBucket *b = bucket_of(f, buckets, hash);
	uint16_t	fp = (uint16_t) (hash >> 16);

	for (int tries = 0; tries < 16; tries++)
	{
		unsigned	hit = probe(b, fp) & ((1u << (b->used & 15)) - 1);

		if (hit)
		{
			const uint8_t *r = b->row[__builtin_ctz(hit)];
			uint32_t	row = r[0] | (uint32_t) r[1] << 8 | (uint32_t) r[2] << 16;

			return row < f->nrow ? (int32_t) row : -1;
		}
		if (CORE_LIKELY(!b->spilled))
			return -1;
		if (++b == buckets + f->nbucket)
			b = buckets;
	}
	return -1;
}

/* Sum the rows of one token. */
static inline void
add_rows(const int8_t *const *row, int nrow, int16_t *emission)
{
#ifdef __SSE2__
	__m128i		s0 = _mm_setzero_si128();
	__m128i		s1 = s0;
	__m128i		s2 = s0;

	for (int i = 0; i < nrow; i++)
	{
		__m128i		x = _mm_loadu_si128((const __m128i *) row[i]);
		__m128i		y = _mm_loadl_epi64((const __m128i *) (row[i] + 16));

		/* widen with the sign: interleave with itself, shift down */
		s0 = _mm_add_epi16(s0, _mm_srai_epi16(_mm_unpacklo_epi8(x, x), 8));
		s1 = _mm_add_epi16(s1, _mm_srai_epi16(_mm_unpackhi_epi8(x, x), 8));
		s2 = _mm_add_epi16(s2, _mm_srai_epi16(_mm_unpacklo_epi8(y, y), 8));
	}
	_mm_storeu_si128((__m128i *) emission, s0);
	_mm_storeu_si128((__m128i *) (emission + 8), s1);
	_mm_storeu_si128((__m128i *) (emission + 16), s2);
#else
	memset(emission, 0, TAG_LANES * sizeof(int16_t));
	for (int i = 0; i < nrow; i++)
		for (int y = 0; y < TAG_LANES; y++)
			emission[y] += row[i][y];
#endif
}

/*
 * Emissions of a sentence.  Three tokens are under way at a time: the hashes
 * of one are made, the rows of the next are looked for, the rows of the last
 * are summed, so that the memory that each stage asked for has come.
 */
static void
emissions(const TagModel *model, const TagWord *word, int n, int16_t *emission)
{
	const TagFile *f = file_of(model);
	const TagBucket *buckets = (const TagBucket *) (model->base + f->bucket_off);
	const int8_t *rows = (const int8_t *) (model->base + f->row_off);
	uint64_t	hash[2][TAG_MAXFEAT];
	const int8_t *row[2][TAG_MAXFEAT];
	int			nhash[2] = {0, 0};
	int			nrow[2] = {0, 0};

	for (int i = 0; i < n + 2; i++)
	{
		if (i >= 2)
		{
			int			k = i & 1;

			add_rows(row[k], nrow[k], emission + (size_t) (i - 2) * TAG_LANES);
		}
		if (i >= 1 && i <= n)
		{
			int			from = (i - 1) & 1;
			int			to = (i - 1) & 1;

			nrow[to] = 0;
			for (int k = 0; k < nhash[from]; k++)
			{
				int32_t		r = find_row(f, buckets, hash[from][k]);

				if (r >= 0)
				{
					const int8_t *p = rows + (size_t) r * TAG_LANES;

					__builtin_prefetch(p);
					row[to][nrow[to]++] = p;
				}
			}
		}
		if (i < n)
		{
			int			k = i & 1;

			nhash[k] = feat_hashes(word, n, i, hash[k]);
			for (int j = 0; j < nhash[k]; j++)
				__builtin_prefetch(bucket_of(f, buckets, hash[k][j]));
		}
	}
}

/* Transitions in lanes, made once a block */
typedef struct Trans
{
	Lane		start[11][2];	/* from closed[i] to lanes 0-7, 8-15 */
	Lane		end_b, end_i;	/* from Begin, Inside to End, lane by kind */
	Lane		in_b, in_i;		/* and to Inside */
	int16_t		w[TAG_NLABEL][TAG_LANES];
} Trans;

static void
load_transitions(const TagModel *model, Trans *t)
{
	const int16_t *w = (const int16_t *) (model->base + file_of(model)->trans_off);

	for (int a = 0; a < TAG_NLABEL; a++)
		for (int b = 0; b < TAG_LANES; b++)
		{
			int			v = b < TAG_NLABEL ? w[a * TAG_LANES + b] : NEG;

			if (b >= TAG_NLABEL || !tag_legal(a, b))
				v = NEG;
			else
				v = CORE_MAX(-4000, CORE_MIN(4000, v));
			t->w[a][b] = (int16_t) v;
		}
	for (int i = 0; i < 11; i++)
		for (int v = 0; v < 2; v++)
			for (int k = 0; k < 8; k++)
			{
				int			b = v == 0 ? (k <= 5 ? k : -1) : (k < 5 ? TAG_B(k) : -1);

				t->start[i][v][k] = b < 0 ? NEG : t->w[closed[i]][b];
			}
	for (int k = 0; k < 8; k++)
	{
		t->end_b[k] = k < 5 ? t->w[TAG_B(k)][TAG_E(k)] : NEG;
		t->end_i[k] = k < 5 ? t->w[TAG_I(k)][TAG_E(k)] : NEG;
		t->in_b[k] = k < 5 ? t->w[TAG_B(k)][TAG_I(k)] : NEG;
		t->in_i[k] = k < 5 ? t->w[TAG_I(k)][TAG_I(k)] : NEG;
	}
}

static inline Lane
lane_max(Lane a, Lane b)
{
#ifdef __SSE2__
	return (Lane) _mm_max_epi16((__m128i) a, (__m128i) b);
#else
	Lane		m = a > b;

	return (a & m) | (b & ~m);
#endif
}

static inline Lane
lane_all(int16_t v)
{
	return (Lane) {v, v, v, v, v, v, v, v};
}

/* Best labels of a sentence; score has room for n rows of NLANE. */
static void
viterbi(const Trans *t, const int16_t *emission, int n, LaneMem (*score)[4],
		uint8_t *label)
{
	const Lane	floor = lane_all(NEG);
	const int16_t *s;
	int			best = 0;

	for (int i = 0; i < n; i++)
	{
		const int16_t *e = emission + (size_t) i * TAG_LANES;
		int16_t		spread[NLANE] = {0};
		Lane		em[4];
		Lane		out[4];
		int16_t		top;

		for (int y = 0; y < TAG_NLABEL; y++)
			spread[lane_of[y]] = CORE_MAX(-CLAMP, CORE_MIN(CLAMP, e[y]));
		memcpy(em, spread, sizeof(em));
		if (i == 0)
		{
			/* as after an O */
			out[0] = t->start[0][0];
			out[1] = t->start[0][1];
			out[2] = out[3] = floor;
		}
		else
		{
			const LaneMem *in = score[i - 1];

			s = (const int16_t *) in;
			out[0] = out[1] = floor;
			for (int k = 0; k < 11; k++)
			{
				Lane		from = lane_all(s[k < 6 ? k : k + 10]);

				out[0] = lane_max(out[0], from + t->start[k][0]);
				out[1] = lane_max(out[1], from + t->start[k][1]);
			}
			out[2] = lane_max(in[1] + t->end_b, in[3] + t->end_i);
			out[3] = lane_max(in[1] + t->in_b, in[3] + t->in_i);
		}
		for (int v = 0; v < 4; v++)
			out[v] = lane_max(lane_max(out[v], floor) + em[v], floor);
		/* keep the best at zero */
		{
			Lane		m = lane_max(lane_max(out[0], out[1]), lane_max(out[2], out[3]));

			top = m[0];
			for (int k = 1; k < 8; k++)
				top = CORE_MAX(top, m[k]);
		}
		for (int v = 0; v < 4; v++)
			score[i][v] = lane_max(lane_max(out[v], floor + lane_all(top > 0 ? top : 0)) - lane_all(top), floor);
	}
	if (n == 0)
		return;

	s = (const int16_t *) score[n - 1];
	for (int k = 1; k < 11; k++)
		if (s[lane_of[closed[k]]] > s[lane_of[closed[best]]])
			best = k;
	label[n - 1] = closed[best];
	for (int i = n - 1; i > 0; i--)
	{
		int			y = label[i];
		int			from = -1;
		int			top = 0;

		s = (const int16_t *) score[i - 1];
		for (int p = 0; p < TAG_NLABEL; p++)
		{
			int			v;

			if (!tag_legal(p, y))
				continue;
			v = s[lane_of[p]] + t->w[p][y];
			if (from < 0 || v > top)
			{
				from = p;
				top = v;
			}
		}
		label[i - 1] = (uint8_t) from;
	}
}

/* Score of tokens [a, z] as one mention, or as nothing, between two labels. */
static int
score_span(const Trans *t, const int16_t *emission, int n, int a, int z, int kind,
		   const uint8_t *label, int lo, int hi)
{
	int			sum = 0;
	int			prev = lo > 0 ? label[lo - 1] : TAG_O;

	for (int i = lo; i <= hi; i++)
	{
		int			y = TAG_O;

		if (kind >= 0 && i >= a && i <= z)
			y = a == z ? TAG_S(kind) : i == a ? TAG_B(kind) : i == z ? TAG_E(kind) : TAG_I(kind);
		sum += emission[(size_t) i * TAG_LANES + y] + t->w[prev][y];
		prev = y;
	}
	if (hi + 1 < n)
		sum += t->w[prev][label[hi + 1]];
	return sum;
}

/*
 * How sure a mention is: its share among what else could stand there, which
 * is the same words as another kind or as nothing, and the mention a word
 * longer or shorter at either side.
 */
static float
confidence(const TagFile *f, const Trans *t, const int16_t *emission, int n,
		   int a, int z, int kind, const uint8_t *label)
{
	int			lo = a > 0 && label[a - 1] == TAG_O ? a - 1 : a;
	int			hi = z + 1 < n && label[z + 1] == TAG_O ? z + 1 : z;
	int			own = score_span(t, emission, n, a, z, kind, label, lo, hi);
	double		sum = 0;
	double		p;
	double		logit;

	for (int k = -1; k < TAG_NLEARNT; k++)
		if (k != kind)
			sum += exp((score_span(t, emission, n, a, z, k, label, lo, hi) - own) * (double) f->scale);
	if (z > a)
	{
		sum += exp((score_span(t, emission, n, a + 1, z, kind, label, lo, hi) - own) * (double) f->scale);
		sum += exp((score_span(t, emission, n, a, z - 1, kind, label, lo, hi) - own) * (double) f->scale);
	}
	if (lo < a)
		sum += exp((score_span(t, emission, n, lo, z, kind, label, lo, hi) - own) * (double) f->scale);
	if (hi > z)
		sum += exp((score_span(t, emission, n, a, hi, kind, label, lo, hi) - own) * (double) f->scale);
	logit = -log(CORE_MAX(sum, 1e-9));
	p = 1 / (1 + exp(-(logit * (double) f->calib[kind][0] + (double) f->calib[kind][1])));
	return p >= 0 && p <= 1 ? (float) p : 0.5f;
}

/* Spans of a labelled sentence that begins at token first. */
static void
collect(const TagModel *model, const Trans *t, const int16_t *emission, int n,
		const uint8_t *label, uint32_t first, TagSpans *spans)
{
	for (int i = 0; i < n; i++)
	{
		int			kind = tag_label_kind(label[i]);
		int			z = i;

		if (kind < 0)
			continue;
		while (!tag_closed(label[z]) && z + 1 < n)
			z++;
		tag_spans_add(spans, first + (uint32_t) i, (uint32_t) (z - i + 1), (TagKind) kind,
					  confidence(file_of(model), t, emission, n, i, z, kind, label));
		i = z;
	}
}

/*
 * What the first pass made of each word with a capital, over the block: how
 * surely it was part of a PER, ORG, ..., and how often it was nothing.
 */
typedef struct Votes
{
	float		kind[TAG_NLEARNT];
	float		none;
	uint32_t	n;				/* occurrences */
} Votes;

static void
count_votes(const TagWord *word, uint32_t n, uint32_t first, const TagSpans *spans,
			uint32_t from, Votes *votes)
{
	uint32_t	s = from;

	for (uint32_t i = 0; i < n; i++)
	{
		Votes	   *v;

		CORE_POLL_EVERY(i);
		while (s < spans->n && spans->span[s].first + spans->span[s].ntok <= first + i)
			s++;
		if (!word[i].cap)
			continue;
		v = &votes[word[i].id];
		v->n++;
		if (s < spans->n && spans->span[s].first <= first + i)
			v->kind[spans->span[s].kind] += spans->span[s].score;
		else
			v->none += 1;
	}
}

/*
 * Pull the words of a sentence towards what the same words are elsewhere in
 * the block: the label's score rises by weight times the share of the other
 * occurrences that agree.  True where anything moved.
 */
/*
 * A person stays one; the name of a town may be its club in the next sentence,
 * so there the document says less.
 */
static const double vote_weight[TAG_NLEARNT] = {1, 0.35, 0.35, 0.2, 0.7};
static const double none_weight = 0.2;

static bool
heed_votes(const TagWord *word, int n, const Votes *votes, const uint8_t *label,
		   const float *sure, double weight, int16_t *emission)
{
	bool		moved = false;

	for (int i = 0; i < n; i++)
	{
		const Votes *v;
		Votes		other;
		float		sum;
		int			own = tag_label_kind(label[i]);

		if (!word[i].cap)
			continue;
		v = &votes[word[i].id];
		if (v->n < 2)
			continue;
		other = *v;
		if (own >= 0)
			other.kind[own] -= sure[i];
		else
			other.none -= 1;
		sum = other.none;
		for (int k = 0; k < TAG_NLEARNT; k++)
			sum += other.kind[k];
		if (sum < 0.2f)
			continue;
		sum += 0.5f;
		for (int k = 0; k < TAG_NLEARNT; k++)
		{
			int			add = (int) (weight * vote_weight[k] * (double) (other.kind[k] / sum));

			if (add <= 0)
				continue;
			if (k != own)
				moved = true;
			emission[(size_t) i * TAG_LANES + TAG_S(k)] += (int16_t) add;
			emission[(size_t) i * TAG_LANES + TAG_B(k)] += (int16_t) add;
			emission[(size_t) i * TAG_LANES + TAG_E(k)] += (int16_t) add;
			emission[(size_t) i * TAG_LANES + TAG_I(k)] += (int16_t) add;
		}
		if (other.none > 0)
		{
			int			add = (int) (weight * none_weight * (double) (other.none / sum));

			if (own >= 0 && add > 0)
				moved = true;
			emission[(size_t) i * TAG_LANES + TAG_O] += (int16_t) add;
		}
	}
	return moved;
}

void
tag_block(const TagModel *model, const TokDoc *doc, uint32_t first, uint32_t n,
		  const uint8_t *date, TagSpans *spans)
{
	TagLists	lists;
	Trans		trans;
	TagWord    *word = core_alloc(n * sizeof(TagWord));
	int16_t    *emission = core_alloc((size_t) n * TAG_LANES * sizeof(int16_t));
	LaneMem		(*score)[4] = core_alloc(TAG_SENTENCE * sizeof(*score));
	uint8_t    *label = core_alloc(n);
	float	   *sure = core_alloc(n * sizeof(float));
	uint32_t	nword;
	uint32_t	from = spans->n;
	Votes	   *votes = NULL;
	double		weight = (double) file_of(model)->doc_weight / (double) file_of(model)->scale;

	tag_lists(model, &lists);
	load_transitions(model, &trans);
	nword = feat_words(&lists, doc, first, n, date, word);
	for (int pass = 0; pass < (weight > 0 && weight < 1000 ? 2 : 1); pass++)
	{
		if (pass == 1)
		{
			votes = core_alloc(nword * sizeof(Votes));
			memset(votes, 0, nword * sizeof(Votes));
			count_votes(word, n, first, spans, from, votes);
			memset(sure, 0, n * sizeof(float));
			for (uint32_t s = from; s < spans->n; s++)
				for (uint32_t i = 0; i < spans->span[s].ntok; i++)
					sure[spans->span[s].first + i - first] = spans->span[s].score;
			spans->n = from;
		}
		for (uint32_t a = 0; a < n;)
		{
			uint32_t	z = a + 1;
			int			len;
			int16_t    *e = emission + (size_t) a * TAG_LANES;

			while (z < n && z - a < TAG_SENTENCE && !(doc->tok[first + z].flags & TOK_SENT))
				z++;
			len = (int) (z - a);
			core_poll();
			if (pass == 0)
				emissions(model, word + a, len, e);
			if (pass == 0 || heed_votes(word + a, len, votes, label + a, sure + a, weight, e))
				viterbi(&trans, e, len, score, label + a);
			collect(model, &trans, e, len, label + a, first + a, spans);
			a = z;
		}
	}
	core_free(votes);
	core_free(sure);
	core_free(label);
	core_free(score);
	core_free(emission);
	core_free(word);
}

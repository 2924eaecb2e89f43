/*
 * tag_feat.c
 *	  Features of tokens: what a word looks like, which lists know it, what
 *	  stands around it, and what the rest of the document does with it.
 *
 * Most words of a text are in lower case and far from any name, so there are
 * two sets: a short one for them, the full one for words with a capital and
 * other shapes that names have ("20minutes", "iPhone").
 *
 * Changing anything here means that the models have to be trained again, and
 * that TAG_VERSION goes up.
 */
#include "model/tag_feat.h"

#include "text/uni.h"

#define MUL UINT64_C(0x9E3779B97F4A7C15)

typedef enum Shape
{
	SH_LOWER, SH_CAP, SH_CAPCAP, SH_ONE, SH_ACRONYM, SH_CAPS, SH_INNER,
	SH_ALNUM, SH_LOWCAP, SH_ELISION, SH_ELISIONCAP, SH_NUM2, SH_YEAR,
	SH_NUMBER, SH_MARK			/* + TokKind */
} Shape;

/* Classes of the lexicon that features look at; others may come and go. */
#define CLS_MASK \
	(LEX_BIT(TITLE) | LEX_BIT(PERSONNOUN) | LEX_BIT(ORGNOUN) | LEX_BIT(PLACENOUN) | \
	 LEX_BIT(DEMONYM) | LEX_BIT(MEDIANOUN) | LEX_BIT(MONTH) | LEX_BIT(WEEKDAY))

/* U+00C0 to U+017F without accents, two letters each (blank: one letter) */
static const char latin_base[] =
	"a a a a a a aec e e e e i i i i d n o o o o o x o u u u u y thss"
	"a a a a a a aec e e e e i i i i d n o o o o o / o u u u u y thy "
	"a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g "
	"g g g g h h h h i i i i i i i i i i ijijj j k k k l l l l l l l "
	"l l l n n n n n n n n n o o o o o o oeoer r r r r r s s s s s s "
	"s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s ";

typedef struct Scan
{
	uint64_t	low;
	uint64_t	fold;
	uint32_t	pre[4];
	uint32_t	suf[4];
	unsigned	nletter;
	unsigned	nupper;
	unsigned	ndigit;
	bool		first_upper;
	bool		cap_hyphen;		/* capital behind a hyphen */
	bool		inner;			/* capital behind a small letter */
	bool		apostrophe;		/* ends with one */
	bool		odd;			/* holds what the fast path cannot lower */
} Scan;

static inline uint64_t
step(uint64_t h, uint32_t c)
{
	h = (h ^ c) * MUL;
	return h ^ (h >> 29);
}

/* Lower case of Latin letters up to U+017F. */
static inline uint32_t
latin_lower(uint32_t c)
{
	if (c < 0xC0)
		return c;
	if (c < 0xDF)
		return c == 0xD7 ? c : c + 0x20;
	if (c < 0x100 || c > 0x17F || c == 0x130 || c == 0x131 || c == 0x138 ||
		c == 0x149 || c == 0x17F)
		return c;
	if (c == 0x178)
		return 0xFF;
	if ((c >= 0x139 && c <= 0x148) || c >= 0x179)
		return c + (c & 1);
	return c | 1;
}

/* Scan a word that is Latin, or that uni_lower has been over (lowered). */
static void
scan(const char *s, size_t len, Scan *sc, bool lowered)
{
	const char *p = s;
	const char *end = s + len;
	uint64_t	low = MUL;
	uint64_t	fold = MUL;
	uint32_t	last[4] = {0, 0, 0, 0};
	unsigned	nfold = 0;
	uint32_t	prev = 0;
	bool		prev_lower = false;

	while (p < end)
	{
		unsigned char b = (unsigned char) *p;
		uint32_t	c;
		uint32_t	base;
		uint32_t	base2 = 0;

		if (CORE_LIKELY(b < 0x80))
		{
			p++;
			c = b;
			if (b >= 'A' && b <= 'Z')
			{
				c = b | 0x20;
				if (sc->nletter == 0)
					sc->first_upper = true;
				if (prev == '-')
					sc->cap_hyphen = true;
				if (prev_lower)
					sc->inner = true;
				sc->nupper++;
				sc->nletter++;
				prev_lower = false;
			}
			else if (b >= 'a' && b <= 'z')
			{
				sc->nletter++;
				prev_lower = true;
			}
			else
			{
				prev_lower = false;
				sc->ndigit += b >= '0' && b <= '9';
			}
			base = c;
		}
		else
		{
			uint32_t	l;

			p += uni_decode(p, end, &c);
			if (c == 0x2019 || c == 0x2BC)
				c = '\'';
			else if (c == 0x2010 || c == 0x2011)
				c = '-';
			if (c >= 0x300 && c < 0x370)
			{
				/* a combining mark: the whole word goes through uni_lower */
				if (!lowered)
					sc->odd = true;
				continue;
			}
			if (c > 0x17F && !lowered)
				sc->odd = true;
			l = latin_lower(c);
			base = l;
			if (l != c)
			{
				if (sc->nletter == 0)
					sc->first_upper = true;
				if (prev == '-')
					sc->cap_hyphen = true;
				if (prev_lower)
					sc->inner = true;
				sc->nupper++;
				sc->nletter++;
				prev_lower = false;
			}
			else if (c >= 0xC0)
			{
				sc->nletter++;
				prev_lower = true;
			}
			c = l;
			if (c >= 0xC0 && c <= 0x17F)
			{
				base = (unsigned char) latin_base[2 * (c - 0xC0)];
				base2 = (unsigned char) latin_base[2 * (c - 0xC0) + 1];
				if (base2 == ' ')
					base2 = 0;
			}
		}
		prev = c;
		low = step(low, c);
		do
		{
			fold = step(fold, base);
			last[nfold & 3] = base;
			if (nfold < 4)
				sc->pre[nfold] = (uint32_t) (fold >> 32) | 1;
			nfold++;
			base = base2;
			base2 = 0;
		} while (base);
	}
	sc->low = low;
	sc->fold = fold;
	sc->apostrophe = prev == '\'';
	{
		uint64_t	h = ~MUL;

		for (unsigned k = 0; k < 4 && k < nfold; k++)
		{
			h = step(h, last[(nfold - 1 - k) & 3]);
			sc->suf[k] = (uint32_t) (h >> 32) | 1;
		}
	}
}

/* Scan any word. */
static void
scan_word(const char *s, size_t len, Scan *sc)
{
	memset(sc, 0, sizeof(*sc));
	scan(s, len, sc, false);
	if (CORE_UNLIKELY(sc->odd))
	{
		UniBuf		buf = {0};
		Scan		again;

		memset(&again, 0, sizeof(again));
		uni_lower(s, len, &buf);
		scan(buf.data, buf.len, &again, true);
		uni_buf_free(&buf);
		again.nupper = sc->nupper;
		again.first_upper = sc->first_upper;
		again.cap_hyphen = sc->cap_hyphen;
		again.inner = sc->inner;
		*sc = again;
	}
}

uint64_t
feat_fold_hash(const char *s, size_t len)
{
	Scan		sc;

	scan_word(s, len, &sc);
	return sc.fold;
}

/* The shape of a word, and whether names look like that. */
static Shape
shape_of(const Tok *t, const Scan *sc)
{
	if (t->kind == TOK_WORD)
	{
		bool		first = sc->first_upper || (t->flags & TOK_UPPER);

		if (sc->ndigit)
			return SH_ALNUM;
		if (sc->apostrophe)
			return first ? SH_ELISIONCAP : SH_ELISION;
		if (!first)
		{
			if (sc->cap_hyphen)
				return SH_LOWCAP;
			return sc->nupper ? SH_INNER : SH_LOWER;
		}
		if (sc->nletter == 1)
			return SH_ONE;
		if (sc->nupper == sc->nletter || (t->flags & TOK_CAPS))
			return sc->nletter <= 5 ? SH_ACRONYM : SH_CAPS;
		if (sc->cap_hyphen)
			return SH_CAPCAP;
		return sc->inner ? SH_INNER : SH_CAP;
	}
	if (t->kind == TOK_NUMBER)
	{
		if (sc->nletter)
			return sc->nupper ? SH_ALNUM : SH_NUMBER;
		if (t->len <= 2)
			return SH_NUM2;
		return t->len == 4 && sc->ndigit == 4 ? SH_YEAR : SH_NUMBER;
	}
	return (Shape) (SH_MARK + t->kind);
}

uint32_t
feat_gaz(const TagLists *lists, uint64_t hash)
{
	uint32_t	fp = (uint32_t) hash | 1;
	uint32_t	slot;

	if (lists->ngaz == 0)
		return 0;
	slot = (uint32_t) (((hash >> 32) * lists->ngaz) >> 32);
	for (unsigned tries = 0; tries < 64; tries++)
	{
		if (lists->gaz_fp[slot] == fp)
			return lists->gaz_bits[slot];
		if (lists->gaz_fp[slot] == 0)
			return 0;
		if (++slot == lists->ngaz)
			slot = 0;
	}
	return 0;
}

static uint16_t
cluster(const TagLists *lists, uint64_t hash)
{
	uint32_t	fp = (uint32_t) hash | 1;
	uint32_t	slot;

	if (lists->nclus == 0)
		return 0;
	slot = (uint32_t) (((hash >> 32) * lists->nclus) >> 32);
	for (unsigned tries = 0; tries < 64; tries++)
	{
		if (lists->clus_fp[slot] == fp)
			return lists->clus[slot];
		if (lists->clus_fp[slot] == 0)
			return 0;
		if (++slot == lists->nclus)
			slot = 0;
	}
	return 0;
}

/* Is a word in the dictionary of ordinary words (one in a hundred by mistake)? */
static bool
in_dict(const TagLists *lists, uint64_t hash)
{
	const uint64_t *line;

	if (lists->ndict == 0)
		return false;
	hash = feat_mix(hash, 5);
	line = lists->dict + (size_t) feat_dict_line(lists, hash) * 8;
	for (int k = 0; k < 3; k++)
	{
		uint32_t	bit = feat_dict_bit(hash, k);

		if (!(line[bit / 64] >> (bit % 64) & 1))
			return false;
	}
	return true;
}

/*
 * Acronyms in brackets behind the words whose initials they are, and short
 * quotations that begin with a capital, which tend to be titles.
 */
static void
brackets(const TokDoc *doc, uint32_t first, TagWord *word, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
	{
		const Tok  *t = &doc->tok[first + i];

		CORE_POLL_EVERY(i);
		if (t->kind == TOK_LPAREN && i + 2 < n && i > 1 && word[i + 1].shape == SH_ACRONYM &&
			t[2].kind == TOK_RPAREN)
		{
			const unsigned char *acro = (const unsigned char *) doc->text + t[1].byte;
			int			left = (int) t[1].len;
			uint32_t	k = i;
			uint32_t	start = i;

			/* from its last letter back, over up to 12 words */
			while (left > 0 && k > 0 && i - k < 12 && !(word[k].ctx & CTX_SENT && k < i))
			{
				const Tok  *w = &doc->tok[first + --k];

				if (w->kind != TOK_WORD)
					break;
				if ((doc->text[w->byte] | 0x20) == (acro[left - 1] | 0x20))
				{
					left--;
					if (word[k].cap)
						start = k;
				}
				else if (word[k].cap)
					break;
			}
			if (left == 0 && start < i)
			{
				word[i + 1].ctx |= CTX_ACRONYM;
				for (; start < i; start++)
					word[start].ctx |= CTX_ACRONYM;
			}
		}
		if ((t->kind == TOK_OPEN || t->kind == TOK_QUOTE) && i + 2 < n && word[i + 1].cap)
		{
			uint32_t	k = 1;

			while (k < 8 && i + k < n && t[k].kind != TOK_CLOSE && t[k].kind != TOK_QUOTE &&
				   t[k].kind != TOK_STOP && !(t[k].flags & TOK_PARA))
				k++;
			if (i + k < n && (t[k].kind == TOK_CLOSE || t[k].kind == TOK_QUOTE))
				while (--k > 0)
					word[i + k].ctx |= CTX_TITLE;
		}
	}
}

/* The names of the gazetteer that begin at a word; longest match. */
static void
match_lists(const TagLists *lists, TagWord *word, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
	{
		uint64_t	h;
		uint32_t	bits;
		uint32_t	best = 0;
		uint32_t	best_bits = 0;

		CORE_POLL_EVERY(i);
		if (!word[i].cap)
			continue;
		h = word[i].fold;
		bits = feat_gaz(lists, h);
		word[i].gaz1 = (bits & GAZ_WHOLE) ? bits & GAZ_MASK : 0;
		if (word[i].gazpos == 3)
			continue;
		for (uint32_t k = 1; (bits & GAZ_MORE) && k < 7 && i + k < n; k++)
		{
			if (word[i + k].ctx & CTX_SENT)
				break;
			h = feat_mix(h, word[i + k].fold);
			bits = feat_gaz(lists, h);
			if (bits & GAZ_WHOLE)
			{
				best = k;
				best_bits = bits & GAZ_MASK;
			}
		}
		if (best && !word[i].gazpos)
		{
			for (uint32_t k = 0; k <= best; k++)
			{
				word[i + k].gazn = best_bits;
				word[i + k].gazpos = k == 0 ? 1 : k == best ? 3 : 2;
			}
		}
	}
}

/*
 * What the block does with each word: a table from words to DOC_ bits, filled
 * in one pass and read in another.  "Orange" with a capital inside a sentence
 * is a name where no "orange" is around; "Roux" is a person where somewhere
 * "Bruno" or "ministre" stands in front of it.
 */
static uint32_t
document_facts(TagWord *word, uint32_t n)
{
	uint32_t	nslot = 64;
	uint32_t	nword = 0;
	uint32_t   *key;
	uint32_t   *id;
	uint8_t    *bits;

	while (nslot < 2 * n)
		nslot *= 2;
	key = core_alloc(nslot * (sizeof(*key) + sizeof(*id) + sizeof(*bits)));
	id = key + nslot;
	bits = (uint8_t *) (id + nslot);
	memset(key, 0, nslot * (sizeof(*key) + sizeof(*id) + sizeof(*bits)));
	for (int pass = 0; pass < 2; pass++)
	{
		for (uint32_t i = 0; i < n; i++)
		{
			TagWord    *w = &word[i];
			uint32_t	fp;
			uint32_t	slot;
			uint8_t		add = 0;

			CORE_POLL_EVERY(i);
			if (w->shape >= SH_NUM2 || (pass == 1 && !w->cap))
				continue;
			fp = (uint32_t) (w->fold >> 32) | 1;
			slot = (uint32_t) w->fold & (nslot - 1);
			while (key[slot] != 0 && key[slot] != fp)
				slot = (slot + 1) & (nslot - 1);
			if (pass == 1)
			{
				w->doc = bits[slot];
				w->id = id[slot];
				continue;
			}
			if (key[slot] == 0)
				id[slot] = nword++;
			key[slot] = fp;
			if (!w->cap)
				add = DOC_LOWER;
			else if (!(w->ctx & (CTX_SENT | CTX_CAPSLINE)))
			{
				add = DOC_CAPMID;
				if (i > 0 && word[i - 1].cap && (word[i - 1].gaz1 & GAZ_FIRST))
					add |= DOC_FIRST;
				if (i > 0)
					add |= word[i - 1].doc;
			}
			bits[slot] |= add;
		}
	}
	core_free(key);
	return nword;
}

uint32_t
feat_words(const TagLists *lists, const TokDoc *doc, uint32_t first,
		   uint32_t n, const uint8_t *date, TagWord *word)
{
	bool		quote = false;
	unsigned	paren = 0;
	uint32_t	line = 0;		/* first word of the sentence, from first */
	unsigned	ncaps = 0;
	unsigned	nwords = 0;

	for (uint32_t i = 0; i < n; i++)
	{
		const Tok  *t = &doc->tok[first + i];
		TagWord    *w = &word[i];
		Scan		sc;
		uint64_t	mask;
		Shape		shape;

		CORE_POLL_EVERY(i);
		scan_word(doc->text + t->byte, t->len, &sc);
		shape = shape_of(t, &sc);
		w->low = sc.low;
		w->fold = sc.fold;
		memcpy(w->pre, sc.pre, sizeof(w->pre));
		memcpy(w->suf, sc.suf, sizeof(w->suf));
		w->gaz1 = w->gazn = 0;
		w->gazpos = 0;
		w->doc = 0;
		w->ctx = 0;
		w->shape = (uint8_t) shape;
		w->cap = (shape >= SH_CAP && shape <= SH_LOWCAP) || shape == SH_ELISIONCAP;
		mask = t->lex ? lex_mask(doc->lex, t->lex) & CLS_MASK : 0;
		w->cls = mask ? (uint32_t) (feat_mix(mask, 77) | 1) : 0;
		/* read by document_facts through the word in front */
		if (mask & (LEX_BIT(TITLE) | LEX_BIT(PERSONNOUN)))
			w->doc = DOC_TITLE;
		else if (mask & LEX_BIT(ORGNOUN))
			w->doc = DOC_ORG;
		else if (mask & LEX_BIT(PLACENOUN))
			w->doc = DOC_PLACE;
		w->clus = lists->nclus && shape < SH_NUM2 ? cluster(lists, sc.fold) : 0;

		if (i == 0 || (t->flags & TOK_SENT))
		{
			if (ncaps * 10 >= nwords * 7 && ncaps >= 3)
				for (uint32_t k = line; k < i; k++)
					word[k].ctx |= CTX_CAPSLINE;
			line = i;
			ncaps = nwords = 0;
			w->ctx |= CTX_SENT;
			if (t->flags & TOK_PARA)
			{
				quote = false;
				paren = 0;
			}
		}
		if (t->kind == TOK_OPEN)
			quote = true;
		else if (t->kind == TOK_CLOSE)
			quote = false;
		else if (t->kind == TOK_QUOTE)
			quote = !quote;
		else if (t->kind == TOK_LPAREN)
			paren = 12;
		else if (t->kind == TOK_RPAREN)
			paren = 0;
		else
		{
			if (quote)
				w->ctx |= CTX_QUOTE;
			if (paren)
			{
				w->ctx |= CTX_PAREN;
				paren--;
			}
		}
		if (t->kind == TOK_WORD && sc.nletter > 1)
		{
			nwords++;
			ncaps += sc.nupper == sc.nletter;
		}
		if (date && date[i])
			w->ctx |= CTX_DATE;
		if (w->cap && in_dict(lists, sc.fold))
			w->ctx |= CTX_DICT;
	}
	if (ncaps * 10 >= nwords * 7 && ncaps >= 3)
		for (uint32_t k = line; k < n; k++)
			word[k].ctx |= CTX_CAPSLINE;
	brackets(doc, first, word, n);
	match_lists(lists, word, n);
	return document_facts(word, n);
}

/* Feature number k with value v; bit 0 says that it names the word itself. */
#define PUT(k, v) \
	(hash[m++] = feat_mix((v), (k)) & ~UINT64_C(1))
#define PUTW(k, v) \
	(hash[m++] = feat_mix((v), (k)) | 1)

int
feat_hashes(const TagWord *word, int n, int i, uint64_t *hash)
{
	static const TagWord none = {.low = 1, .fold = 1, .shape = 63};
	const TagWord *w = &word[i];
	const TagWord *l1 = i > 0 ? w - 1 : &none;
	const TagWord *l2 = i > 1 ? w - 2 : &none;
	const TagWord *r1 = i + 1 < n ? w + 1 : &none;
	const TagWord *r2 = i + 2 < n ? w + 2 : &none;
	uint64_t	shape = w->shape | (uint64_t) (w->ctx & (CTX_SENT | CTX_CAPSLINE)) << 8;
	int			m = 0;

	PUT(1, shape);
	PUT(2, shape | (uint64_t) l1->shape << 16 | (uint64_t) r1->shape << 24);
	PUT(3, shape | (uint64_t) r1->shape << 16 | (uint64_t) r2->shape << 24);
	PUT(4, shape | (uint64_t) l1->shape << 16 | (uint64_t) l2->shape << 24);
	PUT(5, (uint64_t) w->shape << 8 | w->ctx);
	if (w->ctx & (CTX_ACRONYM | CTX_TITLE))
	{
		PUT(24, (uint64_t) w->shape << 16 | (w->ctx & (CTX_ACRONYM | CTX_TITLE)) << 8 |
			(l1->ctx & (CTX_ACRONYM | CTX_TITLE)));
		PUT(25, (uint64_t) (w->ctx & (CTX_ACRONYM | CTX_TITLE)) << 8 | (r1->ctx & (CTX_ACRONYM | CTX_TITLE)));
	}
	PUTW(6, w->low);
	PUT(7, l1->low + w->cap);
	PUT(8, r1->low + w->cap);
	PUT(9, l2->low + w->cap);
	PUT(10, r2->low + w->cap);
	PUTW(11, feat_mix(l1->low, w->low));
	PUTW(12, feat_mix(w->low, r1->low));
	PUTW(13, w->suf[2]);
	if (w->cls | l1->cls | r1->cls)
	{
		PUT(14, (uint64_t) w->cls << 32 | w->shape);
		PUT(15, (uint64_t) l1->cls << 32 | w->shape);
		PUT(16, (uint64_t) r1->cls << 32 | w->shape);
	}
	if (l2->cls)
		PUT(17, (uint64_t) l2->cls << 32 | w->shape);
	if (w->gazpos)
		PUT(18, (uint64_t) w->gazn << 8 | w->gazpos);
	if (l1->gaz1 | l1->gazn)
		PUT(19, (uint64_t) l1->gaz1 << 32 | (l1->gazn << 8) | w->shape);
	if (r1->gaz1 | r1->gazn)
		PUT(20, (uint64_t) r1->gaz1 << 32 | (r1->gazn << 8) | w->shape);
	if (w->clus)
		PUT(21, (uint64_t) w->clus << 8 | w->cap);
	if (l1->clus)
		PUT(22, (uint64_t) l1->clus << 8 | w->cap);
	if (r1->clus)
		PUT(23, (uint64_t) r1->clus << 8 | w->cap);
	if (!w->cap)
		return m;

	/* names and what looks like one */
	{
		int			a = i;
		int			z = i;
		const TagWord *before;
		const TagWord *behind;
		uint32_t	caps = w->shape == SH_CAPS || w->shape == SH_ACRONYM;

		/* the run of capitals around the word, up to four to each side */
		while (a > 0 && i - a < 4 && word[a - 1].cap)
			a--;
		while (z + 1 < n && z - i < 4 && word[z + 1].cap)
			z++;
		/* the noun that the name hangs on: "le village de X", "the film X" */
		for (int k = a - 1; k >= 0 && k >= a - 4; k--)
		{
			if (word[k].clus)
			{
				PUT(68, (uint64_t) word[k].clus << 16 | (uint64_t) (i - a) << 8 | w->shape);
				PUT(69, (uint64_t) word[k].clus << 32 | w->gaz1);
				PUT(70, (uint64_t) word[k].clus << 32 | w->suf[2]);
				break;
			}
			if (word[k].shape >= SH_NUM2)
				break;
		}
		before = a > 0 ? &word[a - 1] : &none;
		behind = z + 1 < n ? &word[z + 1] : &none;

		PUTW(30, w->fold);
		PUTW(31, w->fold + 1 + caps);
		PUTW(32, (uint64_t) w->fold ^ w->shape);
		for (int k = 0; k < 4; k++)
		{
			if (w->pre[k])
				PUTW(33 + k, w->pre[k]);
			if (w->suf[k] && k != 2)
				PUTW(37 + k, w->suf[k]);
		}
		PUTW(41, (uint64_t) w->suf[2] << 8 | w->shape);
		PUT(42, l1->fold ^ w->shape);
		PUT(43, r1->fold ^ w->shape);
		PUT(44, feat_mix(l2->low, l1->low));
		PUT(45, feat_mix(r1->low, r2->low));
		PUTW(46, feat_mix(l1->low, l2->low) ^ w->fold);
		PUT(47, before->low ^ (uint64_t) (i - a) << 3);
		PUT(48, behind->low ^ (uint64_t) (z - i) << 3);
		PUT(49, feat_mix(before->low, behind->low));
		PUT(50, (uint64_t) (i - a) << 8 | (uint64_t) (z - i));
		if (i > a)
		{
			PUT(51, word[a].fold);
			PUT(52, (uint64_t) word[a].gaz1 << 32 | word[a].cls);
		}
		if (z > i)
		{
			PUT(53, word[z].fold);
			PUT(54, (uint64_t) word[z].gaz1 << 32 | word[z].cls);
		}
		PUT(55, w->gaz1);
		PUT(56, (uint64_t) w->gaz1 << 32 | w->shape << 8 | (w->ctx & CTX_SENT));
		PUT(57, (uint64_t) w->gaz1 << 32 | l1->gaz1 | (uint32_t) l1->cap << 31);
		PUT(58, (uint64_t) w->gaz1 << 32 | r1->gaz1 | (uint32_t) r1->cap << 31);
		for (uint32_t bits = w->gaz1; bits; bits &= bits - 1)
			PUT(59, bits & -bits);
		PUT(71, (uint64_t) (w->ctx & (CTX_DICT | CTX_SENT | CTX_CAPSLINE)) << 8 | w->shape);
		PUT(72, (uint64_t) (w->ctx & (CTX_DICT | CTX_SENT)) << 32 | w->gaz1);
		PUT(73, (uint64_t) (w->ctx & CTX_DICT) << 24 | (uint64_t) (l1->ctx & CTX_DICT) << 16 |
			(uint64_t) (r1->ctx & CTX_DICT) << 8 | (l1->cap ? 2 : 0) | (r1->cap ? 1 : 0));
		if (w->gazpos)
			PUT(60, (uint64_t) w->gazn << 32 | w->gazpos << 8 | w->shape);
		PUT(61, (uint64_t) w->doc << 16 | shape);
		PUT(62, (uint64_t) w->doc << 32 | w->gaz1);
		PUT(63, l1->low ^ (uint64_t) w->gaz1 << 7);
		PUT(64, (uint64_t) l1->cls << 32 | (uint32_t) w->gaz1 << 4 | w->cap);
		PUT(65, (uint64_t) l1->suf[2] << 8 | w->shape);
		PUT(66, (uint64_t) r1->suf[2] << 8 | w->shape);
		PUT(67, (uint64_t) before->suf[2] << 16 | (uint64_t) behind->shape);
	}
	return m;
}

/*
 * gen_uni.c
 *	  Write text/uni_tables.c to stdout, from the installed utf8proc.
 *
 *		cc -Isrc src/tools/gen_uni.c -lutf8proc -o gen_uni
 *		./gen_uni > src/text/uni_tables.c
 *
 * The output is committed and frozen: fingerprints and keys that are stored
 * in databases follow from it.  Run this again only for a new major version,
 * and raise UNI_FOLD_VERSION in uni_fold.c then.  The same utf8proc always
 * gives the same bytes.
 *
 * The folding of a character is made here, in this order:
 *	  1. compatibility decomposition (NFKD);
 *	  2. marks behind a letter of Latin, Greek or Cyrillic, or behind no
 *		 letter at all, are dropped (in the text, a mark that stands by itself
 *		 is dropped by the same rule when it is met);
 *	  3. full case folding of what is no mark, decomposed again;
 *	  4. letters that are a base with a stroke or a ligature, which Unicode
 *		 does not decompose: the list below.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "text/uni.h"
#include "text/uni_tables.h"

#define MAX_SEQ		64

/*
 * Letters that people write without their stroke, or in two letters, when
 * their keyboard lacks them: Œuvre, Oeuvre; Łódź, Lodz; Ærø, Aero.
 */
static const struct
{
	uint32_t	cp;
	const char *ascii;
}			opened[] =
{
	{0x00E6, "ae"}, {0x00F0, "d"}, {0x00F8, "o"}, {0x00FE, "th"},
	{0x0111, "d"}, {0x0127, "h"}, {0x0131, "i"}, {0x0142, "l"},
	{0x0153, "oe"}, {0x0167, "t"}, {0x0180, "b"}, {0x0268, "i"},
};

/*
 * Letters by category, apostrophes by use: U+02BC is what Unicode recommends
 * as apostrophe of a word, U+02BB what Hawaiian names are written with.
 */
static int
is_apostrophe(uint32_t cp)
{
	return cp == 0x02BB || cp == 0x02BC;
}

/* Latin, Greek, Cyrillic: by block, since utf8proc knows no scripts. */
static int
is_bare(uint32_t cp)
{
	static const uint32_t range[][2] = {
		{0x0041, 0x02FF}, {0x0370, 0x052F}, {0x1C80, 0x1C8F},
		{0x1D00, 0x1DBF}, {0x1E00, 0x1FFF}, {0x2071, 0x209C},
		{0x2100, 0x218F}, {0x24B6, 0x24E9}, {0x2C60, 0x2C7F},
		{0x2DE0, 0x2DFF}, {0xA640, 0xA69F}, {0xA720, 0xA7FF},
		{0xAB30, 0xAB6F}, {0xFB00, 0xFB06}, {0xFF21, 0xFF5A},
		{0x10780, 0x107BF}, {0x1D400, 0x1D7CB}, {0x1DF00, 0x1DFFF},
		{0x1E030, 0x1E08F},
	};

	for (size_t i = 0; i < sizeof(range) / sizeof(range[0]); i++)
		if (cp >= range[i][0] && cp <= range[i][1])
			return 1;
	return 0;
}

static unsigned
class_of(uint32_t cp)
{
	const utf8proc_property_t *p = utf8proc_get_property((utf8proc_int32_t) cp);
	unsigned	cls = 0;

	switch (p->category)
	{
		case UTF8PROC_CATEGORY_LU:
		case UTF8PROC_CATEGORY_LT:
			cls = UNI_LETTER | UNI_UPPER;
			break;
		case UTF8PROC_CATEGORY_LL:
			cls = UNI_LETTER | UNI_LOWER;
			break;
		case UTF8PROC_CATEGORY_LM:
		case UTF8PROC_CATEGORY_LO:
			cls = UNI_LETTER;
			break;
		case UTF8PROC_CATEGORY_MN:
		case UTF8PROC_CATEGORY_MC:
		case UTF8PROC_CATEGORY_ME:
			cls = UNI_MARK;
			break;
		case UTF8PROC_CATEGORY_ND:
		case UTF8PROC_CATEGORY_NL:
		case UTF8PROC_CATEGORY_NO:
			cls = UNI_DIGIT;
			break;
		case UTF8PROC_CATEGORY_PC:
		case UTF8PROC_CATEGORY_PD:
		case UTF8PROC_CATEGORY_PS:
		case UTF8PROC_CATEGORY_PE:
		case UTF8PROC_CATEGORY_PI:
		case UTF8PROC_CATEGORY_PF:
		case UTF8PROC_CATEGORY_PO:
		case UTF8PROC_CATEGORY_SM:
		case UTF8PROC_CATEGORY_SC:
		case UTF8PROC_CATEGORY_SK:
		case UTF8PROC_CATEGORY_SO:
			cls = UNI_PUNCT;
			break;
		case UTF8PROC_CATEGORY_ZS:
		case UTF8PROC_CATEGORY_ZL:
		case UTF8PROC_CATEGORY_ZP:
			cls = UNI_SPACE;
			break;
	}
	if ((cp >= 0x09 && cp <= 0x0D) || cp == 0x85)
		cls = UNI_SPACE;
	if (is_apostrophe(cp))
		cls = UNI_PUNCT;
	if (p->ignorable)
		cls = UNI_IGNORE | (cls & UNI_MARK);
	return cls;
}

static int
ccc_of(uint32_t cp)
{
	return utf8proc_get_property((utf8proc_int32_t) cp)->combining_class;
}

/* Append what cp decomposes to under the options. */
static int
decompose(uint32_t cp, int options, uint32_t *out)
{
	int			boundclass = 0;
	utf8proc_int32_t buf[MAX_SEQ];
	utf8proc_ssize_t n;

	n = utf8proc_decompose_char((utf8proc_int32_t) cp, buf, MAX_SEQ,
								options, &boundclass);
	if (n < 0 || n > MAX_SEQ)
	{
		fprintf(stderr, "U+%04X does not decompose\n", cp);
		exit(1);
	}
	for (int i = 0; i < n; i++)
		out[i] = (uint32_t) buf[i];
	return (int) n;
}

/* The folding of cp; returns the length of out. */
static int
fold_of(uint32_t cp, uint32_t *out)
{
	uint32_t	kd[MAX_SEQ];
	int			nkd = decompose(cp, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT, kd);
	int			n = 0;
	int			keep = 1;		/* marks in front of any base: as met in the text */

	for (int i = 0; i < nkd; i++)
	{
		unsigned	cls = class_of(kd[i]);
		uint32_t	cur[MAX_SEQ],
					next[MAX_SEQ];
		int			ncur = 1;

		if (cls & UNI_MARK)
		{
			if (keep)
				out[n++] = kd[i];
			continue;
		}
		keep = (cls & UNI_LETTER) && !is_bare(kd[i]);

		/* case folding, until it changes nothing any more */
		cur[0] = kd[i];
		for (int round = 0; round < 4; round++)
		{
			int			nnext = 0;

			for (int j = 0; j < ncur; j++)
				nnext += decompose(cur[j], UTF8PROC_DECOMPOSE |
								   UTF8PROC_COMPAT | UTF8PROC_CASEFOLD,
								   next + nnext);
			ncur = nnext;
			memcpy(cur, next, sizeof(cur));
		}
		for (int j = 0; j < ncur; j++)
		{
			const char *ascii = NULL;

			if (!keep && (class_of(cur[j]) & UNI_MARK))
				continue;
			for (size_t k = 0; k < sizeof(opened) / sizeof(opened[0]); k++)
				if (opened[k].cp == cur[j])
					ascii = opened[k].ascii;
			if (ascii)
				while (*ascii)
					out[n++] = (unsigned char) *ascii++;
			else
				out[n++] = cur[j];
		}
	}
	return n;
}

static int
is_hangul(uint32_t cp)
{
	return cp >= 0xAC00 && cp <= 0xD7A3;
}

/* NFC of a single character, or 0 where that is more than one. */
static uint32_t
compose_single(uint32_t cp)
{
	utf8proc_int32_t buf[MAX_SEQ];
	uint32_t	d[MAX_SEQ];
	int			n = decompose(cp, UTF8PROC_DECOMPOSE, d);

	for (int i = 0; i < n; i++)
		buf[i] = (utf8proc_int32_t) d[i];
	return utf8proc_normalize_utf32(buf, n, UTF8PROC_COMPOSE | UTF8PROC_STABLE) == 1 ?
		(uint32_t) buf[0] : 0;
}

/* Simple lower case; canonical singletons replaced (KELVIN SIGN is k). */
static uint32_t
lower_of(uint32_t cp)
{
	uint32_t	c = compose_single(cp);

	if (c == 0 || is_hangul(cp))
		c = cp;
	return (uint32_t) utf8proc_tolower((utf8proc_int32_t) c);
}

/* A two-stage table in the making. */
typedef struct Stage
{
	uint32_t	value[UNI_MAX];
	uint32_t	index[UNI_MAX >> UNI_SHIFT];
	uint32_t	block[UNI_MAX];
	uint32_t	nblock;
} Stage;

static void
pack(Stage *s)
{
	s->nblock = 0;
	for (uint32_t b = 0; b < UNI_MAX >> UNI_SHIFT; b++)
	{
		uint32_t	i;

		for (i = 0; i < s->nblock; i++)
			if (memcmp(s->block + i * UNI_BLOCK, s->value + b * UNI_BLOCK,
					   UNI_BLOCK * sizeof(uint32_t)) == 0)
				break;
		if (i == s->nblock)
			memcpy(s->block + s->nblock++ * UNI_BLOCK, s->value + b * UNI_BLOCK,
				   UNI_BLOCK * sizeof(uint32_t));
		s->index[b] = i;
	}
}

static void
put(const char *type, const char *name, const uint32_t *v, uint32_t n)
{
	printf("\nconst %s %s[] = {", type, name);
	for (uint32_t i = 0; i < n; i++)
		printf("%s%u,", i % 24 ? "" : "\n\t", v[i]);
	printf("\n};\n");
}

static void
put_stage(Stage *s, const char *type, const char *name)
{
	char		full[64];

	pack(s);
	snprintf(full, sizeof(full), "%s_index", name);
	put("uint16_t", full, s->index, UNI_MAX >> UNI_SHIFT);
	snprintf(full, sizeof(full), "%s_block", name);
	put(type, full, s->block, s->nblock * UNI_BLOCK);
}

static void
put_classes(void)
{
	static Stage s;
	static UniRec rec[256];
	static UniPair pair[UNI_MAX / 64];
	uint32_t	nrec = 0,
				npair = 0;
	static uint8_t composes[UNI_MAX];

	for (uint32_t cp = 0; cp < UNI_MAX; cp++)
	{
		uint32_t	d[MAX_SEQ];
		utf8proc_int32_t buf[MAX_SEQ];
		int			n;

		if (!is_bare(cp) || lower_of(cp) != cp || compose_single(cp) != cp)
			continue;
		n = decompose(cp, UTF8PROC_DECOMPOSE, d);
		if (n < 2)
			continue;
		for (int i = 0; i < n - 1; i++)
			buf[i] = (utf8proc_int32_t) d[i];
		if (utf8proc_normalize_utf32(buf, n - 1, UTF8PROC_COMPOSE | UTF8PROC_STABLE) != 1)
		{
			fprintf(stderr, "U+%04X is not composed from one character and a mark\n", cp);
			exit(1);
		}
		pair[npair].base = (uint32_t) buf[0];
		pair[npair].mark = d[n - 1];
		pair[npair++].composed = cp;
		composes[buf[0]] = 1;
	}
	/* by base and mark */
	for (uint32_t i = 1; i < npair; i++)
		for (uint32_t j = i; j > 0 && (pair[j].base < pair[j - 1].base ||
									   (pair[j].base == pair[j - 1].base &&
										pair[j].mark < pair[j - 1].mark)); j--)
		{
			UniPair		t = pair[j];

			pair[j] = pair[j - 1];
			pair[j - 1] = t;
		}

	for (uint32_t cp = 0; cp < UNI_MAX; cp++)
	{
		UniRec		r;
		uint32_t	i;

		r.cls = (uint8_t) class_of(cp);
		r.ccc = (uint8_t) ccc_of(cp);
		r.flags = 0;
		if ((r.cls & UNI_LETTER) && is_bare(cp))
			r.flags |= UNI_REC_BARE;
		if (utf8proc_category((utf8proc_int32_t) cp) != UTF8PROC_CATEGORY_CN)
			r.flags |= UNI_REC_ASSIGNED;
		if (composes[cp])
			r.flags |= UNI_REC_COMPOSES;
		for (i = 0; i < nrec; i++)
			if (memcmp(&rec[i], &r, sizeof(r)) == 0)
				break;
		if (i == nrec)
		{
			if (nrec == 256)
			{
				fprintf(stderr, "more than 256 kinds of characters\n");
				exit(1);
			}
			rec[nrec++] = r;
		}
		s.value[cp] = i;
	}
	put_stage(&s, "uint8_t", "uni_rec");
	printf("\nconst UniRec uni_rec[] = {");
	for (uint32_t i = 0; i < nrec; i++)
		printf("%s{%u, %u, %u},", i % 6 ? " " : "\n\t", rec[i].cls, rec[i].ccc, rec[i].flags);
	printf("\n};\n\nconst uint8_t uni_ascii_class[128] = {");
	for (uint32_t cp = 0; cp < 128; cp++)
		printf("%s%u,", cp % 24 ? "" : "\n\t", class_of(cp));
	printf("\n};\n\nconst uint32_t uni_ncompose = %u;\n", npair);
	printf("\nconst UniPair uni_compose[] = {");
	for (uint32_t i = 0; i < npair; i++)
		printf("%s{%u, %u, %u},", i % 6 ? " " : "\n\t", pair[i].base, pair[i].mark, pair[i].composed);
	printf("\n};\n");
}

static void
put_fold(void)
{
	static Stage s;
	static uint32_t pool[1 << 16];
	uint32_t	npool = 1;		/* 0 is: itself */
	uint32_t	brief[UNI_SHORT_END - UNI_SHORT_FIRST];

	for (uint32_t cp = 0; cp < UNI_MAX; cp++)
	{
		uint32_t	seq[MAX_SEQ];
		int			n;
		uint32_t	at;

		if (is_hangul(cp) || (cp >= 0xD800 && cp <= 0xDFFF))
			continue;
		n = fold_of(cp, seq);
		if (class_of(cp) & UNI_IGNORE || (n == 1 && seq[0] == cp))
			continue;
		if (n == 0)
		{
			fprintf(stderr, "U+%04X folds to nothing\n", cp);
			exit(1);
		}
		seq[n - 1] |= UNI_FOLD_LAST;
		for (at = 1; at + (uint32_t) n <= npool; at++)
			if (memcmp(pool + at, seq, (size_t) n * sizeof(uint32_t)) == 0)
				break;
		if (at + (uint32_t) n > npool)
		{
			at = npool;
			if (npool + (uint32_t) n > 1 << 16)
			{
				fprintf(stderr, "the pool of foldings overflows\n");
				exit(1);
			}
			memcpy(pool + npool, seq, (size_t) n * sizeof(uint32_t));
			npool += (uint32_t) n;
		}
		s.value[cp] = at;
	}
	put_stage(&s, "uint16_t", "uni_fold");
	put("uint32_t", "uni_fold_pool", pool, npool);

	for (uint32_t cp = UNI_SHORT_FIRST; cp < UNI_SHORT_END; cp++)
	{
		uint32_t	seq[MAX_SEQ];
		int			n = fold_of(cp, seq);
		uint32_t	v = 0;

		if (class_of(cp) & (UNI_LETTER | UNI_DIGIT))
		{
			int			ok = n <= 2;

			for (int i = 0; i < n && ok; i++)
			{
				ok = seq[i] < 128 && (class_of(seq[i]) & (UNI_LETTER | UNI_DIGIT));
				v |= seq[i] << (8 * i);
			}
			if (!ok)
				v = 0;
		}
		else if (!(class_of(cp) & UNI_IGNORE))
		{
			v = ' ';
			for (int i = 0; i < n; i++)
				if (class_of(seq[i]) & (UNI_LETTER | UNI_DIGIT))
					v = 0;		/* ¼ */
		}
		brief[cp - UNI_SHORT_FIRST] = v;
	}
	put("uint16_t", "uni_fold_short", brief, UNI_SHORT_END - UNI_SHORT_FIRST);
}

static void
put_lower(void)
{
	static Stage s;
	int32_t		delta[256];
	uint32_t	ndelta = 0;

	for (uint32_t cp = 0; cp < UNI_MAX; cp++)
	{
		int32_t		d = (int32_t) (lower_of(cp) - cp);
		uint32_t	i;

		/* only singletons of the scripts that have case are worth an entry */
		if (!is_bare(cp) && compose_single(cp) != 0 && compose_single(cp) != cp)
			d = 0;
		for (i = 0; i < ndelta; i++)
			if (delta[i] == d)
				break;
		if (i == ndelta)
		{
			if (ndelta == 256)
			{
				fprintf(stderr, "more than 256 distances to lower case\n");
				exit(1);
			}
			delta[ndelta++] = d;
		}
		s.value[cp] = i;
	}
	put_stage(&s, "uint8_t", "uni_lower");
	printf("\nconst int32_t uni_lower_delta[] = {");
	for (uint32_t i = 0; i < ndelta; i++)
		printf("%s%d,", i % 12 ? " " : "\n\t", delta[i]);
	printf("\n};\n");
}

int
main(void)
{
	printf("/*\n * uni_tables.c\n"
		   " *	  Generated by tools/gen_uni.c from Unicode %s; do not edit.\n"
		   " */\n", utf8proc_unicode_version());
	printf("#include \"text/uni.h\"\n#include \"text/uni_tables.h\"\n\n");
	printf("const char uni_tables_version[] = \"%s\";\n", utf8proc_unicode_version());
	put_classes();
	put_fold();
	put_lower();
	return 0;
}

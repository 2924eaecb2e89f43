/*
 * fuzz.h
 *	  What the fuzz targets share: a check that ends the process, the models,
 *	  a recount of characters, the mutator.
 *
 * Each target is a file fuzz_<name>.c with one LLVMFuzzerTestOneInput.  It is
 * linked with libFuzzer (make fuzz, clang) or with fuzz_main.c (make
 * fuzz-replay, any compiler), which makes its documents from the same seeds
 * by the same mutator.
 */
#ifndef FUZZ_H
#define FUZZ_H

#include "core.h"
#include "claims/clm.h"
#include "model/mdl.h"
#include "model/tag.h"
#include "text/lex.h"
#include "text/uni.h"
#include "token/tok.h"

#include <stdio.h>
#include <stdlib.h>

#define FUZZ_CHECK(cond) \
	do { \
		if (!(cond)) \
		{ \
			fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #cond); \
			abort(); \
		} \
	} while (0)

/* What the language's functions need, from one model file. */
typedef struct FuzzLang
{
	char	   *base;			/* the file, in memory of its own, 64-byte aligned */
	size_t		size;
	MdlFile		file;
	Lexicon		lex;
	TagModel	tag;
	ClmModel	clm;
} FuzzLang;

/* fr where i is even, en where it is odd; ends the process where there is none. */
extern FuzzLang *fuzz_lang(unsigned i);

/* The sections in the order of the server; what is not there stays empty. */
extern CoreStatus fuzz_open(FuzzLang *lang, const void *base, size_t size);

/*
 * For each byte of a text and its end: the number of its character if one
 * begins there, or -1.  To be freed.
 */
extern int64_t *fuzz_recount(const char *text, size_t len);

/*
 * Whether the text recounted last is well formed.  Of others, which no UTF-8
 * database holds, a stretch must lie inside the text and no more: how many
 * characters broken bytes are, uni_count and uni_decode see differently.
 */
extern bool fuzz_well_formed;

/* [byte, byte + len) is chr, nchr in the recount made last. */
extern void fuzz_check_span(const int64_t *count, size_t size, uint64_t byte, uint64_t len,
							uint64_t chr, uint64_t nchr);

extern bool fuzz_valid_utf8(const char *s, size_t len);

/* Deterministic numbers. */
extern uint64_t fuzz_random(uint64_t *state);

/* What a document is like, for the mutator. */
extern const bool fuzz_is_text;	/* defined by each target */

/*
 * Change a document as an editor, a broken pipeline or an enemy would; data
 * has room for max bytes, the new size is returned.
 */
extern size_t fuzz_mutate(uint8_t *data, size_t size, size_t max, uint64_t seed);

extern int	LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif							/* FUZZ_H */

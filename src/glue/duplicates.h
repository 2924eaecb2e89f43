/*
 * duplicates.h
 *	  What the SQL functions on duplicates share.
 */
#ifndef GLUE_DUPLICATES_H
#define GLUE_DUPLICATES_H

#include "utils/array.h"

#include "paragraph/dup.h"

/* A paragraph of fewer words is a heading, a name, a greeting. */
#define LONG_WORDS	5

/* The threshold, if it is above 0 and at most 1. */
extern float4 check_threshold(float4 threshold);

/*
 * Fingerprints of the paragraphs of five words or more, sorted, each once;
 * appended to out, which is cleared first.  Returns how many.
 */
extern size_t long_fingerprints(const char *text, size_t len, UniBuf *out);

/* A document without its repeated paragraphs, or NULL if none repeats. */
extern text *dedup_text(text *datum, float4 threshold);

/* An array of n distinct values, which are sorted first. */
extern ArrayType *bigint_array(int64 *value, size_t n);

#endif							/* GLUE_DUPLICATES_H */

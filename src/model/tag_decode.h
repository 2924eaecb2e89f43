/*
 * tag_decode.h
 *	  Between the files of the tagger: label sequences, dates, names.
 */
#ifndef TAG_DECODE_H
#define TAG_DECODE_H

#include "core.h"
#include "model/tag.h"
#include "model/tag_feat.h"
#include "model/tag_file.h"

/* A tagged stretch of tokens, before it becomes a mention. */
typedef struct TagSpan
{
	uint32_t	first;			/* token */
	uint32_t	ntok;
	uint8_t		kind;			/* TagKind */
	float		score;
} TagSpan;

typedef struct TagSpans
{
	TagSpan    *span;
	uint32_t	n;
	uint32_t	cap;
} TagSpans;

extern void tag_spans_add(TagSpans *spans, uint32_t first, uint32_t ntok,
						  TagKind kind, float score);

/* Longest run of tokens that is tagged as one sequence. */
#define TAG_SENTENCE 512

/* The lists inside a model, for features. */
extern void tag_lists(const TagModel *model, TagLists *lists);

/* Tag the tokens [first, first + n); appends to spans in text order. */
extern void tag_block(const TagModel *model, const TokDoc *doc, uint32_t first,
					  uint32_t n, const uint8_t *date, TagSpans *spans);

/*
 * Dates and times of the grammar, in text order; learnt kinds win later.
 */
extern void tag_dates(const TokDoc *doc, TagSpans *spans);

/* Canonical names and entity numbers for finished mentions. */
extern void tag_names(const TagModel *model, const TokDoc *doc, TagResult *result);

#endif							/* TAG_DECODE_H */

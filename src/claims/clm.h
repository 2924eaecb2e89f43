/*
 * clm.h
 *	  Attributions: who said what, how, through whom, how surely.
 *
 * docs/claims.md (after the attribution guidelines) defines the fields.
 */
#ifndef CLM_H
#define CLM_H

#include "core.h"
#include "token/tok.h"
#include "model/tag.h"

typedef enum ClmAct
{
	CLM_ASSERT, CLM_DENY, CLM_DEMAND, CLM_ASK, CLM_OPINION, CLM_EMOTION,
	CLM_COMMIT, CLM_HEARSAY, CLM_SILENCE,
	CLM_NACTS
} ClmAct;

typedef enum ClmForm
{
	CLM_DIRECT, CLM_INDIRECT, CLM_MIXED,
	CLM_NFORMS
} ClmForm;

extern const char *const clm_act_name[CLM_NACTS];
extern const char *const clm_form_name[CLM_NFORMS];

/* The cue grammar of a language in mapped memory: owns nothing. */
typedef struct ClmModel
{
	const char *base;
	size_t		size;
} ClmModel;

extern CoreStatus clm_open(ClmModel *model, const void *base, size_t size);

/* A stretch of the document; len 0 means that there is none. */
typedef struct ClmSpan
{
	uint32_t	byte;			/* offset and length in bytes */
	uint32_t	len;
	uint32_t	chr;			/* offset in characters from 0, and length */
	uint32_t	nchr;
} ClmSpan;

typedef struct ClmClaim
{
	int32_t		parent;			/* index of the enclosing claim, -1 */
	ClmSpan		source;
	ClmSpan		cue;
	ClmSpan    *content;		/* [ncontent], in text order */
	uint32_t	ncontent;
	ClmSpan		via;
	const char *speaker;		/* not terminated; NULL where empty */
	uint32_t	speaker_len;
	int8_t		speaker_kind;	/* TagKind, -1 where not known */
	uint8_t		act;			/* ClmAct */
	uint8_t		form;			/* ClmForm */
	bool		negated;
	float		certainty;
} ClmClaim;

typedef struct ClmResult
{
	ClmClaim   *claim;			/* in text order of the cue (of the content where there is none) */
	uint32_t	n;
} ClmResult;

/* Linear in the length of the document. */
extern void clm_document(const ClmModel *model, const TokDoc *doc,
						 const TagResult *tags, ClmResult *result);

#endif							/* CLM_H */

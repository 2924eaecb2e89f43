/*
 * clm_certainty.c
 *	  How surely the text presents a content as true: a table by act, lowered
 *	  by hedges, conditionals and unnamed sources.  docs/claims.md prints the
 *	  table; the two must agree.
 */
#include "claims/clm_int.h"

static const float by_act[CLM_NACTS] = {
	[CLM_ASSERT] = 0.80f,
	[CLM_DENY] = 0.20f,
	[CLM_DEMAND] = 0.30f,
	[CLM_ASK] = 0.40f,
	[CLM_OPINION] = 0.60f,
	[CLM_EMOTION] = 0.50f,
	[CLM_COMMIT] = 0.65f,
	[CLM_HEARSAY] = 0.30f,
	[CLM_SILENCE] = 0.50f
};

#define HEDGED		0.75f		/* peut-être, aurait: factor for each kind */
#define ANONYMOUS	0.75f		/* une source proche du dossier */

float
clm_certainty(const ClmCtx *c, const ClmDraft *d, const ClmClaim *claim)
{
	float		p = by_act[claim->act];
	bool		hedge = false;
	bool		conditional = false;
	bool		anonymous = false;

	/* not to have said it turns the scale; not to have demanded it does not */
	if (d->negated && (claim->act == CLM_ASSERT || claim->act == CLM_DENY ||
					   claim->act == CLM_OPINION))
		p = 1.0f - p;
	for (int k = 0; k < d->nparts; k++)
	{
		int32_t		end = CORE_MIN(d->part[k].last, d->part[k].first + 200);

		for (int32_t i = d->part[k].first; i <= end; i++)
		{
			hedge |= (mask_at(c, i) & LEX_BIT(HEDGE)) != 0;
			if (c->tok[i].pos == POS_FIN && c->tok[i].group >= 0)
				conditional |= (c->group[c->tok[i].group].flags & GROUP_COND) != 0;
		}
	}
	for (int32_t i = d->cue.first; i >= 0 && i <= d->cue.last; i++)
		hedge |= (mask_at(c, i) & LEX_BIT(HEDGE)) != 0;
	for (int32_t i = d->source.first; i >= 0 && i <= d->source.last; i++)
		anonymous |= (mask_at(c, i) & LEX_BIT(PERSONNOUN)) != 0 && c->doc->tok[i].lex &&
			(lex_morph(c->doc->lex, c->doc->tok[i].lex, LEX_PERSONNOUN) & LEX_TAG(ANON)) != 0;
	if (hedge)
		p *= HEDGED;
	if (conditional && claim->act != CLM_HEARSAY)
		p *= HEDGED;
	if (anonymous)
		p *= ANONYMOUS;
	/* in hundredths: more digits would promise more than the table knows */
	return (float) (int) (p * 100.0f + 0.5f) / 100.0f;
}

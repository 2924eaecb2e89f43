/*
 * clm_speaker.c
 *	  Who the source is: the fullest name or description in the document.
 */
#include "claims/clm_int.h"

void
clm_speakers(ClmCtx *c, const ClmDraft *const *draft, ClmResult *result)
{
	for (uint32_t i = 0; i < result->n; i++)
	{
		ClmClaim   *claim = &result->claim[i];
		const ClmDraft *d = draft[i];

		CORE_POLL_EVERY(i);
		if (range_empty(d->source))
			continue;
		for (int32_t t = d->source.first; t <= d->source.last; t++)
		{
			int32_t		m = c->mention[t];

			if (m != NONE && c->tags->mention[m].kind == TAG_PER)
			{
				claim->speaker = c->tags->mention[m].name;
				claim->speaker_len = c->tags->mention[m].name_len;
				claim->speaker_kind = TAG_PER;
				break;
			}
		}
		if (claim->speaker == NULL && c->tok[d->source.first].pos != POS_PRON && c->tok[d->source.first].pos != POS_TAIL)
		{
			claim->speaker = c->doc->text + claim->source.byte;
			claim->speaker_len = claim->source.len;
		}
	}
}

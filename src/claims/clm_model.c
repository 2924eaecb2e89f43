/*
 * clm_model.c
 *	  Opening a compiled cue grammar, and the names of acts and forms.
 *
 * Everything is checked here once; the parser then follows the section
 * without further checks, but for numbers that come from a lexicon.
 */
#include "claims/clm.h"
#include "claims/clm_layout.h"

const char *const clm_act_name[CLM_NACTS] = {
	"assert", "deny", "demand", "ask", "opinion", "emotion", "commit", "hearsay", "silence"
};

const char *const clm_form_name[CLM_NFORMS] = {
	"direct", "indirect", "mixed"
};

/* An array of n elements of the given size lies at off inside the section. */
static bool
inside(const ClmHeader *h, uint32_t off, uint64_t n, size_t elem)
{
	return off % 8 == 0 && off <= h->size && n * elem <= h->size - off;
}

CoreStatus
clm_open(ClmModel *model, const void *base, size_t size)
{
	const ClmHeader *h = base;
	const ClmWord *word;
	const uint16_t *start;
	const ClmCue *cue;
	const ClmPhrase *phrase;

	model->base = NULL;
	model->size = 0;
	if (base == NULL || size < sizeof(ClmHeader) || (uintptr_t) base % 8 != 0 ||
		memcmp(h->magic, CLM_MAGIC, 8) != 0 || h->size > size ||
		h->nrole != CLM_NROLES || h->nframe != CLM_NFRAMES || h->zero != 0 ||
		h->ncue > UINT16_MAX || h->nphrase >= UINT16_MAX)
		return CORE_BAD_MODEL;
	if (!inside(h, h->word_off, h->nword, sizeof(ClmWord)) ||
		!inside(h, h->start_off, (uint64_t) h->nlemma + 1, sizeof(uint16_t)) ||
		!inside(h, h->flag_off, h->nlemma, 1) ||
		!inside(h, h->cue_off, h->ncue, sizeof(ClmCue)) ||
		!inside(h, h->phrase_off, h->nphrase, sizeof(ClmPhrase)))
		return CORE_BAD_MODEL;

	word = CLM_ARRAY(base, word_off, ClmWord);
	for (uint32_t i = 0; i < h->nword; i++)
		if (word[i].phrase > h->nphrase || word[i].prep > CLM_MAX_PREP)
			return CORE_BAD_MODEL;
	start = CLM_ARRAY(base, start_off, uint16_t);
	for (uint32_t i = 0; i < h->nlemma; i++)
		if (start[i] > start[i + 1])
			return CORE_BAD_MODEL;
	if (start[h->nlemma] != h->ncue)
		return CORE_BAD_MODEL;
	cue = CLM_ARRAY(base, cue_off, ClmCue);
	for (uint32_t i = 0; i < h->ncue; i++)
		if (cue[i].act >= CLM_NACTS || cue[i].nextra > CLM_MAX_EXTRA)
			return CORE_BAD_MODEL;
	phrase = CLM_ARRAY(base, phrase_off, ClmPhrase);
	for (uint32_t i = 0; i < h->nphrase; i++)
		if (phrase[i].len == 0 || phrase[i].len > CLM_MAX_PHRASE ||
			phrase[i].kind >= CLM_NPHRASES || phrase[i].act >= CLM_NACTS)
			return CORE_BAD_MODEL;
	/* the last one ends the search */
	if (h->nphrase > 0 && !phrase[h->nphrase - 1].last)
		return CORE_BAD_MODEL;

	model->base = base;
	model->size = size;
	return CORE_OK;
}

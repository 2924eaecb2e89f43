/*
 * tag.h
 *	  The sequence tagger: from tokens to mentions of entities.
 */
#ifndef TAG_H
#define TAG_H

#include "core.h"
#include "token/tok.h"

/* Kinds that the tagger knows; the names are those of the SQL contract. */
typedef enum TagKind
{
	TAG_PER, TAG_ORG, TAG_LOC, TAG_EVENT, TAG_PRODUCT, TAG_DATE, TAG_TIME,
	TAG_NKINDS
} TagKind;

extern const char *const tag_kind_name[TAG_NKINDS];

/* A tagger in mapped memory: set up by tag_open, owns nothing. */
typedef struct TagModel
{
	const char *base;
	size_t		size;
	const char *alias;			/* names known under several spellings, or NULL */
	size_t		alias_size;
} TagModel;

/* Check the TAGGER section once; leaves the model without aliases. */
extern CoreStatus tag_open(TagModel *model, const void *base, size_t size);

/* Add the ALIASES section, if there is one; to be called after tag_open. */
extern CoreStatus tag_open_aliases(TagModel *model, const void *base, size_t size);

/*
 * A mention.  Mentions do not overlap and come in text order.  name points
 * into the document, into the model file, or into memory of the result.
 */
typedef struct TagMention
{
	uint32_t	first;			/* first token */
	uint32_t	ntok;
	uint32_t	byte;			/* offset in bytes, and length */
	uint32_t	len;
	uint32_t	chr;			/* offset in characters from 0, and length */
	uint32_t	nchr;
	uint8_t		kind;			/* TagKind */
	float		score;			/* probability, 0 to 1 */
	const char *name;			/* canonical name, not terminated */
	uint32_t	name_len;
	uint32_t	entity;			/* mentions of one entity share this number, from 0 */
} TagMention;

typedef struct TagResult
{
	TagMention *mention;
	uint32_t	n;
	uint32_t	nentity;
	char	   *text;			/* names that stand nowhere else */
} TagResult;

/*
 * Tag a document.  Linear in its length.  model may be NULL (a language
 * without a trained tagger): only what the grammar of dates finds.
 */
extern void tag_document(const TagModel *model, const TokDoc *doc, TagResult *result);
extern void tag_free(TagResult *result);

#endif							/* TAG_H */

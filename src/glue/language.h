/*
 * language.h
 *	  The languages that are installed, as this backend has mapped them.
 */
#ifndef GLUE_LANGUAGE_H
#define GLUE_LANGUAGE_H

#include "postgres.h"

#include "claims/clm.h"
#include "model/mdl.h"
#include "model/tag.h"
#include "text/lex.h"

/* A language in use: stays until the backend exits, never changes. */
typedef struct GazLang
{
	MdlFile		file;			/* name, build, size of the mapped model file */
	Lexicon		lexicon;
	TagModel	tagger;
	ClmModel	claims;
	bool		has_tagger;
	bool		has_claims;
} GazLang;

/* The language of that name; an error with a hint where it is not installed. */
extern const GazLang *gaz_language(const char *name);

/*
 * The language for a document: the one that the user names, or the detected
 * one for "auto".  utf8 is the document.
 */
extern const GazLang *gaz_resolve_language(text *lang, const char *utf8, size_t len);

#endif							/* GLUE_LANGUAGE_H */

/*
 * model.h
 *	  A built model file for the tests: found in GAZETTE_BUILD, opened as the
 *	  server opens it.
 */
#ifndef UNIT_MODEL_H
#define UNIT_MODEL_H

#include "unit.h"

#include "claims/clm.h"
#include "model/mdl.h"
#include "model/tag.h"

typedef struct Language
{
	char	   *file;
	MdlFile		mdl;
	Lexicon		lex;
	TagModel	tag;
	size_t		tag_size;		/* of the section, for tests that damage it */
	ClmModel	clm;
	size_t		clm_size;
} Language;

static void
load(Language *l, const char *name)
{
	const char *dir = getenv("GAZETTE_BUILD");
	char		path[1024];
	FILE	   *f;
	size_t		size;
	const void *section;

	snprintf(path, sizeof(path), "%s/gazette_%s.model", dir ? dir : "build", name);
	f = fopen(path, "rb");
	if (f == NULL)
	{
		printf("no model %s\n", path);
		exit(1);
	}
	fseek(f, 0, SEEK_END);
	size = (size_t) ftell(f);
	rewind(f);
	l->file = aligned_alloc(64, (size + 63) / 64 * 64);
	if (fread(l->file, 1, size, f) != size)
		exit(1);
	fclose(f);
	CHECK(mdl_open(&l->mdl, l->file, size) == CORE_OK);
	section = mdl_section(&l->mdl, "LEXICON", &size);
	CHECK(section && lex_open(&l->lex, section, size) == CORE_OK);
	section = mdl_section(&l->mdl, "TAGGER", &l->tag_size);
	CHECK(section && tag_open(&l->tag, section, l->tag_size) == CORE_OK);
	section = mdl_section(&l->mdl, "ALIASES", &size);
	CHECK(section && tag_open_aliases(&l->tag, section, size) == CORE_OK);
	section = mdl_section(&l->mdl, "CLAIMS", &l->clm_size);
	CHECK(section && clm_open(&l->clm, section, l->clm_size) == CORE_OK);
}

#endif							/* UNIT_MODEL_H */

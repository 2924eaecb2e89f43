/*
 * mdl.h
 *	  The model file of a language: one read-only mapping, offsets only.
 *
 * Layout (little-endian, every section 64-byte aligned):
 *
 *	  header	 magic "PGGAZMDL", format version, byte order mark, name[16],
 *				 build hash, total length, number of sections
 *	  sections[] { tag[8], offset, length, crc32c }
 *	  data
 *
 * Nothing is parsed or built at load: mdl_open checks the header and the
 * bounds of every section, each room checks the bounds inside its own section
 * once (lex_open, tag_open, clm_open), and all read the mapping as it is.
 * The checksums are verified where the file is opened the first time in a
 * process only if asked for, since that touches every page.
 */
#ifndef MDL_H
#define MDL_H

#include "core.h"

#define MDL_FORMAT 1
#define MDL_NAME_LEN 16

typedef struct MdlFile
{
	const char *base;			/* the mapping */
	size_t		size;
	char		name[MDL_NAME_LEN];	/* language, e.g. "fr" */
	uint64_t	build;			/* hash of all sections */
} MdlFile;

/* Check a file that lies in memory; base must stay as long as file is used. */
extern CoreStatus mdl_open(MdlFile *file, const void *base, size_t size);

/* Section by tag ("META", "LEXICON", "TAGGER", "CLAIMS"); NULL where there is none. */
extern const void *mdl_section(const MdlFile *file, const char *tag, size_t *size);

/* Verify the checksums of all sections. */
extern bool mdl_verify(const MdlFile *file);

/* Section number i and whether its checksums hold; false behind the last one. */
typedef struct MdlSectionInfo
{
	char		tag[9];
	size_t		size;
	bool		intact;
} MdlSectionInfo;

extern bool mdl_section_at(const MdlFile *file, uint32_t i, MdlSectionInfo *info);

/*
 * Value of a key in the META section, which holds the language folder's
 * language.conf (key=value lines, e.g. "name=français"); NULL where there is
 * none.  Not terminated.
 */
extern const char *mdl_meta(const MdlFile *file, const char *key, size_t *len);

/* A language's name: [a-z0-9_], 2 to 15 of them. */
extern bool mdl_valid_name(const char *name);

#endif							/* MDL_H */

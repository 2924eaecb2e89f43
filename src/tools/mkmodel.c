/*
 * mkmodel.c
 *	  Builds the model file of a language from its folder, and checks one.
 *
 *	  mkmodel src/lang/fr build/gazette_fr.model
 *	  mkmodel --check build/gazette_fr.model
 *
 * Sections: META from language.conf, LEXICON from *.lex, CLAIMS from the cue
 * data (clm_compile), TAGGER from tagger.bin, ALIASES from aliases.tsv
 * (alias_compile); all but the lexicon may be missing.  The name of the folder is the name of the language.  The same
 * folder gives the same bytes.  The file is written beside its place and
 * renamed, so that no reader ever maps half of one.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "model/mdl_layout.h"
#include "text/lex.h"
#include "tools/lex_compile.h"

#define MAX_PARTS 8

/*
 * The compilers of other rooms, tools/clm_compile.c and tools/alias_compile.c:
 * they append their section, or nothing where the folder has no such data, and
 * return the number of errors.  Weak, since the rooms are built up one by one.
 */
extern int	clm_compile(const char *langdir, const Lexicon *lex, UniBuf *out)
			__attribute__((weak));
extern int	alias_compile(const char *langdir, UniBuf *out)
			__attribute__((weak));

typedef struct Part
{
	const char *tag;
	UniBuf		data;
} Part;

/* Read LANGDIR/name into a part if it is there; 1 on error. */
static int
add_file(Part *parts, int *n, const char *tag, const char *langdir, const char *name)
{
	char		path[4096];
	size_t		len;
	char	   *data;

	snprintf(path, sizeof(path), "%s/%s", langdir, name);
	if (access(path, F_OK) != 0)
		return 0;
	data = file_read(path, &len);
	if (data == NULL)
		return 1;
	parts[*n].tag = tag;
	parts[*n].data = (UniBuf) {.data = data, .len = len, .cap = len};
	(*n)++;
	return 0;
}

/* The language's name: last component of its folder. */
static bool
language_name(const char *langdir, char *name)
{
	size_t		len = strlen(langdir);
	size_t		start;

	while (len > 1 && langdir[len - 1] == '/')
		len--;
	for (start = len; start > 0 && langdir[start - 1] != '/';)
		start--;
	memset(name, 0, MDL_NAME_LEN);
	if (len - start >= MDL_NAME_LEN)
		return false;
	memcpy(name, langdir + start, len - start);
	return mdl_valid_name(name);
}

static int
write_file(const char *path, const UniBuf *file)
{
	char		temp[4096];
	FILE	   *f;

	snprintf(temp, sizeof(temp), "%s.tmp", path);
	f = fopen(temp, "wb");
	if (f == NULL || fwrite(file->data, 1, file->len, f) != file->len || fclose(f) != 0)
	{
		fprintf(stderr, "could not write file \"%s\": %s\n", temp, strerror(errno));
		return 1;
	}
	if (rename(temp, path) != 0)
	{
		fprintf(stderr, "could not rename file \"%s\" to \"%s\": %s\n",
				temp, path, strerror(errno));
		return 1;
	}
	return 0;
}

static int
build(const char *langdir, const char *path)
{
	Part		parts[MAX_PARTS];
	int			n = 0;
	MdlHeader	h = {.format = MDL_FORMAT, .byte_order = MDL_BYTE_ORDER};
	MdlSection	table[MAX_PARTS];
	UniBuf		file = {0};
	Lexicon		lex;
	uint64_t	off;
	int			errors;

	if (!language_name(langdir, h.name))
	{
		fprintf(stderr, "folder \"%s\": the name of a language has 2 to 15 of a-z, 0-9 and _\n",
				langdir);
		return 1;
	}
	memset(parts, 0, sizeof(parts));
	errors = add_file(parts, &n, "META", langdir, "language.conf");

	parts[n].tag = "LEXICON";
	errors += lex_compile(langdir, &parts[n].data);
	if (errors)
		return 1;
	if (lex_open(&lex, parts[n].data.data, parts[n].data.len) != CORE_OK)
	{
		fprintf(stderr, "the lexicon compiled from \"%s\" does not open\n", langdir);
		return 1;
	}
	n++;

	parts[n].tag = "CLAIMS";
	if (clm_compile != NULL)
		errors += clm_compile(langdir, &lex, &parts[n].data);
	if (parts[n].data.len > 0)
		n++;
	errors += add_file(parts, &n, "TAGGER", langdir, "tagger.bin");

	parts[n].tag = "ALIASES";
	if (alias_compile != NULL)
		errors += alias_compile(langdir, &parts[n].data);
	if (parts[n].data.len > 0)
		n++;
	if (errors)
		return 1;

	memset(table, 0, sizeof(table));
	off = sizeof(MdlHeader) + n * sizeof(MdlSection);
	for (int i = 0; i < n; i++)
	{
		strncpy(table[i].tag, parts[i].tag, sizeof(table[i].tag));
		table[i].offset = off;
		table[i].size = parts[i].data.len;
		table[i].hash = mdl_hash(MDL_HASH_START, parts[i].data.data, parts[i].data.len);
		table[i].crc = mdl_crc32c(parts[i].data.data, parts[i].data.len);
		off += (parts[i].data.len + MDL_ALIGN - 1) / MDL_ALIGN * MDL_ALIGN;
	}
	memcpy(h.magic, MDL_MAGIC, 8);
	h.nsection = n;
	h.size = off;
	h.build = mdl_build_hash(h.name, table, n);

	uni_buf_append(&file, (const char *) &h, sizeof(h));
	uni_buf_append(&file, (const char *) table, n * sizeof(MdlSection));
	for (int i = 0; i < n; i++)
	{
		static const char zero[MDL_ALIGN];

		uni_buf_append(&file, parts[i].data.data, parts[i].data.len);
		uni_buf_append(&file, zero, (MDL_ALIGN - file.len % MDL_ALIGN) % MDL_ALIGN);
		uni_buf_free(&parts[i].data);
	}
	errors = write_file(path, &file);
	uni_buf_free(&file);
	return errors;
}

static int
check(const char *path)
{
	size_t		size;
	char	   *data = file_read(path, &size);
	MdlFile		file;
	MdlSectionInfo info;
	int			errors = 0;

	if (data == NULL)
		return 1;
	if (mdl_open(&file, data, size) != CORE_OK)
	{
		fprintf(stderr, "%s: damaged, or no model file of format %d\n", path, MDL_FORMAT);
		core_free(data);
		return 1;
	}
	printf("%s: language %s, build %016llx, %zu bytes\n", path, file.name,
		   (unsigned long long) file.build, size);
	for (uint32_t i = 0; mdl_section_at(&file, i, &info); i++)
	{
		printf("  %-8s %10zu bytes  %s\n", info.tag, info.size, info.intact ? "intact" : "DAMAGED");
		errors += !info.intact;
	}
	core_free(data);
	return errors != 0;
}

int
main(int argc, char **argv)
{
	if (argc == 3 && strcmp(argv[1], "--check") == 0)
		return check(argv[2]);
	if (argc == 3 && argv[1][0] != '-')
		return build(argv[1], argv[2]);
	fprintf(stderr, "usage: mkmodel LANGDIR FILE\n       mkmodel --check FILE\n");
	return 2;
}

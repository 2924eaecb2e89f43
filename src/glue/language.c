/*
 * language.c
 *	  Which languages are installed, their model files, and detection.
 *
 * A language xx is installed when $sharedir/tsearch_data has a file
 * gazette_xx.model.  A backend maps it read-only and shared at first use,
 * checks it once, and keeps it until it exits; nothing is parsed or copied,
 * so all backends share the pages.  What could not be opened is not
 * remembered: a repaired file works in the same session.
 *
 * A file must be replaced by rename or removal and a new file, as make install
 * does, never overwritten in place: backends have it mapped.
 *
 * 'auto' detects among all installed languages.  Where one of them does not
 * open, it raises the error rather than detect among the others, since its
 * answers may be stored.
 */
#include "postgres.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fmgr.h"
#include "funcapi.h"
#include "lib/stringinfo.h"
#include "miscadmin.h"
#include "storage/fd.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#include "glue/language.h"
#include "glue/utf8.h"
#include "token/tok.h"

PG_FUNCTION_INFO_V1(languages);
PG_FUNCTION_INFO_V1(detect_language);

#define MODEL_PREFIX "gazette_"
#define MODEL_SUFFIX ".model"

/* The registry: what this backend has mapped, in the order of opening. */
static MemoryContext registry = NULL;
static GazLang **opened = NULL;
static int	nopened = 0;

/* All installed languages by name, for 'auto'; NULL until they are all open. */
static GazLang **installed = NULL;
static const Lexicon **lexicons = NULL;
static int	ninstalled = 0;

static MemoryContext
registry_context(void)
{
	if (registry == NULL)
		registry = AllocSetContextCreate(TopMemoryContext, "pg_gazette languages",
										 ALLOCSET_SMALL_SIZES);
	return registry;
}

static void
model_folder(char *path)
{
	char		share[MAXPGPATH];

	get_share_path(my_exec_path, share);
	snprintf(path, MAXPGPATH, "%s/tsearch_data", share);
}

static int
compare_strings(const void *a, const void *b)
{
	return strcmp(*(char *const *) a, *(char *const *) b);
}

/* Names of the languages that have a model file, sorted. */
static char **
list_names(int *n)
{
	char		folder[MAXPGPATH];
	DIR		   *dir;
	struct dirent *de;
	char	  **names = palloc(sizeof(char *));
	size_t		prefix = strlen(MODEL_PREFIX);
	size_t		suffix = strlen(MODEL_SUFFIX);

	*n = 0;
	model_folder(folder);
	dir = AllocateDir(folder);
	while ((de = ReadDir(dir, folder)) != NULL)
	{
		size_t		len = strlen(de->d_name);
		char	   *name;

		if (len <= prefix + suffix ||
			strncmp(de->d_name, MODEL_PREFIX, prefix) != 0 ||
			strcmp(de->d_name + len - suffix, MODEL_SUFFIX) != 0)
			continue;
		name = pnstrdup(de->d_name + prefix, len - prefix - suffix);
		if (!mdl_valid_name(name) || strcmp(name, "auto") == 0)
			continue;
		names = repalloc(names, (*n + 1) * sizeof(char *));
		names[(*n)++] = name;
	}
	FreeDir(dir);
	qsort(names, *n, sizeof(char *), compare_strings);
	return names;
}

/* For hints: en, fr. */
static char *
installed_names(void)
{
	StringInfoData buf;
	int			n;
	char	  **names = list_names(&n);

	initStringInfo(&buf);
	for (int i = 0; i < n; i++)
		appendStringInfo(&buf, "%s%s", i ? ", " : "", names[i]);
	return buf.data;
}

static void
not_installed(const char *name)
{
	char	   *names = installed_names();

	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("language \"%s\" is not installed", name),
			 names[0] ? errhint("Installed languages: %s.", names) :
			 errhint("No language is installed; run make install in the source folder of pg_gazette.")));
}

/* Check a mapped file and open its sections; false where it is damaged. */
static bool
open_sections(GazLang *lang, const char *name, const void *base, size_t size)
{
	const void *section;
	size_t		len;

	if (mdl_open(&lang->file, base, size) != CORE_OK ||
		strcmp(lang->file.name, name) != 0)
		return false;

	section = mdl_section(&lang->file, "LEXICON", &len);
	if (section == NULL || lex_open(&lang->lexicon, section, len) != CORE_OK)
		return false;

	section = mdl_section(&lang->file, "TAGGER", &len);
	lang->has_tagger = section != NULL;
	if (section != NULL && tag_open(&lang->tagger, section, len) != CORE_OK)
		return false;

	section = mdl_section(&lang->file, "ALIASES", &len);
	if (section != NULL && lang->has_tagger &&
		tag_open_aliases(&lang->tagger, section, len) != CORE_OK)
		return false;

	section = mdl_section(&lang->file, "CLAIMS", &len);
	lang->has_claims = section != NULL;
	if (section != NULL && clm_open(&lang->claims, section, len) != CORE_OK)
		return false;
	return true;
}

/* Map the model file of a language, whose name is valid. */
static GazLang *
open_language(const char *name)
{
	char		folder[MAXPGPATH];
	char		path[MAXPGPATH + 64];
	struct stat st;
	void	   *volatile base = MAP_FAILED;
	GazLang    *lang;
	int			fd;
	bool		good;
	MemoryContext old;

	/* room first, so that nothing can fail once the file is mapped */
	old = MemoryContextSwitchTo(registry_context());
	lang = palloc0(sizeof(GazLang));
	if (opened == NULL)
		opened = palloc(sizeof(GazLang *));
	else
		opened = repalloc(opened, (nopened + 1) * sizeof(GazLang *));
	MemoryContextSwitchTo(old);

	model_folder(folder);
	snprintf(path, sizeof(path), "%s/" MODEL_PREFIX "%s" MODEL_SUFFIX, folder, name);
	fd = OpenTransientFile(path, O_RDONLY | PG_BINARY);
	if (fd < 0)
	{
		pfree(lang);
		if (errno == ENOENT)
			not_installed(name);
		ereport(ERROR,
				(errcode_for_file_access(),
				 errmsg("could not open model file \"%s\": %m", path)));
	}
	if (fstat(fd, &st) != 0)
	{
		pfree(lang);
		ereport(ERROR,
				(errcode_for_file_access(),
				 errmsg("could not stat model file \"%s\": %m", path)));
	}
	if (S_ISREG(st.st_mode) && st.st_size > 0)
	{
		base = mmap(NULL, st.st_size, PROT_READ, MAP_SHARED, fd, 0);
		if (base == MAP_FAILED)
		{
			pfree(lang);
			ereport(ERROR,
					(errcode_for_file_access(),
					 errmsg("could not map model file \"%s\": %m", path)));
		}
	}
	CloseTransientFile(fd);

	/* the core rooms raise nothing here, but a later one of them may */
	PG_TRY();
	{
		good = base != MAP_FAILED && open_sections(lang, name, base, st.st_size);
	}
	PG_CATCH();
	{
		munmap(base, st.st_size);
		pfree(lang);
		PG_RE_THROW();
	}
	PG_END_TRY();

	if (!good)
	{
		if (base != MAP_FAILED)
			munmap(base, st.st_size);
		pfree(lang);
		ereport(ERROR,
				(errcode(ERRCODE_CONFIG_FILE_ERROR),
				 errmsg("model file \"%s\" is damaged or of another version", path),
				 errhint("Reinstall pg_gazette, then try again.")));
	}
	opened[nopened++] = lang;
	return lang;
}

static GazLang *
find_or_open(const char *name)
{
	for (int i = 0; i < nopened; i++)
	{
		if (strcmp(opened[i]->file.name, name) == 0)
			return opened[i];
	}
	return open_language(name);
}

const GazLang *
gaz_language(const char *name)
{
	/* nothing but a valid name ever becomes part of a path */
	if (!mdl_valid_name(name) || strcmp(name, "auto") == 0)
		not_installed(name);
	return find_or_open(name);
}

/* Open all installed languages, for 'auto'. */
static void
open_all(void)
{
	int			n;
	char	  **names = list_names(&n);
	GazLang   **all;
	const Lexicon **lex;

	if (n == 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("no language is installed"),
				 errhint("Run make install in the source folder of pg_gazette.")));
	all = MemoryContextAlloc(registry_context(), n * sizeof(GazLang *));
	lex = MemoryContextAlloc(registry_context(), n * sizeof(Lexicon *));
	PG_TRY();
	{
		for (int i = 0; i < n; i++)
		{
			all[i] = find_or_open(names[i]);
			lex[i] = &all[i]->lexicon;
		}
	}
	PG_CATCH();
	{
		pfree(all);
		pfree(lex);
		PG_RE_THROW();
	}
	PG_END_TRY();
	installed = all;
	lexicons = lex;
	ninstalled = n;
}

static const GazLang *
detect(const char *utf8, size_t len)
{
	if (installed == NULL)
		open_all();
	return installed[tok_detect(lexicons, ninstalled, utf8, len)];
}

const GazLang *
gaz_resolve_language(text *lang, const char *utf8, size_t len)
{
	const char *name = VARDATA_ANY(lang);
	size_t		name_len = VARSIZE_ANY_EXHDR(lang);

	if (name_len == 4 && memcmp(name, "auto", 4) == 0)
		return detect(utf8, len);
	for (int i = 0; i < nopened; i++)
	{
		const char *known = opened[i]->file.name;

		if (strlen(known) == name_len && memcmp(known, name, name_len) == 0)
			return opened[i];
	}
	return gaz_language(pnstrdup(name, name_len));
}

/* detect_language(doc text) */
PGDLLEXPORT Datum
detect_language(PG_FUNCTION_ARGS)
{
	GazText		doc;

	GAZ_GETARG_TEXT(0, &doc);
	PG_RETURN_TEXT_P(cstring_to_text(detect(doc.data, doc.len)->file.name));
}

/* languages() */
PGDLLEXPORT Datum
languages(PG_FUNCTION_ARGS)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	int			n;
	char	  **names;

	InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
	names = list_names(&n);
	for (int i = 0; i < n; i++)
	{
		const GazLang *lang = find_or_open(names[i]);
		Datum		values[5];
		bool		nulls[5] = {0};
		const char *name;
		size_t		len;

		name = mdl_meta(&lang->file, "name", &len);
		values[0] = CStringGetTextDatum(lang->file.name);
		nulls[1] = name == NULL;
		values[1] = name ? PointerGetDatum(gaz_text_result(name, len)) : (Datum) 0;
		values[2] = CStringGetTextDatum(psprintf(MODEL_PREFIX "%s", lang->file.name));
		values[3] = CStringGetTextDatum(psprintf("%016llx",
												 (unsigned long long) lang->file.build));
		values[4] = Int64GetDatum((int64) lang->file.size);
		tuplestore_putvalues(rsinfo->setResult, rsinfo->setDesc, values, nulls);
	}
	return (Datum) 0;
}

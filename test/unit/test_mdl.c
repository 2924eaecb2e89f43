/*
 * test_mdl.c
 *	  Model files: what mkmodel writes opens, the same folder gives the same
 *	  bytes, and no damaged file leads outside of the mapping.
 */
#include "unit.h"

#include <sys/stat.h>
#include <unistd.h>

#include "model/mdl_layout.h"
#include "text/lex.h"
#include "tools/lex_compile.c"

static char temp[] = "/tmp/test_mdl_XXXXXX";

/* Run mkmodel from the build folder; its exit code. */
static int
mkmodel(const char *arguments)
{
	const char *folder = getenv("GAZETTE_BUILD");
	char		command[8192];

	snprintf(command, sizeof(command), "%s/mkmodel %s >/dev/null 2>&1",
			 folder ? folder : "build", arguments);
	return system(command);
}

/* Everything that a reader does with a file that opened. */
static void
use(const MdlFile *file)
{
	static const char *const tags[] = {"META", "LEXICON", "TAGGER", "CLAIMS", "ALIASES", ""};
	unsigned	sum = 0;
	size_t		size;
	const char *name = mdl_meta(file, "name", &size);

	if (size > 0)
		sum += (unsigned char) name[size - 1];
	for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++)
	{
		const char *section = mdl_section(file, tags[i], &size);

		if (size > 0)
			sum += (unsigned char) section[0] + (unsigned char) section[size - 1];
	}
	sum += mdl_verify(file);
	CHECK(sum != UINT32_MAX);
}

/* True where the file opens, with all of its sections. */
static bool
opens(const char *data, size_t size)
{
	MdlFile		file;
	Lexicon		lex;
	const void *section;
	size_t		len;

	if (mdl_open(&file, data, size) != CORE_OK)
		return false;
	use(&file);
	section = mdl_section(&file, "LEXICON", &len);
	return section != NULL && lex_open(&lex, section, len) == CORE_OK;
}

static void
test_damage(const char *data, size_t size)
{
	char	   *copy = core_alloc(size);
	size_t		table_end;
	MdlHeader	h;
	int			unnoticed = 0;

	memcpy(&h, data, sizeof(h));
	table_end = sizeof(MdlHeader) + h.nsection * sizeof(MdlSection);
	CHECK(opens(data, size));
	for (size_t i = 0; i < size; i++)
	{
		static const unsigned char flips[] = {0x01, 0x40, 0x80, 0xFF};

		for (int k = 0; k < 4; k++)
		{
			MdlFile		file;

			memcpy(copy, data, size);
			copy[i] ^= flips[k];
			if (opens(copy, size) && i < table_end)
				unnoticed++;
			/* damage behind the table is found by the checksums, but for padding */
			if (i >= table_end && mdl_open(&file, copy, size) == CORE_OK && mdl_verify(&file))
			{
				bool		padding = true;
				MdlSection	s;

				for (uint32_t j = 0; j < h.nsection; j++)
				{
					memcpy(&s, data + sizeof(h) + j * sizeof(s), sizeof(s));
					padding &= i < s.offset || i >= s.offset + s.size;
				}
				CHECK(padding);
			}
		}
	}
	/* of header and table every bit counts */
	CHECK(unnoticed == 0);
	core_free(copy);

	for (size_t len = 0; len < size; len++)
	{
		copy = core_alloc(len);
		memcpy(copy, data, len);
		CHECK(!opens(copy, len));
		core_free(copy);
	}
}

static void
test_names(void)
{
	CHECK(mdl_valid_name("fr"));
	CHECK(mdl_valid_name("fr_be2"));
	CHECK(mdl_valid_name("abcdefghijklmno"));
	CHECK(!mdl_valid_name("abcdefghijklmnop"));
	CHECK(!mdl_valid_name("f"));
	CHECK(!mdl_valid_name(""));
	CHECK(!mdl_valid_name("FR"));
	CHECK(!mdl_valid_name("../fr"));
	CHECK(!mdl_valid_name("fr/x"));
	CHECK(!mdl_valid_name("fr.x"));
	CHECK(!mdl_valid_name("frà"));
}

int
main(void)
{
	char		one[64],
				two[64],
				arguments[256];
	char	   *data,
			   *again;
	size_t		size,
				size_again,
				len;
	const char *name;
	MdlFile		file;

	/* the checksum is CRC-32C: the check value of the catalogue of CRCs */
	CHECK(mdl_crc32c("123456789", 9) == UINT32_C(0xE3069283));
	CHECK(mdl_hash(MDL_HASH_START, "a", 1) == UINT64_C(0xAF63DC4C8601EC8C));
	test_names();

	if (mkdtemp(temp) == NULL)
		return 1;
	snprintf(one, sizeof(one), "%s/one.model", temp);
	snprintf(two, sizeof(two), "%s/two.model", temp);
	snprintf(arguments, sizeof(arguments), "test/data/lang/toy %s", one);
	CHECK(mkmodel(arguments) == 0);
	snprintf(arguments, sizeof(arguments), "test/data/lang/toy/ %s", two);
	CHECK(mkmodel(arguments) == 0);
	snprintf(arguments, sizeof(arguments), "--check %s", one);
	CHECK(mkmodel(arguments) == 0);

	data = file_read(one, &size);
	again = file_read(two, &size_again);
	CHECK(data != NULL && again != NULL);
	if (data == NULL || again == NULL)
		DONE();
	CHECK(size == size_again && memcmp(data, again, size) == 0);
	CHECK(mdl_open(&file, data, size) == CORE_OK);
	CHECK_STR(file.name, "toy");
	CHECK(file.size == size && file.build != 0);
	CHECK(mdl_verify(&file));
	name = mdl_meta(&file, "name", &len);
	CHECK(len == 3 && memcmp(name, "Toy", 3) == 0);
	CHECK(mdl_meta(&file, "nam", &len) == NULL && len == 0);
	CHECK(mdl_section(&file, "TAGGER", &len) == NULL && len == 0);
	test_damage(data, size);

	/* a damaged file fails the check of the tool too */
	data[size - 100] ^= 1;
	{
		FILE	   *f = fopen(two, "wb");

		fwrite(data, 1, size, f);
		fclose(f);
	}
	snprintf(arguments, sizeof(arguments), "--check %s", two);
	CHECK(mkmodel(arguments) != 0);

	/* a folder whose name is no language, or that has no lexicon */
	snprintf(arguments, sizeof(arguments), "test/data/lang %s", two);
	CHECK(mkmodel(arguments) != 0);
	snprintf(arguments, sizeof(arguments), "test/data/lang/Toy %s", two);
	CHECK(mkmodel(arguments) != 0);

	unlink(one);
	unlink(two);
	rmdir(temp);
	core_free(data);
	core_free(again);
	DONE();
}

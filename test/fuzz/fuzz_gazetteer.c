/*
 * fuzz_gazetteer.c
 *	  The gazetteer core: lines in front of the first empty line are rows
 *	  (surface, kind, name, ref between tabs), the rest is the document.  Then
 *	  the compiled bytes are damaged and used again.
 */
#include "fuzz.h"
#include "gazetteer/gaz.h"

const bool	fuzz_is_text = true;

/* Field i of a line, NULL where it ends before. */
static const char *
field(const char *s, const char *end, int i, size_t *len)
{
	const char *tab;

	for (; i > 0; i--)
	{
		tab = memchr(s, '\t', (size_t) (end - s));
		if (tab == NULL)
			return NULL;
		s = tab + 1;
	}
	tab = memchr(s, '\t', (size_t) (end - s));
	*len = (size_t) ((tab ? tab : end) - s);
	return s;
}

static GazStatus
add_line(GazBuilder *b, const char *s, const char *end)
{
	size_t		len[4] = {0};
	const char *f[4];

	for (int i = 0; i < 4; i++)
		f[i] = field(s, end, i, &len[i]);
	/* most mutations hurt the kind; rows without one are ORG */
	if (f[1] == NULL)
	{
		f[1] = "ORG";
		len[1] = 3;
	}
	return gaz_add(b, f[0], len[0], f[1], len[1], f[2], len[2], f[3], len[3]);
}

/* Where each line of the rows begins; returns the number. */
static size_t
split(const char *s, size_t len, size_t **start)
{
	size_t		n = 0;

	*start = core_alloc((len + 2) * sizeof(size_t));
	(*start)[0] = 0;
	for (size_t i = 0; i < len; i++)
		if (s[i] == '\n')
			(*start)[++n] = i + 1;
	(*start)[n + 1] = len + 1;
	return n + 1;
}

static uint64_t
check_matches(const GazDict *dict, const char *doc, size_t len, const int64_t *count,
			  GazOverlaps overlaps)
{
	GazMatcher *m = gaz_matcher(dict, doc, len, overlaps);
	GazMatch	match;
	GazMatch	last = {0};
	GazStatus	status = GAZ_OK;
	uint64_t	n = 0;

	while (gaz_next(m, &match, &status))
	{
		fuzz_check_span(count, len, match.byte, match.len, match.chr, match.nchr);
		FUZZ_CHECK(match.len > 0);
		if (n > 0 && overlaps == GAZ_LONGEST)
			FUZZ_CHECK(match.byte >= last.byte + last.len);
		if (n > 0 && overlaps == GAZ_ALL)
			/* words come in order; punctuation in front may reach back */
			FUZZ_CHECK(match.byte + match.row.surface_len >= last.byte);
		last = match;
		n++;
	}
	FUZZ_CHECK(status == GAZ_OK);
	gaz_matcher_free(m);
	return n;
}

/* Damaged bytes may give matches or an error, and end. */
static void
use_damaged(const void *bytes, size_t len, const char *doc, size_t doc_len)
{
	for (uint64_t round = 0; round < 4; round++)
	{
		uint64_t	state = round + doc_len;
		size_t		size = round == 3 ? fuzz_random(&state) % (len + 1) : len;
		uint32_t   *copy = core_alloc(size + 4);
		uint8_t    *at = (uint8_t *) copy;
		GazDict		dict;

		memcpy(copy, bytes, size);
		for (uint64_t i = fuzz_random(&state) % 4 + 1; i > 0 && size > 0; i--)
			at[fuzz_random(&state) % size] = (uint8_t) fuzz_random(&state);
		/* of an exact size, for the sanitizer */
		copy = core_realloc(copy, size);
		if (gaz_open(&dict, copy, size) == GAZ_OK)
		{
			GazMatcher *m = gaz_matcher(&dict, doc, doc_len, round % 2 ? GAZ_ALL : GAZ_LONGEST);
			GazMatch	match;
			GazStatus	status = GAZ_OK;
			GazRow		row;
			uint64_t	sum = 0;

			for (uint32_t i = 0; i < 100000 && gaz_next(m, &match, &status); i++)
			{
				FUZZ_CHECK(match.byte <= doc_len && match.len <= doc_len - match.byte);
				for (uint32_t k = 0; k < match.row.name_len; k++)
					sum += (uint8_t) match.row.name[k];
				for (uint32_t k = 0; k < match.row.kind_len; k++)
					sum += (uint8_t) match.row.kind[k];
			}
			gaz_matcher_free(m);
			for (uint32_t i = 0; i < dict.rows_len && gaz_row(&dict, i, &row) == GAZ_OK; i = row.next)
			{
				FUZZ_CHECK(row.next > i);
				for (uint32_t k = 0; k < row.surface_len; k++)
					sum += (uint8_t) row.surface[k];
			}
			/* so that the reads stay */
			if (sum == UINT64_MAX)
				puts("");
		}
		core_free(copy);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *s = (const char *) data;
	size_t		rows = 0;
	size_t		begin;
	size_t		doc_len;
	char	   *doc;
	size_t	   *start;
	size_t		n;
	GazBuilder *b = gaz_builder();
	GazBuilder *reverse = gaz_builder();
	GazBuilder *both = gaz_builder();
	void	   *bytes[3] = {NULL, NULL, NULL};
	size_t		len[3];
	GazDict		dict;
	GazRow		row;
	uint32_t	nrows = 0;

	while (rows + 1 < size && !(s[rows] == '\n' && s[rows + 1] == '\n'))
		rows++;
	begin = CORE_MIN(rows + 2, size);
	doc_len = size - begin;
	doc = core_alloc(doc_len);
	if (doc_len > 0)
		memcpy(doc, s + begin, doc_len);

	n = split(s, rows, &start);
	for (size_t i = 0; i < n; i++)
		add_line(b, s + start[i], s + start[i + 1] - 1);
	for (size_t i = n; i > 0; i--)
		add_line(reverse, s + start[i - 1], s + start[i] - 1);
	FUZZ_CHECK(gaz_added(b) == gaz_added(reverse));
	FUZZ_CHECK(gaz_add_all(both, reverse) == GAZ_OK && gaz_add_all(both, b) == GAZ_OK);

	/* the bytes depend on the set of rows alone */
	FUZZ_CHECK(gaz_build(b, &bytes[0], &len[0]) == GAZ_OK);
	FUZZ_CHECK(gaz_build(reverse, &bytes[1], &len[1]) == GAZ_OK);
	FUZZ_CHECK(gaz_build(both, &bytes[2], &len[2]) == GAZ_OK);
	FUZZ_CHECK(len[0] == len[1] && memcmp(bytes[0], bytes[1], len[0]) == 0);
	FUZZ_CHECK(len[0] == len[2] && memcmp(bytes[0], bytes[2], len[0]) == 0);

	FUZZ_CHECK(gaz_open(&dict, bytes[0], len[0]) == GAZ_OK);
	for (uint32_t at = 0; at < dict.rows_len; at = row.next)
	{
		FUZZ_CHECK(gaz_row(&dict, at, &row) == GAZ_OK && row.next > at);
		nrows++;
	}
	FUZZ_CHECK(nrows == dict.nrows && nrows <= gaz_added(b));
	{
		int64_t    *count = fuzz_recount(doc, doc_len);
		uint64_t	longest = check_matches(&dict, doc, doc_len, count, GAZ_LONGEST);
		uint64_t	all = check_matches(&dict, doc, doc_len, count, GAZ_ALL);

		FUZZ_CHECK(longest <= all && (longest > 0) == (all > 0));
		core_free(count);
	}
	use_damaged(bytes[0], len[0], doc, doc_len);

	for (int i = 0; i < 3; i++)
		core_free(bytes[i]);
	gaz_builder_free(b);
	gaz_builder_free(reverse);
	gaz_builder_free(both);
	core_free(start);
	core_free(doc);
	return 0;
}

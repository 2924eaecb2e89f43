/*
 * fuzz_text.c
 *	  The text room: the two foldings, the hash of the first, the count.
 */
#include "fuzz.h"

const bool	fuzz_is_text = true;

static void
check_fold(const char *s, size_t len, bool valid)
{
	UniBuf		once = {0};
	UniBuf		twice = {0};
	UniBuf		pieces = {0};
	uint64_t	words;
	uint64_t	words_again;
	uint64_t	hash = uni_fold_hash(s, len, &words);
	uint64_t	n = 0;

	uni_fold(s, len, &once);
	if (once.data == NULL)
		uni_buf_reserve(&once, 1);
	for (size_t i = 0; i < once.len; i++)
	{
		n += once.data[i] == ' ';
		FUZZ_CHECK(once.data[i] != ' ' || (i > 0 && i + 1 < once.len && once.data[i + 1] != ' '));
	}
	if (once.len > 0)
		n++;
	FUZZ_CHECK(words == n);
	if (valid)
		FUZZ_CHECK(fuzz_valid_utf8(once.data, once.len));

	/* folding what is folded changes nothing, nor its hash */
	uni_fold(once.data, once.len, &twice);
	FUZZ_CHECK(once.len == twice.len && (once.len == 0 || memcmp(once.data, twice.data, once.len) == 0));
	if (words > 0)
	{
		FUZZ_CHECK(uni_fold_hash(once.data, once.len, &words_again) == hash);
		FUZZ_CHECK(words_again == words);
	}

	/* it appends */
	uni_buf_append(&pieces, "x", 1);
	uni_fold(s, len, &pieces);
	FUZZ_CHECK(pieces.len == once.len + 1 && pieces.data[0] == 'x' &&
			   (once.len == 0 || memcmp(pieces.data + 1, once.data, once.len) == 0));
	uni_buf_free(&once);
	uni_buf_free(&twice);
	uni_buf_free(&pieces);
}

static void
check_lower(const char *s, size_t len, bool valid)
{
	UniBuf		once = {0};
	UniBuf		twice = {0};

	uni_lower(s, len, &once);
	if (once.data == NULL)
		uni_buf_reserve(&once, 1);
	if (valid)
		FUZZ_CHECK(fuzz_valid_utf8(once.data, once.len));
	uni_lower(once.data, once.len, &twice);
	FUZZ_CHECK(once.len == twice.len && (once.len == 0 || memcmp(once.data, twice.data, once.len) == 0));
	uni_buf_free(&once);
	uni_buf_free(&twice);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *s = (const char *) data;
	int64_t    *count = fuzz_recount(s, size);
	bool		valid = fuzz_valid_utf8(s, size);

	FUZZ_CHECK(uni_count(s, size) == (size_t) count[size] || !valid);
	for (size_t i = 0; i < size; i++)
	{
		uint32_t	cp;
		int			len = uni_decode(s + i, s + size, &cp);
		char		back[4];

		/* what decodes is encoded as it was */
		if (len > 1 || data[i] < 0x80)
			FUZZ_CHECK(uni_encode(cp, back) == len && memcmp(back, s + i, (size_t) len) == 0);
		else
			FUZZ_CHECK(cp == 0xFFFD);
		FUZZ_CHECK(uni_class(cp) <= 0xFF);
	}
	check_fold(s, size, valid);
	check_lower(s, size, valid);
	/* pieces that begin inside characters */
	for (size_t i = 1; i < 4 && i < size; i++)
		check_fold(s + i, size - i, false);
	core_free(count);
	return 0;
}

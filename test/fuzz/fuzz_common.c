/*
 * fuzz_common.c
 *	  Models, recounts and mutations of the fuzz targets.
 */
#include "fuzz.h"

static void
give_up(const char *what, const char *path)
{
	fprintf(stderr, "fuzz: %s: %s\n", what, path);
	exit(1);
}

CoreStatus
fuzz_open(FuzzLang *lang, const void *base, size_t size)
{
	const void *s;
	size_t		len;

	if (mdl_open(&lang->file, base, size) != CORE_OK)
		return CORE_BAD_MODEL;
	s = mdl_section(&lang->file, "LEXICON", &len);
	if (s == NULL || lex_open(&lang->lex, s, len) != CORE_OK)
		return CORE_BAD_MODEL;
	s = mdl_section(&lang->file, "TAGGER", &len);
	if (s == NULL || tag_open(&lang->tag, s, len) != CORE_OK)
		return CORE_BAD_MODEL;
	s = mdl_section(&lang->file, "ALIASES", &len);
	if (s != NULL && tag_open_aliases(&lang->tag, s, len) != CORE_OK)
		return CORE_BAD_MODEL;
	s = mdl_section(&lang->file, "CLAIMS", &len);
	if (s == NULL || clm_open(&lang->clm, s, len) != CORE_OK)
		return CORE_BAD_MODEL;
	return CORE_OK;
}

FuzzLang *
fuzz_lang(unsigned i)
{
	static FuzzLang lang[2];
	static const char *const name[2] = {"fr", "en"};
	FuzzLang   *l = &lang[i % 2];
	const char *build = getenv("GAZETTE_BUILD");
	char		path[4096];
	FILE	   *f;

	if (l->base != NULL)
		return l;
	snprintf(path, sizeof(path), "%s/gazette_%s.model", build ? build : "build", name[i % 2]);
	f = fopen(path, "rb");
	if (f == NULL || fseek(f, 0, SEEK_END) != 0)
		give_up("could not open model", path);
	l->size = (size_t) ftell(f);
	rewind(f);
	l->base = aligned_alloc(64, (l->size + 63) / 64 * 64);
	if (l->base == NULL || fread(l->base, 1, l->size, f) != l->size)
		give_up("could not read model", path);
	fclose(f);
	if (fuzz_open(l, l->base, l->size) != CORE_OK)
		give_up("damaged model", path);
	return l;
}

bool		fuzz_well_formed;

int64_t *
fuzz_recount(const char *text, size_t len)
{
	int64_t    *count = core_alloc((len + 1) * sizeof(int64_t));
	int64_t		n = 0;
	size_t		i = 0;

	memset(count, 0xFF, (len + 1) * sizeof(int64_t));
	while (i < len)
	{
		uint32_t	cp;
		int			step = uni_decode(text + i, text + len, &cp);

		FUZZ_CHECK(step >= 1 && step <= 4 && i + (size_t) step <= len);
		count[i] = n++;
		i += (size_t) step;
	}
	count[len] = n;
	fuzz_well_formed = fuzz_valid_utf8(text, len);
	return count;
}

void
fuzz_check_span(const int64_t *count, size_t size, uint64_t byte, uint64_t len,
				uint64_t chr, uint64_t nchr)
{
	FUZZ_CHECK(byte <= size && len <= size - byte);
	if (!fuzz_well_formed)
		return;
	FUZZ_CHECK(count[byte] == (int64_t) chr);
	FUZZ_CHECK(count[byte + len] == (int64_t) (chr + nchr));
}

bool
fuzz_valid_utf8(const char *s, size_t len)
{
	const char *end;

	if (len == 0)
		return true;
	end = s + len;
	while (s < end)
	{
		uint32_t	cp;
		int			step = uni_decode(s, end, &cp);

		if (step == 1 && (unsigned char) *s >= 0x80)
			return false;
		s += step;
	}
	return true;
}

/* splitmix64 */
uint64_t
fuzz_random(uint64_t *state)
{
	uint64_t	z = (*state += UINT64_C(0x9E3779B97F4A7C15));

	z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
	return z ^ (z >> 31);
}

/* What documents are made of where it hurts. */
static const char *const piece[] = {
	"«", "»", "“", "”", "„", "‟", "‘", "’", "‹", "›", "\"", "'", "''", "``", "<<", ">>",
	"« ", " »", "«\u00A0", "\u202F»", "\u00A0", "\u202F", "\u2009", "\u3000", "\u2028", "\u2029",
	"\r\n", "\n", "\n\n", "\r", "\r\n\r\n", "\n \t \n", "\t", "\v", "\f", "<p>", "</p>", "<br/>",
	"\u202A", "\u202E", "\u2066", "\u2069", "\u200B", "\u200D", "\u200E", "\uFEFF", "\u00AD",
	"\u0301", "\u0300\u0327", "\u0345", "\u1AB0", "\u20E3", "\uFE0F", "\u034F",
	"e\u0301", "É", "ß", "İ", "ı", "ſ", "ﬁ", "ﬃ", "Ǆ", "ΐ", "ẞ", "Å", "½", "②", "㎏", "日本", "한국", "עברית", "ไทย",
	"𝒜", "🇫🇷", "👩‍👩‍👧",
	"\xC3", "\xE2\x80", "\xF0\x9F", "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xFF", "\x80",
	".", "...", "…", "!", "?", "?!", ",", ";", ":", " : ", " - ", " – ", " — ", "-", "‑", "(", ")", "[", "]", "{", "/", "&", "%", "*", "|", "#", "@",
	" selon ", " Selon X, ", " d’après ", " que ", " qu'", " dit-il ", " a-t-il dit", " a déclaré ", " a affirmé que ",
	" aurait ", " seraient ", " n'a pas souhaité commenter", " a démenti ", ", affirme ", " a refusé de ", " estime ", " juge ",
	" said ", ", he said", " according to ", " that ", " told ", " denied ", " asked ", " declined to comment", " says ", " added: ",
	"M. ", "Mme ", "Dr. ", "J.-P. ", "U.S. ", "Jean Dupont", "Marie-Claire Lefèvre", "Dupont", "Paris", "l'ONU", "OTAN", "(ONG)",
	"ministre de l'", "le porte-parole du ", "The spokesman for ", "lundi 14 mars 2016", "14/01/2016", "20h30", "le 1er ", "3.14", "1 234,5", "10 %", "£5m", "Jan. 3",
	"http://a.b/c?d=e&f", "x@y.zz", "@nom", "#tag", "www.", "://", " 's ", "n't", "l'", "d'", "aujourd'hui", "O'Brien", "McDonald",
};

#define NPIECES (sizeof(piece) / sizeof(piece[0]))

/* Put n bytes in the place of [at, at + gone); what does not fit is left out. */
static size_t
replace(uint8_t *data, size_t size, size_t max, size_t at, size_t gone, const void *s, size_t n)
{
	if (n > max - (size - gone))
		n = max - (size - gone);
	memmove(data + at + n, data + at + gone, size - at - gone);
	if (n > 0)
		memcpy(data + at, s, n);
	return size - gone + n;
}

/* A place between two characters, or between any two bytes once in eight. */
static size_t
some_place(const uint8_t *data, size_t size, uint64_t *state)
{
	size_t		at = size ? fuzz_random(state) % (size + 1) : 0;

	if (fuzz_random(state) % 8 != 0)
		while (at < size && at > 0 && (data[at] & 0xC0) == 0x80)
			at--;
	return at;
}

static size_t
mutate_text(uint8_t *data, size_t size, size_t max, uint64_t *state)
{
	size_t		a = some_place(data, size, state);
	size_t		b = some_place(data, size, state);
	uint64_t	r = fuzz_random(state);
	const char *p = piece[fuzz_random(state) % NPIECES];
	uint8_t		copy[512];
	size_t		few = 1 + fuzz_random(state) % 8;
	size_t		many = 1 + fuzz_random(state) % 64;
	size_t		n;

	if (a > b)
	{
		size_t		swap = a;

		a = b;
		b = swap;
	}
	n = CORE_MIN(b - a, sizeof(copy));
	switch (r % 12)
	{
		default:				/* put something in */
			return replace(data, size, max, a, 0, p, strlen(p));
		case 5:					/* instead of a few bytes */
			return replace(data, size, max, a, CORE_MIN(b - a, few), p, strlen(p));
		case 6:					/* many times */
			for (n = (size_t) 1 << fuzz_random(state) % 8; n > 0; n--)
				size = replace(data, size, max, a, 0, p, strlen(p));
			return size;
		case 7:					/* take something out */
			return replace(data, size, max, a, CORE_MIN(b - a, many), NULL, 0);
		case 8:					/* say it again elsewhere */
			memcpy(copy, data + a, n);
			return replace(data, size, max, some_place(data, size, state), 0, copy, n);
		case 9:					/* turn the case of ASCII letters */
			for (size_t i = a; i < a + n; i++)
				if ((data[i] | 0x20) >= 'a' && (data[i] | 0x20) <= 'z')
					data[i] ^= 0x20;
			return size;
		case 10:				/* a space for a line end and the reverse */
			for (size_t i = a; i < a + n; i++)
				if (data[i] == ' ' && fuzz_random(state) % 4 == 0)
					data[i] = '\n';
				else if (data[i] == '\n')
					data[i] = ' ';
			return size;
		case 11:				/* a broken byte; seldom, or all texts are invalid */
			if (size > 0 && fuzz_random(state) % 8 == 0)
				data[fuzz_random(state) % size] = (uint8_t) fuzz_random(state);
			return size;
	}
}

static size_t
mutate_bytes(uint8_t *data, size_t size, size_t max, uint64_t *state)
{
	static const uint8_t value[] = {0, 1, 2, 4, 7, 8, 15, 16, 31, 32, 63, 64, 127, 128, 254, 255};
	uint64_t	r = fuzz_random(state);
	size_t		at = size ? fuzz_random(state) % size : 0;
	size_t		gone = 1 + fuzz_random(state) % 8;
	uint8_t		bytes[16];

	gone = CORE_MIN(size - at, gone);

	for (int i = 0; i < 16; i++)
		bytes[i] = r & 16 ? value[fuzz_random(state) % 16] : (uint8_t) fuzz_random(state);
	switch (r % 4)
	{
		case 0:
			return replace(data, size, max, at, 0, bytes, 1 + fuzz_random(state) % 16);
		case 1:
			return replace(data, size, max, at, gone, NULL, 0);
		default:
			if (size > 0)
				data[at] = bytes[0];
			return size;
	}
}

/* A question mark for every byte that begins no character. */
static void
repair(uint8_t *data, size_t size)
{
	for (size_t i = 0; i < size;)
	{
		uint32_t	cp;
		int			len = uni_decode((const char *) data + i, (const char *) data + size, &cp);

		if ((len == 1 && data[i] >= 0x80) || cp == 0)
			data[i] = '?';
		i += (size_t) len;
	}
}

size_t
fuzz_mutate(uint8_t *data, size_t size, size_t max, uint64_t seed)
{
	uint64_t	state = seed;
	int			n = 1 << fuzz_random(&state) % 5;

	while (n-- > 0)
		size = fuzz_is_text ? mutate_text(data, size, max, &state) :
			mutate_bytes(data, size, max, &state);
	/* a server passes on well-formed text alone: so are seven of eight */
	if (fuzz_is_text && fuzz_random(&state) % 8 != 0)
		repair(data, size);
	return size;
}

#ifdef FUZZ_LIBFUZZER
extern size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max);
extern size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max, unsigned seed);

/* Ours and libFuzzer's in turn. */
size_t
LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max, unsigned seed)
{
	if (!fuzz_is_text || seed % 3 == 0)
		return LLVMFuzzerMutate(data, size, max);
	return fuzz_mutate(data, size, max, seed);
}
#endif

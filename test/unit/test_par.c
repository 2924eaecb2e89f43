/*
 * test_par.c
 *	  Paragraphs: the splitting rules one by one, spans and offsets on random
 *	  documents against a naive splitter, de-duplication.
 */
#include "paragraph/par.h"
#include "unit.h"

static uint64_t seed = 20260102;

static uint32_t
draw(uint32_t n)
{
	seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t) (seed >> 33) % n;
}

/* The bodies of a document, each in brackets. */
static const char *
bodies(const char *text)
{
	static char out[4096];
	ParIter		it;
	ParSpan		span;
	size_t		o = 0;

	par_begin(&it, text, strlen(text));
	while (par_next(&it, &span))
		o += (size_t) snprintf(out + o, sizeof(out) - o, "[%.*s]", (int) span.len, text + span.byte);
	out[o] = 0;
	return out;
}

/* The document without duplicates; = where it stays as it is. */
static const char *
dedup(const char *text)
{
	static char out[4096];
	UniBuf		buf = {0};

	if (par_dedup(text, strlen(text), &buf) == 0)
		strcpy(out, buf.len == 0 ? "=" : "something was written");
	else
		snprintf(out, sizeof(out), "%.*s", (int) buf.len, buf.data);
	uni_buf_free(&buf);
	return out;
}

static void
test_breaks(void)
{
	/* blank lines of all three line ends, with spaces and tabs */
	CHECK_STR(bodies("un\ndeux\n\ntrois"), "[un\ndeux][trois]");
	CHECK_STR(bodies("un\r\n\r\ndeux\r\rtrois\n \t \nquatre\r\n\t\ncinq"), "[un][deux][trois][quatre][cinq]");
	CHECK_STR(bodies("un\n\n\n\n\ndeux"), "[un][deux]");
	/* a no-break space makes a line that is not blank */
	CHECK_STR(bodies("un\n\xC2\xA0\ndeux\n\ntrois"), "[un\n\xC2\xA0\ndeux][trois]");
	CHECK_STR(bodies("un\fdeux\n\f\ntrois"), "[un][deux][trois]");
	CHECK_STR(bodies("un\xE2\x80\xA9""deux\ntrois"), "[un][deux\ntrois]");

	/* no break at all: lines */
	CHECK_STR(bodies("un\ndeux\r\ntrois\rquatre\xE2\x80\xA8""cinq"), "[un][deux][trois][quatre][cinq]");
	CHECK_STR(bodies("un"), "[un]");
	CHECK_STR(bodies("un\n"), "[un]");
	/* an empty line on top ends no paragraph, one below does */
	CHECK_STR(bodies("\n\n un\ndeux "), "[un][deux]");
	CHECK_STR(bodies("un\ndeux\n\n"), "[un\ndeux]");

	CHECK_STR(bodies(""), "");
	CHECK_STR(bodies(" \t\r\n\r\n\f\xE2\x80\xA9\xC2\xA0\xE3\x80\x80"), "");

	/* bodies are without white space of every kind */
	CHECK_STR(bodies("\xC2\xA0 un \xE2\x80\xAF\n\n\xE3\x80\x80""deux\v"), "[un][deux]");

	/* HTML */
	CHECK_STR(bodies("<p>Un.</p><p>Deux.</p>"), "[Un.][Deux.]");
	CHECK_STR(bodies("<P CLASS='x'>Un\nsuite</P\n>\n<p\n>Deux</p >"), "[Un\nsuite][Deux]");
	CHECK_STR(bodies("Un<br><br>Deux<BR/> \n <br class=\"x\" />Trois<br><br><br>Quatre"), "[Un][Deux][Trois][Quatre]");
	CHECK_STR(bodies("Un<br>suite</p>Deux"), "[Un<br>suite][Deux]");
	CHECK_STR(bodies("<p></p><p> </p><p>Un</p>"), "[Un]");
	CHECK_STR(bodies("<p><br>Un<br/></p><p>Deux <br> <p>\n\n"), "[Un][Deux]");
	/* a tag holds no break */
	CHECK_STR(bodies("Un <br\n\nDeux>"), "[Un <br][Deux>]");
	/* other tags are text */
	CHECK_STR(bodies("<pre>Un</pre><param><path></path>"), "[<pre>Un</pre><param><path></path>]");
	CHECK_STR(bodies("<b>Un</b><broad><broad>x</p>y"), "[<b>Un</b><broad><broad>x][y]");
	CHECK_STR(bodies("a < b\n\n</p c\n\n<br"), "[a < b][</p c][<br]");
	/* without a break, a tag in front is text too */
	CHECK_STR(bodies("<p>Un\nDeux"), "[<p>Un][Deux]");
}

static void
test_dedup(void)
{
	CHECK_STR(dedup(""), "=");
	CHECK_STR(dedup("un\n\ndeux\n"), "=");
	/* a body that was pasted twice */
	CHECK_STR(dedup("un\n\ndeux\n\nun\n\ndeux"), "un\n\ndeux");
	CHECK_STR(dedup("un\n\ndeux\n\n\n\nun\n\ndeux\n"), "un\n\ndeux");
	CHECK_STR(dedup("un\r\n\r\ndeux\r\n\r\nun\r\n\r\ndeux\r\n"), "un\r\n\r\ndeux");
	CHECK_STR(dedup("un\ndeux\nun\ndeux\n"), "un\ndeux");
	/* spacing of what stays */
	CHECK_STR(dedup("  un\n\n\tdeux\n\n\nun\n \ntrois \n"), "  un\n\n\tdeux\n \ntrois \n");
	/* typography and case don't matter, the first one stays */
	CHECK_STR(dedup("L’Été !\n\nl'ETE\n\nfin"), "L’Été !\n\nfin");
	/* without letter or digit: as they stand */
	CHECK_STR(dedup("un\n\n* * *\n\ndeux\n\n***\n\ntrois"), "=");
	CHECK_STR(dedup("un\n\n***\n\ndeux\n\n***\n\ntrois"), "un\n\n***\n\ndeux\n\ntrois");
	/* tags stay in pairs */
	CHECK_STR(dedup("<p>un</p>\n<p>un</p>\n<p>deux</p>\n"), "<p>un</p>\n<p>deux</p>\n");
	CHECK_STR(dedup("<p>un</p>\n<p>deux</p>\n<p>un</p>\n"), "<p>un</p>\n<p>deux</p>");
	CHECK_STR(dedup("un<br><br>deux<br><br>un"), "un<br><br>deux");
}

static bool
is_eol(const char *s, size_t i)
{
	return s[i] == '\n' || (s[i] == '\r' && s[i + 1] != '\n');
}

/*
 * Splitting as one would write it first, character by character, for text
 * without tags: ends of paragraphs are where the line that is being read is
 * blank.  Text is terminated.
 */
static size_t
naive(const char *s, size_t *start, size_t *stop)
{
	size_t		len = strlen(s);
	size_t		n = 0;
	bool		by_line = true;

	for (int pass = 0; pass < 2; pass++)
	{
		size_t		from = 0;
		size_t		i = 0;

		n = 0;
		while (i <= len)
		{
			bool		ends = i == len || s[i] == '\f' || strncmp(s + i, "\xE2\x80\xA9", 3) == 0;

			if (!ends && by_line && pass == 1)
				ends = s[i] == '\n' || s[i] == '\r' || strncmp(s + i, "\xE2\x80\xA8", 3) == 0;
			else if (!ends && (s[i] == '\n' || s[i] == '\r'))
			{
				size_t		j = i;

				while (!is_eol(s, j))
					j++;
				for (j++; s[j] == ' ' || s[j] == '\t'; j++)
					;
				ends = s[j] == '\n' || s[j] == '\r';
			}
			if (ends)
			{
				size_t		a = from,
							b = i;
				uint32_t	cp;

				while (a < b)
				{
					int			k = uni_decode(s + a, s + b, &cp);

					if (!(uni_class(cp) & UNI_SPACE))
						break;
					a += (size_t) k;
				}
				while (a < b)
				{
					size_t		k = b - 1;

					while (k > a && ((unsigned char) s[k] & 0xC0) == 0x80)
						k--;
					uni_decode(s + k, s + b, &cp);
					if (!(uni_class(cp) & UNI_SPACE))
						break;
					b = k;
				}
				if (a < b)
				{
					start[n] = a;
					stop[n++] = b;
					if (i < len && pass == 0)
						by_line = false;
				}
				from = i;
			}
			i++;
		}
	}
	return n;
}

/* Spans of a random document: order, gaps, offsets, counts, fingerprints. */
static void
check_spans(const char *text, size_t len, bool with_naive)
{
	ParIter		it;
	ParIter		bare;
	ParSpan		span;
	size_t		end = 0;
	size_t		n = 0;
	size_t		start[2048],
				stop[2048];
	size_t		want = with_naive ? naive(text, start, stop) : 0;

	par_begin(&it, text, len);
	par_begin(&bare, text, len);
	bare.counting = bare.hashing = false;
	while (par_next(&it, &span))
	{
		ParSpan		other;
		uint64_t	words;
		uint32_t	cp;
		UniBuf		body = {0};

		CHECK(span.gap == end);
		CHECK(span.byte >= end && span.len > 0);
		end = span.byte + span.len;
		CHECK(end <= len);
		CHECK(span.chr == uni_count(text, span.byte));
		CHECK(span.nchr == uni_count(text + span.byte, span.len));
		CHECK(span.fingerprint == uni_fold_hash(text + span.byte, span.len, &words));
		CHECK(span.words == words);
		uni_decode(text + span.byte, text + end, &cp);
		CHECK(!(uni_class(cp) & UNI_SPACE));
		CHECK(par_next(&bare, &other) && other.byte == span.byte && other.len == span.len);
		if (with_naive)
			CHECK(n < want && start[n] == span.byte && stop[n] == end);
		n++;
		uni_buf_free(&body);
	}
	CHECK(!par_next(&bare, &span));
	if (with_naive)
		CHECK(n == want);
}

/* What par_dedup promises, whatever the document. */
static void
check_dedup(const char *text, size_t len)
{
	UniBuf		out = {0},
				again = {0};
	size_t		gone = par_dedup(text, len, &out);
	ParIter		it,
				jt;
	ParSpan		span,
				kept;
	ParSeen		seen = {0};
	uint32_t	ord = 0;

	if (gone == 0)
	{
		CHECK(out.len == 0);
		uni_buf_append(&out, text, len);
	}
	else
		CHECK(out.len < len);
	par_begin(&it, text, len);
	par_begin(&jt, out.data, out.len);
	/* one paragraph that stays makes a document without breaks */
	jt.by_line = it.by_line;
	while (par_next(&it, &span))
	{
		ord++;
		if (par_seen(&seen, span.fingerprint, ord) != ord)
		{
			gone--;
			continue;
		}
		if (!par_next(&jt, &kept) || kept.len != span.len ||
			memcmp(text + span.byte, out.data + kept.byte, span.len) != 0)
		{
			CHECK(!"what stays is what came first, unchanged");
			break;
		}
	}
	CHECK(gone == 0);
	CHECK(!par_next(&jt, &kept));
	par_seen_free(&seen);
	uni_buf_free(&out);
	uni_buf_free(&again);
}

static void
test_random(void)
{
	static const char *const piece[] = {
		"a", "b", "un mot ", "É", "e\xCC\x81", "😀", "か", "…", "«", " ", "\t", "\n", "\r", "\r\n", "\n\n", "\r\n\r\n", "\n \n",
		"\f", "\v", "\xE2\x80\xA9", "\xE2\x80\xA8", "\xC2\xA0", "\xE2\x80\xAF", "\xE3\x80\x80", "* * *", "-", "\n\t\n",
		/* from here on only in documents that the naive splitter does not see */
		"<p>", "</p>", "<br>", "<br />", "<BR\n/>", "</P >", "<p class=x>", "<", ">", "<b>", "</p", "<br",
		"\xFF", "\x80", "\xE2\x80", "\xC2", "\xF0\x9F"
	};

	for (int round = 0; round < 30000; round++)
	{
		char		text[2048];
		size_t		len = 0;
		uint32_t	npiece = draw(60);
		bool		plain = round % 2 == 0;
		uint32_t	kinds = plain ? 27 : sizeof(piece) / sizeof(piece[0]);
		char	   *exact;

		for (uint32_t i = 0; i < npiece; i++)
		{
			/* few kinds per document, so that paragraphs repeat */
			const char *p = piece[draw(2) ? draw(kinds) : round / 7 % kinds];

			memcpy(text + len, p, strlen(p));
			len += strlen(p);
		}
		text[len] = 0;
		exact = malloc(len + plain);
		memcpy(exact, text, len + plain);
		check_spans(exact, len, plain);
		check_dedup(exact, len);
		free(exact);
	}
}

/* Right and linear on what nobody writes. */
static void
test_hostile(void)
{
	static const char *const unit[] = {"x\n\n", "x\n", "\n", "<br>", "<br", "<p", "</p>", "<p>", "<br> ", "\xE2\x80\xA9",
	"\xE2", " ", "\xC2\xA0", "\r", "<", "*\f", "a\r\r"};

	for (size_t u = 0; u < sizeof(unit) / sizeof(unit[0]); u++)
	{
		size_t		n = strlen(unit[u]);
		size_t		len = n * 1000000;
		char	   *text = malloc(len);
		ParIter		it;
		ParSpan		span;
		size_t		count = 0;
		UniBuf		out = {0};

		for (size_t i = 0; i < len; i += n)
			memcpy(text + i, unit[u], n);
		par_begin(&it, text, len);
		while (par_next(&it, &span))
			count++;
		/* all paragraphs but the first go */
		CHECK(par_dedup(text, len, &out) == (count > 1 ? count - 1 : 0));
		if (unit[u][0] == 'x' || unit[u][0] == '*' || unit[u][0] == 'a')
		{
			CHECK(count == 1000000);
			CHECK(out.len == 1 && out.data[0] == unit[u][0]);
		}
		uni_buf_free(&out);
		free(text);
	}
}

int
main(void)
{
	test_breaks();
	test_dedup();
	test_random();
	test_hostile();
	DONE();
}

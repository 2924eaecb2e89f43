/*
 * gazette.c
 *	  The core rooms at the command line: what accuracy runs, benchmarks and
 *	  the curious use instead of a server.
 *
 *	  gazette COMMAND MODEL... < documents
 *
 * COMMAND is one of
 *	  tokens	  a line per token: id, sentence, kind, flags, start, end, text
 *	  paragraphs  a JSON line per document: [start, end, fingerprint]...
 *	  mentions	  a JSON line per document: [start, end, kind]..., names, scores
 *	  claims	  a JSON line per document: attributions
 *	  detect	  a line per document: id, language
 *	  time		  runs every room over all documents and prints MB/s and ns/word
 *
 * Documents come one after the other as a line "id lang bytes" followed by
 * that many bytes and a line end.  lang is the name of one of the models, or
 * "auto".  Offsets are characters from 0, the end exclusive.
 */
#include "core.h"
#include "claims/clm.h"
#include "model/mdl.h"
#include "model/tag.h"
#include "paragraph/par.h"
#include "text/lex.h"
#include "text/uni.h"
#include "token/tok.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define MAX_MODELS 16

typedef struct Language
{
	MdlFile		file;
	Lexicon		lex;
	TagModel	tag;
	bool		has_tag;
	ClmModel	clm;
	bool		has_clm;
} Language;

typedef struct Document
{
	char		id[256];
	char		lang[32];
	char	   *text;
	size_t		len;
	const Language *language;
} Document;

static Language language[MAX_MODELS];
static int	nlanguage;

static void
fail(const char *what, const char *detail)
{
	fprintf(stderr, "gazette: %s: %s\n", what, detail);
	exit(1);
}

/* Map a model file and open its sections. */
static void
load(const char *path)
{
	Language   *l = &language[nlanguage];
	int			fd = open(path, O_RDONLY);
	struct stat st;
	void	   *map;
	const void *section;
	size_t		size;

	if (nlanguage == MAX_MODELS)
		fail("too many models", path);
	if (fd < 0 || fstat(fd, &st) != 0)
		fail("could not open model", path);
	map = mmap(NULL, (size_t) st.st_size, PROT_READ, MAP_SHARED, fd, 0);
	close(fd);
	if (map == MAP_FAILED || mdl_open(&l->file, map, (size_t) st.st_size) != CORE_OK)
		fail("not a model file", path);
	section = mdl_section(&l->file, "LEXICON", &size);
	if (section == NULL || lex_open(&l->lex, section, size) != CORE_OK)
		fail("damaged lexicon", path);
	section = mdl_section(&l->file, "TAGGER", &size);
	l->has_tag = section != NULL;
	if (section && tag_open(&l->tag, section, size) != CORE_OK)
		fail("damaged tagger", path);
	section = mdl_section(&l->file, "ALIASES", &size);
	if (section && l->has_tag && tag_open_aliases(&l->tag, section, size) != CORE_OK)
		fail("damaged aliases", path);
	section = mdl_section(&l->file, "CLAIMS", &size);
	l->has_clm = section != NULL;
	if (section && clm_open(&l->clm, section, size) != CORE_OK)
		fail("damaged claims grammar", path);
	nlanguage++;
}

/* Read the next document; false at the end of the input. */
static bool
read_document(Document *doc)
{
	size_t		bytes;

	if (scanf(" %255s %31s %zu", doc->id, doc->lang, &bytes) != 3)
		return false;
	if (getchar() != '\n')
		fail("no line end behind the header of document", doc->id);
	doc->text = core_alloc(bytes + 1);
	doc->len = bytes;
	if (fread(doc->text, 1, bytes, stdin) != bytes)
		fail("input ends inside document", doc->id);
	doc->text[bytes] = '\0';
	doc->language = NULL;
	if (strcmp(doc->lang, "auto") == 0)
	{
		const Lexicon *lexicons[MAX_MODELS];

		for (int i = 0; i < nlanguage; i++)
			lexicons[i] = &language[i].lex;
		doc->language = &language[tok_detect(lexicons, nlanguage, doc->text, bytes)];
	}
	for (int i = 0; i < nlanguage; i++)
		if (strcmp(doc->lang, language[i].file.name) == 0)
			doc->language = &language[i];
	if (doc->language == NULL)
		fail("no model for language", doc->lang);
	return true;
}

static void
put_json(const char *s, size_t len)
{
	putchar('"');
	for (size_t i = 0; i < len; i++)
	{
		unsigned char c = (unsigned char) s[i];

		if (c == '"' || c == '\\')
			printf("\\%c", c);
		else if (c < 0x20)
			printf("\\u%04x", c);
		else
			putchar(c);
	}
	putchar('"');
}

static void
put_span(const ClmSpan *span)
{
	if (span->len == 0)
		printf("null");
	else
		printf("[%u, %u]", span->chr, span->chr + span->nchr);
}

static void
analyse(const Document *doc, TokDoc *tok, TagResult *tags)
{
	if (tok_document(&doc->language->lex, doc->text, doc->len, tok) != CORE_OK)
		fail("document too large", doc->id);
	tag_document(doc->language->has_tag ? &doc->language->tag : NULL, tok, tags);
}

static void
do_tokens(const Document *doc)
{
	TokDoc		tok;
	uint32_t	sent = 0;

	if (tok_document(&doc->language->lex, doc->text, doc->len, &tok) != CORE_OK)
		fail("document too large", doc->id);
	for (uint32_t i = 0; i < tok.ntok; i++)
	{
		while (sent + 1 < tok.nsent && tok.sent[sent + 1] <= i)
			sent++;
		printf("%s\t%u\t%u\t%02x\t%u\t%u\t%.*s\n", doc->id, sent, tok.tok[i].kind,
			   tok.tok[i].flags, tok.tok[i].chr, tok_chr_end(&tok, i),
			   (int) tok.tok[i].len, doc->text + tok.tok[i].byte);
	}
	tok_free(&tok);
}

static void
do_paragraphs(const Document *doc)
{
	ParIter		it;
	ParSpan		span;
	const char *sep = "";

	printf("{\"id\": \"%s\", \"paragraphs\": [", doc->id);
	par_begin(&it, doc->text, doc->len);
	it.counting = it.hashing = true;
	while (par_next(&it, &span))
	{
		printf("%s[%llu, %llu, \"%016llx\"]", sep, (unsigned long long) span.chr,
			   (unsigned long long) (span.chr + span.nchr),
			   (unsigned long long) span.fingerprint);
		sep = ", ";
	}
	printf("]}\n");
}

static void
do_mentions(const Document *doc)
{
	TokDoc		tok;
	TagResult	tags;

	analyse(doc, &tok, &tags);
	printf("{\"id\": \"%s\", \"entities\": [", doc->id);
	for (uint32_t i = 0; i < tags.n; i++)
		printf("%s[%u, %u, \"%s\"]", i ? ", " : "", tags.mention[i].chr,
			   tags.mention[i].chr + tags.mention[i].nchr,
			   tag_kind_name[tags.mention[i].kind]);
	printf("], \"names\": [");
	for (uint32_t i = 0; i < tags.n; i++)
	{
		printf("%s", i ? ", " : "");
		put_json(tags.mention[i].name, tags.mention[i].name_len);
	}
	printf("], \"scores\": [");
	for (uint32_t i = 0; i < tags.n; i++)
		printf("%s%.3f", i ? ", " : "", tags.mention[i].score);
	printf("]}\n");
	tag_free(&tags);
	tok_free(&tok);
}

static void
do_claims(const Document *doc)
{
	TokDoc		tok;
	TagResult	tags;
	ClmResult	claims = {0};

	analyse(doc, &tok, &tags);
	if (doc->language->has_clm)
		clm_document(&doc->language->clm, &tok, &tags, &claims);
	printf("{\"id\": \"%s\", \"attributions\": [", doc->id);
	for (uint32_t i = 0; i < claims.n; i++)
	{
		const ClmClaim *c = &claims.claim[i];

		printf("%s{\"source\": ", i ? ", " : "");
		put_span(&c->source);
		printf(", \"cue\": ");
		put_span(&c->cue);
		printf(", \"content\": [");
		for (uint32_t k = 0; k < c->ncontent; k++)
		{
			printf("%s", k ? ", " : "");
			put_span(&c->content[k]);
		}
		printf("], \"form\": \"%s\", \"act\": \"%s\", \"negated\": %s, \"speaker\": ",
			   clm_form_name[c->form], clm_act_name[c->act], c->negated ? "true" : "false");
		if (c->speaker)
			put_json(c->speaker, c->speaker_len);
		else
			printf("null");
		printf(", \"speaker_kind\": %s%s%s",
			   c->speaker_kind >= 0 ? "\"" : "",
			   c->speaker_kind >= 0 ? tag_kind_name[c->speaker_kind] : "null",
			   c->speaker_kind >= 0 ? "\"" : "");
		printf(", \"via\": ");
		if (c->via.len)
			put_json(doc->text + c->via.byte, c->via.len);
		else
			printf("null");
		printf(", \"parent\": %d, \"certainty\": %.2f}", c->parent, c->certainty);
	}
	printf("]}\n");
}

static double
seconds(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return (double) ts.tv_sec + (double) ts.tv_nsec * 1e-9;
}

/* Time each room over all documents, each one run to its end and dropped. */
static void
do_time(void)
{
	Document	doc;
	double		t_par = 0, t_tok = 0, t_tag = 0, t_clm = 0;
	double		bytes = 0, words = 0;

	while (read_document(&doc))
	{
		double		t0 = seconds(), t1;
		ParIter		it;
		ParSpan		span;
		TokDoc		tok;
		TagResult	tags;
		ClmResult	claims;

		par_begin(&it, doc.text, doc.len);
		it.counting = it.hashing = true;
		while (par_next(&it, &span))
			;
		t1 = seconds();
		t_par += t1 - t0;
		tok_document(&doc.language->lex, doc.text, doc.len, &tok);
		t0 = seconds();
		t_tok += t0 - t1;
		tag_document(doc.language->has_tag ? &doc.language->tag : NULL, &tok, &tags);
		t1 = seconds();
		t_tag += t1 - t0;
		if (doc.language->has_clm)
			clm_document(&doc.language->clm, &tok, &tags, &claims);
		t0 = seconds();
		t_clm += t0 - t1;
		bytes += (double) doc.len;
		for (uint32_t i = 0; i < tok.ntok; i++)
			words += tok.tok[i].kind <= TOK_NUMBER;
		tok_free(&tok);
		core_free(doc.text);
		/* the other results are left to the end of the process */
	}
	if (words == 0)
		fail("no words in the input", "time");
	printf("%.0f bytes, %.0f words\n", bytes, words);
	printf("paragraphs %8.1f MB/s %8.1f ns/word\n", bytes / t_par * 1e-6, t_par / words * 1e9);
	printf("tokens     %8.1f MB/s %8.1f ns/word\n", bytes / t_tok * 1e-6, t_tok / words * 1e9);
	printf("mentions   %8.1f MB/s %8.1f ns/word\n", bytes / t_tag * 1e-6, t_tag / words * 1e9);
	printf("claims     %8.1f MB/s %8.1f ns/word\n", bytes / t_clm * 1e-6, t_clm / words * 1e9);
}

int
main(int argc, char **argv)
{
	Document	doc;
	const char *command = argc > 1 ? argv[1] : "";

	if (argc < 3)
		fail("usage", "gazette tokens|paragraphs|mentions|claims|detect|time MODEL... < documents");
	for (int i = 2; i < argc; i++)
		load(argv[i]);
	if (strcmp(command, "time") == 0)
	{
		do_time();
		return 0;
	}
	while (read_document(&doc))
	{
		if (strcmp(command, "tokens") == 0)
			do_tokens(&doc);
		else if (strcmp(command, "paragraphs") == 0)
			do_paragraphs(&doc);
		else if (strcmp(command, "mentions") == 0)
			do_mentions(&doc);
		else if (strcmp(command, "claims") == 0)
			do_claims(&doc);
		else if (strcmp(command, "detect") == 0)
			printf("%s\t%s\n", doc.id, doc.language->file.name);
		else
			fail("no such command", command);
		core_free(doc.text);
	}
	return 0;
}

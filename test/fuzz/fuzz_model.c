/*
 * fuzz_model.c
 *	  Damaged model files, opened as the server opens them and then used.
 *
 * The input is what to do to the built model, in records of 8 bytes: kind,
 * section, offset (3 bytes, little-endian), value (2 bytes), how many.  Kinds:
 * put a byte, put a 32-bit number, flip bits, put into the first 256 bytes,
 * fill a stretch, shorten the section, damage the header, and the model's
 * language.  Each section that is touched is opened from memory of its own
 * and of its exact size, and what opens must serve a document without a fault.
 */
#include "fuzz.h"

#include "model/mdl_layout.h"

const bool	fuzz_is_text = false;

#define NSECTIONS 4

static const char *const tag[NSECTIONS] = {"LEXICON", "TAGGER", "ALIASES", "CLAIMS"};

static const char document[] =
	"PARIS, 14 mars 2016 - « Nous irons jusqu'au bout », a déclaré lundi Mme Claire Vasseur-Lenoir, "
	"ministre de l'Équipement, selon l'agence Brévin. M. Vasseur n'a pas souhaité commenter. "
	"L'Office des ponts du Nord (OPN) aurait perdu 1.200 euros le 3 avril, d'après un porte-parole "
	"de l'OPN qui affirme que le maire d'Arvilliers dément.\n\n"
	"\"We won't sell,\" said John Q. Tarrant, chief executive of Tarrant Bros. Inc. in Leeds. "
	"According to the U.S. Bureau of Bridges (USBB), he denied that it's closing on Jan. 3, 2017.\n";

static void
use(FuzzLang *lang, bool has_tag, bool has_clm)
{
	TokDoc		doc;
	TagResult	tags;
	ClmResult	claims;
	size_t		len = sizeof(document) - 1;
	const Lexicon *lexicons[2] = {&lang->lex, &lang->lex};
	int64_t    *count;

	if (tok_document(&lang->lex, document, len, &doc) != CORE_OK)
		return;
	tok_detect(lexicons, 2, document, len);
	tag_document(has_tag ? &lang->tag : NULL, &doc, &tags);
	count = fuzz_recount(document, len);
	for (uint32_t i = 0; i < tags.n; i++)
	{
		const TagMention *m = &tags.mention[i];

		fuzz_check_span(count, len, m->byte, m->len, m->chr, m->nchr);
		FUZZ_CHECK(m->kind < TAG_NKINDS && m->score >= 0 && m->score <= 1);
		FUZZ_CHECK(m->name_len > 0 && fuzz_valid_utf8(m->name, m->name_len) == true);
	}
	if (has_clm)
	{
		clm_document(&lang->clm, &doc, &tags, &claims);
		for (uint32_t i = 0; i < claims.n; i++)
		{
			const ClmClaim *c = &claims.claim[i];

			fuzz_check_span(count, len, c->source.byte, c->source.len, c->source.chr, c->source.nchr);
			fuzz_check_span(count, len, c->cue.byte, c->cue.len, c->cue.chr, c->cue.nchr);
			FUZZ_CHECK(c->act < CLM_NACTS && c->form < CLM_NFORMS);
			FUZZ_CHECK(c->certainty >= 0 && c->certainty <= 1);
		}
		if (claims.n > 0)
			core_free(claims.claim[0].content);
		core_free(claims.claim);
	}
	core_free(count);
	tag_free(&tags);
	tok_free(&doc);
}

typedef struct Section
{
	char	   *base;			/* a copy in memory of its own, as malloc aligns it */
	size_t		size;
	const char *original;
} Section;

static void
damage(Section *s, size_t at, const uint8_t *bytes, size_t n)
{
	if (s->size > 0)
		for (size_t i = 0; i < n; i++)
			s->base[(at + i) % s->size] = (char) bytes[i];
}

/* The header and the table of sections alone; what opens must stay in range. */
static void
open_file(const FuzzLang *from, const uint8_t *data, size_t size, bool resign)
{
	/* beyond the table nothing is read by mdl_open, so a small file will do */
	size_t		head = sizeof(MdlHeader) + 5 * sizeof(MdlSection);
	size_t		total = 4096;
	char	   *file = aligned_alloc(64, total);
	MdlHeader  *h = (MdlHeader *) file;
	MdlSection *s = (MdlSection *) (file + sizeof(MdlHeader));
	MdlFile		opened;

	memset(file, 'x', total);
	memcpy(file, from->base, head);
	h->size = total;
	for (uint32_t i = 0; i < 5; i++)
	{
		s[i].offset = 1024 + 256 * i;
		s[i].size = 200;
	}
	if (h->nsection > 5)
		h->nsection = 5;
	for (size_t i = 0; i + 1 < size; i += 2)
		file[data[i] * 2 % head] = (char) data[i + 1];
	if (resign && h->nsection <= 48)
		h->build = mdl_build_hash(h->name, s, h->nsection);
	if (mdl_open(&opened, file, total) == CORE_OK)
	{
		MdlSectionInfo info;
		size_t		len;

		mdl_verify(&opened);
		for (uint32_t i = 0; mdl_section_at(&opened, i, &info); i++)
			FUZZ_CHECK(info.size <= total && strlen(info.tag) <= 8);
		for (int i = 0; i < NSECTIONS; i++)
		{
			const char *p = mdl_section(&opened, tag[i], &len);

			FUZZ_CHECK(p == NULL || (p >= file && p + len <= file + total));
		}
		mdl_meta(&opened, "name", &len);
		FUZZ_CHECK(mdl_valid_name(opened.name));
	}
	free(file);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	/* copies are kept and repaired: most of the work of a run would be theirs */
	static Section section[2][NSECTIONS];
	unsigned	which = 0;
	FuzzLang   *lang;
	FuzzLang	broken;
	Section    *s;
	bool		touched[NSECTIONS] = {false};
	bool		good[NSECTIONS];

	if (size > 512)
		size = 512;
	for (size_t i = 0; i + 8 <= size; i += 8)
		if (data[i] % 16 == 15)
			which = data[i + 1] % 2;
	lang = fuzz_lang(which);
	s = section[which];
	for (int i = 0; i < NSECTIONS; i++)
		if (s[i].original == NULL)
		{
			s[i].original = mdl_section(&lang->file, tag[i], &s[i].size);
			if (s[i].original == NULL)
			{
				s[i].original = "";
				continue;
			}
			s[i].base = malloc(s[i].size);
			memcpy(s[i].base, s[i].original, s[i].size);
		}

	broken = *lang;
	for (size_t i = 0; i + 8 <= size; i += 8)
	{
		const uint8_t *r = data + i;
		int			k = r[1] % NSECTIONS;
		size_t		at = r[2] | (size_t) r[3] << 8 | (size_t) r[4] << 16;
		uint8_t		four[4] = {r[5], r[6], r[7] & 1 ? 0xFF : 0, r[7] & 2 ? 0xFF : 0};

		if (s[k].base == NULL)
			continue;
		switch (r[0] % 16)
		{
			case 0:
			case 1:
				damage(&s[k], at, four, 1);
				break;
			case 2:
			case 3:
				damage(&s[k], at & ~(size_t) 3, four, 4);
				break;
			case 4:
			case 5:
			case 6:
				damage(&s[k], at % 256, four, 1);
				break;
			case 7:
			case 8:
				damage(&s[k], at % 256 & ~(size_t) 3, four, 4);
				break;
			case 9:
				for (int n = 0; n < r[7]; n++)
					damage(&s[k], at + (size_t) n, &r[5], 1);
				break;
			case 10:
				/* shortened: a copy for this once */
				{
					size_t		len = s[k].size > 0 ? (r[5] & 1 ? s[k].size - 1 - r[6] % s[k].size : at % s[k].size) : 0;
					char	   *copy = malloc(len ? len : 1);
					Lexicon		lex;
					TagModel	model;
					ClmModel	clm;

					if (len > 0)
						memcpy(copy, s[k].base, len);
					if (k == 0 && lex_open(&lex, copy, len) == CORE_OK)
					{
						broken.lex = lex;
						use(&broken, true, true);
						broken.lex = lang->lex;
					}
					if (k == 1 && tag_open(&model, copy, len) == CORE_OK)
					{
						broken.tag = model;
						use(&broken, true, false);
						broken.tag = lang->tag;
					}
					if (k == 3 && clm_open(&clm, copy, len) == CORE_OK)
					{
						broken.clm = clm;
						use(&broken, false, true);
						broken.clm = lang->clm;
					}
					free(copy);
				}
				continue;
			case 11:
				open_file(lang, r + 1, size - i - 1, true);
				continue;
			case 12:
				open_file(lang, r + 1, size - i - 1, false);
				continue;
			default:
				continue;
		}
		touched[k] = true;
	}

	good[0] = !touched[0] || lex_open(&broken.lex, s[0].base, s[0].size) == CORE_OK;
	good[1] = !touched[1] || tag_open(&broken.tag, s[1].base, s[1].size) == CORE_OK;
	good[2] = !touched[2] || !good[1] || tag_open_aliases(&broken.tag, s[2].base, s[2].size) == CORE_OK;
	good[3] = !touched[3] || clm_open(&broken.clm, s[3].base, s[3].size) == CORE_OK;
	if (touched[1] && good[1] && !touched[2] && s[2].base != NULL)
		tag_open_aliases(&broken.tag, s[2].base, s[2].size);
	/* the server serves all or nothing; one good room with bad others must do too */
	if (good[0] && good[2] && (touched[0] || touched[1] || touched[2] || touched[3]))
		use(&broken, good[1], good[3]);

	for (int k = 0; k < NSECTIONS; k++)
		if (touched[k])
			memcpy(s[k].base, s[k].original, s[k].size);
	return 0;
}

/*
 * test_clm.c
 *	  The claims parser: one sentence of our own per construction, with who,
 *	  how and what; then what must hold of any text: spans in range, no claim
 *	  twice, parents a forest, time linear in the length.
 */
#include "model.h"

#include <time.h>

#include "text/uni.h"

static Language fr;
static Language en;

/* A text and one claim that must be found in it: source|cue|content|act|form. */
typedef struct Case
{
	const char *text;
	const char *want;
} Case;

static const Case french[] = {
	/* indirect, with a complementiser */
	{"Le ministre affirme que le budget sera voté.", "Le ministre|affirme|le budget sera voté|assert|indirect"},
	{"La préfète du Gard a indiqué jeudi que deux ponts étaient coupés.",
	"La préfète du Gard|a indiqué|deux ponts étaient coupés|assert|indirect"},
	{"Anna Morel, la directrice du port, a expliqué que le quai serait fermé.",
	"Anna Morel, la directrice du port|a expliqué|le quai serait fermé|assert|indirect"},
	{"Le maire, dans un communiqué, a précisé que l'école rouvrirait lundi.",
	"Le maire|a précisé|l'école rouvrirait lundi|assert|indirect"},
	{"Le syndicat craint que l'atelier ne ferme.", "Le syndicat|craint|l'atelier ne ferme|emotion|indirect"},
	{"Les riverains exigent que le pont soit réparé.", "Les riverains|exigent|le pont soit réparé|demand|indirect"},
	{"Le préfet, qui redoute une crue, a prévenu que les caves seraient inondées.",
	"Le préfet|a prévenu|les caves seraient inondées|assert|indirect"},
	{"Le préfet, qui redoute une crue, a prévenu les habitants.", "Le préfet|redoute|une crue|emotion|indirect"},
	/* negation on the cue */
	{"La banque n'a jamais affirmé que le compte était vide.",
	"La banque|n'a jamais affirmé|le compte était vide|assert|indirect|negated"},
	/* infinitives */
	{"La société promet de verser les primes.", "La société|promet|verser les primes|commit|indirect"},
	{"Le groupe menace de fermer l'usine.", "Le groupe|menace|fermer l'usine|commit|indirect"},
	{"Le témoin affirme avoir vu un camion.", "Le témoin|affirme|avoir vu un camion|assert|indirect"},
	{"Le juge a ordonné aux parties de se taire.", "Le juge|a ordonné|se taire|demand|indirect"},
	{"Le procureur accuse le comptable d'avoir détruit les livres.",
	"Le procureur|accuse|avoir détruit les livres|assert|indirect"},
	/* noun phrases */
	{"L'association dénonce une décision injuste, où rien ne tient.",
	"L'association|dénonce|une décision injuste|opinion|indirect"},
	{"La ville s'oppose au projet de tour.", "La ville|s'oppose au|projet de tour|opinion|indirect"},
	{"Le rapport fait état de neuf retards.", "Le rapport|fait état de|neuf retards|assert|indirect"},
	{"Le club se félicite de cette victoire.", "Le club|se félicite de|cette victoire|opinion|indirect"},
	{"Les pêcheurs sont opposés à la nouvelle taxe.", "Les pêcheurs|sont opposés à|la nouvelle taxe|opinion|indirect"},
	{"La cheffe se dit fière de son équipe.", "La cheffe|se dit fière de|son équipe|emotion|indirect"},
	/* questions */
	{"Le député demande si la route sera payante.", "Le député|demande|si la route sera payante|ask|indirect"},
	{"La commission s'interroge sur le coût du tunnel.", "La commission|s'interroge sur|le coût du tunnel|ask|indirect"},
	/* quotations: in front, behind, interrupted, inverted, with a nested one */
	{"« Nous avons gagné », a déclaré la capitaine.", "la capitaine|a déclaré|« Nous avons gagné »|assert|direct"},
	{"« Nous avons gagné », a-t-elle déclaré.", "elle|a-t-elle déclaré|« Nous avons gagné »|assert|direct"},
	{"« C'est fini ? » demande-t-il.", "il|demande-t-il|« C'est fini ? »|ask|direct"},
	{"Le capitaine a lancé : « Tout le monde descend ! »",
	"Le capitaine|a lancé|« Tout le monde descend ! »|assert|direct"},
	{"« La mer monte, a dit Paul Rivet, et le vent tourne. »",
	"Paul Rivet|a dit|« La mer monte … et le vent tourne. »|assert|direct"},
	{"“Rien ne change”, soupire Lina Costa, bouchère.", "Lina Costa, bouchère|soupire|“Rien ne change”|emotion|direct"},
	{"\"Il faut partir\", insiste auprès de l'AFP Jeanne Arno.", "Jeanne Arno|insiste|\"Il faut partir\"|assert|direct"},
	{"« Je reste », philosophe le gardien.", "le gardien|philosophe|« Je reste »|assert|direct"},
	{"Il estime que la méthode est « un peu rude ».", "Il|estime|la méthode est « un peu rude »|opinion|mixed"},
	{"Marc Odet : « Nous rouvrirons demain »", "Marc Odet||« Nous rouvrirons demain »|assert|direct"},
	{"« Il pleut », a dit Eva Sol. « Nous attendons le soleil depuis dix jours. »",
	"Eva Sol||« Nous attendons le soleil depuis dix jours. »|assert|direct"},
	/* fronted without quotation marks */
	{"Le tunnel rouvrira en mai, a annoncé la mairie.", "la mairie|a annoncé|Le tunnel rouvrira en mai|assert|indirect"},
	{"L'avion était en retard, précise-t-elle.", "elle|précise-t-elle|L'avion était en retard|assert|indirect"},
	{"Le barrage tient, comme l'a confirmé la préfecture.",
	"la préfecture|comme l'a confirmé|Le barrage tient|assert|indirect"},
	/* selon and its kin */
	{"Selon la police, deux vitrines ont été brisées.", "la police|Selon|deux vitrines ont été brisées|assert|indirect"},
	{"Deux vitrines ont été brisées, selon la police.", "la police|selon|Deux vitrines ont été brisées|assert|indirect"},
	{"D'après une source proche du dossier, la vente est conclue.",
	"une source proche du dossier|D'après|la vente est conclue|assert|indirect"},
	{"Aux yeux de la défense, l'enquête est bâclée.", "la défense|Aux yeux de|l'enquête est bâclée|opinion|indirect"},
	{"Pour les éleveurs, la mesure arrive trop tard.", "les éleveurs|Pour|la mesure arrive trop tard|opinion|indirect"},
	{"À en croire le gérant, le stock est plein.", "le gérant|À en croire|le stock est plein|assert|indirect"},
	/* hearsay */
	{"Il semblerait que le lac soit gelé.", "|Il semblerait|le lac soit gelé|hearsay|indirect"},
	{"Le suspect aurait quitté le pays.", "|aurait quitté|Le suspect aurait quitté le pays|hearsay|indirect"},
	{"On dit que le château est hanté.", "|dit|le château est hanté|hearsay|indirect"},
	{"Un homme soupçonné d'avoir volé un vélo a été arrêté.", "|soupçonné|avoir volé un vélo|hearsay|indirect"},
	{"Le gouvernement n'a pas répondu.", "Le gouvernement|n'a pas répondu||silence|"},
	{"La direction n'a pas souhaité commenter la rumeur.", "La direction|n'a pas souhaité commenter|la rumeur|silence|indirect"},
	{"Le journal n'a pas obtenu de réponse de la mairie.", "la mairie|n'a pas obtenu de réponse||silence|"},
	{"L'agence a refusé de dire si le vol partirait.", "L'agence|a refusé de dire|si le vol partirait|silence|indirect"},
	{"Le parquet n'a ni confirmé ni démenti l'arrestation.",
	"Le parquet|n'a ni confirmé ni démenti|l'arrestation|silence|indirect"},
	{"On lui a demandé son avis. Il s'est refusé à commenter la vente.",
	"Il|s'est refusé à commenter|la vente|silence|indirect"},
	/* insertions between a verb and what belongs to it */
	{"L'élue espère, elle, obtenir un sursis.", "L'élue|espère|obtenir un sursis|emotion|indirect"},
	{"Le maire a, lui, affirmé que le pont tiendrait.", "Le maire|a, lui, affirmé|le pont tiendrait|assert|indirect"},
	{"La ministre a déclaré que le train roulait et ajouté que le quai était vide.",
	"La ministre|ajouté|le quai était vide|assert|indirect"},
	{"Selon ce qu'affirme la régie, le bus part à midi.", "la régie|Selon ce qu'affirme|le bus part à midi|assert|indirect"},
	{"L'experte y voit un signe de faiblesse.", "L'experte|y voit|un signe de faiblesse|opinion|indirect"},
	/* participles and nesting */
	{"Le trésorier a démissionné, dénonçant une gestion opaque.",
	"Le trésorier|dénonçant|une gestion opaque|opinion|indirect"},
	{"La mairie dit regretter le retard.", "La mairie|regretter|le retard|emotion|indirect"},
	{"La mairie dit regretter le retard.", "La mairie|dit|regretter le retard|assert|indirect"},
	{"Elle affirme que son mari pense que la lune est plate.", "son mari|pense|la lune est plate|opinion|indirect"},
	{"Le projet, contesté par les riverains, avance.", "les riverains|contesté|Le projet|deny|indirect"},
	{NULL, NULL}
};

static const Case english[] = {
	/* a short quotation is no part of the name behind it */
	{"It reopened. \"The hall is dry,\" Nora Field said.", "Nora Field|said|\"The hall is dry,\"|assert|direct"},
	{"The minister said that the budget would pass.", "The minister|said|the budget would pass|assert|indirect"},
	{"The minister said the budget would pass.", "The minister|said|the budget would pass|assert|indirect"},
	{"\"We won,\" the captain said.", "the captain|said|\"We won,\"|assert|direct"},
	{"“We won,” said Mary Kent, the captain.", "Mary Kent, the captain|said|“We won,”|assert|direct"},
	{"“Rain,” she said, “is all we get.”", "she|said|“Rain,” … “is all we get.”|assert|direct"},
	{"The bridge will reopen in May, the council announced.",
	"the council|announced|The bridge will reopen in May|assert|indirect"},
	{"According to the police, two windows were broken.", "the police|According to|two windows were broken|assert|indirect"},
	{"Two windows were broken, according to the police.", "the police|according to|Two windows were broken|assert|indirect"},
	{"The firm promised to pay the bill.", "The firm|promised|pay the bill|commit|indirect"},
	{"The union urged drivers to stay at home.", "The union|urged|stay at home|demand|indirect"},
	{"The clerk denied taking the money.", "The clerk|denied|taking the money|deny|indirect"},
	{"Residents fear that the river will rise.", "Residents|fear|the river will rise|emotion|indirect"},
	{"The company declined to comment.", "The company|declined to comment||silence|"},
	{"The agency did not respond.", "The agency|did not respond||silence|"},
	{"The driver allegedly fell asleep.", "|allegedly|The driver … fell asleep|hearsay|indirect"},
	{"The minister never said that taxes would fall.", "The minister|never said|taxes would fall|assert|indirect|negated"},
	{"A hero, the publisher contends, belongs to his readers.",
	"the publisher|contends|A hero … belongs to his readers|assert|indirect"},
	{"In Durand's view, the ice melted early.", "Durand|In Durand's view|the ice melted early|opinion|indirect"},
	{"It was claimed that the clock never stopped.", "|was claimed|the clock never stopped|hearsay|indirect"},
	{"Analysts put the cost at 9 million.", "Analysts|put|the cost at 9 million|opinion|indirect"},
	{"Neither had replied.", "Neither|had replied||silence|"},
	{"She asked whether the road was open.", "She|asked|whether the road was open|ask|indirect"},
	{"The lawyer accused the board of hiding the report.", "The lawyer|accused|hiding the report|assert|indirect"},
	{"The mayor praised “a brave decision”.", "The mayor|praised|“a brave decision”|opinion|direct"},
	{NULL, NULL}
};

/* What must not be found. */
static const char *const nothing_french[] = {
	"Le film « Les Grands Arbres » sort mercredi.",
	"La « zone grise » du parking est fermée.",
	"Selon les critères du jury, trois films restent en lice.",
	"Pour trois raisons, le match est reporté.",
	"Si le vent tombait, le bateau partirait demain.",
	"Il a pris la parole à midi.",
	"Les discussions ont duré trois heures.",
	NULL
};

static void
run(const Language *l, const char *text, size_t len, TokDoc *doc, ClmResult *r)
{
	TagResult	tags;

	CHECK(tok_document(&l->lex, text, len, doc) == CORE_OK);
	tag_document(&l->tag, doc, &tags);
	clm_document(&l->clm, doc, &tags, r);
}

static void
print_claim(const char *text, const ClmClaim *c, char *out, size_t size)
{
	int			n;

	n = snprintf(out, size, "%.*s|%.*s|", (int) c->source.len, text + c->source.byte,
				 (int) c->cue.len, text + c->cue.byte);
	for (uint32_t k = 0; k < c->ncontent; k++)
		n += snprintf(out + n, size - (size_t) n, "%s%.*s", k ? " … " : "",
					  (int) c->content[k].len, text + c->content[k].byte);
	snprintf(out + n, size - (size_t) n, "|%s|%s%s", clm_act_name[c->act],
			 c->ncontent ? clm_form_name[c->form] : "", c->negated ? "|negated" : "");
}

static void
test_cases(const Language *l, const Case *cases)
{
	for (; cases->text; cases++)
	{
		TokDoc		doc;
		ClmResult	r;
		char		got[2000] = "";
		char		all[4000] = "";
		bool		found = false;

		run(l, cases->text, strlen(cases->text), &doc, &r);
		for (uint32_t i = 0; i < r.n && !found; i++)
		{
			print_claim(cases->text, &r.claim[i], got, sizeof(got));
			found = strcmp(got, cases->want) == 0;
			if (strlen(all) + strlen(got) + 4 < sizeof(all))
				strcat(strcat(all, " // "), got);
		}
		CHECK_STR(found ? cases->want : all, cases->want);
	}
}

/* What the contract says of every claim. */
static bool
sound(const TokDoc *doc, const ClmResult *r)
{
	for (uint32_t i = 0; i < r->n; i++)
	{
		const ClmClaim *c = &r->claim[i];
		const ClmSpan *span[3] = {&c->source, &c->cue, &c->via};
		int32_t		p = c->parent;

		for (int k = 0; k < 3; k++)
			if (span[k]->len && (span[k]->byte + (size_t) span[k]->len > doc->len ||
								 span[k]->chr + span[k]->nchr > doc->nchar ||
								 uni_count(doc->text + span[k]->byte, span[k]->len) != span[k]->nchr))
				return false;
		for (uint32_t k = 0; k < c->ncontent; k++)
		{
			if (c->content[k].len == 0 || c->content[k].byte + (size_t) c->content[k].len > doc->len)
				return false;
			if (k > 0 && c->content[k].chr < c->content[k - 1].chr + c->content[k - 1].nchr)
				return false;
		}
		if (c->act != CLM_SILENCE && c->ncontent == 0)
			return false;
		if (c->act != CLM_HEARSAY && c->source.len == 0)
			return false;
		if (c->certainty < 0 || c->certainty > 1)
			return false;
		for (uint32_t step = 0; p >= 0; step++, p = r->claim[p].parent)
			if (step > r->n || p >= (int32_t) r->n)
				return false;
		for (uint32_t k = i + 1; k < r->n && k < i + 20; k++)
		{
			const ClmClaim *d = &r->claim[k];
			bool		same = c->source.chr == d->source.chr && c->source.len == d->source.len &&
				c->cue.chr == d->cue.chr && c->cue.len == d->cue.len && c->ncontent == d->ncontent;

			for (uint32_t q = 0; same && q < c->ncontent; q++)
				same = c->content[q].chr == d->content[q].chr && c->content[q].len == d->content[q].len;
			if (same)
				return false;
		}
	}
	return true;
}

static const char *const soup_fr[] = {
	"«", "»", "\"", "“", "”", "'", ".", ",", ":", ";", "?", "(", ")", "–", "-t-il", "-t-elle", "il", "elle",
	"on", "le", "la", "les", "l'", "un", "des", "du", "de", "d'", "à", "selon", "d'après", "pour", "que",
	"qu'", "qui", "dont", "si", "comme", "et", "mais", "a", "dit", "déclare", "affirmé", "aurait", "serait",
	"n'", "pas", "répondu", "refusé", "menace", "accuser", "accusé", "par", "Paul", "ministre", "groupe",
	"Reuters", "AFP", "communiqué", "son", "avis", "contrairement", "ce", "ni", "confirmé", "se", "fier",
	"être", "opposé", "mardi", "\n", "\n\n", "demande", "espère", "juge", "je", "nous"
};
static const char *const soup_en[] = {
	"\"", "“", "”", "'", ".", ",", ":", ";", "?", "(", ")", "—", "he", "she", "they", "it", "said", "says",
	"told", "asked", "to", "that", "who", "which", "if", "whether", "not", "never", "declined", "would",
	"could", "be", "is", "was", "believed", "accused", "of", "by", "according", "in", "his", "view",
	"reportedly", "Smith", "minister", "company", "Reuters", "for", "the", "a", "'s", "n't", "and", "but",
	"\n", "\n\n", "I", "we", "hopes", "denied", "taking", "call"
};

static void
test_soup(const Language *l, const char *const *word, size_t nword)
{
	uint32_t	seed = 12345;

	for (int round = 0; round < 300; round++)
	{
		UniBuf		buf = {0};
		TokDoc		doc;
		ClmResult	r;

		for (int k = 0; k < 20 + round; k++)
		{
			seed = seed * 1664525 + 1013904223;
			uni_buf_append(&buf, " ", (seed >> 20) & 1);
			uni_buf_append(&buf, word[(seed >> 8) % nword], strlen(word[(seed >> 8) % nword]));
		}
		run(l, buf.data, buf.len, &doc, &r);
		CHECK(sound(&doc, &r));
		tok_free(&doc);
		uni_buf_free(&buf);
	}
}

static double
seconds(void)
{
	return (double) clock() / CLOCKS_PER_SEC;
}

/* Four times the text costs at most eight times the time (and 50 ms are nothing). */
static void
test_linear(const Language *l, const char *unit)
{
	double		t[2];

	for (int k = 0; k < 2; k++)
	{
		int			n = k == 0 ? 12500 : 50000;
		UniBuf		buf = {0};
		TokDoc		doc;
		ClmResult	r;
		TagResult	tags = {0};
		double		start;

		for (int i = 0; i < n; i++)
			uni_buf_append(&buf, unit, strlen(unit));
		CHECK(tok_document(&l->lex, buf.data, buf.len, &doc) == CORE_OK);
		start = seconds();
		clm_document(&l->clm, &doc, &tags, &r);
		t[k] = seconds() - start;
		CHECK(sound(&doc, &r));
		tok_free(&doc);
		uni_buf_free(&buf);
	}
	if (t[1] > 8 * t[0] + 0.05)
		printf("not linear: «%s»: %.3f s, then %.3f s\n", unit, t[0], t[1]);
	CHECK(t[1] <= 8 * t[0] + 0.05);
}

/* A damaged section is refused or harmless; it never crashes. */
static void
test_damage(const Language *l)
{
	size_t		size;
	const char *section = mdl_section(&l->mdl, "CLAIMS", &size);
	char	   *copy = aligned_alloc(64, (size + 63) / 64 * 64);
	ClmModel	model;

	memcpy(copy, section, size);
	CHECK(clm_open(&model, copy, size) == CORE_OK);
	CHECK(clm_open(&model, copy, 10) == CORE_BAD_MODEL);
	CHECK(clm_open(&model, copy, size - 8) == CORE_BAD_MODEL);
	for (size_t i = 0; i < 64; i++)
	{
		char		was = copy[i];

		copy[i] = (char) (was ^ 0x5a);
		if (clm_open(&model, copy, size) == CORE_OK)
		{
			/* another meaning, but never a step outside */
			Language	damaged = *l;
			TokDoc		doc;
			ClmResult	r;
			const char *text = "Selon X, le maire, qui a dit non, n'a pas répondu : « Oui. »";

			damaged.clm = model;
			run(&damaged, text, strlen(text), &doc, &r);
			CHECK(sound(&doc, &r));
		}
		copy[i] = was;
	}
	free(copy);
}

int
main(void)
{
	static const char *const hostile_fr[] = {
		"« ", "« a ", "\"a\" dit ", "selon X que ", "le ministre a dit que la loi serait bonne et ",
		"a, ", "X dit que ", "X, a dit Y, ", "« Oui », a-t-il dit. ", "il aurait dit ", "« a\n\n", "( ", "» ",
		"comme l'a dit X, ", "ni ", "de la ", "qui ", NULL
	};

	load(&fr, "fr");
	load(&en, "en");
	test_cases(&fr, french);
	test_cases(&en, english);
	for (int i = 0; nothing_french[i]; i++)
	{
		TokDoc		doc;
		ClmResult	r;

		run(&fr, nothing_french[i], strlen(nothing_french[i]), &doc, &r);
		if (r.n > 0)
		{
			char		got[2000];

			print_claim(nothing_french[i], &r.claim[0], got, sizeof(got));
			printf("spurious: %s\n", got);
		}
		CHECK(r.n == 0);
	}
	test_soup(&fr, soup_fr, sizeof(soup_fr) / sizeof(soup_fr[0]));
	test_soup(&en, soup_en, sizeof(soup_en) / sizeof(soup_en[0]));
	for (int i = 0; hostile_fr[i]; i++)
		test_linear(&fr, hostile_fr[i]);
	test_linear(&en, "the minister said that ");
	test_linear(&en, "\"a\" he said ");
	test_damage(&fr);
	DONE();
}

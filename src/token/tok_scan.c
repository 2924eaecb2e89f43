/*
 * tok_scan.c
 *	  From text to tokens, in one pass.
 *
 * A word is first taken as far as it could reach: letters, digits and marks,
 * joined by hyphens, apostrophes and the stops of abbreviations (extent).
 * Where the extent has joints, the lexicon then says where it comes apart:
 * elisions in front (qu' | il), clitics behind (a | -t- | il, Obama | 's), and
 * what is in the lexicon as it stands stays whole (aujourd'hui, rendez-vous).
 * All rules of a language are therefore lexicon data; this file knows none.
 *
 * Every look ahead is bounded by a constant, so that the pass is linear on
 * any text.
 */
#include "token/tok_scan.h"

#include "text/uni.h"
#include "token/tok_char.h"
#include "token/tok_lower.h"

#define MAX_TOKEN	65535
#define MAX_FORM	255			/* no form in a lexicon is longer */
#define MAX_JOINTS	12			/* a word with more of them is cut */
#define LOOK_AHEAD	64
#define QUOTE_AHEAD	300

/*
 * Look-ups under way: a ring of the last words, of which one is looked at
 * again 4 words later and finished 8 words later.  In a server the lexicon
 * has left the near caches by the next document.
 */
#define RING		16
#define TOUCH_AFTER	4
#define FINISH_AFTER 8

typedef struct Pending
{
	uint32_t	tok;
	uint32_t	key;
	uint32_t	len;
	char		form[TOK_FAST_FORM + 8];
} Pending;

typedef struct Scan
{
	const Lexicon *lex;
	const char *text;
	const char *end;
	const char *p;				/* here begins what is not yet a token */
	uint32_t	chr;			/* character offset of p */
	Tok		   *tok;
	uint32_t	n;
	uint32_t	cap;
	uint8_t		flags;			/* of the next token */
	bool		line;			/* a line end since the last token */
	bool		in_single;		/* an opening ' waits for its closing one */
	uint32_t	guillemets;		/* « that wait for their » */
	UniBuf		low;
	uint32_t	npending;		/* so many were started */
	Pending		pending[RING];
} Scan;

/* Where an extent may come apart. */
typedef struct Joint
{
	const char *at;				/* the joining mark */
	uint8_t		len;			/* its bytes */
	char		type;			/* '\'' '-' or '.' */
} Joint;

typedef struct Extent
{
	const char *end;
	Joint		joint[MAX_JOINTS];
	int			n;
	bool		initials;		/* ends like U.S or p.m: a stop behind belongs to it */
	bool		url;
} Extent;

/* Class and length of the character at p (p < end). */
static inline unsigned
class_at(const Scan *s, const char *p, int *n)
{
	uint32_t	cp;

	*n = uni_decode(p, s->end, &cp);
	return uni_class(cp);
}

static inline uint32_t
char_at(const Scan *s, const char *p, int *n)
{
	uint32_t	cp;

	if (p >= s->end)
	{
		*n = 0;
		return 0;
	}
	*n = uni_decode(p, s->end, &cp);
	return cp;
}

/* Whether a word can go on with the character at p. */
static inline bool
word_at(const Scan *s, const char *p)
{
	int			n;

	return p < s->end && (class_at(s, p, &n) & (UNI_LETTER | UNI_DIGIT)) != 0;
}

static inline bool
letter_at(const Scan *s, const char *p)
{
	int			n;

	return p < s->end && (class_at(s, p, &n) & UNI_LETTER) != 0;
}

static inline bool
digit_at(const Scan *s, const char *p)
{
	return p < s->end && *p >= '0' && *p <= '9';
}

static inline bool
upper_at(const Scan *s, const char *p)
{
	int			n;

	return p < s->end && (class_at(s, p, &n) & UNI_UPPER) != 0;
}

/* Append a token of len bytes and nchr characters at s->p. */
static inline void
put(Scan *s, size_t len, uint32_t nchr, TokKind kind, uint8_t flags, uint32_t lex)
{
	Tok		   *t;

	if (CORE_UNLIKELY(s->n + 1 >= s->cap))
	{
		s->cap += CORE_MIN(s->cap / 2 + 16, UINT32_MAX - s->cap);
		s->tok = core_realloc(s->tok, s->cap * sizeof(Tok));
	}
	CORE_POLL_EVERY(s->n);
	t = &s->tok[s->n++];
	t->byte = (uint32_t) (s->p - s->text);
	t->chr = s->chr;
	t->len = (uint16_t) len;
	t->kind = kind;
	t->flags = s->flags | flags;
	t->lex = lex;
	s->p += len;
	s->chr += nchr;
	s->flags = 0;
}

/* The same for any length: cut at characters. */
static void
put_long(Scan *s, size_t len, TokKind kind, uint8_t flags)
{
	const char *end = s->p + len;

	while (s->p < end)
	{
		const char *q = s->p;
		uint32_t	nchr = 0;

		while (q < end)
		{
			uint32_t	cp;
			int			n = uni_decode(q, s->end, &cp);

			if (q + n - s->p > MAX_TOKEN)
				break;
			q += n;
			nchr++;
		}
		put(s, q - s->p, nchr, kind, flags, 0);
	}
}

/* A token that is no word, of one character or a few. */
static void
put_mark(Scan *s, const char *e, TokKind kind)
{
	/* accents and variation selectors behind a mark belong to it */
	while (e < s->end && (unsigned char) *e >= 0x80)
	{
		int			n;

		if ((class_at(s, e, &n) & UNI_MARK) == 0)
			break;
		e += n;
	}
	if (e - s->p == 1)
		put(s, 1, 1, kind, 0, 0);
	else if (e - s->p <= MAX_TOKEN)
		put(s, e - s->p, (uint32_t) uni_count(s->p, e - s->p), kind, 0, 0);
	else
		put_long(s, e - s->p, kind, 0);
}

/* The flags of any word: what tok_lower_fast says, without the form. */
static uint8_t
letter_flags(const char *b, const char *e)
{
	uint32_t	letters = 0,
				uppers = 0;
	uint8_t		f = 0;
	bool		after_lower = false;

	while (b < e)
	{
		uint32_t	cp;
		unsigned	class;

		b += uni_decode(b, e, &cp);
		class = uni_class(cp);
		if (class & (UNI_MARK | UNI_IGNORE))
			continue;
		if (class & UNI_UPPER)
		{
			if (letters == 0)
				f |= TOK_UPPER;
			if (after_lower)
				f |= TOK_INNER;
			uppers++;
		}
		letters += (class & UNI_LETTER) != 0;
		after_lower = (class & UNI_LOWER) != 0;
	}
	if (letters >= 2 && uppers == letters)
		f |= TOK_CAPS;
	return f;
}

/* Entry of [b, e) followed by suffix in the lexicon. */
static uint32_t
find(Scan *s, const char *b, const char *e, const char *suffix)
{
	char		fast[TOK_FAST_FORM + 8];
	uint8_t		flags;
	uint32_t	nchr;
	size_t		slen = strlen(suffix);
	int			n;

	if (s->lex == NULL || e - b > MAX_FORM)
		return 0;
	n = tok_lower_fast(b, e, fast, &flags, &nchr);
	if (n >= 0)
	{
		memcpy(fast + n, suffix, slen);
		return lex_find(s->lex, fast, n + slen);
	}
	s->low.len = 0;
	uni_lower(b, e - b, &s->low);
	uni_buf_append(&s->low, suffix, slen);
	return lex_find(s->lex, s->low.data, s->low.len);
}

static inline uint64_t
find_mask(Scan *s, const char *b, const char *e, const char *suffix)
{
	uint32_t	entry = find(s, b, e, suffix);

	return entry ? lex_mask(s->lex, entry) : 0;
}

static inline void
finish(Scan *s, uint32_t i)
{
	Pending    *p = &s->pending[i % RING];

	s->tok[p->tok].lex = lex_finish(s->lex, p->key, p->form, p->len);
}

/* Finish all look-ups under way. */
static void
finish_all(Scan *s)
{
	uint32_t	from = s->npending > FINISH_AFTER ? s->npending - FINISH_AFTER : 0;

	for (uint32_t i = from; i < s->npending; i++)
		finish(s, i);
}

/*
 * Append the word or number [s->p, e).  Its form leaves out a last stop (the
 * stop of an abbreviation), as .lex files do.
 */
static void
put_word(Scan *s, const char *e, TokKind kind)
{
	Pending    *w = &s->pending[s->npending % RING];
	uint8_t		flags;
	uint32_t	nchr;
	uint32_t	entry = 0;
	int			n = tok_lower_fast(s->p, e, w->form, &flags, &nchr);

	if (CORE_LIKELY(n >= 0))
	{
		if (n > 1 && w->form[n - 1] == '.')
			n--;
		if (s->lex != NULL && kind == TOK_WORD)
		{
			uint32_t	i = s->npending++;

			w->tok = s->n;
			w->len = (uint32_t) n;
			w->key = lex_start(s->lex, w->form, n);
			if (i >= TOUCH_AFTER)
				lex_touch(s->lex, s->pending[(i - TOUCH_AFTER) % RING].key);
			if (i >= FINISH_AFTER)
				finish(s, i - FINISH_AFTER);
		}
		put(s, e - s->p, nchr, kind, flags, 0);
		return;
	}
	flags = letter_flags(s->p, e);
	if (e - s->p > MAX_TOKEN)
	{
		put_long(s, e - s->p, kind, flags);
		return;
	}
	if (kind == TOK_WORD)
		entry = find(s, s->p, e - s->p > 1 && e[-1] == '.' ? e - 1 : e, "");
	put(s, e - s->p, (uint32_t) uni_count(s->p, e - s->p), kind, flags, entry);
}

/* End of a run of letters, digits and their marks that begins at p. */
static const char *
run_end(const Scan *s, const char *p)
{
	while (p < s->end)
	{
		unsigned char c = (unsigned char) *p;
		uint32_t	cp;
		unsigned	class;
		int			n;

		switch (tok_byte_class[c])
		{
			case TOK_B_LOWER:
			case TOK_B_UPPER:
			case TOK_B_DIGIT:
				p++;
				continue;
			case TOK_B_HIGH:
				n = uni_decode(p, s->end, &cp);
				class = uni_class(cp);
				if (class & (UNI_LETTER | UNI_DIGIT | UNI_MARK))
				{
					if (tok_is_unspaced(cp))
						return p;
					p += n;
					continue;
				}
				if (class & UNI_IGNORE)
				{
					/* a soft hyphen or a zero-width joiner, inside a word only */
					const char *q = p + n;
					int			tries = 4;

					while (tries-- > 0 && q < s->end && (class_at(s, q, &n) & UNI_IGNORE))
						q += n;
					if (word_at(s, q))
					{
						p = q;
						continue;
					}
				}
				return p;
			default:
				return p;
		}
	}
	return p;
}

/* Bytes that an address on the net is made of. */
static inline bool
address_byte(char c)
{
	return tok_byte_class[(unsigned char) c] >= TOK_B_LOWER ||
		c == '.' || c == '_' || c == '-' || c == '%' || c == '+';
}

/* End of a URL that begins at or before p; marks that end a phrase stay out. */
static const char *
url_end(const Scan *s, const char *p)
{
	const char *q = p;
	int			parens = 0;

	while (q < s->end)
	{
		uint32_t	cp;
		int			n = uni_decode(q, s->end, &cp);

		if (cp <= ' ' || cp == '<' || cp == '>' || cp == '"' || cp == '|' ||
			(cp >= 0x80 && (uni_class(cp) & (UNI_LETTER | UNI_DIGIT | UNI_MARK)) == 0))
			break;
		/* …/wiki/Paris_(Texas) keeps its bracket, (voir www.exemple.fr) does not */
		if (cp == '(')
			parens++;
		else if (cp == ')' && --parens < 0)
			break;
		q += n;
	}
	while (q > p && strchr(".,;:!?'*", q[-1]) != NULL)
		q--;
	return q;
}

static inline bool
starts_with(const Scan *s, const char *p, const char *word)
{
	size_t		len = strlen(word);

	if ((size_t) (s->end - p) < len)
		return false;
	for (size_t i = 0; i < len; i++)
	{
		if ((p[i] | 0x20) != (word[i] | 0x20))
			return false;
	}
	return true;
}

static bool
url_at(const Scan *s, const char *p)
{
	switch (*p | 0x20)
	{
		case 'h':
			return starts_with(s, p, "http://") || starts_with(s, p, "https://");
		case 'w':
			return starts_with(s, p, "www.") && word_at(s, p + 4);
		case 'f':
			return starts_with(s, p, "ftp://");
		case 'm':
			return starts_with(s, p, "mailto:");
	}
	return false;
}

/* Whether an address like jean.dupont@exemple.fr goes on at p up to its @. */
static bool
mail_ahead(const Scan *s, const char *p)
{
	const char *limit = p + CORE_MIN(s->end - p, LOOK_AHEAD);

	while (p < limit && address_byte(*p))
		p++;
	return p < limit && *p == '@' && word_at(s, p + 1);
}

/*
 * A stop inside a word: whether the word goes on behind it.  seg is where its
 * last part begins, dot the stop.
 */
static bool
joins_at_dot(Scan *s, const char *start, const char *seg, const char *dot, Extent *x)
{
	const char *next = dot + 1;
	int			n;
	bool		single;

	if (next >= s->end)
		return false;
	(void) class_at(s, seg, &n);
	single = seg + n == dot && letter_at(s, seg);

	/* U.S., p.m., J.K.: single letters; J.-P. too */
	if (single && letter_at(s, next))
	{
		(void) class_at(s, next, &n);
		if (!word_at(s, next + n))
		{
			x->initials = true;
			return true;
		}
	}
	if (single && upper_at(s, seg) && *next == '-' && letter_at(s, next + 1))
	{
		(void) class_at(s, next + 1, &n);
		if (upper_at(s, next + 1))
		{
			x->initials = !word_at(s, next + 1 + n);
			return true;
		}
	}
	/* iOS10.3 */
	if (digit_at(s, next) && digit_at(s, dot - 1))
		return true;
	if (letter_at(s, next))
	{
		const char *q = next;
		const char *r;

		if (mail_ahead(s, next))
			return true;
		/* node.js, exemple.com: a short part in lower case that ends there */
		while (q - next <= 4 && q < s->end && *q >= 'a' && *q <= 'z')
			q++;
		if (q - next >= 2 && q - next <= 4 && !word_at(s, q))
			return true;
		/* Ph.D., c.-à-d. by the lexicon */
		r = run_end(s, CORE_MIN(next, s->end));
		if (r - start <= 16 && (find_mask(s, start, r, "") & LEX_BIT(ABBR)))
			return true;
	}
	return false;
}

/* How far a word that begins at start could reach, and its joints. */
static void
extent(Scan *s, const char *start, Extent *x)
{
	const char *p = run_end(s, start);
	const char *seg = start;

	x->n = 0;
	x->initials = false;
	x->url = false;
	while (p < s->end)
	{
		unsigned char c = (unsigned char) *p;
		uint32_t	cp;
		int			n;
		char		type;

		if (c == ' ' || c == ',' || c == '\n')
			break;
		cp = char_at(s, p, &n);
		if (tok_is_apostrophe(cp))
			type = '\'';
		else if (tok_is_hyphen(cp))
			type = '-';
		else if (cp == '.')
			type = '.';
		else if (cp == '@' || cp == '&' || cp == '_' || cp == 0xB7 || cp == 0x2027)
			type = '.';
		else if (cp == '/')
			type = '/';
		else
			break;

		if (type == '/')
		{
			/* exemple.com/page */
			if (x->n > 0 && x->joint[x->n - 1].at[0] == '.' && !x->initials &&
				p + 1 < s->end && address_byte(p[1]))
			{
				x->end = url_end(s, p);
				x->url = true;
				return;
			}
			break;
		}
		if (cp == '.')
		{
			if (!joins_at_dot(s, start, seg, p, x))
				break;
			if (p[1] == '-')
				n = 2;
		}
		else if (cp == '@')
		{
			const char *q = p + 1;

			if (!word_at(s, q))
				break;
			while (q < s->end && address_byte(*q))
				q++;
			while (q[-1] == '.' || q[-1] == '-')
				q--;
			if (q == p + 1)
				break;
			x->end = q;
			x->url = true;
			return;
		}
		else if (cp == '&')
		{
			/* AT&T, R&D, H&M */
			if (!upper_at(s, p + 1) || !(p[-1] >= 'A' && p[-1] <= 'Z'))
				break;
		}
		else if (cp == '_' || cp == 0xB7 || cp == 0x2027)
		{
			/* étudiant·e·s */
			if (!word_at(s, p + n))
				break;
		}
		else if (!word_at(s, p + n))
			break;

		if (x->n == MAX_JOINTS)
			break;
		{
			uint32_t	after;
			int			m;

			after = char_at(s, p + n, &m);
			if (tok_is_unspaced(after))
				break;
		}
		x->joint[x->n++] = (Joint) {.at = p, .len = (uint8_t) n, .type = type};
		seg = p + n;
		p = run_end(s, seg);
		if (type != '.')
			x->initials = false;
	}
	x->end = p;
}

/*
 * Whether the stop at dot belongs to the word [s->p, dot): abbreviations and
 * initials.  An abbreviation that ends its sentence keeps the stop only where
 * it has others inside (aux U.S. Le président), so that the stop is seen.
 */
static bool
takes_stop(Scan *s, const char *dot, const Extent *x)
{
	const char *b = s->p;
	const char *q = dot + 1;
	const Joint *last = x->n > 0 ? &x->joint[x->n - 1] : NULL;
	uint64_t	mask;
	uint64_t	next_mask = 0;
	bool		upper,
				end = false;
	int			n;
	int			spaces = 0;

	if (q < s->end && *q == '.')
		return false;			/* an ellipsis */
	if (x->initials)
		return true;

	/* what follows */
	while (q < s->end && spaces < 8)
	{
		unsigned	class = class_at(s, q, &n);

		if (*q == '\n')
			end = true;
		if ((class & (UNI_SPACE | UNI_IGNORE)) == 0)
			break;
		q += n;
		spaces++;
	}
	end |= q >= s->end;
	upper = upper_at(s, q);

	/* l'art. 5 */
	if (last != NULL && last->type == '\'')
		b = last->at + last->len;
	(void) class_at(s, b, &n);
	mask = find_mask(s, b, dot, "");
	if (b + n == dot && upper_at(s, b) && (mask & LEX_BIT(ABBR)) == 0)
	{
		/* J. K. Rowling, but: vitamine C. Le médecin */
		if (end || spaces == 0)
			return q < s->end && *q == ',';
		if (upper)
		{
			const char *e = run_end(s, q);

			(void) class_at(s, q, &n);
			if (q + n == e && e < s->end && *e == '.')
				return true;
			return (find_mask(s, q, e, "") & TOK_FUNCTION_WORD) == 0 &&
				!(e < s->end && tok_is_apostrophe(char_at(s, e, &n)) &&
				  (find_mask(s, q, e, "'") & LEX_BIT(ELISION)));
		}
		return letter_at(s, q) || *q == ',';
	}
	if ((mask & LEX_BIT(ABBR)) == 0)
		return false;
	if (mask & LEX_BIT(TITLE))
	{
		/* M. Le Pen, le col. Durand, but: à 5,62 m. Le Bernois */
		if (upper_at(s, b))
			return q < s->end;
		return upper && (find_mask(s, q, run_end(s, q), "") & TOK_FUNCTION_WORD) == 0;
	}
	if (end)
		return false;
	if (digit_at(s, q))
		return true;
	/* "sept" and "no" are words before they are abbreviations */
	if (mask & ~(LEX_BIT(ABBR) | LEX_BIT(TITLE) | LEX_BIT(MONTH) | LEX_BIT(WEEKDAY) |
				 LEX_BIT(ADV) | LEX_BIT(PREP) | LEX_BIT(PLACENOUN) | LEX_BIT(ORGNOUN) | LEX_BIT(COMMON)))
		return false;
	if (upper)
	{
		const char *e = run_end(s, q);

		if (mask & LEX_BIT(ADV))
			return false;		/* etc. Paris */
		/* av. Louise, cf. Durand; but: le vol. Durand */
		if (!upper_at(s, b) &&
			(mask & (LEX_BIT(PREP) | LEX_BIT(PLACENOUN) | LEX_BIT(ORGNOUN) | LEX_BIT(MONTH))) == 0)
			return false;
		next_mask = find_mask(s, q, e, "");
		if (e < s->end && tok_is_apostrophe(char_at(s, e, &n)))
			next_mask |= find_mask(s, q, e, "'") & LEX_BIT(ELISION) ? LEX_BIT(DET) : 0;
		return (next_mask & TOK_FUNCTION_WORD) == 0;
	}
	return true;
}

/* The clitic that [j->at, e) is, if it is one. */
static bool
is_clitic(Scan *s, const char *b, const char *e)
{
	return (find_mask(s, b, e, "") & LEX_BIT(CLITIC)) != 0;
}

/*
 * Emit [s->p, x->end), which has joints, piece by piece.
 */
static void
split(Scan *s, Extent *x, const char *stop_end)
{
	int			first = 0;
	int			last = x->n;	/* joints [first, last) are in the core */
	const char *e = x->end;
	struct
	{
		const char *mark_end;	/* end of -t-, or NULL */
		const char *end;
	}			tail[3];
	int			ntail = 0;

	/* elisions in front; pro- and its like where a name follows (pro-Assad) */
	while (first < last && x->joint[first].type != '.')
	{
		const Joint *j = &x->joint[first];
		const char *next = j->at + j->len;

		if (j->type == '-' && !upper_at(s, next) && !digit_at(s, next))
			break;
		if (find(s, s->p, e, "") != 0)
			break;				/* aujourd'hui */
		if ((find_mask(s, s->p, j->at, j->type == '-' ? "-" : "'") & LEX_BIT(ELISION)) == 0)
			break;
		put_word(s, next, TOK_WORD);
		first++;
	}

	/* clitics behind */
	while (first < last && ntail < 3)
	{
		const Joint *j = &x->joint[last - 1];

		if (find(s, s->p, e, "") != 0)
			break;				/* rendez-vous, celui-ci, o'clock */
		if (j->type == '\'')
		{
			/* isn't: is | n't */
			if (j->at - 1 > s->p && (j->at[-1] | 0x20) == 'n' &&
				e - (j->at + j->len) == 1 && is_clitic(s, j->at - 1, e))
			{
				tail[ntail].mark_end = NULL;
				tail[ntail++].end = e;
				e = j->at - 1;
				last--;
				continue;
			}
			if (!is_clitic(s, j->at, e))
				break;
			tail[ntail].mark_end = NULL;
			tail[ntail++].end = e;
			e = j->at;
			last--;
		}
		else if (j->type == '-')
		{
			const Joint *t = last - 2 >= first ? &x->joint[last - 2] : NULL;
			const char *head;
			uint64_t	mask;

			/* a-t-il */
			if (t != NULL && t->type == '-' && j->at - (t->at + t->len) == 1 &&
				is_clitic(s, t->at, e))
			{
				head = t->at;
				last--;
			}
			else if ((mask = find_mask(s, j->at, e, "")) & LEX_BIT(CLITIC))
			{
				bool		upper = upper_at(s, s->p);

				head = j->at;
				if (mask & LEX_BIT(ADJ))
				{
					/* Ohio-based, but home-based */
					if (!upper)
						break;
				}
				else if (upper &&
						 (find_mask(s, s->p, x->joint[first].at, "") &
						  (LEX_BIT(VERB) | LEX_BIT(AUX) | LEX_BIT(MODAL))) == 0)
					break;		/* dit-il, but Saint-Pierre-le: a name is no verb */
			}
			else
				break;
			tail[ntail].mark_end = j->at + j->len;
			tail[ntail++].end = e;
			e = head;
			last--;
		}
		else
			break;
	}

	put_word(s, ntail == 0 ? stop_end : e, TOK_WORD);
	while (ntail-- > 0)
	{
		if (tail[ntail].mark_end != NULL)
			put_mark(s, tail[ntail].mark_end, TOK_MARK);
		put_word(s, tail[ntail].end, TOK_WORD);
	}
}

/* A word begins at s->p. */
static void
word(Scan *s)
{
	Extent		x;
	const char *e;

	if (CORE_UNLIKELY(url_at(s, s->p)))
	{
		put_long(s, url_end(s, s->p) - s->p, TOK_URL, 0);
		return;
	}
	extent(s, s->p, &x);
	e = x.end;
	if (x.url)
	{
		put_long(s, e - s->p, TOK_URL, 0);
		return;
	}
	if (e < s->end && *e != ' ')
	{
		int			n;

		if (*e == '.')
		{
			if (takes_stop(s, e, &x))
				e++;
		}
		else if (x.n == 0 && tok_is_apostrophe(char_at(s, e, &n)) &&
				 (find_mask(s, s->p, e, "'") & LEX_BIT(ELISION)))
			e += n;				/* qu'« il » */
	}
	if (CORE_LIKELY(x.n == 0))
		put_word(s, e, TOK_WORD);
	else
		split(s, &x, e);
}

/* Three digits and no fourth begin at p. */
static bool
three_digits(const Scan *s, const char *p)
{
	return digit_at(s, p) && digit_at(s, p + 1) && digit_at(s, p + 2) &&
		!word_at(s, p + 3);
}

/* A number begins at s->p (ASCII digit): 1 234,5  3.14  20h30  14/01/2016  1er */
static void
number(Scan *s)
{
	const char *b = s->p;
	const char *p = b;
	const char *group;			/* where its last group of digits begins */
	bool		grouped = false,
				plain = true;	/* no decimal mark yet */

	while (digit_at(s, p))
		p++;
	group = b;
	for (;;)
	{
		uint32_t	cp;
		int			n;
		size_t		len = p - group;

		if (p >= s->end)
			break;
		cp = char_at(s, p, &n);
		if (tok_is_apostrophe(cp) || cp == '"' || cp == 0x2032 || cp == 0x2033)
		{
			/* 1'18"44 and 8h41'07: minutes and seconds, no quotation marks */
			const char *q = p + n;

			if (cp == '\'' && q < s->end && *q == '\'')
				q++;
			if (digit_at(s, q) && digit_at(s, q + 1) && !digit_at(s, q + 2))
			{
				plain = false;
				group = q;
				p = q + 2;
				continue;
			}
		}
		if (cp == ' ' || cp == 0xA0 || cp == 0x202F || cp == 0x2009 || cp == 0x2007 ||
			(tok_is_apostrophe(cp)))
		{
			/* thousands: 12 345 678, 12'345; not 2016 123, not 0 123 */
			if (!plain || (grouped ? len != 3 : len > 3) || *b == '0' ||
				!three_digits(s, p + n))
				break;
			if (cp == ' ' && p + n + 3 < s->end && p[n + 3] == '-' && letter_at(s, p + n + 4))
				break;			/* 3 100-metre titles */
			grouped = true;
			group = p + n;
			p = group + 3;
		}
		else if ((cp == '.' || cp == ',') && digit_at(s, p + 1))
		{
			plain = false;
			group = p + 1;
			for (p++; digit_at(s, p);)
				p++;
		}
		else if (cp == '/' && digit_at(s, p + 1))
		{
			plain = false;
			group = p + 1;
			for (p++; digit_at(s, p);)
				p++;
		}
		else if (cp == ':' && len <= 2 && digit_at(s, p + 1) && digit_at(s, p + 2) &&
				 !digit_at(s, p + 3))
		{
			plain = false;		/* 14:30 */
			group = p + 1;
			p += 3;
		}
		else if (cp == '-' && len == 4 && group == b && digit_at(s, p + 1) &&
				 digit_at(s, p + 2) && p + 3 < s->end && p[3] == '-' &&
				 digit_at(s, p + 4) && digit_at(s, p + 5) && !digit_at(s, p + 6))
		{
			plain = false;		/* 2016-01-14 */
			group = p + 4;
			p += 6;
		}
		else
			break;
	}
	if (p < s->end)
	{
		const char *e = p;

		if (word_at(s, p))
			e = run_end(s, p);	/* 1er, 20h30, 5G */
		if (e > p && e + 2 < s->end && *e == '\'' && digit_at(s, e - 1) && digit_at(s, e + 1) &&
			digit_at(s, e + 2) && !word_at(s, e + 3))
			e += 3;				/* 8h41'07 */
		if (e < s->end && *e == '-' && letter_at(s, e + 1) && !upper_at(s, e + 1) && plain)
		{
			/* 12-year-old: a word */
			Extent		x;

			extent(s, e + 1, &x);
			put_word(s, x.end, TOK_WORD);
			return;
		}
		p = e;
	}
	put_word(s, p, TOK_NUMBER);
}

/* The workers' rights: an s in front, a small letter behind the space. */
static bool
is_plural_genitive(const Scan *s, const char *next)
{
	return (s->p[-1] | 0x20) == 's' && next + 1 < s->end && *next == ' ' &&
		tok_byte_class[(unsigned char) next[1]] == TOK_B_LOWER;
}

/* Whether another apostrophe soon comes that can close a quotation. */
static bool
closes_later(const Scan *s, const char *p)
{
	const char *limit = p + CORE_MIN(s->end - p, QUOTE_AHEAD);

	while (p < limit && *p != '\n')
	{
		uint32_t	cp;
		int			n = uni_decode(p, s->end, &cp);

		if (tok_is_apostrophe(cp) && !word_at(s, p + n) &&
			tok_byte_class[(unsigned char) p[-1]] != TOK_B_SPACE)
			return true;
		p += n;
	}
	return false;
}

/*
 * An apostrophe that is in no word: the opening or closing mark of a
 * quotation ('…'), a clitic behind a number or a name in quotes (1990's), or
 * just an apostrophe (the workers' rights).
 */
static void
apostrophe(Scan *s, int n)
{
	const char *next = s->p + n;
	bool		spaced = (s->flags & TOK_SPACE) != 0 || s->n == 0;
	TokKind		prev = s->n > 0 ? s->tok[s->n - 1].kind : TOK_MARK;
	TokKind		kind = TOK_MARK;
	uint32_t	cp;
	int			m;

	/* '' is a double quotation mark */
	cp = char_at(s, next, &m);
	if (n == 1 && cp == '\'')
	{
		put_mark(s, next + 1, TOK_QUOTE);
		return;
	}
	if (letter_at(s, next))
	{
		const char *e = run_end(s, next);

		if (!spaced && is_clitic(s, s->p, e))
		{
			put_word(s, e, TOK_WORD);
			return;
		}
		if (spaced && (find_mask(s, s->p, e, "") & LEX_BIT(WHOLE)))
		{
			put_word(s, e, TOK_WORD);	/* 'tis, 'em */
			return;
		}
	}
	if (word_at(s, next) || char_at(s, next, &m) == 0xAB)
	{
		/* '90s is no quotation */
		bool		decade = digit_at(s, next) && digit_at(s, next + 1) && !digit_at(s, next + 2);

		if ((spaced || prev == TOK_LPAREN || prev == TOK_OPEN || prev == TOK_QUOTE ||
			 prev == TOK_DASH) && !decade && n == 1)
		{
			kind = TOK_OPEN;
			s->in_single = true;
		}
	}
	else if (!spaced && (prev == TOK_STOP || prev == TOK_COMMA))
	{
		kind = TOK_CLOSE;		/* 'Will you?' */
		s->in_single = false;
	}
	else if (!spaced && s->in_single)
	{
		/* 'the workers' rights are safe' */
		if (!(prev == TOK_WORD && is_plural_genitive(s, next) && closes_later(s, next)))
		{
			kind = TOK_CLOSE;
			s->in_single = false;
		}
	}
	put_mark(s, next, kind);
}

/* End of an HTML tag that begins at s->p, NULL if that is none. */
static const char *
tag_end(const Scan *s)
{
	const char *limit = s->p + CORE_MIN(s->end - s->p, 256);
	const char *p = s->p + 1;

	if (p < limit && *p == '/')
		p++;
	if (p >= limit || tok_byte_class[(unsigned char) *p] < TOK_B_LOWER)
		return NULL;
	for (; p < limit; p++)
	{
		if (*p == '>')
			return p + 1;
		if (*p == '<')
			return NULL;
	}
	return NULL;
}

/* Whether a tag stands between paragraphs. */
static bool
is_block_tag(const Scan *s, const char *end)
{
	static const char *const names[] = {
		"p", "br", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "tr", "td",
		"blockquote", "article", "section", "figcaption", "hr", "table", "title"
	};
	const char *b = s->p + 1;
	const char *e;

	if (*b == '/')
		b++;
	for (e = b; e < end && tok_byte_class[(unsigned char) *e] >= TOK_B_LOWER;)
		e++;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
	{
		if (strlen(names[i]) == (size_t) (e - b) && starts_with(s, b, names[i]))
			return true;
	}
	return false;
}

/* A line end: the second one without a token between makes an empty line. */
static inline void
line_end(Scan *s)
{
	if (s->line)
	{
		s->flags |= TOK_BLANK;
		s->in_single = false;
		s->guillemets = 0;
	}
	s->line = true;
	s->flags |= TOK_SPACE | TOK_PARA;
}

/* A mark begins at s->p. */
static void
mark(Scan *s, uint32_t cp, int n)
{
	const char *e = s->p + n;
	TokKind		kind = tok_mark_kind(cp);
	bool		spaced = (s->flags & TOK_SPACE) != 0 || s->n == 0;
	uint32_t	next;
	int			m;

	if (tok_is_apostrophe(cp))
	{
		apostrophe(s, n);
		return;
	}
	switch (kind)
	{
		case TOK_STOP:
			/* ... and ?! are one token */
			while (e < s->end && (*e == '.' || *e == '!' || *e == '?'))
				e++;
			while (e < s->end && (unsigned char) *e >= 0x80)
			{
				next = char_at(s, e, &m);
				if (tok_mark_kind(next) != TOK_STOP)
					break;
				e += m;
			}
			break;
		case TOK_DASH:
			while (cp == '-' && e < s->end && *e == '-')
				e++;
			break;
		case TOK_OPEN:
			if (cp == 0x2018)
				s->in_single = true;
			/* „so“ and »so«, as German writes */
			next = char_at(s, e, &m);
			if ((cp == 0xAB || cp == 0x201C) && !spaced && s->n > 0 &&
				s->tok[s->n - 1].kind != TOK_LPAREN && s->tok[s->n - 1].kind != TOK_OPEN &&
				(next == 0 || (uni_class(next) & (UNI_SPACE | UNI_PUNCT))) &&
				(s->guillemets > 0) && next != 0xA0 && next != 0x202F)
			{
				kind = TOK_CLOSE;
				s->guillemets--;
			}
			else
				s->guillemets++;
			break;
		case TOK_CLOSE:
			next = char_at(s, e, &m);
			if (cp == 0xBB && s->guillemets == 0 && spaced &&
				(uni_class(next) & (UNI_LETTER | UNI_DIGIT)))
			{
				kind = TOK_OPEN;
				s->guillemets++;
			}
			else if (s->guillemets > 0)
				s->guillemets--;
			break;
		case TOK_MARK:
			if (cp == '`' && e < s->end && *e == '`')
			{
				e++;
				kind = TOK_OPEN;
			}
			else if ((cp == '@' || cp == '#') && e < s->end &&
					 (letter_at(s, e) || *e == '_' || (cp == '#' && digit_at(s, e))))
			{
				while (e < s->end && *e != '.')
				{
					const char *r = run_end(s, e);

					if (r < s->end && *r == '_')
						r++;
					if (r == e)
						break;
					e = r;
				}
				put_long(s, e - s->p, TOK_URL, 0);
				return;
			}
			else if (cp == '<' && (e = tag_end(s)) != NULL)
			{
				bool		block = is_block_tag(s, e);
				bool		before = block && s->p[1] != '/' && (s->p[1] | 0x20) != 'b' &&
					(s->p[2] | 0x20) != 'r';

				/* <p> begins a paragraph, </p> and <br> end one */
				if (before)
				{
					s->line = true;
					line_end(s);
				}
				put_mark(s, e, TOK_MARK);
				if (block && !before)
				{
					s->line = true;
					line_end(s);
				}
				return;
			}
			else
			{
				e = s->p + n;
				/* ***** and ===== */
				while (n == 1 && cp > ' ' && e < s->end && *e == (char) cp)
					e++;
			}
			break;
		default:
			break;
	}
	put_mark(s, e, kind);
}

void
tok_scan(const Lexicon *lex, const char *text, size_t len, TokDoc *doc)
{
	Scan		scan;
	Scan	   *s = &scan;

	memset(s, 0, offsetof(Scan, pending));
	s->lex = lex;
	s->text = s->p = text;
	s->end = text + len;

	s->cap = (uint32_t) (len / 5) + 16;
	s->tok = core_alloc(s->cap * sizeof(Tok));
	s->flags = TOK_SPACE | TOK_PARA | TOK_BLANK;

	while (s->p < s->end)
	{
		unsigned char c = (unsigned char) *s->p;
		uint32_t	cp;
		unsigned	class;
		int			n;

		switch (tok_byte_class[c])
		{
			case TOK_B_SPACE:
				if (c == '\n' || (c == '\r' && !(s->p + 1 < s->end && s->p[1] == '\n')))
					line_end(s);
				else if (c == '\f')
				{
					s->line = true;
					line_end(s);
				}
				s->flags |= TOK_SPACE;
				s->p++;
				s->chr++;
				continue;
			case TOK_B_LOWER:
			case TOK_B_UPPER:
				word(s);
				break;
			case TOK_B_DIGIT:
				number(s);
				break;
			case TOK_B_MARK:
				mark(s, c, 1);
				break;
			default:
				n = uni_decode(s->p, s->end, &cp);
				class = uni_class(cp);
				if (class & UNI_SPACE)
				{
					if (cp == 0x2028 || cp == 0x85)
						line_end(s);
					else if (cp == 0x2029)
					{
						s->line = true;
						line_end(s);
					}
					s->flags |= TOK_SPACE;
					s->p += n;
					s->chr++;
					continue;
				}
				if (class & UNI_IGNORE)
				{
					s->p += n;
					s->chr++;
					continue;
				}
				if (class & UNI_LETTER)
				{
					if (tok_is_unspaced(cp))
						put_mark(s, s->p + n, TOK_WORD);
					else
						word(s);
				}
				else if (class & UNI_DIGIT)
				{
					const char *e = run_end(s, s->p);

					put_word(s, e > s->p ? e : s->p + n, TOK_NUMBER);
				}
				else
					mark(s, cp, n);
				break;
		}
		s->line = s->line && s->flags != 0;
	}
	finish_all(s);
	uni_buf_free(&s->low);

	s->tok[s->n] = (Tok) {
		.byte = (uint32_t) len, .chr = s->chr, .kind = TOK_END,
		.flags = s->flags | TOK_SPACE
	};
	doc->text = text;
	doc->len = len;
	doc->nchar = s->chr;
	doc->lex = lex;
	doc->tok = s->tok;
	doc->ntok = s->n;
}

/*
 * ent.c
 *	  Keys of names, kinds, and the database's encoding.
 */
#include "entity/ent.h"

#include "utils/builtins.h"
#include "utils/memutils.h"

/* Append the key of a name. */
void
ent_fold(const char *name, size_t len, UniBuf *buf)
{
	size_t		before = buf->len;

	uni_fold(name, len, buf);
	if (buf->len == before)
		uni_buf_append(buf, name, len);
}

/*
 * Append the key of the beginning of a name.  Folding drops what a name ends
 * in but is no letter or digit, and with it the difference between 'Jean-*'
 * (Jean-Luc, Jean Jaurès) and 'Jean*' (Jeanne too); with a letter behind it
 * stays.
 */
void
ent_fold_prefix(const char *name, size_t len, UniBuf *buf)
{
	size_t		before = buf->len;
	char	   *copy;

	if (len == 0)
		return;
	uni_fold(name, len, buf);
	if (buf->len == before)
	{
		uni_buf_append(buf, name, len);
		return;
	}
	buf->len = before;
	copy = palloc(len + 1);
	memcpy(copy, name, len);
	copy[len] = 'x';
	uni_fold(copy, len + 1, buf);
	buf->len--;
	pfree(copy);
}

/* Is this a kind?  Copies it to out with ASCII letters raised. */
bool
ent_kind(const char *kind, size_t len, char *out)
{
	const char *p = kind;
	const char *end = kind + len;

	if (len == 0 || len > ENT_KIND_MAX)
		return false;
	while (p < end)
	{
		uint32_t	cp;
		int			n = uni_decode(p, end, &cp);

		if (cp < 0x80)
		{
			char		c = (char) cp;

			if (c >= 'a' && c <= 'z')
				c += 'A' - 'a';
			if (!(c >= 'A' && c <= 'Z') &&
				!(p > kind && ((c >= '0' && c <= '9') || c == '_')))
				return false;
			out[p - kind] = c;
		}
		else
		{
			if (!(uni_class(cp) & UNI_LETTER) || (uni_class(cp) & UNI_LOWER))
				return false;
			memcpy(out + (p - kind), p, n);
		}
		p += n;
	}
	return true;
}

/* Server encoding to UTF-8. */
char *
ent_to_utf8(const char *s, size_t len, size_t *out_len)
{
	char	   *out = pg_server_to_any(s, (int) len, PG_UTF8);

	*out_len = out == s ? len : strlen(out);
	return out;
}

/* UTF-8 to server encoding. */
char *
ent_from_utf8(const char *s, size_t len, size_t *out_len)
{
	char	   *out = (char *) s;

	if (GetDatabaseEncoding() != PG_UTF8)
		out = pg_any_to_server(s, (int) len, PG_UTF8);
	*out_len = out == s ? len : strlen(out);
	return out;
}

/* A stretch of UTF-8 as text in the server's encoding. */
text *
ent_text(const char *s, size_t len)
{
	size_t		out_len;
	char	   *out = ent_from_utf8(s, len, &out_len);
	text	   *result = cstring_to_text_with_len(out, (int) out_len);

	if (out != s)
		pfree(out);
	return result;
}

/* Excerpt of a literal for an error message. */
char *
ent_excerpt(const char *s)
{
	size_t		len = strlen(s);
	size_t		cut;

	if (len <= 80)
		return pstrdup(s);
	cut = pg_mbcliplen(s, (int) len, 77);
	return psprintf("%.*s...", (int) cut, s);
}

#!/usr/bin/env bash
# Databases in other encodings give the answers of a UTF8 one: LATIN1, LATIN9
# and WIN1252 by conversion, SQL_ASCII on text that is UTF-8 (positions are
# bytes there, as substr counts); on anything else it raises
# character_not_in_repertoire.  Where an encoding has no ellipsis, three dots
# join the spans of a content.  Needs a server with the extension installed.
set -u
cd "$(dirname "$0")/../.." || exit 1

dir=$(mktemp -d) || exit 1
made=
cleanup() {
	rm -rf "$dir"
	for encoding in $made; do psql -X -q -d postgres -c "DROP DATABASE IF EXISTS \"encoding_$encoding\""; done
}
trap cleanup EXIT
passed=0 failed=0
good() { passed=$((passed + 1)); }
bad()  { failed=$((failed + 1)); echo "$@"; }

cat >"$dir/answers.sql" <<'SQL'
\pset format unaligned
\pset tuples_only on
SELECT file, p.ord, p.body, p.fingerprint FROM article, paragraphs(article.body) AS p ORDER BY file, ord;
SELECT file, fingerprint(body), paragraph_fingerprints(body), dedup_paragraphs(body) FROM article ORDER BY file;
SELECT file, m.ord, m.surface, m.kind, m.name, m.score FROM article, entity_mentions(body) AS m ORDER BY file, ord;
SELECT file, u.name, u.kind, u.mentions, u.roles FROM article, unnest(entities(body)) AS u ORDER BY file, u.starts, u.name;
SELECT file, c.ord, c.parent, c.source, c.speaker, c.speaker_kind, c.cue, c.act, c.negated, c.form, c.content, c.via, c.certainty
FROM article, claims(body) AS c ORDER BY file, ord;
SELECT file, mentions(body, 'helene & "conseil d''etat"'::entityquery) FROM article ORDER BY file;
-- Positions count as substr does: bytes in SQL_ASCII.
SELECT file, p.body FROM article, paragraphs(article.body) AS p WHERE substr(article.body, start, length) <> p.body;
SELECT file, surface FROM article, entity_mentions(body) AS m WHERE substr(body, start, length) <> surface;
SELECT file, name, min(starts), count(*) FROM article, unnest(entities(body)) AS u, unnest(starts) AS at
WHERE NOT EXISTS (SELECT FROM entity_mentions(body) AS m WHERE m.start = at) GROUP BY file, name;
SELECT file, cue FROM article, claims(body) AS c
WHERE NOT isempty(cue_at) AND substr(body, lower(cue_at), upper(cue_at) - lower(cue_at)) <> cue;
SQL

answers() {	# encoding, encoding that the texts are cut down to
	local file text
	export PGDATABASE=encoding_$1 PGCLIENTENCODING=UTF8
	[ "$1" != SQL_ASCII ] || PGCLIENTENCODING=SQL_ASCII
	for file in test/data/articles/*.txt; do
		text=$(iconv -f UTF-8 -t "$2//TRANSLIT" "$file" | iconv -f "$2" -t UTF-8)
		psql -X -q -v ON_ERROR_STOP=1 -v file="$(basename "$file")" -v body="$text" <<<"INSERT INTO article VALUES (:'file', :'body');" || return 1
	done
	psql -X -q -v ON_ERROR_STOP=1 -f "$dir/answers.sql" >"$dir/raw" || return 1
	sed 's/ … / ... /g' "$dir/raw"
	psql -X -q -c "TRUNCATE article"
}

for encoding in UTF8 LATIN1 LATIN9 WIN1252 SQL_ASCII; do
	made="$made $encoding"
	psql -X -q -d postgres -c "CREATE DATABASE \"encoding_$encoding\" ENCODING '$encoding' LOCALE 'C' TEMPLATE template0" &&
		psql -X -q -d "encoding_$encoding" -c "CREATE EXTENSION pg_gazette" -c "CREATE TABLE article (file text, body text)" || exit 1
done
for pair in LATIN1:ISO-8859-1 LATIN9:ISO-8859-15 WIN1252:CP1252 SQL_ASCII:UTF-8; do
	encoding=${pair%%:*}
	answers UTF8 "${pair#*:}" >"$dir/utf8" 2>"$dir/error" || bad "UTF8: $(head -3 "$dir/error")"
	answers "$encoding" "${pair#*:}" >"$dir/other" 2>"$dir/error" || bad "$encoding: $(head -3 "$dir/error")"
	if [ -s "$dir/utf8" ] && cmp -s "$dir/utf8" "$dir/other"; then
		good
	else
		bad "$encoding gives other answers than UTF8 does: $(diff "$dir/utf8" "$dir/other" | head -6)"
	fi
done

# Not UTF-8 in SQL_ASCII.
out=$(psql -X -q -At -d encoding_SQL_ASCII -v VERBOSITY=verbose -c "SELECT count(*) FROM entity_mentions(E'caf\\xE9')" 2>&1)
case $out in
*22021*) good ;;
*) bad "SQL_ASCII with other bytes: expected 22021, got $out" ;;
esac
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]

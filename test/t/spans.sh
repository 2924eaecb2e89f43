#!/usr/bin/env bash
# Every span is where it says it is: substr(doc, start, length) is the text of
# each paragraph and mention, source_at, cue_at and content_at of each claim,
# on every document given and on variants of it: CRLF, decomposed accents,
# characters outside the BMP in between, capitals, no-break spaces.
#
#   test/t/spans.sh [FILE...]     .jsonl with a "text" in each line, .tsv in COPY
#                                 format with the body last, or plain text
#
# Without FILE: test/data/articles and all texts under test/eval/data.
# Needs a server with the extension installed (test/run gives one).
set -u
cd "$(dirname "$0")/../.." || exit 1

database=spans_$$
psql -X -q -d postgres -c "CREATE DATABASE $database" || exit 1
trap 'psql -X -q -d postgres -c "DROP DATABASE $database"' EXIT
sql() { psql -X -q -At -v ON_ERROR_STOP=1 -d "$database" "$@"; }

sql <<'SQL' || exit 1
CREATE EXTENSION pg_gazette;
CREATE TABLE doc (id serial, variant text DEFAULT 'as it is', body text);
SQL
[ $# -gt 0 ] || set -- test/data/articles/*.txt $(find test/data test/eval -name '*.xml' -o -name '*.jsonl' -o -name 'wire*.txt' 2>/dev/null | sort)
python3 - "$@" <<'PY' | sql -c "COPY doc (body) FROM STDIN" || exit 1
import json, re, sys
def put(text):
    if "\0" not in text:
        print(text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t"))
for path in sys.argv[1:]:
    data = open(path, encoding="utf-8", newline="").read()
    if path.endswith(".jsonl"):
        for line in data.split("\n"):
            if line.strip():
                put(json.loads(line).get("text", ""))
    elif path.endswith(".tsv"):
        for line in data.split("\n"):
            if line:
                print(line.split("\t")[-1])
    elif path.endswith(".xml"):
        for part in re.split(r"</?(?:doc|article|dispatch|text)\b[^>]*>", data):
            put(re.sub(r"<[^>]*>", "", part).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
    else:
        put(data)
PY
sql <<'SQL' || exit 1
INSERT INTO doc (variant, body)
SELECT v.variant, v.body FROM (SELECT body FROM doc WHERE octet_length(body) < 200000 ORDER BY id LIMIT 400) AS d,
LATERAL (VALUES
	('CRLF', replace(body, E'\n', E'\r\n')),
	('decomposed', normalize(body, NFD)),
	('outside the BMP', '😀 ' || replace(body, '. ', '. 𝒜😀 ')),
	('capitals', upper(body)),
	('no-break spaces', replace(body, ' ', U&'\00A0')),
	('curly apostrophes', replace(body, '''', '’')),
	('zero width', replace(body, ' ', U&' \200B')),
	('one line', replace(body, E'\n', ' '))) AS v (variant, body);
SQL

passed=0 failed=0
while IFS='|' read -r what total wrong example; do
	if [ "${wrong:-1}" = 0 ] && [ "${total:-0}" -gt 0 ]; then
		passed=$((passed + 1))
		echo "$what: all of $total"
	else
		failed=$((failed + 1))
		echo "$what: $wrong of $total wrong, e.g. $example"
	fi
done < <(sql <<'SQL' 2>&1
CREATE FUNCTION pg_temp.report(what text, query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE r record;
BEGIN
	EXECUTE format('SELECT count(*) AS n, count(*) FILTER (WHERE ok IS NOT TRUE) AS wrong,
		(array_agg(''doc '' || id || '' ('' || variant || ''): '' || translate(left(coalesce(example, ''NULL''), 160), E''\n\r|'', ''  ¦'')) FILTER (WHERE ok IS NOT TRUE))[1] AS example FROM (%s) AS x', query) INTO r;
	RETURN what || '|' || r.n || '|' || r.wrong || '|' || coalesce(r.example, '');
EXCEPTION WHEN OTHERS THEN
	RETURN what || '|0|1|' || translate(SQLERRM, E'\n|', ' ¦');
END $$;
SELECT pg_temp.report('documents', 'SELECT id, variant, true AS ok, '''' AS example FROM doc');
SELECT pg_temp.report('paragraphs: body at start, length',
	'SELECT id, variant, substr(doc.body, start, length) = p.body AS ok, p.body AS example FROM doc, paragraphs(doc.body) AS p');
SELECT pg_temp.report('mentions: surface at start, length',
	'SELECT id, variant, substr(body, start, length) = surface AND length > 0 AS ok, surface AS example FROM doc, entity_mentions(body)');
SELECT pg_temp.report('mentions: in order and apart',
	'SELECT id, variant, start >= coalesce(lag(start + length) OVER (PARTITION BY id ORDER BY ord), 1) AS ok, surface AS example FROM doc, entity_mentions(body)');
SELECT pg_temp.report('claims: source at source_at',
	'SELECT id, variant, CASE WHEN isempty(source_at) OR source_at IS NULL THEN coalesce(source, '''') = ''''
		ELSE substr(body, lower(source_at), upper(source_at) - lower(source_at)) = source END AS ok, source AS example FROM doc, claims(body)');
SELECT pg_temp.report('claims: cue at cue_at',
	'SELECT id, variant, CASE WHEN isempty(cue_at) OR cue_at IS NULL THEN coalesce(cue, '''') = ''''
		ELSE substr(body, lower(cue_at), upper(cue_at) - lower(cue_at)) = cue END AS ok, cue AS example FROM doc, claims(body)');
SELECT pg_temp.report('claims: content at content_at',
	'SELECT id, variant, coalesce((SELECT string_agg(substr(body, lower(r), upper(r) - lower(r)), '' … '' ORDER BY r) FROM unnest(content_at) AS r), '''') = coalesce(content, '''') AS ok, content AS example FROM doc, claims(body)');
SELECT pg_temp.report('claims: parents exist',
	'SELECT id, variant, parent IS NULL OR parent <> ord AND parent BETWEEN 1 AND count(*) OVER (PARTITION BY id) AS ok, content AS example FROM doc, claims(body)');
SELECT pg_temp.report('entityset: starts point at mentions of the kind',
	'SELECT id, variant, EXISTS (SELECT 1 FROM entity_mentions(body) AS m WHERE m.start = s AND m.kind = u.kind) AS ok, name AS example
	 FROM (SELECT * FROM doc WHERE octet_length(body) < 20000 ORDER BY id LIMIT 300) AS d, unnest(entities(body)) AS u, unnest(u.starts) AS s');
SQL
)
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]

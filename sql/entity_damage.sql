-- Stored bytes of entityset and entityquery that were damaged are answered or
-- refused as damaged, never followed out of the value.
CREATE CAST (bytea AS entityset) WITHOUT FUNCTION;
CREATE CAST (entityset AS bytea) WITHOUT FUNCTION;
CREATE CAST (bytea AS entityquery) WITHOUT FUNCTION;
CREATE CAST (entityquery AS bytea) WITHOUT FUNCTION;

-- A set that is cut short, of a later version, with flags of a later release, with too many entities:
\set good '\'TikTok/ORG:1s,300 @fr:0123456789abcdef\'::entityset::bytea'
SELECT substr(:good, 1, 20)::entityset;
SELECT set_byte(:good, 0, 2)::entityset;
SELECT set_byte(:good, 1, 1)::entityset;
SELECT set_byte(:good, 28, 200)::entityset;
SELECT cardinality(substr(:good, 1, 20)::entityset);
-- A query that is cut short, of a later version, with too many nodes, with an operator that is none, or without operand:
\set good '\'TikTok & !Oracle\'::entityquery::bytea'
SELECT substr(:good, 1, 5)::entityquery;
SELECT set_byte(:good, 0, 2)::entityquery;
SELECT set_byte(:good, 4, 200)::entityquery;
SELECT set_byte(:good, 44, 77)::entityquery;
SELECT 'a/ORG' @@ set_byte(:good, 8, 2)::entityquery;

-- Every function over 2,000 damaged sets and queries.
CREATE FUNCTION poke(e entityset, q entityquery) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	call text;
	result text := '';
BEGIN
	FOREACH call IN ARRAY ARRAY['$1::text', '(SELECT count(*) FROM unnest($1))', '$1 @@ ''a & b*:source''', '$1 @> ''b/ORG''', '$1 && ''b/ORG''',
		'$1 || ''b/ORG''', '$1 < ''b/ORG''', '$1 = ''b/ORG''', 'eset_hash($1)', 'eset_send($1)', '$1::jsonb', 'entity_names($1)', 'cardinality($1)', '(SELECT entityset_agg($1))',
		'$2::text', '''Oracle/ORG:1s Tik/PER''::entityset @@ $2', '$2 < ''a''', '$2 && ''a''', '!! $2', 'equery_hash($2)', 'equery_send($2)', 'numnode($2)'] LOOP
		BEGIN
			EXECUTE 'SELECT ' || call USING e, q;
			result := result || '+';
		EXCEPTION WHEN data_corrupted OR program_limit_exceeded THEN
			result := result || '-';
		END;
	END LOOP;
	RETURN result;
END $$;
SELECT poke(s::entityset, q::entityquery)
FROM (VALUES ('Oracle/ORG:1s,300,70000c Tik/PER#4000 "b"/LOC:3 @fr:0123456789abcdef'::entityset::bytea,
	'Oracle & (Tik*/PER:source | !!"a b")'::entityquery::bytea)) v(s, q);
SELECT count(*), bool_or(r LIKE '%+%') AS answered, bool_or(r LIKE '%-%') AS refused
FROM (VALUES ('Oracle/ORG:1s,300,70000c Tik/PER#4000 "b"/LOC:3 @fr:0123456789abcdef'::entityset::bytea,
		'Oracle & (Tik*/PER:source | !!"a b")'::entityquery::bytea)) v(s, q),
	generate_series(1, 2000) i, LATERAL (SELECT hashint4(i) & 65535 AS a, hashint4(-i) & 65535 AS b) h,
	LATERAL (SELECT substr(set_byte(set_byte(s, a % length(s), b % 256), b % length(s), a % 256), 1, CASE WHEN i % 10 = 0 THEN a % length(s) ELSE length(s) END) AS s2,
		substr(set_byte(set_byte(q, a % length(q), b % 256), b % length(q), a % 256), 1, CASE WHEN i % 10 = 0 THEN a % length(q) ELSE length(q) END) AS q2) d,
	LATERAL (SELECT poke(s2::entityset, q2::entityquery) AS r) p;

DROP FUNCTION poke;
DROP CAST (bytea AS entityset);
DROP CAST (entityset AS bytea);
DROP CAST (bytea AS entityquery);
DROP CAST (entityquery AS bytea);

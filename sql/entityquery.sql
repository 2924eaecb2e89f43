-- entityquery: text and binary form, what it matches, builders, order.

-- --------------------------------------------------------- canonical form
SELECT 'TikTok & (Microsoft/ORG | Oracle) & !Washington'::entityquery;
SELECT '"Donald Trump"'::entityquery, $$'Donald Trump'$$::entityquery, E'Donald\\ Trump'::entityquery;
SELECT 'Trum*'::entityquery, '"Donald Tr"*/per:source'::entityquery;
SELECT 'Trum*/per:SOURCE'::entityquery AS prefix, '*/ORG:source'::entityquery AS any_org, 'a:content,source'::entityquery AS either;
-- only the parentheses that are needed, and every one of these
SELECT '((a))&((b|c))'::entityquery, '(a|b)|c'::entityquery, 'a|(b|c)'::entityquery, 'a&b|c&d'::entityquery,
	'!(a&b)'::entityquery, '!!a'::entityquery, '!(!a)&b'::entityquery, '!a|b'::entityquery;
-- quotes only where a word does not do
SELECT $$"a b" & "a-b" & "L'Oréal" & "a""b" & "a\\b" & "AT&T" & "U.S." & "株式会社" & "(x)" & "a/b" & "a:b" & "a*" & 'It''s'$$::entityquery;
-- typographic spaces separate words
SELECT (U&'a\00A0&\2009b')::entityquery;
-- the empty query
SELECT ''::entityquery AS empty, '  '::entityquery AS blank, numnode(''::entityquery), 'a/ORG'::entityset @@ '' AS matches, ''::entityset @@ '' AS matches_empty;

-- Several words without quotes:
SELECT 'Donald Trump'::entityquery;
-- An operand is missing, an operator is missing:
SELECT 'a &'::entityquery;
SELECT '& a'::entityquery;
SELECT 'a | & b'::entityquery;
SELECT 'a !b'::entityquery;
SELECT '!'::entityquery;
SELECT '()'::entityquery;
SELECT '(a) b'::entityquery;
-- Parentheses do not match:
SELECT '(a'::entityquery;
SELECT 'a)'::entityquery;
SELECT '((a)'::entityquery;
-- A quotation mark is missing, a name is empty:
SELECT '"a'::entityquery;
SELECT $$'a$$::entityquery;
SELECT '""'::entityquery;
SELECT '/ORG'::entityquery;
-- A kind or a role is none:
SELECT 'a/'::entityquery;
SELECT 'a/O-G'::entityquery;
SELECT 'a:'::entityquery;
SELECT 'a:speaker'::entityquery;
SELECT 'a:source,'::entityquery;
-- The role stands behind the kind:
SELECT 'a:source/ORG'::entityquery;
-- No space belongs to a name, its kind and its role:
SELECT 'a /ORG'::entityquery;
-- A backslash ends the query:
SELECT E'a\\'::entityquery;
-- A name is too long:
SELECT numnode(repeat('a', 2046)::entityquery);
SELECT repeat('a', 2047)::entityquery;
-- Depth costs memory only:
SELECT numnode((repeat('(', 100000) || 'a' || repeat(')', 100000))::entityquery);
SELECT numnode((repeat('!', 100000) || 'a')::entityquery), 'a/ORG'::entityset @@ (repeat('!', 100000) || 'a')::entityquery AS matches;
SELECT numnode(q), length(q::text), q::text::entityquery = q AS trip, 'a/ORG'::entityset @@ q AS matches
FROM (SELECT (repeat('a & (b | ', 50000) || 'a' || repeat(')', 50000))::entityquery) x(q);

-- ------------------------------------------------------------ what it matches
SELECT q, $$'ByteDance'/ORG:58s,812 'États-Unis'/LOC:98c 'Jean-Luc Mélenchon'/PER:5sc 'Jeanne'/PER:9 'Washington'/LOC:3 'Washington'/PER:4s 'Total'/ORG#3c$$::entityset @@ q::entityquery AS matches
FROM unnest(ARRAY[
	'ByteDance', 'bytedance', 'BYTEDANCE', 'Byte', 'Byte*', '"byte dance"',
	'"Etats Unis"', '"états‑unis"', 'USA',
	'ByteDance/ORG', 'ByteDance/LOC', 'washington/PER', 'washington/LOC', 'washington/ORG', 'WASHINGTON',
	'ByteDance:source', 'ByteDance:content', 'ByteDance:source,content', 'washington:source', 'washington/LOC:source', 'washington/PER:source', 'total:content', 'total:source',
	'Jean*', 'Jean-*', '"Jean "*', 'Jeann*', '"jean luc m"*/PER:content', 'Jean*/ORG', 'Mélenchon', '"Jean-Luc Melenchon"',
	'*', '*/PER', '*/EVENT', '*/LOC:source', '*/LOC:content', 'Z*',
	'ByteDance & Washington', 'ByteDance & Oracle', 'ByteDance | Oracle', 'Oracle | Microsoft', '!Oracle', '!ByteDance',
	'ByteDance & !Oracle', 'ByteDance & !Washington', '!(Oracle | Washington)', '!(Oracle & Washington)', 'Oracle & ByteDance | Washington', 'Oracle & (ByteDance | Washington)']) q;
SELECT ''::entityset @@ 'a' AS one, ''::entityset @@ '!a' AS other, ''::entityset @@ '*' AS any, ''::entityset @@ '!*' AS none;
SELECT 'a/ORG'::entityset @@ NULL::entityquery AS no_query, NULL::entityset @@ 'a'::entityquery AS no_set;
-- the operator commutes
SELECT 'a'::entityquery @@ 'A/ORG'::entityset AS matches, 'b'::entityquery @@ 'A/ORG'::entityset AS not;
-- a name without letter or digit
SELECT $$'!!!'/ORG$$::entityset @@ '"!!!"' AS same, $$'!!!'/ORG$$::entityset @@ '"!!"' AS other, $$'!!!'/ORG$$::entityset @@ '"!!"*' AS prefix, $$a/ORG$$::entityset @@ '"!!"*' AS letter;

-- --------------------------------------------------- round trips, generated
CREATE TEMPORARY TABLE queries (id int, q entityquery);
DO $$
DECLARE
	h bigint;
	q entityquery;
	r entityquery;
BEGIN
	FOR i IN 1..500 LOOP
		q := NULL;
		FOR k IN 1..(i % 9 + 1) LOOP
			h := hashint4(i * 100 + k) & 65535;
			r := ((ARRAY['TikTok', '"Donald Trump"', '"L''Oréal"', 'Trum*', '"a""\\b"', '*/ORG', '株式会社', 'É*/PER'])[1 + h % 8]
				|| CASE h / 8 % 4 WHEN 0 THEN ':source' WHEN 1 THEN ':source,content' ELSE '' END)::entityquery;
			IF h / 32 % 3 = 0 THEN r := !!r; END IF;
			q := CASE WHEN q IS NULL THEN r
				WHEN h / 128 % 4 = 0 THEN q && r WHEN h / 128 % 4 = 1 THEN r && q
				WHEN h / 128 % 4 = 2 THEN q || r ELSE r || q END;
			IF h / 512 % 5 = 0 THEN q := !!q; END IF;
		END LOOP;
		INSERT INTO queries VALUES (i, q);
	END LOOP;
END $$;
SELECT count(*), count(DISTINCT q) > 400 AS varied, bool_and(q::text::entityquery = q) AS text_trip FROM queries;
-- read from its own text, a query is the same query for every set
SELECT bool_and(e @@ q = e @@ q::text::entityquery) AS same, count(*) FILTER (WHERE e @@ q) > 100 AS varied
FROM queries, (VALUES ('TikTok/ORG:1s'::entityset), ('"Donald/ORG'), ($$'Donald Trump'/PER:3c$$), ('Trumpf/ORG:2sc Éric/PER:3s'), ('')) v(e);
-- De Morgan
SELECT bool_and(e @@ !!(a.q && b.q) = (e @@ (!!a.q || !!b.q))) AS same, bool_and(e @@ (a.q || b.q) = (e @@ a.q OR e @@ b.q)) AS either
FROM queries a, queries b, (VALUES ('TikTok/ORG:1s'::entityset), ($$'Donald Trump'/PER:3c Trumpf/ORG:2sc$$)) v(e) WHERE a.id < 40 AND b.id < 40;

-- ------------------------------------------------------------- binary form
SELECT equery_send('TikTok & "É t"*/ORG:source');
SELECT current_setting('data_directory') || '/entityquery_regress.bin' AS file \gset
\set remove 'rm -f "' :file '"'
COPY queries TO :'file' (FORMAT binary);
CREATE TEMPORARY TABLE back (LIKE queries);
COPY back FROM :'file' (FORMAT binary);
SELECT count(*), bool_and(a.q::text = b.q::text) AS binary_trip FROM queries a JOIN back b USING (id);
-- A version of the future, a query that is none, a zero byte, nothing at all:
COPY (SELECT 1, '\x02 61'::bytea) TO :'file' (FORMAT binary);
COPY back FROM :'file' (FORMAT binary);
COPY (SELECT 1, '\x01 6126'::bytea) TO :'file' (FORMAT binary);
COPY back FROM :'file' (FORMAT binary);
COPY (SELECT 1, '\x01 6100'::bytea) TO :'file' (FORMAT binary);
COPY back FROM :'file' (FORMAT binary);
COPY (SELECT 1, '\x'::bytea) TO :'file' (FORMAT binary);
COPY back FROM :'file' (FORMAT binary);
COPY (SELECT 1 WHERE false) TO PROGRAM :'remove';

-- ------------------------------------------------------------------ builders
SELECT entityquery('Donald Trump', NULL), entityquery('AT&T', 'org'), entityquery('a "b" \c', NULL), entityquery('', 'ORG') AS empty, entityquery(NULL, 'ORG') IS NULL AS null;
SELECT entityquery('a', NULL) && ('b | c'::entityquery), 'a & b'::entityquery || 'c', !! 'a | b'::entityquery;
SELECT 'a'::entityquery && '' AS a, ''::entityquery || 'a' AS a, !! ''::entityquery AS empty, numnode('a & !b'::entityquery);
-- A kind is none:
SELECT entityquery('a', 'no kind');

-- ------------------------------------------------------------ order and hash
SELECT 'a & b'::entityquery = 'a&b' AS same, 'a & b'::entityquery = 'b & a' AS turned, 'a'::entityquery = 'a/ORG' AS kind, 'a'::entityquery = 'a*' AS prefix,
	'a'::entityquery = 'a:source' AS role, 'a'::entityquery = 'A' AS case;
SELECT bool_and((a.q < b.q) = (equery_cmp(a.q, b.q) < 0) AND (a.q <= b.q) = (equery_cmp(a.q, b.q) <= 0) AND
		(a.q = b.q) = (a.q::text = b.q::text) AND (a.q <> b.q) = (equery_cmp(a.q, b.q) <> 0) AND
		(a.q >= b.q) = (equery_cmp(a.q, b.q) >= 0) AND (a.q > b.q) = (equery_cmp(a.q, b.q) > 0) AND
		equery_cmp(a.q, b.q) = -equery_cmp(b.q, a.q)) AS agree,
	bool_and(a.q <> b.q OR (equery_hash(a.q) = equery_hash(b.q) AND equery_hash_extended(a.q, 7) = equery_hash_extended(b.q, 7))) AS hash
FROM (SELECT q::text::entityquery FROM queries WHERE id <= 60) a(q), (SELECT q::text::entityquery FROM queries WHERE id <= 60) b(q);

-- ---------------------------------------------- schema off the search path
SELECT extnamespace::regnamespace AS schema FROM pg_extension WHERE extname = 'pg_gazette' \gset
SET search_path = pg_catalog;
SELECT 'a/ORG'::text:::schema.entityset OPERATOR(:schema.@@) ('a & !b'::text:::schema.entityquery) AS matches, :schema.entityquery('a b', NULL) AS query;
RESET search_path;

-- entityset: text and binary form, order and hash, set operators, ways out.

-- ------------------------------------------------------------- text form
SELECT $$'ByteDance'/ORG:58s,812 'États-Unis'/LOC:98c$$::entityset;
-- any order, any white space, bare words, lower-case kinds, roles in any order
SELECT E'  TikTok/org:7cs\n\t\'ByteDance\'/ORG:812,58s Oracle/ORG '::entityset;
-- one folded name and kind is one entity, spelled as where it comes first
SELECT $$'USA'/LOC:40 'ÉTATS-UNIS'/LOC:30 'Etats-Unis'/LOC:20c 'États-Unis'/LOC:10 'etats unis'/ORG:5$$::entityset;
-- of one place or of none, the spelling does not depend on the order
SELECT a = b AS same, a FROM (VALUES
	($$TIKTOK/ORG TikTok/ORG$$::entityset, $$TikTok/ORG TIKTOK/ORG$$::entityset),
	($$TIKTOK/ORG:3s TikTok/ORG:3c$$, $$TikTok/ORG:3c TIKTOK/ORG:3s$$)) v(a, b);
-- a mention stands once, with the roles of all
SELECT $$'A'/PER:5,5s,5c,1$$::entityset;
-- counted entities: the places are not kept
SELECT $$'A'/PER#12 'B'/ORG#3sc 'C'/LOC:1 'C'/LOC#4$$::entityset;
-- quotes and backslashes
SELECT $$'L''Oréal'/ORG:1 'a\\b'/ORG:2 'c\'d'/ORG:3 e\/f/ORG:4 'g/h i'/ORG:5$$::entityset;
-- the stamp of the model; a name that begins with @ is quoted
SELECT $$'@fr'/PER:1 @fr:0123456789abCDEF$$::entityset, '@toy_2:0000000000000000'::entityset;
-- the empty set
SELECT ''::entityset AS empty, cardinality(''::entityset), ''::entityset = ' '::entityset AS same;
-- a name without letter or digit is its own key
SELECT $$'!!!'/ORG:1 '???'/ORG:2$$::entityset;
-- outside the BMP, combining marks, ligatures, sharp s, Greek, Cyrillic
SELECT $$'𝐓ikTok'/ORG:1 'Tik‑Tok'/ORG:2 'Tik Tok'/ORG:3 'Œuvre'/ORG:4 'oeuvre'/ORG:5 'Strauß'/PER:6 'STRAUSS'/PER:7 'Αθήνα'/LOC:8 'Москва'/LOC:9 'МОСКВА'/LOC:10$$::entityset;
SELECT (U&'''E\0301tats''/LOC:1 ''\00C9tats''/LOC:2')::entityset = (U&'''\00C9tats''/LOC:2 ''E\0301tats''/LOC:1')::entityset AS same,
	cardinality((U&'''E\0301tats''/LOC:1 ''\00C9tats''/LOC:2')::entityset);

-- A closing apostrophe is missing:
SELECT $$'a$$::entityset;
-- A kind is missing, is empty, is no word, is too long:
SELECT $$'a'$$::entityset;
SELECT $$'a'/:3$$::entityset;
SELECT $$'a'/O-G:3$$::entityset;
SELECT ('a/' || repeat('K', 63))::entityset IS NOT NULL AS fits;
SELECT ('a/' || repeat('K', 64))::entityset;
-- A name is missing:
SELECT '/ORG'::entityset;
SELECT $$''/ORG$$::entityset;
-- A start is missing, is 0, is too large, is followed by something else:
SELECT 'a/ORG:'::entityset;
SELECT 'a/ORG:0'::entityset;
SELECT 'a/ORG:1073741823'::entityset;
SELECT 'a/ORG:1073741824'::entityset;
SELECT 'a/ORG:5x'::entityset;
SELECT 'a/ORG:5,'::entityset;
-- A count is 0:
SELECT 'a/ORG#0'::entityset;
SELECT 'a/ORG#2147483647'::entityset || 'a/ORG#2147483647'::entityset AS saturated;
SELECT 'a/ORG#2147483648'::entityset;
-- A backslash ends the literal:
SELECT E'a\\'::entityset;
-- A stamp is not whole, is not at the end, has a long language:
SELECT 'a/ORG @fr:12'::entityset;
SELECT 'a/ORG @:0123456789abcdef'::entityset;
SELECT '@fr:0123456789abcdef a/ORG'::entityset;
SELECT '@abcdefghijklmnop:0123456789abcdef'::entityset;
-- A name is too long; one byte less is not:
SELECT cardinality((repeat('é', 1023) || '/ORG')::entityset);
SELECT (repeat('é', 1023) || 'x/ORG')::entityset;
-- The position in the message counts characters:
SELECT $$'É'/LOC:1 'ü'$$::entityset;
-- A long literal is cut in the message:
SELECT (repeat('a/ORG ', 100) || '?')::entityset;

-- --------------------------------------------------- round trips, generated
CREATE TEMPORARY TABLE sets (id int, e entityset);
INSERT INTO sets
SELECT g, (SELECT coalesce(string_agg(
		'''' || replace(replace(name, '\', '\\'), '''', '''''') || '''/' || kind ||
		CASE h % 7 WHEN 0 THEN '' WHEN 1 THEN '#' || h || roles
			ELSE ':' || (h * 37) % 9973 + 1 || roles || ',' || (h * 91) % 1048573 + 1 END, ' '), '')
	FROM (SELECT k, (hashint4(g * 100 + k) & 65535) AS h FROM generate_series(1, g % 12) k) x,
		LATERAL (SELECT (ARRAY['États-Unis', 'Etats-Unis', 'TikTok', 'L''Oréal', 'a\b', 'Île d''Yeu', 'AT&T', '株式会社', '𝐗', 'Москва', '!!!', 'Jean-Luc'])[1 + h % 12] AS name,
			(ARRAY['PER', 'ORG', 'LOC', 'EVENT'])[1 + h / 12 % 4] AS kind,
			(ARRAY['', 's', 'c', 'sc'])[1 + h / 48 % 4] AS roles) y)::entityset
		|| CASE g % 3 WHEN 0 THEN '@fr:0123456789abcdef' ELSE '' END::entityset
FROM generate_series(1, 600) g;
-- every third has lost its stamp in the merge above: set one on some
UPDATE sets SET e = (e::text || ' @en:00000000000000' || lpad(to_hex(id % 200), 2, '0'))::entityset WHERE id % 5 = 0;

SELECT count(*), bool_and(e::text::entityset::text = e::text) AS text_trip,
	bool_and(e::text::entityset = e) AS equal_trip,
	count(*) FILTER (WHERE e::text LIKE '%@en:%') AS stamped FROM sets;

-- ------------------------------------------------------------- binary form
SELECT eset_send('TikTok/ORG:1s,5 Chine/LOC#9c @fr:0123456789abcdef');
SELECT current_setting('data_directory') || '/entityset_regress.bin' AS file \gset
\set remove 'rm -f "' :file '"'
COPY sets TO :'file' (FORMAT binary);
CREATE TEMPORARY TABLE back (LIKE sets);
COPY back FROM :'file' (FORMAT binary);
SELECT count(*), bool_and(a.e::text = b.e::text AND a.e = b.e) AS binary_trip FROM sets a JOIN back b USING (id);
-- Foreign bytes: a bytea column writes what an entityset column then reads.
TRUNCATE back;
-- entities out of order, one twice, starts out of order: canonical when received
COPY (SELECT 1, '\x01 00000000 0000000000000000 00000003  00000001 62 00000003 4f5247 00 00000002 00000009 00000004  00000001 61 00000003 6f7267 00 00000000  00000001 42 00000003 4f5247 00 00000001 00000004'::bytea) TO :'file' (FORMAT binary);
COPY back FROM :'file' (FORMAT binary);
SELECT e FROM back;
-- A version of the future:
COPY (SELECT 1, '\x02 00000000 0000000000000000 00000000'::bytea) TO :'file' (FORMAT binary);
COPY back FROM :'file' (FORMAT binary);
-- A build without language:
COPY (SELECT 1, '\x01 00000000 0000000000000001 00000000'::bytea) TO :'file' (FORMAT binary);
COPY back FROM :'file' (FORMAT binary);
-- A language that is no name:
COPY (SELECT 1, '\x01 00000002 2e2e 0000000000000001 00000000'::bytea) TO :'file' (FORMAT binary);
COPY back FROM :'file' (FORMAT binary);
-- More entities than bytes:
COPY (SELECT 1, '\x01 00000000 0000000000000000 ffffffff'::bytea) TO :'file' (FORMAT binary);
COPY back FROM :'file' (FORMAT binary);
-- A text longer than the message, and a negative length:
COPY (SELECT 1, '\x01 00000000 0000000000000000 00000001 00000100 61'::bytea) TO :'file' (FORMAT binary);
COPY back FROM :'file' (FORMAT binary);
COPY (SELECT 1, '\x01 00000000 0000000000000000 00000001 ffffffff 61'::bytea) TO :'file' (FORMAT binary);
COPY back FROM :'file' (FORMAT binary);
-- An empty name, a kind that is none:
COPY (SELECT 1, '\x01 00000000 0000000000000000 00000001 00000000 00000001 41 00 00000000'::bytea) TO :'file' (FORMAT binary);
COPY back FROM :'file' (FORMAT binary);
COPY (SELECT 1, '\x01 00000000 0000000000000000 00000001 00000001 61 00000001 2f 00 00000000'::bytea) TO :'file' (FORMAT binary);
COPY back FROM :'file' (FORMAT binary);
-- A start of 0, fewer starts than said, a form that is none, a count of 0, roles out of range:
COPY (SELECT 1, '\x01 00000000 0000000000000000 00000001 00000001 61 00000001 41 00 00000001 00000003'::bytea) TO :'file' (FORMAT binary);
COPY back FROM :'file' (FORMAT binary);
COPY (SELECT 1, '\x01 00000000 0000000000000000 00000001 00000001 61 00000001 41 00 00000002 00000004'::bytea) TO :'file' (FORMAT binary);
COPY back FROM :'file' (FORMAT binary);
COPY (SELECT 1, '\x01 00000000 0000000000000000 00000001 00000001 61 00000001 41 02 00000001 00000004'::bytea) TO :'file' (FORMAT binary);
COPY back FROM :'file' (FORMAT binary);
COPY (SELECT 1, '\x01 00000000 0000000000000000 00000001 00000001 61 00000001 41 01 00000000 00'::bytea) TO :'file' (FORMAT binary);
COPY back FROM :'file' (FORMAT binary);
COPY (SELECT 1, '\x01 00000000 0000000000000000 00000001 00000001 61 00000001 41 01 00000001 04'::bytea) TO :'file' (FORMAT binary);
COPY back FROM :'file' (FORMAT binary);
-- Bytes behind the end:
COPY (SELECT 1, '\x01 00000000 0000000000000000 00000000 00'::bytea) TO :'file' (FORMAT binary);
COPY back FROM :'file' (FORMAT binary);
-- Invalid UTF-8, a zero byte:
COPY (SELECT 1, '\x01 00000000 0000000000000000 00000001 00000001 e9 00000001 41 00 00000000'::bytea) TO :'file' (FORMAT binary);
COPY back FROM :'file' (FORMAT binary);
COPY (SELECT 1, '\x01 00000000 0000000000000000 00000001 00000002 6100 00000001 41 00 00000000'::bytea) TO :'file' (FORMAT binary);
COPY back FROM :'file' (FORMAT binary);
COPY (SELECT 1 WHERE false) TO PROGRAM :'remove';

-- ------------------------------------------------------------ order and hash
-- the stamp takes no part
SELECT a = b AS equal, a <> b AS different, a < b AS less, eset_cmp(a, b), eset_hash(a) = eset_hash(b) AS hash,
	eset_hash_extended(a, 5) = eset_hash_extended(b, 5) AS hash_extended
FROM (VALUES ('a/ORG:1 @fr:0000000000000001'::entityset, 'a/ORG:1'::entityset)) v(a, b);
-- names, kinds, places, roles, counts do
SELECT bool_and((a = b) = (i = j)) AS equality, bool_and((a < b) = (i < j)) AS below, bool_and((eset_cmp(a, b) > 0) = (i > j)) AS above
FROM unnest(ARRAY['', 'A/ORG', 'A/ORG:1', 'A/ORG:1s', 'A/ORG:1c', 'A/ORG:2', 'A/ORG#1', 'a/ORG:1', 'A/ORG B/ORG', 'a/ORG:1 b/ORG:2', 'A/PER', 'B/ORG']::entityset[])
		WITH ORDINALITY x(a, i),
	unnest(ARRAY['', 'A/ORG', 'A/ORG:1', 'A/ORG:1s', 'A/ORG:1c', 'A/ORG:2', 'A/ORG#1', 'a/ORG:1', 'A/ORG B/ORG', 'a/ORG:1 b/ORG:2', 'A/PER', 'B/ORG']::entityset[])
		WITH ORDINALITY y(b, j);
-- all operators agree with the order of btree
SELECT bool_and((a.e < b.e) = (eset_cmp(a.e, b.e) < 0) AND (a.e <= b.e) = (eset_cmp(a.e, b.e) <= 0) AND
		(a.e = b.e) = (eset_cmp(a.e, b.e) = 0) AND (a.e <> b.e) = (eset_cmp(a.e, b.e) <> 0) AND
		(a.e >= b.e) = (eset_cmp(a.e, b.e) >= 0) AND (a.e > b.e) = (eset_cmp(a.e, b.e) > 0) AND
		eset_cmp(a.e, b.e) = -eset_cmp(b.e, a.e)) AS agree,
	bool_and(a.e <> b.e OR eset_hash(a.e) = eset_hash(b.e)) AS hash
FROM sets a, sets b WHERE a.id <= 60 AND b.id <= 60;
SELECT (SELECT count(*) FROM (SELECT DISTINCT e FROM sets) x) = (SELECT count(*) FROM (SELECT e FROM sets GROUP BY e) x) AS same;
SET enable_hashagg = off;
SELECT count(*) AS sorted FROM (SELECT DISTINCT e FROM sets) x \gset
RESET enable_hashagg;
SET enable_sort = off;
SELECT count(*) = :sorted AS same FROM (SELECT DISTINCT e FROM sets) x;
RESET enable_sort;
CREATE INDEX sets_e ON sets (e);
SET enable_seqscan = off;
SELECT count(*) AS by_index FROM sets WHERE e >= 'M/ORG' \gset
RESET enable_seqscan;
SET enable_indexscan = off;
SET enable_bitmapscan = off;
SELECT count(*) = :by_index AS same FROM sets WHERE e >= 'M/ORG';
RESET enable_indexscan;
RESET enable_bitmapscan;

-- ----------------------------------------------------------- set operators
SELECT a, b, a @> b AS contains, a <@ b AS contained, a && b AS overlaps, a || b AS merged
FROM (VALUES
	('TikTok/ORG:1s Oracle/ORG:9'::entityset, 'TIKTOK/ORG:77'::entityset),
	('TikTok/ORG:1', 'TikTok/PRODUCT:1'),
	('TikTok/ORG:1 Chine/LOC:2', 'chine/LOC Oracle/ORG:3c'),
	('TikTok/ORG:1,5s', 'TikTok/ORG:3,5c'),
	('TikTok/ORG:1', ''),
	('', '')) v(a, b);
-- as the same over unnest says
SELECT bool_and((a.e @> b.e) = NOT EXISTS (SELECT 1 FROM unnest(b.e) y WHERE NOT a.e @@ entityquery(y.name, y.kind))) AS contains,
	bool_and((a.e && b.e) = EXISTS (SELECT 1 FROM unnest(b.e) y WHERE a.e @@ entityquery(y.name, y.kind))) AS overlaps,
	bool_and((a.e @> b.e) = (b.e <@ a.e)) AS commutes,
	bool_and((a.e || b.e) @> a.e AND (a.e || b.e) @> b.e) AS merged,
	bool_and((a.e || b.e) = (b.e || a.e)) AS merge_commutes,
	bool_and((a.e || a.e) = a.e OR a.e::text LIKE '%#%') AS idempotent
FROM sets a, sets b WHERE a.id <= 80 AND b.id <= 80;
-- the stamp of a merged set is that of both, or none
SELECT 'a/ORG @fr:0000000000000001'::entityset || 'b/ORG @fr:0000000000000001'::entityset AS kept,
	'a/ORG @fr:0000000000000001'::entityset || 'b/ORG @fr:0000000000000002'::entityset AS lost;

-- ---------------------------------------------------------------- aggregate
SELECT entityset_agg(e) FROM (VALUES
	('TIKTOK/ORG:1s,5 @fr:0000000000000001'::entityset), ('TikTok/ORG:1,7c Chine/LOC @fr:0000000000000001'),
	(NULL), ('Chine/LOC#40s @fr:0000000000000001')) v(e);
SELECT entityset_agg(NULL::entityset) IS NULL AS none, entityset_agg(''::entityset) AS empty;
SELECT entityset_agg(e) FROM (VALUES ('a/ORG @fr:0000000000000001'::entityset), ('a/ORG @en:0000000000000001')) v(e);
-- counts are those of unnest
SELECT (SELECT sum(mentions) FROM sets, unnest(e)) = (SELECT sum(mentions) FROM (SELECT entityset_agg(e) AS e FROM sets) x, unnest(e)) AS same;
-- over groups and windows, and of aggregates
SELECT id % 3 AS g, cardinality(entityset_agg(e)) FROM sets GROUP BY 1 ORDER BY 1;
SELECT id, entityset_agg(e) OVER (ORDER BY id) FROM (VALUES (1, 'a/ORG:1'::entityset), (2, 'b/ORG:2s'), (3, 'a/ORG:3')) v(id, e);
SELECT entityset_agg(e) = (SELECT entityset_agg(e) FROM sets) AS same FROM (SELECT entityset_agg(e) AS e FROM sets GROUP BY id % 7) x;
-- parallel and serial are equal
CREATE TABLE parallel_sets AS SELECT * FROM sets;
SELECT entityset_agg(e)::text AS serial FROM parallel_sets \gset
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
SET max_parallel_workers_per_gather = 2;
EXPLAIN (COSTS OFF) SELECT entityset_agg(e) FROM parallel_sets;
SELECT entityset_agg(e)::text = :'serial' AS same FROM parallel_sets;
RESET parallel_setup_cost;
RESET parallel_tuple_cost;
RESET min_parallel_table_scan_size;
RESET max_parallel_workers_per_gather;
DROP TABLE parallel_sets;
-- It works as an aggregate only:
SELECT eset_accum('a/ORG', 'b/ORG');

-- ---------------------------------------------------------------- ways out
SELECT u.* FROM unnest($$'ByteDance'/ORG:58s,812 'États-Unis'/LOC:98c 'Chine'/LOC#9 'Reuters'/ORG$$::entityset) u;
SELECT (unnest('b/ORG:3,4s a/PER:1'::entityset)).*;
SELECT * FROM unnest(''::entityset);
SELECT * FROM unnest(NULL::entityset);
SELECT $$'ByteDance'/ORG:58s,812 'États-Unis'/LOC:98sc 'Chine'/LOC#9$$::entityset::jsonb;
SELECT ''::entityset::jsonb, ''::entityset::text[], entity_names('') AS names;
-- a name that is of two kinds stands once
SELECT 'b/ORG a/PER A/LOC'::entityset::text[], entity_names('b/ORG a/PER A/LOC') AS names,
	entity_names('b/ORG a/PER A/LOC', 'LOC') AS loc, entity_names('b/ORG a/PER A/LOC', 'org') AS org,
	entity_names('b/ORG a/PER A/LOC', 'EVENT') AS event, entity_names(NULL, 'LOC') IS NULL AS null;
-- A kind is no kind:
SELECT entity_names('b/ORG', 'no kind');
SELECT bool_and(cardinality(e) = (SELECT count(*) FROM unnest(e))) AS cardinality,
	bool_and((SELECT count(*) FROM jsonb_array_elements(e::jsonb)) = cardinality(e)) AS jsonb,
	bool_and(coalesce((SELECT bool_and(mentions = cardinality(starts) OR starts IS NULL) FROM unnest(e)), true)) AS mentions FROM sets;

-- ------------------------------------------------------- large and compressed
CREATE TEMPORARY TABLE large AS
SELECT string_agg('N' || g || '/ORG:' || g * 3 || 's,' || g * 3 + 1, ' ')::entityset AS e FROM generate_series(1, 100000) g;
SELECT cardinality(e), pg_column_size(e) < 4000000 AS compact, length(e::text), e::text::entityset = e AS trip,
	e @> 'N77777/ORG' AS contains, e @@ 'n500* & !N100001' AS matches FROM large;
-- a million mentions of one name
SELECT mentions, starts[1000000], roles FROM unnest((SELECT ('TikTok/ORG:' || string_agg(g || 'c', ','))::entityset FROM generate_series(1, 1000000) g));

-- ---------------------------------------------- schema off the search path
SELECT extnamespace::regnamespace AS schema FROM pg_extension WHERE extname = 'pg_gazette' \gset
CREATE TABLE public.off_path (e :schema.entityset);
SET search_path = pg_catalog;
INSERT INTO public.off_path VALUES ('a/ORG:1'), ('b/ORG:2');
SELECT o.e::text AS set, o.e OPERATOR(:schema.@>) 'a/ORG' AS contains, :schema.cardinality(o.e), o.e::text[] AS names, o.e::jsonb AS json FROM public.off_path o ORDER BY o.e;
SELECT u.name FROM public.off_path, :schema.unnest(e) u ORDER BY 1;
SELECT :schema.entityset_agg(e)::text FROM public.off_path;
RESET search_path;
DROP TABLE off_path;

-- every operator class is valid
SELECT amname, opcname FROM pg_opclass JOIN pg_am am ON am.oid = opcmethod
WHERE opcname ~ '^entity(set|query)_' AND amvalidate(pg_opclass.oid) ORDER BY 1, 2;

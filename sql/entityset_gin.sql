-- Operator class entityset_ops: an index answers as a scan of the table does.

SELECT amvalidate(oid) FROM pg_opclass WHERE opcname = 'entityset_ops';

-- Names of every frequency, all kinds and roles, empty sets and NULL.
CREATE TABLE gin_docs (id int, ents entityset);
INSERT INTO gin_docs
SELECT g, CASE WHEN g % 101 = 0 THEN NULL ELSE (SELECT coalesce(string_agg(
		'''' || (ARRAY['Oracle', 'Orange', 'Oran', 'Ørsted', 'États-Unis', 'Jean Jaurès', 'Jeanne', '!!!', 'TikTok'])[1 + h % 9]
		|| CASE WHEN h % 5 < 2 THEN '' ELSE ' ' || (h / 16) % (1 + g % 400) END || '''/' || (ARRAY['PER', 'ORG', 'LOC', 'ORGANE'])[1 + h / 8 % 4]
		|| CASE h / 32 % 6 WHEN 0 THEN '' WHEN 1 THEN '#3s' ELSE ':' || 1 + h / 64 || (ARRAY['', 's', 'c', 'sc'])[1 + h / 64 % 4] END, ' '), '')
	FROM (SELECT hashint4(g * 20 + k) & 1048575 AS h FROM generate_series(1, g % 8) k) x)::entityset END
FROM generate_series(1, 2000) g;
SELECT count(*), count(ents), count(*) FILTER (WHERE ents = '') AS empty FROM gin_docs;

-- Queries with every operator of the language.
CREATE TABLE gin_queries (id serial, q entityquery);
INSERT INTO gin_queries (q) VALUES (''), ('Oracle'), ('oracle/ORG'), ('Oracle:source'), ('Oracle:content'), ('Oracle:source,content'),
	('oracle/org:source'), ('oracle/org:source,content'), ('Oran*'), ('Oran*/LOC'), ('Oran*:source'), ('Oran*/LOC:content'), ('Oran*/LOC:source,content'),
	('*'), ('*/PER'), ('*/ORG'), ('*/EVENT'), ('*:source'), ('*/LOC:source,content'), ('Z*'), ('zzz'), ('!Oracle'), ('!zzz'), ('!*'), ('!!Oracle'), ('!(Oracle | Oran*)'),
	('Oracle & !Oracle'), ('Oracle | !Oracle'), ('"!!!"'), ('"!!"*'), ('Jean*'), ('"Jean "*'), ('orsted'), ('"etats unis":source & !"Jean Jaures"'), ('Oracle & Oracle/ORG & Orac*');
INSERT INTO gin_queries (q)
SELECT string_agg(CASE WHEN h / 4 % 4 = 0 THEN '!' ELSE '' END
	|| (ARRAY['Oracle', 'Orange', '"Oran 1"', 'Orsted', '"Etats Unis"', 'Jean*', 'jeann*', '"Jean "*', 'TikTok', '"TikTok 7"'])[1 + h % 10]
	|| (ARRAY['', '/PER', '/ORG', '/LOC'])[1 + h / 16 % 4] || (ARRAY['', '', ':source', ':content', ':source,content'])[1 + h / 64 % 5]
	|| CASE WHEN k = g % 4 + 1 THEN '' WHEN h / 512 % 2 = 0 THEN ' & ' ELSE ' | ' END, '' ORDER BY k)::entityquery
FROM generate_series(1, 160) g, LATERAL (SELECT k, hashint4(g * 7 + k) & 1048575 AS h FROM generate_series(1, g % 4 + 1) k) x GROUP BY g;
INSERT INTO gin_queries (q) SELECT !!(a.q && b.q) FROM gin_queries a JOIN gin_queries b ON b.id = a.id + 1 WHERE a.id % 11 = 0;
INSERT INTO gin_queries (q) SELECT a.q || !!b.q FROM gin_queries a JOIN gin_queries b ON b.id = a.id + 3 WHERE a.id % 13 = 0;
SELECT count(*) >= 200 AS many FROM gin_queries;

-- Sets for the set operators: those of the table, smaller and larger ones.
CREATE TABLE gin_sets (id serial, e entityset);
INSERT INTO gin_sets (e) VALUES (''), ('zzz/ORG'), ('Oracle/ORG:1'), ('oracle/LOC:1 Orange/PER#3');
INSERT INTO gin_sets (e) SELECT ents FROM gin_docs WHERE ents IS NOT NULL AND id % 97 = 0;
INSERT INTO gin_sets (e) SELECT a.ents || b.ents FROM gin_docs a JOIN gin_docs b ON b.id = a.id + 1 WHERE a.id % 89 = 0;

-- What a scan of the table says, before there is an index.
CREATE TABLE gin_scan AS
SELECT 1 AS strategy, q.id AS query, d.id FROM gin_queries q, gin_docs d WHERE d.ents @@ q.q
UNION ALL SELECT 2, s.id, d.id FROM gin_sets s, gin_docs d WHERE d.ents @> s.e
UNION ALL SELECT 3, s.id, d.id FROM gin_sets s, gin_docs d WHERE d.ents <@ s.e
UNION ALL SELECT 4, s.id, d.id FROM gin_sets s, gin_docs d WHERE d.ents && s.e;
SELECT strategy, count(*) > 100 AS rows, count(DISTINCT query) > 20 AS queries FROM gin_scan GROUP BY 1 ORDER BY 1;

-- The same through the index, query by query: built, with a pending list, vacuumed, lossy.
CREATE FUNCTION gin_check() RETURNS TABLE (strategy int, queries bigint, missing bigint, surplus bigint)
LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
	r record;
BEGIN
	CREATE TEMPORARY TABLE found (strategy int, query int, id int) ON COMMIT DROP;
	FOR r IN SELECT * FROM gin_queries LOOP
		EXECUTE format('INSERT INTO found SELECT 1, %s, id FROM gin_docs WHERE ents @@ %L', r.id, r.q);
	END LOOP;
	FOR r IN SELECT * FROM gin_sets LOOP
		EXECUTE format('INSERT INTO found SELECT 2, %s, id FROM gin_docs WHERE ents @> %L', r.id, r.e);
		EXECUTE format('INSERT INTO found SELECT 3, %s, id FROM gin_docs WHERE ents <@ %L', r.id, r.e);
		EXECUTE format('INSERT INTO found SELECT 4, %s, id FROM gin_docs WHERE ents && %L', r.id, r.e);
	END LOOP;
	RETURN QUERY
	SELECT s, (SELECT count(*) FROM gin_queries WHERE s = 1) + (SELECT count(*) FROM gin_sets WHERE s > 1),
		(SELECT count(*) FROM (TABLE gin_scan EXCEPT ALL TABLE found) x WHERE x.strategy = s),
		(SELECT count(*) FROM (TABLE found EXCEPT ALL TABLE gin_scan) x WHERE x.strategy = s)
	FROM generate_series(1, 4) s;
	DROP TABLE found;
END $$;
CREATE INDEX gin_docs_ents ON gin_docs USING gin (ents);
SELECT missing, surplus, queries > 100 AS many FROM gin_check();
DROP INDEX gin_docs_ents;
CREATE TABLE gin_copy AS TABLE gin_docs;
TRUNCATE gin_docs;
CREATE INDEX gin_docs_ents ON gin_docs USING gin (ents) WITH (fastupdate = on);
INSERT INTO gin_docs TABLE gin_copy;
SELECT missing, surplus FROM gin_check();
VACUUM gin_docs;
SELECT missing, surplus FROM gin_check();
SET work_mem = '64kB';
SELECT missing, surplus FROM gin_check();
RESET work_mem;

-- Plans: the index for each operator, under OR; the commuted form too.
SET enable_seqscan = off;
EXPLAIN (COSTS OFF) SELECT * FROM gin_docs WHERE ents @@ 'Oracle & !Orange';
EXPLAIN (COSTS OFF) SELECT * FROM gin_docs WHERE 'Oracle'::entityquery @@ ents;
EXPLAIN (COSTS OFF) SELECT * FROM gin_docs WHERE ents @> 'Oracle/ORG' AND ents && 'Orange/ORG';
EXPLAIN (COSTS OFF) SELECT * FROM gin_docs WHERE ents @@ 'Oracle' OR ents <@ 'Orange/ORG';
SELECT count(*) FROM gin_docs WHERE 'Oracle'::entityquery @@ ents;
SELECT count(*) FROM gin_docs WHERE ents @@ NULL;
RESET enable_seqscan;

-- Keys decide right: rechecks remove no row but under <@.
SET enable_seqscan = off;
CREATE FUNCTION gin_rechecked(condition text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	line text;
	result text := 'none';
BEGIN
	FOR line IN EXECUTE 'EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF) SELECT * FROM gin_docs WHERE ' || condition LOOP
		IF line LIKE '%Rows Removed by Index Recheck%' THEN result := 'some'; END IF;
	END LOOP;
	RETURN result;
END $$;
SELECT c, gin_rechecked(c) FROM unnest(ARRAY['ents @@ ''Oracle:source''', 'ents @@ ''Oran*/LOC:content & !Oracle''', 'ents @@ ''!Oracle/ORG:source''',
	'ents @> ''Oracle/ORG Oracle/PER''', 'ents && ''Oracle/ORG Orange/PER''', 'ents <@ ''Oracle/ORG Oracle/PER Orange/PER''']) c;
RESET enable_seqscan;

-- Schema off the search path.
SELECT extnamespace::regnamespace AS schema FROM pg_extension WHERE extname = 'pg_gazette' \gset
SET search_path = pg_catalog;
SET enable_seqscan = off;
EXPLAIN (COSTS OFF) SELECT * FROM public.gin_docs WHERE ents OPERATOR(:schema.@@) 'Oracle';
RESET search_path;
RESET enable_seqscan;

DROP TABLE gin_docs, gin_copy, gin_queries, gin_sets, gin_scan;
DROP FUNCTION gin_check, gin_rechecked;

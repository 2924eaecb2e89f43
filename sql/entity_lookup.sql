-- mentions() finds its index: on the document, on its entities, and gives the
-- rows of a scan through each.
SET max_parallel_workers_per_gather = 0;
CREATE TABLE lookup (id int, outlet text, body text);
INSERT INTO lookup
SELECT g, (ARRAY['Le Matin', 'The Post'])[1 + g % 2], CASE WHEN g % 50 = 0 THEN NULL WHEN g % 51 = 0 THEN '' ELSE
	'Le patron de ' || (ARRAY['TikTok', 'Oracle', 'Microsoft', 'Airbus'])[1 + g % 4] || ' a déclaré lundi à '
	|| (ARRAY['Washington', 'Paris', 'Pékin'])[1 + g % 3] || ' que ' || (ARRAY['Renault', 'Orange', 'l''ONU', 'Reuters', 'la Chine'])[1 + g % 5]
	|| ' avait accepté. « Nous sommes prêts », a ajouté le ministre Jean Castex' || CASE g % 7 WHEN 0 THEN ', selon Le Monde' ELSE '' END || '.' END
FROM generate_series(1, 400) g;
CREATE TABLE lookup_queries AS SELECT q::entityquery FROM unnest(ARRAY['TikTok', 'tiktok & Paris', 'TikTok | Oracle', 'Microsoft & !Washington', '!TikTok', 'TikTok/ORG', 'Tik*',
	'"Jean Castex"', 'Paris/LOC', 'TikTok:source', 'Paris:content', '*/PER:source', 'Oracle & (Paris | Pekin) & !Orange', 'Zurich', '', '*', '!*', 'chine & !(Oracle | Airbus)']) q;
-- What a scan says.
CREATE TABLE lookup_scan AS SELECT q, array(SELECT id FROM lookup WHERE mentions(body, q) ORDER BY id) AS ids FROM lookup_queries;
SELECT count(*) FILTER (WHERE cardinality(ids) BETWEEN 10 AND 350) > 8 AS varied FROM lookup_scan;
-- mentions is entities @@ query; the operator on text is mentions.
SELECT bool_and(mentions(body, q) = (entities(body) @@ q) AND mentions(body, q) = (body @@ q) AND mentions(body, q) = (q @@ body)) AS same
FROM lookup, lookup_queries WHERE id % 5 = 0;

CREATE FUNCTION lookup_plan(condition text) RETURNS SETOF text LANGUAGE plpgsql AS $$
BEGIN
	RETURN QUERY EXECUTE 'EXPLAIN (COSTS OFF) SELECT * FROM lookup WHERE ' || condition;
END $$;
-- Queries for which the index does not answer as the scan did, and those for which it is not used.
CREATE FUNCTION lookup_check() RETURNS TABLE (wrong bigint, unused bigint) LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
	r record;
	ids int[];
BEGIN
	wrong := 0;
	unused := 0;
	FOR r IN SELECT * FROM lookup_scan LOOP
		EXECUTE format('SELECT array(SELECT id FROM lookup WHERE mentions(body, %L) ORDER BY id)', r.q) INTO ids;
		wrong := wrong + (ids IS DISTINCT FROM r.ids)::int;
		unused := unused + (NOT EXISTS (SELECT 1 FROM lookup_plan(format('mentions(body, %L)', r.q)) p WHERE p LIKE '%Bitmap Index Scan on lookup_ents%'))::int;
	END LOOP;
	RETURN NEXT;
END $$;

-- (a) an index on the document
CREATE INDEX lookup_ents ON lookup USING gin (body entity_ops);
SELECT amvalidate(oid) FROM pg_opclass WHERE opcname = 'entity_ops';
SELECT * FROM lookup_check();
SELECT * FROM lookup_plan('mentions(body, ''TikTok & Paris'')');
SELECT * FROM lookup_plan('body @@ entityquery ''TikTok''');
SELECT * FROM lookup_plan('mentions(body, ''TikTok'') OR mentions(body, ''Airbus'')');
SELECT * FROM lookup_plan('mentions(body, ''TikTok'') AND outlet = ''Le Matin''');
-- another language is another question
SELECT * FROM lookup_plan('mentions(body, ''TikTok'', ''fr'')');
-- inserted rows, by the pending list too
INSERT INTO lookup VALUES (1001, 'x', 'Le patron de TikTok est venu à Genève.');
SET enable_seqscan = off;
SELECT bool_or(id = 1001) AS found FROM lookup WHERE mentions(body, 'TikTok');
RESET enable_seqscan;
DELETE FROM lookup WHERE id = 1001;
-- a join with a watch list
EXPLAIN (COSTS OFF) SELECT q, id FROM lookup_queries w JOIN lookup a ON mentions(a.body, w.q);
SELECT count(*) = (SELECT sum(cardinality(ids)) FROM lookup_scan) AS same FROM lookup_queries w JOIN lookup a ON mentions(a.body, w.q);
-- prepared, generic
SET plan_cache_mode = force_generic_plan;
PREPARE look (entityquery) AS SELECT id FROM lookup WHERE mentions(body, $1);
EXPLAIN (COSTS OFF) EXECUTE look('tiktok & Paris');
DEALLOCATE look;
PREPARE look (entityquery) AS SELECT count(*) = (SELECT cardinality(ids) FROM lookup_scan WHERE q = $1) AS same FROM lookup WHERE mentions(body, $1);
EXECUTE look('tiktok & Paris');
DROP INDEX lookup_ents;
EXECUTE look('tiktok & Paris');
DEALLOCATE look;
RESET plan_cache_mode;

-- (b) an index on the entities of the document
CREATE INDEX lookup_ents ON lookup USING gin (entities(body));
SELECT * FROM lookup_check();
SELECT * FROM lookup_plan('mentions(body, ''TikTok & Paris'')');
SELECT * FROM lookup_plan('body @@ entityquery ''TikTok''');
SELECT * FROM lookup_plan('entities(body) @@ ''TikTok''');
DROP INDEX lookup_ents;
-- in a language
CREATE INDEX lookup_ents ON lookup USING gin (entities(body, 'fr'));
SELECT * FROM lookup_plan('mentions(body, ''TikTok'', ''fr'')');
SELECT * FROM lookup_plan('mentions(body, ''TikTok'')');
DROP INDEX lookup_ents;
-- of an expression of columns
CREATE INDEX lookup_ents ON lookup USING gin (entities(outlet || '. ' || body)) WHERE id > 0;
SELECT * FROM lookup_plan('mentions(outlet || ''. '' || body, ''TikTok'') AND id > 0');
DROP INDEX lookup_ents;

-- a predicate of an index is implied by the same condition
CREATE INDEX lookup_ents ON lookup (id) WHERE mentions(body, 'TikTok & Paris');
ANALYZE lookup;
SELECT * FROM lookup_plan('mentions(body, ''TikTok & Paris'')');
DROP INDEX lookup_ents;
-- of a column of another string type
ALTER TABLE lookup ADD short varchar(200);
UPDATE lookup SET short = body;
CREATE INDEX lookup_ents ON lookup USING gin (short entity_ops);
SELECT * FROM lookup_plan('mentions(short, ''TikTok & Paris'')');
DROP INDEX lookup_ents;
CREATE INDEX lookup_ents ON lookup USING gin (entities(short));
SELECT * FROM lookup_plan('mentions(short, ''TikTok & Paris'')');
ALTER TABLE lookup DROP short;

-- (c) a generated column
ALTER TABLE lookup ADD ents entityset GENERATED ALWAYS AS (entities(body)) STORED;
CREATE INDEX lookup_ents ON lookup USING gin (ents);
SET enable_seqscan = off;
SELECT bool_and(ids = array(SELECT id FROM lookup WHERE ents @@ q ORDER BY id)) AS same FROM lookup_scan;
RESET enable_seqscan;
SELECT * FROM lookup_check();
EXPLAIN (COSTS OFF) SELECT id FROM lookup WHERE mentions(body, 'TikTok & Paris');
EXPLAIN (COSTS OFF) SELECT id FROM lookup WHERE body @@ entityquery 'TikTok & Paris';
-- beside aggregates, where the column is there to be had
EXPLAIN (COSTS OFF) SELECT count(*) FROM lookup WHERE mentions(body, 'TikTok & Paris');
EXPLAIN (COSTS OFF) SELECT outlet, count(*) FROM lookup WHERE mentions(body, 'TikTok & Paris') GROUP BY 1 HAVING count(*) > 1 ORDER BY 2;
SELECT count(*) FILTER (WHERE m) = (SELECT cardinality(ids) FROM lookup_scan WHERE q = 'TikTok') AS same
FROM (SELECT mentions(body, 'TikTok') AS m FROM lookup GROUP BY body, id) x;
SELECT count(*) = (SELECT cardinality(ids) FROM lookup_scan WHERE q = 'TikTok') AS same
FROM (SELECT id FROM lookup GROUP BY id, body HAVING mentions(body, 'TikTok')) x;
SELECT count(*) = (SELECT cardinality(ids) FROM lookup_scan WHERE q = 'TikTok') AS same
FROM (SELECT id, max(outlet) FROM lookup GROUP BY id, body HAVING body @@ entityquery 'TikTok') x;
SELECT count(*) FILTER (WHERE m) = (SELECT cardinality(ids) FROM lookup_scan WHERE q = 'TikTok') AS same
FROM (SELECT body @@ entityquery 'TikTok' AS m FROM lookup WHERE mentions(body, 'TikTok') GROUP BY body, id) x;
SELECT count(*) = (SELECT cardinality(ids) FROM lookup_scan WHERE q = 'TikTok') AS same
FROM (SELECT DISTINCT ON (id) id, mentions(body, 'TikTok') AS m, row_number() OVER (ORDER BY mentions(body, 'TikTok')) FROM lookup) x WHERE m;
SELECT count(*) FILTER (WHERE mentions(body, 'TikTok')) = (SELECT cardinality(ids) FROM lookup_scan WHERE q = 'TikTok') AS same FROM lookup;
SELECT count(*) = (SELECT count(*) FROM lookup) AS same, bool_or(b.id IS NULL) AS some_without
FROM lookup a LEFT JOIN (SELECT id, body, mentions(body, 'TikTok') AS m FROM lookup) b ON b.id = a.id AND mentions(b.body, 'Paris') AND b.m;
SELECT bool_and((m IS NOT NULL) = (b.body IS NOT NULL)) AS nulls
FROM lookup a LEFT JOIN lookup b ON b.id = a.id + 100, LATERAL (SELECT mentions(b.body, 'Paris') AS m) x;
WITH gone AS (DELETE FROM lookup WHERE mentions(body, 'TikTok') AND id < 0 RETURNING mentions(body, 'Oracle')) SELECT count(*) FROM gone;
UPDATE lookup SET body = body WHERE mentions(body, 'TikTok') AND id < 10 RETURNING mentions(body, 'TikTok') AS still;
DROP INDEX lookup_ents;
ALTER TABLE lookup DROP ents;

-- Indexes of other operator classes on the same column lose no row.
CREATE INDEX lookup_btree ON lookup (body);
CREATE EXTENSION pg_trgm;
CREATE INDEX lookup_trgm ON lookup USING gin (body gin_trgm_ops);
SELECT wrong, unused = (SELECT count(*) FROM lookup_scan) AS none_used FROM lookup_check();
SELECT * FROM lookup_plan('mentions(body, ''TikTok & Paris'')') p WHERE p LIKE '%Index%';
CREATE INDEX lookup_ents ON lookup USING gin (body entity_ops, body gin_trgm_ops);
SELECT * FROM lookup_check();
DROP INDEX lookup_ents, lookup_btree, lookup_trgm;
DROP EXTENSION pg_trgm;

-- Partitions: an index of the whole table, and one of a partition only.
CREATE TABLE lookup_parts (id int, body text) PARTITION BY RANGE (id);
CREATE TABLE lookup_part1 PARTITION OF lookup_parts FOR VALUES FROM (0) TO (200);
CREATE TABLE lookup_part2 PARTITION OF lookup_parts FOR VALUES FROM (200) TO (1000);
INSERT INTO lookup_parts SELECT id, body FROM lookup;
CREATE INDEX lookup_parts_ents ON lookup_parts USING gin (entities(body));
ANALYZE lookup_parts;
EXPLAIN (COSTS OFF) SELECT * FROM lookup_parts WHERE mentions(body, 'TikTok');
SELECT bool_and(ids = array(SELECT id FROM lookup_parts WHERE mentions(body, q) ORDER BY id)) AS same FROM lookup_scan;
DROP INDEX lookup_parts_ents;
CREATE INDEX lookup_part2_ents ON lookup_part2 USING gin (body entity_ops);
EXPLAIN (COSTS OFF) SELECT * FROM lookup_parts WHERE mentions(body, 'TikTok');
SELECT bool_and(ids = array(SELECT id FROM lookup_parts WHERE mentions(body, q) ORDER BY id)) AS same FROM lookup_scan;

-- Views, subqueries, outer joins, functions in SQL.
CREATE INDEX lookup_ents ON lookup USING gin (entities(body));
CREATE VIEW lookup_view AS SELECT id, body AS story FROM lookup WHERE id > 10;
CREATE FUNCTION lookup_function(name text) RETURNS SETOF int LANGUAGE sql STABLE AS 'SELECT id FROM lookup WHERE mentions(body, entityquery(name, NULL))';
EXPLAIN (COSTS OFF) SELECT * FROM lookup_view WHERE mentions(story, 'TikTok');
EXPLAIN (COSTS OFF) SELECT * FROM lookup_queries LEFT JOIN lookup_view ON mentions(story, q);
EXPLAIN (COSTS OFF) SELECT * FROM (SELECT body FROM lookup OFFSET 0) x WHERE mentions(body, 'TikTok');
SELECT count(*) = (SELECT cardinality(ids) FROM lookup_scan WHERE q = 'TikTok') AS same FROM lookup_function('TikTok');
-- an update and a delete by name
EXPLAIN (COSTS OFF) DELETE FROM lookup WHERE mentions(body, 'TikTok & Paris');
DROP VIEW lookup_view;
DROP FUNCTION lookup_function;

-- Estimates: from the index on the entities, or from statistics on them.
CREATE FUNCTION lookup_estimate(condition text) RETURNS float LANGUAGE plpgsql AS $$
DECLARE
	plan json;
BEGIN
	EXECUTE 'EXPLAIN (FORMAT json) SELECT * FROM lookup WHERE ' || condition INTO plan;
	RETURN (plan->0->'Plan'->>'Plan Rows')::float;
END $$;
ANALYZE lookup;
SELECT bool_and(lookup_estimate(format('mentions(body, %L)', q)) / cardinality(ids) BETWEEN 0.33 AND 3) AS by_index FROM lookup_scan WHERE numnode(q) <= 2 AND cardinality(ids) > 0;
DROP INDEX lookup_ents;
CREATE INDEX lookup_ents ON lookup USING gin (body entity_ops);
SELECT lookup_estimate('mentions(body, ''TikTok'')') < 10 AS default;
CREATE STATISTICS lookup_stats ON entities(body) FROM lookup;
ANALYZE lookup;
SELECT bool_and(lookup_estimate(format('mentions(body, %L)', q)) / cardinality(ids) BETWEEN 0.33 AND 3) AS by_statistics FROM lookup_scan WHERE numnode(q) <= 2 AND cardinality(ids) > 0;
SELECT abs(lookup_estimate('body @@ entityquery ''TikTok''') - lookup_estimate('mentions(body, ''TikTok'')')) < 1 AS operator;
DROP INDEX lookup_ents;
-- a function that is no operator, in a language of its own
SELECT lookup_estimate('mentions(body, ''TikTok'', ''fr'')') < 10 AS rare, lookup_estimate('NOT mentions(body, ''TikTok'', ''fr'')') > 390 AS negated;

-- Schema off the search path.
SELECT extnamespace::regnamespace AS schema FROM pg_extension WHERE extname = 'pg_gazette' \gset
CREATE INDEX lookup_ents ON lookup USING gin (body entity_ops);
SET search_path = pg_catalog;
EXPLAIN (COSTS OFF) SELECT * FROM public.lookup WHERE :schema.mentions(body, 'TikTok');
SELECT count(*) > 0 AS some FROM public.lookup WHERE :schema.mentions(body, 'TikTok');
RESET search_path;

-- Stale or not: by the stamp.
SELECT stale(entities('Le patron de TikTok est venu.', 'fr')) AS fresh, stale('TikTok/ORG @fr:0123456789abcdef') AS old, stale('TikTok/ORG') IS NULL AS nobody;
-- A language that is not installed:
\set VERBOSITY sqlstate
SELECT stale('TikTok/ORG @zz:0123456789abcdef');
\set VERBOSITY default

DROP TABLE lookup, lookup_queries, lookup_scan, lookup_parts;
DROP FUNCTION lookup_plan, lookup_check, lookup_estimate;

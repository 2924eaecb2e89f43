-- entities(), entity_mentions(), mentions(): a document's entities in SQL.
-- What is shown is what every model must find; the rest are properties.
\set VERBOSITY terse
\pset null '(null)'

CREATE TEMP TABLE article (id int PRIMARY KEY, lang text, body text);
INSERT INTO article VALUES
(1, 'fr', 'BRUXELLES (Belga) – Le ministre Karel Hollebeke a rencontré Angela Merkel à Berlin mardi. L''ONU a salué « un premier pas ». Hollebeke se rendra ensuite en Allemagne et aux Etats-Unis.'),
(2, 'en', 'LONDON (Reuters) - The president, Alice Walker, met Emmanuel Macron in Paris on Tuesday, the United Nations said. Walker will travel to Germany in March.'),
(3, 'fr', E'Ligne un, à Paris.\r\n\r\nLigne deux, 😀 à Lyon, e\u0301te\u0301 à Marseille.'),
(4, 'fr', E'  \n\t '),
(5, 'fr', ''),
(6, 'fr', NULL);

SELECT m.ord, m.surface, m.kind, m.name, m.ref, m.score BETWEEN 0 AND 1 AS probability
FROM article a, entity_mentions(a.body, a.lang) m WHERE a.id = 1;
SELECT m.ord, m.surface, m.kind FROM article a, entity_mentions(a.body) m WHERE a.id = 2;

-- Every span is its surface, mentions come in text order and do not overlap.
SELECT bool_and(substr(a.body, m.start, m.length) = m.surface) AS spans,
	bool_and(m.length > 0 AND m.ord = n) AS numbered,
	bool_and(m.start >= coalesce(last_end, 1)) AS apart
FROM article a, LATERAL (
	SELECT *, row_number() OVER w AS n, lag(start + length) OVER w AS last_end
	FROM entity_mentions(a.body, a.lang) WINDOW w AS (ORDER BY start)) m;
SELECT m.start, m.length, m.surface FROM article a, entity_mentions(a.body, 'fr') m WHERE a.id = 3;

-- The set holds the mentions, no more and no less, and who speaks.
SELECT bool_and(u.starts = m.starts AND u.mentions = cardinality(m.starts)) AS same
FROM article a, unnest(entities(a.body, a.lang)) u JOIN LATERAL (
	SELECT name, kind, array_agg(start ORDER BY start) AS starts
	FROM entity_mentions(a.body, a.lang) GROUP BY name, kind) m USING (name, kind);
SELECT id, cardinality(entities(body, lang)) FROM article WHERE id > 3 ORDER BY id;
SELECT name, roles FROM unnest(entities('Le ministre Karel Hollebeke craint que Berlin ne renonce au traité.', 'fr')) ORDER BY name;

-- mentions() is entities() @@ query, with roles and without.
SELECT q.query, array_agg(a.id ORDER BY a.id) AS ids,
	bool_and(entities(a.body, a.lang) @@ q.query) AS same
FROM article a, (VALUES ('Berlin'::entityquery), ('berlin & !Lyon'), ('Macron* | Lyon/LOC'),
	('"angela merkel"/PER'), ('"Etats-Unis"'), ('Lyon & Marseille')) q(query)
WHERE mentions(a.body, q.query, a.lang) GROUP BY q.query ORDER BY q.query::text;
SELECT mentions('Le ministre Karel Hollebeke craint que Berlin ne renonce au traité.', '"Karel Hollebeke":source & Berlin:content', 'fr') AS speaks,
	mentions('Le ministre Karel Hollebeke craint que Berlin ne renonce au traité.', 'Berlin:source', 'fr') AS spoken_of;

-- NULL in, NULL or nothing out.
SELECT entities(NULL) IS NULL AS entities, mentions(NULL, 'a') IS NULL AS mentions,
	mentions('a', NULL) IS NULL AS query, entities('Paris', NULL) IS NULL AS lang,
	(SELECT count(*) FROM entity_mentions(NULL)) AS rows;

-- A language that is not installed: an error that names those that are.
\set VERBOSITY default
SELECT entities('Paris', 'xx');
SELECT count(*) FROM entity_mentions('Paris', '../fr');
\set VERBOSITY terse

-- Usable where only immutable functions are.
CREATE TEMP TABLE stored (body text, ents entityset GENERATED ALWAYS AS (entities(body, 'fr')) STORED);
INSERT INTO stored SELECT body FROM article WHERE lang = 'fr';
CREATE INDEX ON stored USING gin (entities(body, 'fr'));
CREATE INDEX ON stored USING gin (ents);
SELECT count(*) FROM stored WHERE ents @@ 'Paris | Berlin';

-- Parallel and serial answers are equal.
CREATE TABLE mentions_parallel AS
SELECT 'Le maire Karel Hollebeke a inauguré à Namur le pont numéro ' || n || ', a dit la police.' AS body FROM generate_series(1, 2000) n;
SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0;
SET max_parallel_workers_per_gather = 2;
EXPLAIN (COSTS OFF) SELECT sum(cardinality(entities(body, 'fr'))) FROM mentions_parallel;
SELECT sum(hash) AS parallel FROM (SELECT hashtextextended(entities(body, 'fr')::text, 0) AS hash FROM mentions_parallel) s \gset
SET max_parallel_workers_per_gather = 0;
SELECT sum(hash) = :parallel AS equal FROM (SELECT hashtextextended(entities(body, 'fr')::text, 0) AS hash FROM mentions_parallel) s;
DROP TABLE mentions_parallel;

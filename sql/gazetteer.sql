-- gazetteer: what matches what, the aggregate, text and binary form, order and
-- hash, values in tables, damaged values.

-- --------------------------------------------------------------- the contract
CREATE TABLE name (surface text, kind text, name text, ref text);
INSERT INTO name VALUES
	('ONU', 'ORG', 'Organisation des Nations unies', 'Q1065'),
	('Nations unies', 'ORG', 'Organisation des Nations unies', 'Q1065'),
	('Val-d''Or', 'LOC', NULL, 'Q141844'),
	('Hélène Marchal', 'PER', NULL, '17'),
	('Marchal', 'PER', 'Hélène Marchal', '17'),
	('Trambel', 'ORG', NULL, NULL),
	('Trambel Logistique Nord', 'ORG', NULL, '20');
SELECT gazetteer_agg(surface, kind, name, ref) AS g FROM name \gset
SELECT :'g'::gazetteer;
SELECT * FROM unnest(:'g'::gazetteer);
SELECT cardinality(:'g'::gazetteer);
\set doc '\'😀 À Val-d’Or, HELENE MARCHAL a saisi l\'\'ONU : « Trambel Logistique a menti », dit Mme Marchal aux Nations-Unies.\''
SELECT * FROM gazetteer_match(:doc, :'g');
SELECT * FROM gazetteer_match(:doc, :'g', 'all');
SELECT bool_and(substr(doc, start, length) = surface)
FROM (VALUES (:doc), (E've\u0301ge\u0301tal\r\n\U0001F600Val d’Or\r\nHe\u0301le\u0300ne Marchal')) AS d (doc), gazetteer_match(doc, :'g', 'all');

-- ---------------------------------------------------------- what matches what
CREATE FUNCTION found(surface text, doc text) RETURNS text LANGUAGE sql AS
$$ SELECT coalesce(string_agg(m.surface, ' + '), '') FROM gazetteer_match($2, (SELECT gazetteer_agg($1, 'X'))) AS m $$;
-- accents, case, apostrophes and hyphens, ligatures
SELECT found('Élysée', 'à l''ELYSEE, l’Elysée') AS accents, found('Val d''Or', 'Val-d’Or, val d‘or, Val d Or') AS marks, found('Cœur', 'COEUR') AS ligature;
-- whole words
SELECT found('Jean-Luc', 'Jean-Lucien') AS longer, found('Luc', 'Lucien, Duluc, lucé') AS within, found('Luc', 'Saint-Luc, l''abbé LUC') AS whole;
-- all-capital surfaces of up to 4 letters: in capitals only
SELECT found('ONU', 'l''ONU, l''Onu, l''onu') AS onu, found('ÉTA', 'été') AS eta, found('U.S.', 'us') AS us, found('UNICEF', 'l''Unicef') AS unicef;
-- no name across a break, unless it holds one
SELECT found('Val Or', 'Val, Or') AS comma, found('New York', 'à New. York') AS stop, found('New York', E'New\nYork + New\n\nYork') AS line,
	found('New York', '« New » York') AS quotes, found('Namur, Belgique', 'à Namur, Belgique') AS own, found('J. Marchal', 'J Marchal') AS initial;
-- a symbol at the edge is part of the name, other punctuation may be absent
SELECT found('Canal+', 'le canal') AS word, found('Canal+', 'sur canal+') AS symbol, found('Yahoo!', 'chez Yahoo hier') AS without, found('Yahoo!', 'chez Yahoo! hier') AS with;
-- names of one surface: 'all' gives each, 'longest' the one spelt as the text, then the first of the dictionary
SELECT gazetteer_agg(s, k, n) AS us FROM (VALUES ('us', 'WORD', 'us'), ('US', 'LOC', 'États-Unis'), ('Us', 'LOC', 'Us (Val-d''Oise)'), ('Us', 'ORG', 'Us, revue')) v (s, k, n) \gset
SELECT * FROM gazetteer_match('us, Us, US', :'us');
SELECT * FROM gazetteer_match('us, Us, US', :'us', 'all');

-- ------------------------------------------------------------ nothing, NULL, wrong
SELECT count(*) FROM gazetteer_match('', :'g');
SELECT count(*) FROM gazetteer_match(NULL, :'g');
SELECT count(*) FROM gazetteer_match('ONU', NULL);
SELECT count(*) FROM gazetteer_match('ONU', '');
SELECT cardinality(''::gazetteer), ''::gazetteer::text = '' AS empty;
SELECT count(*) FROM unnest(''::gazetteer);
-- another value for overlaps:
SELECT * FROM gazetteer_match('ONU', :'g', 'first');
SELECT * FROM gazetteer_match('ONU', '', 'LONGEST');

-- -------------------------------------------------------------- the aggregate
-- no rows, and rows without a surface, give NULL
SELECT gazetteer_agg(surface, kind) IS NULL AS none, gazetteer_agg(NULL, 'X') IS NULL AS "null" FROM name WHERE false;
SELECT gazetteer_agg(s, 'X') FROM (VALUES ('b'), (NULL), ('a')) v (s);
-- the name defaults to the surface, also where it is NULL
SELECT gazetteer_agg(surface, kind) = gazetteer_agg(surface, kind, NULL) AND gazetteer_agg(surface, kind) = gazetteer_agg(surface, kind, surface, NULL) AS same FROM name;
-- equal rows in any order give equal bytes; a row twice counts once
SELECT gazetteer_agg(surface, kind, name, ref ORDER BY md5(surface)) = gazetteer_agg(surface, kind, name, ref ORDER BY ref DESC) AS same FROM name, generate_series(1, 3);
SELECT cardinality(gazetteer_agg(surface, kind)) FROM name, generate_series(1, 3);
SELECT surface, cardinality(gazetteer_agg(surface, kind) OVER (ORDER BY surface COLLATE "C")) FROM name;
-- surfaces without a word, kinds that are none, too many words:
SELECT gazetteer_agg('', 'X');
SELECT gazetteer_agg(' « ! » ', 'X');
SELECT gazetteer_agg('ONU', 'org');
SELECT gazetteer_agg('ONU', '');
SELECT gazetteer_agg('ONU', '1A');
SELECT gazetteer_agg('ONU', NULL);
SELECT gazetteer_agg(repeat('la ', 256), 'X');
SELECT cardinality(gazetteer_agg(repeat('la ', 255), 'LONGUEUR_255'));

-- 20,000 names, parallel and serial
CREATE TABLE person AS
	SELECT i, 'Prénom' || i % 300 || CASE WHEN i % 7 = 0 THEN ' de ' ELSE ' ' END || 'Nom' || i AS surface, 'p' || i AS ref FROM generate_series(1, 20000) AS i;
ANALYZE person;
CREATE TABLE store (id int PRIMARY KEY, g gazetteer);
INSERT INTO store SELECT 1, gazetteer_agg(surface, 'PER', surface, ref) FROM person;
INSERT INTO store SELECT 2, gazetteer_agg(surface, 'PER', surface, ref) FROM person WHERE i % 2 = 0;
BEGIN;
SET LOCAL parallel_setup_cost = 0;
SET LOCAL parallel_tuple_cost = 0;
SET LOCAL min_parallel_table_scan_size = 0;
SET LOCAL max_parallel_workers_per_gather = 2;
EXPLAIN (COSTS OFF) SELECT gazetteer_agg(surface, 'PER', surface, ref) FROM person;
SELECT (SELECT gazetteer_agg(surface, 'PER', surface, ref) FROM person) = g AS same FROM store WHERE id = 1;
COMMIT;
SELECT count(*), count(u.surface = p.surface AND kind = 'PER' AND u.name = p.surface OR NULL) AS same
FROM store, unnest(g) AS u FULL JOIN person AS p USING (ref) WHERE id = 1;
SELECT (pg_column_size(g) - (SELECT sum(2 + octet_length(surface) + octet_length(ref)) FROM person)) / cardinality(g) <= 40 AS small FROM store WHERE id = 1;

-- ------------------------------------------------------------- values in tables
-- every name is found where it is, and by each of two dictionaries what it holds
CREATE TABLE article AS
	SELECT a, string_agg('Hier, ' || upper(surface) || ' a rencontré ' || surface, '. ' ORDER BY i) AS body, count(*) FILTER (WHERE i % 2 = 0) AS even, count(*) AS n
	FROM person, LATERAL (SELECT i % 100 AS a) AS x GROUP BY a;
SELECT count(*) AS articles, bool_and(found = 2 * CASE id WHEN 1 THEN n ELSE even END) AS found, bool_and(exact) AS exact
FROM (SELECT id, a, n, even, count(*) AS found, bool_and(substr(body, start, length) = m.surface AND lower(m.surface) = lower(m.name)) AS exact
	FROM article, store, gazetteer_match(body, g) AS m GROUP BY id, a, n, even) AS x;
-- a dictionary in memory and one in a table answer alike
WITH own AS MATERIALIZED (SELECT gazetteer_agg(surface, 'PER', surface, ref) AS g FROM person)
SELECT count(*) AS differing FROM (
	(SELECT a, m.* FROM article, own, gazetteer_match(body, g) AS m EXCEPT SELECT a, m.* FROM article, store, gazetteer_match(body, g) AS m WHERE id = 1)
	UNION ALL
	(SELECT a, m.* FROM article, gazetteer_match(body, (SELECT g FROM store WHERE id = 1)) AS m EXCEPT SELECT a, m.* FROM article, own, gazetteer_match(body, g) AS m)) AS x;
-- in a select list, where the same place in a query meets one dictionary after the other
SELECT id, count(*) FROM (SELECT id, gazetteer_match(body, g) FROM article, store ORDER BY a, id) AS x GROUP BY id ORDER BY id;
-- what a backend keeps of a table follows the table: changed, changed back, thrown away, made anew, more values than are kept
CREATE TABLE kept (id int PRIMARY KEY, g gazetteer);
INSERT INTO kept SELECT k, gazetteer_agg('Nom ' || i || ' de ' || k, 'PER') FROM generate_series(1, 12) AS k, generate_series(1, 500) AS i GROUP BY k;
PREPARE hits AS SELECT string_agg(id || ':' || (SELECT string_agg(m.surface, ',') FROM gazetteer_match('Nom 7 de 1, nom 7 de 5, nom 7 de 12, nom 501 de 5', g) AS m), ' ' ORDER BY id) FROM kept;
EXECUTE hits;
BEGIN;
UPDATE kept SET g = (SELECT gazetteer_agg(surface, kind) FROM (SELECT surface, kind FROM unnest(g) UNION ALL SELECT 'Nom 501 de 5', 'PER') AS x) WHERE id IN (5, 6);
EXECUTE hits;
ROLLBACK;
EXECUTE hits;
UPDATE kept SET g = (SELECT gazetteer_agg(surface, kind) FROM (SELECT surface, kind FROM unnest(g) UNION ALL SELECT 'Nom 501 de 5', 'PER') AS x) WHERE id = 5;
VACUUM FULL kept;
EXECUTE hits;
TRUNCATE kept;
INSERT INTO kept SELECT 5, gazetteer_agg('Nom ' || i || ' de 12', 'PER') FROM generate_series(1, 500) AS i;
EXECUTE hits;
-- of two that are used in turn by one place in a query
SELECT count(*), count(DISTINCT id) FROM (SELECT store.id FROM store, article, gazetteer_match(left(body, 1000), g) AS m ORDER BY a, store.id) AS x;
-- and of a query that fails while it holds one
SELECT count(*) FROM store, gazetteer_match('Hier, Prénom4 Nom4', g) AS m WHERE 1 / (id - 2) = 1;
SELECT count(*) FROM store, gazetteer_match('Hier, Prénom4 Nom4', g) AS m;
-- order and hash
SELECT count(DISTINCT g) AS "distinct", count(*) FROM (SELECT g FROM store UNION ALL SELECT gazetteer_agg(surface, 'PER', surface, ref) FROM person) AS x;
SELECT count(*) FROM store AS a JOIN store AS b USING (g);
SELECT a.id, b.id, a.g = b.g AS eq, a.g <> b.g AS ne, (a.g < b.g) <> (a.g >= b.g) AS lt, (a.g <= b.g) <> (a.g > b.g) AS le,
	gaz_hash(a.g) = gaz_hash(b.g) AS hash, gaz_hash_extended(a.g, 1) = gaz_hash_extended(b.g, 1) AS extended FROM store AS a, store AS b ORDER BY a.id, b.id;
SELECT opcname, amvalidate(oid) FROM pg_opclass WHERE opcintype = 'gazetteer'::regtype ORDER BY opcname;

-- A table of names that is edited, and a row that a trigger keeps in step.
CREATE TABLE dictionary (one boolean PRIMARY KEY DEFAULT true CHECK (one), names gazetteer NOT NULL DEFAULT '');
INSERT INTO dictionary DEFAULT VALUES;
CREATE FUNCTION keep_dictionary() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	PERFORM FROM dictionary FOR UPDATE;
	UPDATE dictionary SET names = coalesce((SELECT gazetteer_agg(surface, kind, name, ref) FROM name), '');
	RETURN NULL;
END $$;
CREATE TRIGGER keep AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON name FOR EACH STATEMENT EXECUTE FUNCTION keep_dictionary();
INSERT INTO name VALUES ('Voltera', 'ORG', NULL, '30');
SELECT m.surface, m.ref FROM dictionary, gazetteer_match('Voltera et Trambel', names) AS m;
UPDATE name SET ref = '31' WHERE surface = 'Voltera';
DELETE FROM name WHERE surface = 'Trambel';
SELECT m.surface, m.ref FROM dictionary, gazetteer_match('Voltera et Trambel', names) AS m;
TRUNCATE name;
SELECT cardinality(names) FROM dictionary;

-- --------------------------------------------------------------- text and binary
SELECT E'  ''b''/Y2_Z#''''\n ''l''''A\\\\''/X=''a''#''r'' '::gazetteer;
SELECT bool_and(g::text::gazetteer = g) AS text_trip FROM store;
-- malformed literals, and rows that no gazetteer takes:
SELECT 'ONU'::gazetteer;
SELECT '''ONU'::gazetteer;
SELECT '''ONU'''::gazetteer;
SELECT '''ONU''/'::gazetteer;
SELECT '''ONU''/org'::gazetteer;
SELECT '''ONU''/ORG='::gazetteer;
SELECT '''ONU''/ORG#x'::gazetteer;
SELECT '''ONU''/ORG''UN''/ORG'::gazetteer;
SELECT '''!''/ORG'::gazetteer;
SELECT E'''ONU\\'::gazetteer;

SELECT gaz_send('''ONU''/ORG=''UN''#''1'' ''a''/X');
SELECT current_setting('data_directory') || '/gazetteer_regress.bin' AS file \gset
\set remove 'rm -f "' :file '"'
COPY store TO :'file' (FORMAT binary);
CREATE TEMPORARY TABLE back (LIKE store);
COPY back FROM :'file' (FORMAT binary);
SELECT count(*), bool_and(a.g = b.g) AS binary_trip FROM store AS a JOIN back AS b USING (id);
TRUNCATE back;
-- foreign bytes: rows in another order are canonical when received
COPY (SELECT 1, '\x01 00000002 00000001 62 00000001 59 ffffffff ffffffff 00000001 61 00000001 58 00000001 61 00000000'::bytea) TO :'file' (FORMAT binary);
COPY back FROM :'file' (FORMAT binary);
SELECT g, g = '''a''/X#'''' ''b''/Y' AS canonical FROM back;
-- another version, too few rows, too many, lengths that lie, no UTF-8, a zero byte, no kind, no word:
COPY (SELECT 1, '\x02 00000000'::bytea) TO :'file' (FORMAT binary);
COPY back FROM :'file' (FORMAT binary);
COPY (SELECT 1, '\x01 7fffffff 00000001 62 00000001 59 ffffffff ffffffff'::bytea) TO :'file' (FORMAT binary);
COPY back FROM :'file' (FORMAT binary);
COPY (SELECT 1, '\x01 00000000 00'::bytea) TO :'file' (FORMAT binary);
COPY back FROM :'file' (FORMAT binary);
COPY (SELECT 1, '\x01 00000001 7fffffff 62 00000001 59 ffffffff ffffffff'::bytea) TO :'file' (FORMAT binary);
COPY back FROM :'file' (FORMAT binary);
COPY (SELECT 1, '\x01 00000001 fffffffe 62 00000001 59 ffffffff ffffffff'::bytea) TO :'file' (FORMAT binary);
COPY back FROM :'file' (FORMAT binary);
COPY (SELECT 1, '\x01 00000001 ffffffff 00000001 59 ffffffff ffffffff'::bytea) TO :'file' (FORMAT binary);
COPY back FROM :'file' (FORMAT binary);
COPY (SELECT 1, '\x01 00000001 00000001 e9 00000001 59 ffffffff ffffffff'::bytea) TO :'file' (FORMAT binary);
COPY back FROM :'file' (FORMAT binary);
COPY (SELECT 1, '\x01 00000001 00000002 6200 00000001 59 ffffffff ffffffff'::bytea) TO :'file' (FORMAT binary);
COPY back FROM :'file' (FORMAT binary);
COPY (SELECT 1, '\x01 00000001 00000001 62 00000001 79 ffffffff ffffffff'::bytea) TO :'file' (FORMAT binary);
COPY back FROM :'file' (FORMAT binary);
COPY (SELECT 1, '\x01 00000001 00000001 21 00000001 59 ffffffff ffffffff'::bytea) TO :'file' (FORMAT binary);
COPY back FROM :'file' (FORMAT binary);
COPY (SELECT 1 WHERE false) TO PROGRAM :'remove';

-- ------------------------------------------------------------- damaged values
CREATE CAST (bytea AS gazetteer) WITHOUT FUNCTION;
CREATE CAST (gazetteer AS bytea) WITHOUT FUNCTION;
-- cut short, of another release, none of ours:
SELECT * FROM gazetteer_match('ONU', substr(:'g'::gazetteer::bytea, 1, 40)::gazetteer);
SELECT cardinality('\x00'::bytea::gazetteer);
SELECT set_byte(:'g'::gazetteer::bytea, 3, 50)::gazetteer;
SELECT cardinality(set_byte(:'g'::gazetteer::bytea, 3, 50)::gazetteer);
SELECT count(*) FROM unnest('\x0123456789'::bytea::gazetteer);
-- every function over 1,500 damaged values: an answer or this error
CREATE FUNCTION poke(g gazetteer) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
	call text;
	result text := '';
BEGIN
	FOREACH call IN ARRAY ARRAY['$1::text', '(SELECT count(*) FROM unnest($1))', 'cardinality($1)', 'gaz_send($1)', 'gaz_hash($1)', '$1 < ''''',
		'(SELECT count(*) FROM gazetteer_match(''Hélène Marchal, ONU, nations unies, Trambel Logistique'', $1, ''all''))',
		'(SELECT count(*) FROM gazetteer_match(''Hélène Marchal, ONU, nations unies, Trambel Logistique Nord'', $1))'] LOOP
		BEGIN
			EXECUTE 'SELECT ' || call USING g;
			result := result || '+';
		EXCEPTION WHEN data_corrupted OR character_not_in_repertoire OR program_limit_exceeded THEN
			result := result || '-';
		END;
	END LOOP;
	RETURN result;
END $$;
SELECT count(*), count(*) FILTER (WHERE result LIKE '%-%') > 150 AS noticed, count(*) FILTER (WHERE result ~ '^[+-]{8}$') AS survived
FROM generate_series(1, 1500) AS i, LATERAL (SELECT :'g'::gazetteer::bytea AS good) AS x,
	LATERAL (SELECT poke(set_byte(set_byte(good, (i * 7919) % length(good), i % 256), CASE WHEN i % 3 = 0 THEN (i * 31) % 48 ELSE (i * 104729) % length(good) END, (i * 13) % 256)::gazetteer) AS result) AS y;
DROP CAST (bytea AS gazetteer);
DROP CAST (gazetteer AS bytea);

-- ------------------------------------------------------------ hostile documents
SELECT count(*) FROM gazetteer_match(repeat('"', 100000) || 'ONU', :'g', 'all');
SELECT count(*) FROM gazetteer_match(repeat('e', 1000000) || ' ONU', :'g');
SELECT count(*) FROM gazetteer_match(repeat('é', 500000), :'g');
SELECT count(*) FROM gazetteer_match(repeat('a ', 100000), (SELECT gazetteer_agg(repeat('a ', n) || 'b', 'X') FROM generate_series(1, 254) AS n));
SELECT count(*) FROM gazetteer_match(repeat('l''ONU ', 50000), :'g');

DROP FUNCTION found(text, text), poke(gazetteer), keep_dictionary() CASCADE;
DEALLOCATE hits;
DROP TABLE name, person, store, article, kept, dictionary;

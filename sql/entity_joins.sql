-- mentions() above outer joins, in sublinks and beside aggregates: whatever
-- index takes its place, the rows are those of the sequential scan.  From 16
-- on a column above an outer join is another variable than below it.
CREATE TABLE join_left (id int PRIMARY KEY);
INSERT INTO join_left SELECT generate_series(1, 50);
CREATE TABLE join_right (id int, body text, ents entityset GENERATED ALWAYS AS (entities(body)) STORED);
INSERT INTO join_right (id, body)
SELECT g, 'Le maire Paul Durand est à ' || (ARRAY['Paris', 'Lyon', 'Namur'])[1 + g % 3] || '.' FROM generate_series(1, 40) g;

CREATE VIEW join_answers AS
SELECT (SELECT count(*) FROM join_left LEFT JOIN join_right b USING (id) WHERE mentions(b.body, 'Paris')) AS above,
	(SELECT count(*) FROM join_left a LEFT JOIN join_right b ON a.id = b.id AND mentions(b.body, 'Paris')) AS within,
	(SELECT count(*) FILTER (WHERE mentions(b.body, 'Lyon')) FROM join_left LEFT JOIN join_right b USING (id)) AS filtered,
	(SELECT count(*) FROM join_left LEFT JOIN join_right b USING (id) WHERE mentions(b.body, 'Paris') IS NOT TRUE) AS not_true,
	(SELECT count(*) FROM (SELECT mentions(b.body, 'Paris') AS m FROM join_left LEFT JOIN join_right b USING (id)) s
		WHERE m OR m IS NULL) AS selected,
	(SELECT count(*) FROM join_left a WHERE EXISTS (SELECT FROM join_right b WHERE b.id = a.id AND mentions(b.body, 'Namur'))) AS semi,
	(SELECT count(*) FROM join_left a FULL JOIN join_right b USING (id) WHERE mentions(b.body, 'Paris') OR a.id IS NULL) AS full_join,
	(SELECT string_agg(n::text, ',' ORDER BY m) FROM (SELECT mentions(body, 'Paris') AS m, count(*) AS n FROM join_right GROUP BY 1) s) AS grouped;

SELECT * FROM join_answers;
CREATE TEMP TABLE without_index AS SELECT * FROM join_answers;
CREATE INDEX ON join_right USING gin (body entity_ops);
CREATE INDEX ON join_right USING gin (entities(body));
CREATE INDEX ON join_right USING gin (ents);
ANALYZE join_left, join_right;
SET enable_seqscan = off;
SET jit = off;
SELECT a = b AS equal FROM join_answers a, without_index b;

-- What is written is read through the index of its old row only.
UPDATE join_right SET body = replace(body, 'Paris', 'Lyon') WHERE mentions(body, 'Paris') AND id < 10;
SELECT count(*) FILTER (WHERE mentions(body, 'Paris')) AS paris, count(*) FILTER (WHERE mentions(body, 'Lyon')) AS lyon FROM join_right;
DELETE FROM join_right WHERE mentions(body, 'Namur');
SELECT count(*) FROM join_right;
RESET enable_seqscan;
RESET jit;
DROP VIEW join_answers;
DROP TABLE join_left, join_right;

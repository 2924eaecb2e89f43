-- Entities and claims with the user's own names: a gazetteer beside the model.
\set VERBOSITY terse
\pset null '(null)'
CREATE TEMP TABLE names AS
SELECT gazetteer_agg(surface, kind, name, ref) AS g FROM (VALUES
	('Trambel', 'BRAND', 'Trambel SA', 'B1'),
	('Karel Hollebeke', 'PER', 'Hollebeke, Karel', 'P1'),
	('pont de Jambes', 'PLACE', 'Pont de Jambes', 'L1'),
	('Jambes', 'PLACE', 'Jambes', NULL)) AS v(surface, kind, name, ref);
CREATE TEMP TABLE article AS SELECT 'Karel Hollebeke a inauguré le pont de Jambes à Namur. '
	'Trambel a déclaré que Jambes était prête. « Le pont est solide », a dit Karel Hollebeke.'::text AS body;

-- The user's names win where they overlap, with kind, name and ref.
SELECT m.surface, m.kind, m.name, m.ref, substr(a.body, m.start, m.length) = m.surface AS span
FROM article a, names, entity_mentions(a.body, 'fr', g) m;
SELECT u.name, u.kind, u.roles FROM article a, names, unnest(entities(a.body, 'fr', g)) u ORDER BY 1, 2;
SELECT c.source, c.speaker, c.speaker_kind, c.cue, c.content FROM article a, names, claims(a.body, 'fr', g) c;

-- An empty gazetteer changes nothing; NULL gives nothing.
SELECT entities(body, 'fr', '') = entities(body, 'fr') AS same FROM article;
SELECT entities(body, 'fr', NULL) IS NULL AS set, (SELECT count(*) FROM entity_mentions(body, 'fr', NULL)) AS mentions,
	(SELECT count(*) FROM claims(body, 'fr', NULL)) AS claims FROM article;
SELECT count(*) FROM names, entity_mentions('', 'fr', g);

-- Many matches: each once, in text order, none overlapping another.
SELECT count(*), count(*) FILTER (WHERE ref = 'L1') AS bridges, bool_and(start > before) AS in_order
FROM (SELECT m.*, lag(start + length - 1, 1, 0) OVER (ORDER BY ord) AS before
	FROM names, entity_mentions(repeat('Le pont de Jambes, Trambel et Jambes. ', 1000), 'fr', g) m) s;

-- duplicate_passages and duplicate_groups: which paragraph repeats which over
-- the rows of a query, which documents are copies of each other, and what is
-- refused.
CREATE TABLE press (id bigint PRIMARY KEY, outlet text, body text);
INSERT INTO press VALUES
(10, 'Agence', E'Titre court\n\nLe conseil municipal de Rennes a voté lundi soir le budget de la ville pour l''an prochain.\n\nL''opposition dénonce une hausse des impôts locaux de 3 % dès le mois de janvier.'),
-- the same in another typography
(11, 'Écho', E'TITRE COURT\n\n« Le conseil municipal de Rennes a voté lundi soir le budget de la ville pour l’an prochain »\n\nL’opposition dénonce une hausse des impôts locaux de 3 % dès le mois de janvier !'),
-- rewritten, and one paragraph more
(12, 'Matin', E'Le conseil municipal de Rennes a adopté lundi soir le budget de la ville pour l''an prochain.\n\nRien à voir avec ce qui précède, mais il fallait un paragraphe de plus ici.\n\nL''opposition dénonce une forte hausse des impôts locaux de 3 % dès le mois de janvier.'),
-- a paragraph of the first one within another story
(13, 'Soir', E'À Brest, les élus ont parlé toute la nuit du stationnement dans le centre de la ville.\n\nL''opposition dénonce une hausse des impôts locaux de 3 % dès le mois de janvier.\n\nLe maire, lui, promet que rien ne changera avant les prochaines élections municipales de mars.'),
-- a template with other numbers
(14, 'Météo', E'Demain il fera 12 degrés le matin à Brest et 17 degrés à Nice, avec un vent de 40 km/h.'),
(15, 'Météo', E'Demain il fera 9 degrés le matin à Brest et 21 degrés à Nice, avec un vent de 65 km/h.'),
-- a body pasted twice
(16, 'Écho', E'La gare fermera pour travaux du lundi au jeudi pendant tout le mois d''avril.\n\nLa gare fermera pour travaux du lundi au jeudi pendant tout le mois d''avril.'),
-- the end of it is cut off
(17, 'Matin', E'La gare fermera pour travaux du lundi au jeudi pendant tout…'),
(18, 'Vide', NULL), (19, 'Vide', ''), (20, 'Vide', 'Titre court');

SELECT id, ord, first_id, first_ord, round(similarity::numeric, 2) AS similarity
FROM duplicate_passages('SELECT id, body FROM press ORDER BY id');
-- a document repeats what came earlier in the order of the query
SELECT id, ord, first_id, first_ord, round(similarity::numeric, 2) AS similarity
FROM duplicate_passages('SELECT id, body FROM press WHERE id IN (10, 12) ORDER BY id DESC');
-- threshold 1: equal but for typography, or wholly contained
SELECT id, ord, first_id, first_ord, similarity
FROM duplicate_passages('SELECT id, body FROM press ORDER BY id', 1);

SELECT id, group_id, round(similarity::numeric, 2) AS similarity
FROM duplicate_groups('SELECT id, body FROM press ORDER BY id');
SELECT * FROM duplicate_groups('SELECT id, body FROM press ORDER BY id', 1);
-- group_id is the smallest id, in whatever order
SELECT id, group_id FROM duplicate_groups('SELECT id, body FROM press ORDER BY id DESC') ORDER BY id;
-- types of id and doc
SELECT id, group_id FROM duplicate_groups('SELECT id::smallint, body::varchar FROM press WHERE id IN (10, 11)');

-- similarity is the resemblance of the two paragraphs, but for containment
WITH p AS (SELECT id, p.* FROM press, paragraphs(body) p),
	d AS (SELECT * FROM duplicate_passages('SELECT id, body FROM press ORDER BY id', 0.4))
SELECT bool_and(similarity = resemblance(b.body, a.body) OR
	similarity = greatest(containment(b.body, a.body), containment(a.body, b.body))) AS exact
FROM d JOIN p b ON (b.id, b.ord) = (d.id, d.ord) JOIN p a ON (a.id, a.ord) = (first_id, first_ord);

-- boilerplate: 300 documents of two paragraphs end in the same notice
CREATE TEMP TABLE feed AS
SELECT n AS id, (SELECT string_agg(md5(n || ' ' || w), ' ') FROM generate_series(1, 8) w) ||
	E'\n\nAbonnez-vous à notre lettre pour recevoir chaque matin toute l''information de votre région sans publicité ni délai.' AS body
FROM generate_series(1, 300) n;
SELECT count(*) FROM duplicate_groups('SELECT id, body FROM feed');
SELECT count(*), min(first_id), max(first_id) FROM duplicate_passages('SELECT id, body FROM feed ORDER BY id');
-- but a document in 300 copies is one group
SELECT count(*), min(group_id), max(group_id), min(similarity)
FROM duplicate_groups('SELECT n, (SELECT body FROM feed WHERE id = 1) FROM generate_series(1, 300) n');
SELECT count(*), min(group_id), max(group_id)
FROM duplicate_groups('SELECT n, repeat(E''Une seule phrase de six mots.\n\n'', 10) FROM generate_series(1, 300) n');

-- memory too small for the fingerprints and keys of 3,000 documents: the same answer
CREATE TEMP TABLE many AS
SELECT n AS id, (SELECT string_agg(md5((n - n % 3) || ' ' || w) || CASE WHEN w % 10 = n % 3 THEN ' x' ELSE '' END, ' ')
	FROM generate_series(1, 30) w) AS body
FROM generate_series(1, 3000) n;
CREATE TEMP TABLE roomy AS SELECT * FROM duplicate_passages('SELECT id, body FROM many ORDER BY id');
SET maintenance_work_mem = '1MB';
CREATE TEMP TABLE tight AS SELECT * FROM duplicate_passages('SELECT id, body FROM many ORDER BY id');
RESET maintenance_work_mem;
SELECT count(*), count(DISTINCT first_id) FROM roomy;
SELECT count(*) FROM ((TABLE roomy EXCEPT TABLE tight) UNION ALL (TABLE tight EXCEPT TABLE roomy)) different;

-- nothing
SELECT count(*) FROM duplicate_groups('SELECT id, body FROM press WHERE false');
SELECT count(*) FROM duplicate_passages(NULL);
-- threshold out of range
SELECT * FROM duplicate_groups('SELECT id, body FROM press', 0);
-- one column
SELECT * FROM duplicate_groups('SELECT body FROM press');
-- columns of other types
SELECT * FROM duplicate_passages('SELECT body, id FROM press');
-- no query
SELECT * FROM duplicate_groups('no query');
-- nothing that writes
SELECT * FROM duplicate_groups('DELETE FROM press RETURNING id, body');
-- an id twice
SELECT * FROM duplicate_groups('SELECT 1, body FROM press');
-- no id
SELECT * FROM duplicate_passages('SELECT NULL::bigint, body FROM press');
SELECT count(*) FROM press;
DROP TABLE press;

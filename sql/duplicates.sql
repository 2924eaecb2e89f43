-- resemblance, containment, near_duplicate, shares_paragraph, and the
-- paragraphs of one document below threshold 1: exact, with the number guard.

-- two-word shingles: «deux trois» of five
SELECT resemblance('un deux trois quatre', 'zéro deux trois cinq'),
	containment('deux trois', 'un deux trois quatre') AS part,
	containment('un deux trois quatre', 'deux trois') AS whole;
-- typography, case and repetition don't matter, order does
SELECT resemblance('L’été, à Pékin', 'l''ETE a PEKIN !') AS typography,
	resemblance('un deux un deux', 'un deux un') AS repetition,
	resemblance('un deux', 'deux un') AS swapped,
	resemblance('oui', 'Oui.') AS one_word;
-- nothing to compare
SELECT resemblance('', ''), resemblance('***', '***'), containment('', 'un'), near_duplicate('', ''), shares_paragraph('', '');
SELECT resemblance(NULL, 'a'), containment('a', NULL), near_duplicate('a', 'b', NULL), shares_paragraph(NULL, NULL);

-- the number guard: two numbers or more that the other lacks, on both sides
SELECT resemblance(a, b) >= 0.4 AS alike, near_duplicate(a, b, 0.4)
FROM (VALUES
	('Le marché a cédé hier 1,35 % à la clôture, à 4 305,27 points.', 'Le marché a cédé hier 0,82 % à la clôture, à 4 412,60 points.'),
	('Le bilan est de 12 morts et 30 blessés selon la préfecture.', 'Le bilan est de 13 morts et 30 blessés selon la préfecture.'),
	('Il a vendu 12 000 vélos et 3,5 % de ses parts à la ville.', 'Il a vendu 12.000 vélos et 3.5 % de ses parts à la ville.')) t (a, b);

-- a paragraph of five words or more
SELECT shares_paragraph(E'Titre\n\nLe maire de Rennes a dit oui.', E'Autre\n\n« LE MAIRE DE RENNES A DIT OUI »') AS five,
	shares_paragraph(E'Titre\n\nLe maire dit oui', E'Autre\n\nLe maire dit oui') AS four;

-- properties
CREATE TEMP TABLE pair AS
SELECT a.t AS a, b.t AS b FROM (VALUES (''), ('un'), ('un deux'), ('un deux trois'), ('deux trois un deux'),
	('3 4 5 trois'), ('6 7 5 trois'), (E'x\n\ny'), ('é è ê'), ('E E E')) a (t), (VALUES ('un deux trois'), ('3 4 5 trois'), (''), ('e e e'), ('un')) b (t);
SELECT bool_and(resemblance(a, b) = resemblance(b, a)) AS symmetric,
	bool_and(resemblance(a, b) BETWEEN 0 AND 1) AS bounded,
	bool_and(resemblance(a, b) <= least(containment(a, b), containment(b, a))) AS below_containment,
	bool_and(near_duplicate(a, b, 0.3) = near_duplicate(b, a, 0.3)) AS near_symmetric,
	bool_and(near_duplicate(a, a, 1) = (resemblance(a, a) = 1)) AS reflexive
FROM pair;

-- paragraphs of one document: the copy with a word changed, the template, the exact copy of the copy
CREATE TEMP TABLE d AS SELECT concat_ws(E'\n\n',
	'Le conseil municipal a voté lundi soir le budget de la ville pour l''an prochain.',
	'Demain, 12 degrés à Brest et 17 à Nice, avec un vent de 40 km/h.',
	'Le conseil municipal a adopté lundi soir le budget de la ville pour l''an prochain.',
	'Demain, 9 degrés à Brest et 21 à Nice, avec un vent de 65 km/h.',
	'LE CONSEIL MUNICIPAL A ADOPTE LUNDI SOIR LE BUDGET DE LA VILLE POUR L''AN PROCHAIN') AS doc;
SELECT ord, original, round(similarity::numeric, 3) AS similarity FROM d, duplicate_paragraphs(doc, 0.6);
SELECT ord, original, round(similarity::numeric, 3) AS similarity FROM d, duplicate_paragraphs(doc);
SELECT p.ord, body FROM d, paragraphs(dedup_paragraphs(doc, 0.6)) p;
SELECT dedup_paragraphs(doc, 0.95) = dedup_paragraphs(doc) AS strict FROM d;
-- the similarity is the resemblance of the two
SELECT bool_and(similarity = resemblance(p.body, o.body)) AS exact
FROM d, duplicate_paragraphs(doc, 0.3) x
	JOIN LATERAL paragraphs((SELECT doc FROM d)) p ON p.ord = x.ord
	JOIN LATERAL paragraphs((SELECT doc FROM d)) o ON o.ord = x.original;
-- a million times the same, and nothing like another
SELECT dedup_paragraphs(repeat(E'Encore une fois.\n\n', 1000000), 0.5) AS once;
SELECT count(*) FROM duplicate_paragraphs((SELECT string_agg(md5(n::text) || ' ' || md5((-n)::text), E'\n\n') FROM generate_series(1, 20000) n), 0.5);

-- threshold out of range
SELECT near_duplicate('a', 'b', 0);
-- threshold out of range
SELECT near_duplicate('a', 'b', 'NaN');

-- what changes from row to row is read again, what stays is not
SELECT string_agg(near_duplicate(a, b, 0.5)::int::text, '' ORDER BY n) AS near,
	string_agg(near_duplicate('un deux trois', b, 0.5)::int::text, '' ORDER BY n) AS left,
	string_agg(shares_paragraph(a, b)::int::text, '' ORDER BY n) AS shared
FROM (VALUES (1, 'un deux trois', 'un deux trois'), (2, 'un deux trois', 'six'), (3, 'six', 'six'),
	(4, 'a b c d e', 'a b c d e'), (5, '', ''), (6, 'a b c d e', 'a b c d e')) t (n, a, b);

SELECT proname, provolatile, proisstrict, proparallel, obj_description(oid, 'pg_proc') IS NOT NULL AS comment
FROM pg_proc
WHERE proname IN ('resemblance', 'containment', 'near_duplicate', 'shares_paragraph')
ORDER BY 1;

-- Installed languages and detection.
\pset null '(null)'

-- both languages are there, under their own names
SELECT lang, name, model, build ~ '^[0-9a-f]{16}$' AS build, bytes BETWEEN 100000 AND 8 * 1024 * 1024 AS bytes
FROM languages() WHERE lang IN ('en', 'fr') ORDER BY lang;

-- sorted by name, no doubles
SELECT array_agg(lang) = (SELECT array_agg(DISTINCT lang ORDER BY lang) FROM languages()) AS sorted FROM languages();

-- a model's build is the same each time
SELECT count(*) = 0 AS same FROM (SELECT * FROM languages() EXCEPT SELECT * FROM languages()) d;

-- detection on texts of twenty words
SELECT lang, detect_language(doc) = lang AS right
FROM (VALUES
	('fr', 'Le ministre a annoncé mardi que la ligne serait fermée pendant six semaines, le temps de remplacer les rails entre les deux gares.'),
	('en', 'The minister announced on Tuesday that the line would be closed for six weeks while the rails between the two stations are replaced.'),
	('fr', 'Interrogée par nos soins, la direction n’a pas souhaité réagir, mais elle assure qu’aucun emploi n’est menacé dans l’usine d’Andenne.'),
	('en', 'Asked about the plan, management declined to comment, but insisted that none of the plant''s jobs were at risk in the coming months.')) t(lang, doc);

-- nothing speaks for any language: some installed one, always the same
SELECT detect_language('') IN (SELECT lang FROM languages()) AS empty,
	detect_language('') = detect_language('42 !!! 1337') AS same,
	detect_language(NULL) AS "null";

-- elisions decide, whatever the apostrophe, and capitals don't matter
SELECT detect_language('L''ÉCOLE D''ART QU''ILS N''ONT PAS') AS straight,
	detect_language('L’ÉCOLE D’ART QU’ILS N’ONT PAS') AS curly;

-- a long text in one language with a foreign quotation in it, in bounded time
SELECT detect_language(repeat('Le maire a répété que les travaux de la place ne commenceraient pas avant le printemps. ', 20000)
	|| repeat('The mayor said that the works would not begin before spring. ', 2000)) AS long;

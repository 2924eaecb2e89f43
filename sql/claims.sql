-- claims(): who said what.  The grammar itself is tested in test/unit and
-- test/eval; here is what SQL sees of it.
\pset null '(null)'
\x on

CREATE TEMP TABLE article (id int PRIMARY KEY, lang text, body text);
INSERT INTO article VALUES
(1, 'fr', 'La ministre Anouk Delcourt a déclaré que « le pont sera rouvert en juin ». Elle n''a jamais dit que le tunnel fermerait. Selon la police, deux ouvriers ont été blessés.'),
(2, 'en', '"The bridge will reopen in June," said Mayor Anna Delcourt. The company declined to comment.'),
(3, 'fr', E'« Le pont 😀 sera rouvert », a affirmé le maire, « si les e\u0301lus votent le budget ».\r\n\r\nLe syndicat exige que les salaires soient relevés.'),
(4, 'fr', E' \n '), (5, 'fr', ''), (6, 'fr', NULL);

SELECT c.* FROM article a, claims(a.body, a.lang) c WHERE a.id = 1;
SELECT c.source, c.cue, c.act, c.form, c.content FROM article a, claims(a.body) c WHERE a.id = 2;
SELECT c.source, c.cue, c.act, c.form, c.content, c.content_at FROM article a, claims(a.body, 'fr') c WHERE a.id = 3;
\x off

-- Every range is its text; parents stand in the list and enclose their children.
SELECT bool_and(source IS NOT DISTINCT FROM substr(body, lower(source_at), upper(source_at) - lower(source_at))) AS source,
	bool_and(cue IS NOT DISTINCT FROM substr(body, lower(cue_at), upper(cue_at) - lower(cue_at))) AS cue,
	bool_and(content IS NOT DISTINCT FROM (
		SELECT string_agg(substr(body, lower(r), upper(r) - lower(r)), ' … ' ORDER BY r) FROM unnest(content_at) r)) AS content,
	bool_and(certainty BETWEEN 0 AND 1) AS certainty,
	bool_and(parent IS NULL OR parent <> ord) AS parent,
	count(DISTINCT (id, ord)) = count(*) AS numbered
FROM article a, claims(a.body, a.lang) c;

-- Nesting: the inner claim lies in the content of the outer one.
SELECT c.ord, c.parent, c.source, c.cue, c.negated, p.content_at @> c.source_at AS enclosed
FROM claims('La ville assure que la région a promis de payer le pont.', 'fr') c
LEFT JOIN claims('La ville assure que la région a promis de payer le pont.', 'fr') p ON p.ord = c.parent;

-- NULL, empty and white space have no claims; a language must be installed.
SELECT count(c) FROM article a LEFT JOIN claims(a.body, a.lang) c ON true WHERE a.id > 3;
SELECT count(*) FROM claims(NULL);
SELECT count(*) FROM claims('Il dit que oui.', 'xx');

-- No two claims alike, and hostile texts end (limits are in test/t).
SELECT count(*) = count(DISTINCT (source_at, cue_at, content_at)) AS distinct
FROM claims(repeat('Selon le maire, selon la police, « le pont », a dit Anne Roux, est fermé. ', 200), 'fr');
SELECT count(*) >= 0 AS ends FROM claims(repeat('« ', 100000), 'fr');

-- paragraphs, fingerprint, paragraph_fingerprints, dedup_paragraphs and
-- duplicate_paragraphs: splitting rules, positions that substr understands,
-- fingerprints that are frozen, and a document that is left as it was except
-- for what repeats.
\pset null '(null)'

-- blank lines, whatever the line ends
SELECT ord, start, length, body FROM paragraphs(E'Un.\nSuite.\n\nDeux.\r\n \t\r\nTrois.\r\rQuatre.\n');
-- form feed, U+2029, </p>, double <br>
SELECT ord, start, length, body FROM paragraphs(E'Un\fDeux\u2029Trois<BR>\n<br class="x" />Quatre</P >Cinq');
SELECT ord, start, length, body FROM paragraphs('<p class="chapo">Un.</p> <p>Deux,<br>suite.</p>');
-- no break at all: one paragraph per line
SELECT ord, start, length, body FROM paragraphs(E'  Un\nDeux\r\nTrois  ');

-- positions count characters: beyond the BMP, combining marks, ligatures
SELECT ord, start, length, body FROM paragraphs(E'\u00e9t\u00e9 \U0001F600\n\ne\u0301te\u0301\r\n\r\n\u00a0\ufb01n\u202f');

-- nothing in, nothing out
SELECT count(*) FROM paragraphs('');
SELECT count(*) FROM paragraphs(E' \t\r\n\r\n\f\u00a0\u2029');
SELECT count(*) FROM paragraphs(NULL);
SELECT fingerprint(NULL), paragraph_fingerprints(NULL), dedup_paragraphs(NULL), dedup_paragraphs('x', NULL);
SELECT paragraph_fingerprints(''), dedup_paragraphs('') = '' AS empty;
SELECT count(*) FROM duplicate_paragraphs('');

-- fingerprints are frozen within a major version
SELECT fingerprint('') AS empty, fingerprint('***') AS stars, fingerprint('le gouvernement') AS words;

-- what a fingerprint does not see, and what it does (unaligned: psql 15 and
-- 17 differ about the width of a soft hyphen)
\pset format unaligned
SELECT a, b, fingerprint(a) = fingerprint(b) AS equal
FROM (VALUES
	(E'L\u2019\u00c9tat fran\u00e7ais', 'l''etat FRANCAIS'),
	(E'\u00ab\u00a0C\u0153ur\u00a0\u00bb \u2014 oui\u2026', '"coeur" - oui...'),
	(E'e\u0301te\u0301', E'\u00e9t\u00e9'),
	(E'infor-\nmation', 'information'),
	(E'infor\u00admation', 'information'),
	(E'o\ufb03ciel', 'officiel'),
	(E'12\u202f000', '12 000'),
	(E'\u0391\u03a3', E'\u03b1\u03c2'),
	(E'\u0401\u043b\u043a\u0430', E'\u0435\u043b\u043a\u0430'),
	('***', '---'),
	('Jean Pierre', 'Jeanpierre'),
	('3 %', '4 %')) AS t (a, b);
\pset format aligned

-- properties, over documents that are hard to cut
CREATE TEMP TABLE hard (id int GENERATED ALWAYS AS IDENTITY, doc text);
INSERT INTO hard (doc) VALUES
	(''), (E'\n'), (E'a\n\nb\n\na'), (E'\r\n\r\na\r\nb\r\n'), (E'<p>a<p>b</p><br><br><br>'),
	(E'\U0001F600\u0301\n\n\U00020000\u3000\n\n\u202f\u00e9'), (E'a</p'), ('<br><br'),
	(E'\u00a0\n\u00a0\n\u00a0x'), (E'x\n\n\u200b\n\nx'), (repeat(E'Un \u00e9t\u00e9.\n\n', 1000));
SELECT bool_and(substr(doc, start, length) = body) AS spans,
	bool_and(fingerprint(body) = p.fingerprint) AS fingerprints,
	bool_and(length = char_length(body)) AS lengths
FROM hard, paragraphs(doc) p;
SELECT bool_and(ord = expected AND start > last_end) AS ordered
FROM (SELECT ord, start, row_number() OVER w AS expected,
		lag(start + length, 1, 0) OVER w AS last_end
	FROM hard, paragraphs(doc) WINDOW w AS (PARTITION BY id ORDER BY start)) x;
SELECT bool_and(paragraph_fingerprints(doc) =
	ARRAY(SELECT DISTINCT fingerprint FROM paragraphs(doc) ORDER BY fingerprint)) AS sorted_and_distinct
FROM hard;
SELECT bool_and(dedup_paragraphs(dedup_paragraphs(doc)) = dedup_paragraphs(doc)) AS stable,
	bool_and(EXISTS (SELECT FROM duplicate_paragraphs(doc)) = (dedup_paragraphs(doc) <> doc)) AS only_if_needed,
	bool_and(paragraph_fingerprints(dedup_paragraphs(doc)) = paragraph_fingerprints(doc)) AS nothing_lost
FROM hard;

-- a body that was pasted twice, in three typographies
WITH body (b) AS (VALUES (E'Le conseil vote.\n\nLe maire se f\u00e9licite : \u00ab Enfin ! \u00bb'))
SELECT dedup_paragraphs(b || E'\n\n' || b) = b AS same,
	dedup_paragraphs(b || E'\n\n\n' || upper(b) || E'\n') = b AS capitals,
	dedup_paragraphs(replace(b || E'\n\n' || b, E'\n', E'\r\n')) = replace(b, E'\n', E'\r\n') AS crlf,
	dedup_paragraphs(replace(b, E'\n\n', E'\n') || E'\n' || replace(b, E'\n\n', E'\n')) = replace(b, E'\n\n', E'\n') AS lines,
	dedup_paragraphs(b || E'\n') = b || E'\n' AS unchanged
FROM body;

-- text and spacing of what stays are what they were
SELECT quote_literal(dedup_paragraphs(E'  Un\n\n\tDeux\n\n\nUN !\n \nTrois \n'));
SELECT dedup_paragraphs('<p>Un</p><p>Deux</p><p>Un</p>'), dedup_paragraphs('<p>Un</p><p>Un</p><p>Deux</p>');
SELECT * FROM duplicate_paragraphs(E'Un\n\nDeux\n\nun.\n\n\u00ab UN \u00bb\n\ndeux');

-- a million times the same
SELECT dedup_paragraphs(repeat(E'Encore.\n\n', 1000000)) AS once;
SELECT count(*), min(original), max(original), max(ord) FROM duplicate_paragraphs(repeat(E'Encore.\n', 1000000));

-- threshold 0 is out of range
SELECT dedup_paragraphs('x', 0);
-- threshold above 1 is out of range
SELECT dedup_paragraphs('x', 1.5);
-- threshold NaN is out of range
SELECT * FROM duplicate_paragraphs('x', 'NaN');
-- threshold below 0 is out of range
SELECT * FROM duplicate_paragraphs('x', -1);

-- immutable: generated columns and indexes
CREATE TEMP TABLE article (
	id int GENERATED ALWAYS AS IDENTITY,
	body text,
	fps bigint[] GENERATED ALWAYS AS (paragraph_fingerprints(body)) STORED);
CREATE INDEX article_fps ON article USING gin (fps);
CREATE INDEX article_body ON article USING gin (paragraph_fingerprints(body));
INSERT INTO article (body)
SELECT format(E'Article num\u00e9ro %s.\n\nFin de l\u2019article.', n) FROM generate_series(1, 500) n;
INSERT INTO article (body) VALUES (NULL), ('');
SET enable_seqscan = off;
SELECT id FROM article WHERE fps && ARRAY[fingerprint('ARTICLE NUMERO 42')];
SELECT id FROM article WHERE paragraph_fingerprints(body) && ARRAY[fingerprint('ARTICLE NUMERO 42')];
SELECT count(*) FROM article WHERE fps && ARRAY[fingerprint(E'Fin de l''article')];
RESET enable_seqscan;

-- works with its schema off the search path
SET search_path = pg_catalog;
SELECT public.dedup_paragraphs(E'a\n\nb\n\na');
SELECT body FROM public.paragraphs(E'a\n\nb');
RESET search_path;

-- every function has a comment, is immutable and parallel safe
SELECT proname, provolatile, proisstrict, proparallel, obj_description(oid, 'pg_proc') IS NOT NULL AS comment
FROM pg_proc
WHERE proname IN ('paragraphs', 'fingerprint', 'paragraph_fingerprints', 'dedup_paragraphs', 'duplicate_paragraphs')
ORDER BY 1;

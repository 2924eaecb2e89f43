-- Databases of other encodings give the answers of a UTF8 one, by conversion;
-- SQL_ASCII works on valid UTF-8, counts bytes as its substr does, and refuses
-- the rest.
\set home :DBNAME
CREATE DATABASE gazette_latin9 ENCODING 'LATIN9' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0;
CREATE DATABASE gazette_win1252 ENCODING 'WIN1252' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0;
CREATE DATABASE gazette_ascii ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0;

-- what a UTF8 database answers
SELECT fingerprint('Cœur d''été : 3 €');
SELECT * FROM paragraphs(E'Été à Pékin\n\nCœur «d''été» : 3 €\n\nÉTÉ à pékin\n');
SELECT dedup_paragraphs(E'Été à Pékin\n\nCœur «d''été» : 3 €\n\nÉTÉ à pékin\n');

\c gazette_latin9
CREATE EXTENSION pg_gazette;
SELECT fingerprint('Cœur d''été : 3 €');
SELECT * FROM paragraphs(E'Été à Pékin\n\nCœur «d''été» : 3 €\n\nÉTÉ à pékin\n');
SELECT bool_and(substr(doc, start, length) = body)
FROM (VALUES (E'Été à Pékin\n\nCœur «d''été» : 3 €\n\nÉTÉ à pékin\n')) t (doc), paragraphs(doc);
SELECT dedup_paragraphs(E'Été à Pékin\n\nCœur «d''été» : 3 €\n\nÉTÉ à pékin\n');
SELECT dedup_paragraphs(E'Été à Pékin\n\nCœur\n') = E'Été à Pékin\n\nCœur\n' AS unchanged;

\c gazette_win1252
CREATE EXTENSION pg_gazette;
SELECT fingerprint('Cœur d’été : 3 €');
SELECT * FROM paragraphs(E'Été à Pékin\n\nCœur «d’été» : 3 €\n\nÉTÉ à pékin\n');
SELECT bool_and(substr(doc, start, length) = body)
FROM (VALUES (E'Été à Pékin\n\nCœur «d’été» : 3 €\n\nÉTÉ à pékin\n')) t (doc), paragraphs(doc);

\c gazette_ascii
CREATE EXTENSION pg_gazette;
SELECT fingerprint('Cœur d''été : 3 €');
SELECT * FROM paragraphs(E'Été à Pékin\n\nCœur «d''été» : 3 €\n\nÉTÉ à pékin\n');
SELECT bool_and(substr(doc, start, length) = body)
FROM (VALUES (E'Été à Pékin\n\nCœur «d''été» : 3 €\n\nÉTÉ à pékin\n')) t (doc), paragraphs(doc);
SELECT dedup_paragraphs(E'Été à Pékin\n\nCœur «d''été» : 3 €\n\nÉTÉ à pékin\n');
-- Latin-1 bytes are no UTF-8
\set VERBOSITY sqlstate
SELECT fingerprint(E'\xE9t\xE9');
\set VERBOSITY default

\c :home
DROP DATABASE gazette_latin9;
DROP DATABASE gazette_win1252;
DROP DATABASE gazette_ascii;

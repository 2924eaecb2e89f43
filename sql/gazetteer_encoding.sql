-- gazetteer in databases of other encodings: the answers of a UTF8 one by
-- conversion; in SQL_ASCII positions are bytes, as its substr counts.
\set home :DBNAME
CREATE DATABASE gazetteer_latin9 ENCODING 'LATIN9' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0;
CREATE DATABASE gazetteer_ascii ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0;

-- what a UTF8 database answers
SELECT gazetteer_agg(s, 'X', n, r) FROM (VALUES ('Cœur d''Été', 'Œuvre', '€'), ('Élysée', NULL, NULL)) AS v (s, n, r);
SELECT * FROM gazetteer_match('Le COEUR d''ete à l''Elysée', '''Cœur d''''Été''/X=''Œuvre''#''€'' ''Élysée''/X');

\c gazetteer_latin9
SET client_encoding = 'UTF8';
CREATE EXTENSION pg_gazette;
SELECT gazetteer_agg(s, 'X', n, r) FROM (VALUES ('Cœur d''Été', 'Œuvre', '€'), ('Élysée', NULL, NULL)) AS v (s, n, r);
SELECT * FROM gazetteer_match('Le COEUR d''ete à l''Elysée', '''Cœur d''''Été''/X=''Œuvre''#''€'' ''Élysée''/X');
SELECT * FROM unnest('''Cœur d''''Été''/X=''Œuvre''#''€'' ''Élysée''/X'::gazetteer);
SELECT gazetteer_agg('«€»', 'X');
SELECT '''œ'::gazetteer;

\c gazetteer_ascii
SET client_encoding = 'SQL_ASCII';
CREATE EXTENSION pg_gazette;
SELECT gazetteer_agg(s, 'X', n, r) FROM (VALUES ('Cœur d''Été', 'Œuvre', '€'), ('Élysée', NULL, NULL)) AS v (s, n, r);
SELECT * FROM gazetteer_match('Le COEUR d''ete à l''Elysée', '''Cœur d''''Été''/X=''Œuvre''#''€'' ''Élysée''/X');
SELECT bool_and(substr(doc, start, length) = surface) FROM (VALUES ('Le COEUR d''ete à l''Elysée')) AS d (doc), gazetteer_match(doc, '''Cœur d''''Été''/X=''Œuvre''#''€'' ''Élysée''/X');
-- a name, a literal and a document that are no UTF-8:
SELECT gazetteer_agg(E'\xe9t\xe9', 'X');
SELECT (E'''\xe9t\xe9''/X')::gazetteer;
SELECT * FROM gazetteer_match(E'\xe9t\xe9', '''Élysée''/X');

\c :home
DROP DATABASE gazetteer_latin9;
DROP DATABASE gazetteer_ascii;

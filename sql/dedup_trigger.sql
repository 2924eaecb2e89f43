-- dedup_paragraphs_trigger: what is stored has no paragraph twice.
CREATE TABLE wire (id int, body text, note varchar(40) DEFAULT 'a',
	size int GENERATED ALWAYS AS (char_length(body)) STORED);
CREATE TRIGGER dedup BEFORE INSERT OR UPDATE ON wire
	FOR EACH ROW EXECUTE FUNCTION dedup_paragraphs_trigger(body);
INSERT INTO wire VALUES (1, E'Un.\n\nDeux.\n\nUN\n\nDEUX\n'), (2, E'Un.\n\nDeux.\n'), (3, NULL), (4, '');
SELECT id, quote_nullable(body), size FROM wire ORDER BY id;
UPDATE wire SET body = E'Trois\n\ntrois' WHERE id = 2;
SELECT body FROM wire WHERE id = 2;
-- an update of another column leaves this one alone
ALTER TABLE wire DISABLE TRIGGER dedup;
UPDATE wire SET body = E'Quatre\n\nquatre' WHERE id = 2;
ALTER TABLE wire ENABLE TRIGGER dedup;
UPDATE wire SET note = 'b' WHERE id = 2;
SELECT quote_literal(body) FROM wire WHERE id = 2;
-- a touch of the column does it
UPDATE wire SET body = body WHERE id = 2;
SELECT quote_literal(body) FROM wire WHERE id = 2;
-- a column behind a dropped one, of type varchar, near duplicates too
ALTER TABLE wire DROP COLUMN size;
ALTER TABLE wire ADD lead varchar(200);
CREATE TRIGGER dedup_lead BEFORE INSERT ON wire
	FOR EACH ROW EXECUTE FUNCTION dedup_paragraphs_trigger(lead, 0.6);
INSERT INTO wire (id, lead) VALUES (5, E'Le maire a annoncé hier sa démission.\n\nLe maire a annoncé hier soir sa démission.');
SELECT lead FROM wire WHERE id = 5;
COPY wire (id, body) FROM stdin;
6	Cinq.\n\ncinq
\.
SELECT body FROM wire WHERE id = 6;

CREATE TABLE wrong (id int, body text);
-- a column that does not exist
CREATE TRIGGER t BEFORE INSERT ON wrong FOR EACH ROW EXECUTE FUNCTION dedup_paragraphs_trigger(bodi);
INSERT INTO wrong VALUES (1, 'a');
DROP TRIGGER t ON wrong;
-- a column that is no text
CREATE TRIGGER t BEFORE INSERT ON wrong FOR EACH ROW EXECUTE FUNCTION dedup_paragraphs_trigger(id);
INSERT INTO wrong VALUES (1, 'a');
DROP TRIGGER t ON wrong;
-- no column
CREATE TRIGGER t BEFORE INSERT ON wrong FOR EACH ROW EXECUTE FUNCTION dedup_paragraphs_trigger();
INSERT INTO wrong VALUES (1, 'a');
DROP TRIGGER t ON wrong;
-- a threshold out of range
CREATE TRIGGER t BEFORE INSERT ON wrong FOR EACH ROW EXECUTE FUNCTION dedup_paragraphs_trigger(body, 2);
INSERT INTO wrong VALUES (1, 'a');
DROP TRIGGER t ON wrong;
-- a trigger after the row
CREATE TRIGGER t AFTER INSERT ON wrong FOR EACH ROW EXECUTE FUNCTION dedup_paragraphs_trigger(body);
INSERT INTO wrong VALUES (1, 'a');
DROP TRIGGER t ON wrong;
DROP TABLE wire, wrong;

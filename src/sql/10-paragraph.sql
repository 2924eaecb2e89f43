-- Paragraphs of a document: api.md, section 1.
CREATE FUNCTION paragraphs(doc text)
RETURNS TABLE (ord int, start int, length int, body text, fingerprint bigint)
LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 10
AS 'MODULE_PATHNAME', 'paragraphs';
COMMENT ON FUNCTION paragraphs(text) IS
'paragraphs of a document with position, text and fingerprint';

CREATE FUNCTION fingerprint(paragraph text) RETURNS bigint
LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 20
AS 'MODULE_PATHNAME', 'fingerprint';
COMMENT ON FUNCTION fingerprint(text) IS
'64-bit hash of a text without regard to case, accents, punctuation and white space';

CREATE FUNCTION paragraph_fingerprints(doc text) RETURNS bigint[]
LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 80
AS 'MODULE_PATHNAME', 'paragraph_fingerprints';
COMMENT ON FUNCTION paragraph_fingerprints(text) IS
'distinct fingerprints of the paragraphs of a document, sorted; for GIN on the array';

CREATE FUNCTION dedup_paragraphs(doc text, threshold real DEFAULT 1.0) RETURNS text
LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 80
AS 'MODULE_PATHNAME', 'dedup_paragraphs';
COMMENT ON FUNCTION dedup_paragraphs(text, real) IS
'document without the paragraphs that repeat an earlier one';

CREATE FUNCTION duplicate_paragraphs(doc text, threshold real DEFAULT 1.0)
RETURNS TABLE (ord int, original int, similarity real)
LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 80 ROWS 1
AS 'MODULE_PATHNAME', 'duplicate_paragraphs';
COMMENT ON FUNCTION duplicate_paragraphs(text, real) IS
'paragraphs that repeat an earlier one of the same document, and which';

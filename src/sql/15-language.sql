-- Languages that are installed: api.md, conventions.
-- Volatile, since it looks into a folder that may change at any time.
CREATE FUNCTION languages()
RETURNS TABLE (lang text, name text, model text, build text, bytes bigint)
LANGUAGE c VOLATILE STRICT PARALLEL SAFE COST 1000 ROWS 2
AS 'MODULE_PATHNAME', 'languages';
COMMENT ON FUNCTION languages() IS
'installed languages with the model, its build and its size';

CREATE FUNCTION detect_language(doc text) RETURNS text
LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50
AS 'MODULE_PATHNAME', 'detect_language';
COMMENT ON FUNCTION detect_language(text) IS
'installed language that a document is in, as ''auto'' takes it';

/* Entities of a document */

CREATE FUNCTION entities(doc text, lang text DEFAULT 'auto')
RETURNS entityset
AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION entities(text, text) IS
'set of the entities of a document, with the positions and roles of their mentions';

CREATE FUNCTION entity_mentions(doc text, lang text DEFAULT 'auto')
RETURNS TABLE (ord int, start int, length int, surface text, kind text,
	name text, score real, ref text)
AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 7000 ROWS 30;
COMMENT ON FUNCTION entity_mentions(text, text) IS
'mentions of entities in a document, in text order; start counts characters from 1';

CREATE FUNCTION mentions(doc text, query entityquery, lang text DEFAULT 'auto')
RETURNS boolean
AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 7000;
COMMENT ON FUNCTION mentions(text, entityquery, text) IS
'does a document mention what the query asks for? Short for entities(doc, lang) @@ query';

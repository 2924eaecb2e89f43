/* Entities and claims with the user's own names */

CREATE FUNCTION entities(doc text, lang text, names gazetteer)
RETURNS entityset
AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 12000;
COMMENT ON FUNCTION entities(text, text, gazetteer) IS
'set of the entities of a document; where they overlap, names of the gazetteer win';

CREATE FUNCTION entity_mentions(doc text, lang text, names gazetteer)
RETURNS TABLE (ord int, start int, length int, surface text, kind text,
	name text, score real, ref text)
AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 9000 ROWS 30;
COMMENT ON FUNCTION entity_mentions(text, text, gazetteer) IS
'mentions of entities in a document; where they overlap, names of the gazetteer win, with their ref';

CREATE FUNCTION claims(doc text, lang text, names gazetteer)
RETURNS TABLE (ord int, parent int,
	source text, speaker text, speaker_kind text, cue text, act text,
	negated boolean, form text, content text, via text, certainty real,
	source_at int4range, cue_at int4range, content_at int4multirange)
AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 14000 ROWS 10;
COMMENT ON FUNCTION claims(text, text, gazetteer) IS
'attributions in a document, with speakers named as the gazetteer names them';

/* Claims: who said what */

CREATE FUNCTION claims(doc text, lang text DEFAULT 'auto')
RETURNS TABLE (ord int, parent int,
	source text, speaker text, speaker_kind text, cue text, act text,
	negated boolean, form text, content text, via text, certainty real,
	source_at int4range, cue_at int4range, content_at int4multirange)
AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 12000 ROWS 10;
COMMENT ON FUNCTION claims(text, text) IS
'attributions in a document: who said, denied, demanded, feared what, through whom, how surely';

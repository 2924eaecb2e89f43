-- Indexes on a text column: near duplicates (minhash_ops), shared paragraphs
-- (paragraph_ops).
CREATE FUNCTION text_shares_minhash(text, text) RETURNS boolean
LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 300
AS 'MODULE_PATHNAME', 'text_shares_minhash';
COMMENT ON FUNCTION text_shares_minhash(text, text) IS 'implementation of ~% operator';

CREATE FUNCTION text_shares_paragraph(text, text) RETURNS boolean
LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 150
AS 'MODULE_PATHNAME', 'text_shares_paragraph';
COMMENT ON FUNCTION text_shares_paragraph(text, text) IS 'implementation of ~& operator';

CREATE OPERATOR ~% (
	LEFTARG = text, RIGHTARG = text, FUNCTION = text_shares_minhash,
	COMMUTATOR = OPERATOR(@extschema@.~%), RESTRICT = contsel, JOIN = contjoinsel);
COMMENT ON OPERATOR ~% (text, text) IS 'may be near duplicates: share a MinHash key';

CREATE OPERATOR ~& (
	LEFTARG = text, RIGHTARG = text, FUNCTION = text_shares_paragraph,
	COMMUTATOR = OPERATOR(@extschema@.~&), RESTRICT = contsel, JOIN = contjoinsel);
COMMENT ON OPERATOR ~& (text, text) IS 'share a paragraph of five words or more';

CREATE FUNCTION minhash_extract_value(text, internal) RETURNS internal
LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE
AS 'MODULE_PATHNAME', 'minhash_extract_value';
COMMENT ON FUNCTION minhash_extract_value(text, internal) IS 'GIN support of minhash_ops';

CREATE FUNCTION minhash_extract_query(text, internal, smallint, internal, internal, internal, internal) RETURNS internal
LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE
AS 'MODULE_PATHNAME', 'minhash_extract_query';
COMMENT ON FUNCTION minhash_extract_query(text, internal, smallint, internal, internal, internal, internal) IS 'GIN support of minhash_ops';

CREATE FUNCTION paragraph_extract_value(text, internal) RETURNS internal
LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE
AS 'MODULE_PATHNAME', 'paragraph_extract_value';
COMMENT ON FUNCTION paragraph_extract_value(text, internal) IS 'GIN support of paragraph_ops';

CREATE FUNCTION paragraph_extract_query(text, internal, smallint, internal, internal, internal, internal) RETURNS internal
LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE
AS 'MODULE_PATHNAME', 'paragraph_extract_query';
COMMENT ON FUNCTION paragraph_extract_query(text, internal, smallint, internal, internal, internal, internal) IS 'GIN support of paragraph_ops';

CREATE FUNCTION text_any_consistent(internal, smallint, text, integer, internal, internal, internal, internal) RETURNS boolean
LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE
AS 'MODULE_PATHNAME', 'text_any_consistent';
COMMENT ON FUNCTION text_any_consistent(internal, smallint, text, integer, internal, internal, internal, internal) IS 'GIN support of minhash_ops and paragraph_ops';

CREATE FUNCTION text_any_triconsistent(internal, smallint, text, integer, internal, internal, internal) RETURNS "char"
LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE
AS 'MODULE_PATHNAME', 'text_any_triconsistent';
COMMENT ON FUNCTION text_any_triconsistent(internal, smallint, text, integer, internal, internal, internal) IS 'GIN support of minhash_ops and paragraph_ops';

CREATE OPERATOR CLASS minhash_ops
FOR TYPE text USING gin AS
	OPERATOR 1 ~% (text, text),
	FUNCTION 1 btint4cmp(integer, integer),
	FUNCTION 2 minhash_extract_value(text, internal),
	FUNCTION 3 minhash_extract_query(text, internal, smallint, internal, internal, internal, internal),
	FUNCTION 4 text_any_consistent(internal, smallint, text, integer, internal, internal, internal, internal),
	FUNCTION 6 text_any_triconsistent(internal, smallint, text, integer, internal, internal, internal),
	STORAGE integer;
COMMENT ON OPERATOR CLASS minhash_ops USING gin IS 'near duplicates of a text';

CREATE OPERATOR CLASS paragraph_ops
FOR TYPE text USING gin AS
	OPERATOR 1 ~& (text, text),
	FUNCTION 1 btint8cmp(bigint, bigint),
	FUNCTION 2 paragraph_extract_value(text, internal),
	FUNCTION 3 paragraph_extract_query(text, internal, smallint, internal, internal, internal, internal),
	FUNCTION 4 text_any_consistent(internal, smallint, text, integer, internal, internal, internal, internal),
	FUNCTION 6 text_any_triconsistent(internal, smallint, text, integer, internal, internal, internal),
	STORAGE bigint;
COMMENT ON OPERATOR CLASS paragraph_ops USING gin IS 'texts that share a paragraph';

/* Indexes on documents, and mentions() through whichever index there is */

CREATE FUNCTION text_matches_support(internal) RETURNS internal
AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION text_matches_support(internal) IS
'planner support of @@: an index on the entities of the document';

CREATE FUNCTION text_matches_equery(text, entityquery) RETURNS boolean
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 7000
SUPPORT text_matches_support;
COMMENT ON FUNCTION text_matches_equery(text, entityquery) IS
'implementation of @@ operator';

CREATE FUNCTION equery_matches_text(entityquery, text) RETURNS boolean
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 7000;
COMMENT ON FUNCTION equery_matches_text(entityquery, text) IS
'implementation of @@ operator';

CREATE FUNCTION text_matches_sel(internal, oid, internal, int4) RETURNS float8
AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION text_matches_sel(internal, oid, internal, int4) IS
'selectivity of @@';

CREATE OPERATOR @@ (
	LEFTARG = text,
	RIGHTARG = entityquery,
	FUNCTION = text_matches_equery,
	COMMUTATOR = @@,
	RESTRICT = text_matches_sel,
	JOIN = contjoinsel
);
COMMENT ON OPERATOR @@ (text, entityquery) IS
'document mentions what the query asks for';

CREATE OPERATOR @@ (
	LEFTARG = entityquery,
	RIGHTARG = text,
	FUNCTION = equery_matches_text,
	COMMUTATOR = @@,
	RESTRICT = contsel,
	JOIN = contjoinsel
);
COMMENT ON OPERATOR @@ (entityquery, text) IS
'query asks for what the document mentions';

CREATE FUNCTION text_gin_extract_value(text, internal, internal) RETURNS internal
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION text_gin_extract_value(text, internal, internal) IS
'GIN support: keys of the entities of a document';

CREATE FUNCTION text_gin_extract_query(text, internal, int2, internal, internal, internal, internal) RETURNS internal
AS 'MODULE_PATHNAME', 'eset_gin_extract_query' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION text_gin_extract_query(text, internal, int2, internal, internal, internal, internal) IS
'GIN support: keys of a query';

CREATE FUNCTION text_gin_consistent(internal, int2, text, int4, internal, internal, internal, internal) RETURNS boolean
AS 'MODULE_PATHNAME', 'eset_gin_consistent' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION text_gin_consistent(internal, int2, text, int4, internal, internal, internal, internal) IS
'GIN support';

CREATE FUNCTION text_gin_triconsistent(internal, int2, text, int4, internal, internal, internal) RETURNS "char"
AS 'MODULE_PATHNAME', 'eset_gin_triconsistent' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION text_gin_triconsistent(internal, int2, text, int4, internal, internal, internal) IS
'GIN support';

CREATE OPERATOR CLASS entity_ops FOR TYPE text USING gin AS
	OPERATOR 1 @@ (text, entityquery),
	FUNCTION 1 eset_gin_compare(bytea, bytea),
	FUNCTION 2 text_gin_extract_value(text, internal, internal),
	FUNCTION 3 text_gin_extract_query(text, internal, int2, internal, internal, internal, internal),
	FUNCTION 4 text_gin_consistent(internal, int2, text, int4, internal, internal, internal, internal),
	FUNCTION 5 eset_gin_compare_partial(bytea, bytea, int2, internal),
	FUNCTION 6 text_gin_triconsistent(internal, int2, text, int4, internal, internal, internal),
	STORAGE bytea;
COMMENT ON OPERATOR CLASS entity_ops USING gin IS
'entities of a document by name, kind and role, found at insertion';

CREATE FUNCTION mentions_support(internal) RETURNS internal
AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION mentions_support(internal) IS
'planner support of mentions: an index on the document or on its entities';

ALTER FUNCTION mentions(text, entityquery, text) SUPPORT mentions_support;

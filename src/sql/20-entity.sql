/* Types entityset and entityquery */

CREATE TYPE entityset;

CREATE FUNCTION eset_in(cstring) RETURNS entityset
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION eset_in(cstring) IS 'I/O';

CREATE FUNCTION eset_out(entityset) RETURNS cstring
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION eset_out(entityset) IS 'I/O';

CREATE FUNCTION eset_recv(internal) RETURNS entityset
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION eset_recv(internal) IS 'I/O';

CREATE FUNCTION eset_send(entityset) RETURNS bytea
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION eset_send(entityset) IS 'I/O';

CREATE FUNCTION eset_typanalyze(internal) RETURNS boolean
AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION eset_typanalyze(internal) IS 'statistics for ANALYZE';

CREATE TYPE entityset (
	INPUT = eset_in,
	OUTPUT = eset_out,
	RECEIVE = eset_recv,
	SEND = eset_send,
	ANALYZE = eset_typanalyze,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = int4,
	STORAGE = extended
);
COMMENT ON TYPE entityset IS
'set of entities, with the positions and roles of their mentions';

CREATE TYPE entityquery;

CREATE FUNCTION equery_in(cstring) RETURNS entityquery
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION equery_in(cstring) IS 'I/O';

CREATE FUNCTION equery_out(entityquery) RETURNS cstring
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION equery_out(entityquery) IS 'I/O';

CREATE FUNCTION equery_recv(internal) RETURNS entityquery
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION equery_recv(internal) IS 'I/O';

CREATE FUNCTION equery_send(entityquery) RETURNS bytea
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION equery_send(entityquery) IS 'I/O';

CREATE TYPE entityquery (
	INPUT = equery_in,
	OUTPUT = equery_out,
	RECEIVE = equery_recv,
	SEND = equery_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = int4,
	STORAGE = extended
);
COMMENT ON TYPE entityquery IS
'query for entities: names, kinds and roles with &, | and !';

/* Order and hash of entityset: which model found it is left aside */

CREATE FUNCTION eset_eq(entityset, entityset) RETURNS boolean
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION eset_eq(entityset, entityset) IS
'implementation of = operator';

CREATE FUNCTION eset_ne(entityset, entityset) RETURNS boolean
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION eset_ne(entityset, entityset) IS
'implementation of <> operator';

CREATE FUNCTION eset_lt(entityset, entityset) RETURNS boolean
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION eset_lt(entityset, entityset) IS
'implementation of < operator';

CREATE FUNCTION eset_le(entityset, entityset) RETURNS boolean
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION eset_le(entityset, entityset) IS
'implementation of <= operator';

CREATE FUNCTION eset_gt(entityset, entityset) RETURNS boolean
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION eset_gt(entityset, entityset) IS
'implementation of > operator';

CREATE FUNCTION eset_ge(entityset, entityset) RETURNS boolean
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION eset_ge(entityset, entityset) IS
'implementation of >= operator';

CREATE FUNCTION eset_cmp(entityset, entityset) RETURNS int
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION eset_cmp(entityset, entityset) IS
'less-equal-greater, for btree';

CREATE FUNCTION eset_hash(entityset) RETURNS int
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION eset_hash(entityset) IS
'hash';

CREATE FUNCTION eset_hash_extended(entityset, bigint) RETURNS bigint
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION eset_hash_extended(entityset, bigint) IS
'hash with a seed';

CREATE OPERATOR = (
	LEFTARG = entityset,
	RIGHTARG = entityset,
	FUNCTION = eset_eq,
	COMMUTATOR = =,
	NEGATOR = <>,
	RESTRICT = eqsel,
	JOIN = eqjoinsel,
	HASHES,
	MERGES
);
COMMENT ON OPERATOR = (entityset, entityset) IS
'equal';

CREATE OPERATOR <> (
	LEFTARG = entityset,
	RIGHTARG = entityset,
	FUNCTION = eset_ne,
	COMMUTATOR = <>,
	NEGATOR = =,
	RESTRICT = neqsel,
	JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (entityset, entityset) IS
'not equal';

CREATE OPERATOR < (
	LEFTARG = entityset,
	RIGHTARG = entityset,
	FUNCTION = eset_lt,
	COMMUTATOR = >,
	NEGATOR = >=,
	RESTRICT = scalarltsel,
	JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (entityset, entityset) IS
'less than';

CREATE OPERATOR <= (
	LEFTARG = entityset,
	RIGHTARG = entityset,
	FUNCTION = eset_le,
	COMMUTATOR = >=,
	NEGATOR = >,
	RESTRICT = scalarlesel,
	JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (entityset, entityset) IS
'less than or equal';

CREATE OPERATOR > (
	LEFTARG = entityset,
	RIGHTARG = entityset,
	FUNCTION = eset_gt,
	COMMUTATOR = <,
	NEGATOR = <=,
	RESTRICT = scalargtsel,
	JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (entityset, entityset) IS
'greater than';

CREATE OPERATOR >= (
	LEFTARG = entityset,
	RIGHTARG = entityset,
	FUNCTION = eset_ge,
	COMMUTATOR = <=,
	NEGATOR = <,
	RESTRICT = scalargesel,
	JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (entityset, entityset) IS
'greater than or equal';

/* Order and hash of entityquery: as it is written */

CREATE FUNCTION equery_eq(entityquery, entityquery) RETURNS boolean
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION equery_eq(entityquery, entityquery) IS
'implementation of = operator';

CREATE FUNCTION equery_ne(entityquery, entityquery) RETURNS boolean
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION equery_ne(entityquery, entityquery) IS
'implementation of <> operator';

CREATE FUNCTION equery_lt(entityquery, entityquery) RETURNS boolean
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION equery_lt(entityquery, entityquery) IS
'implementation of < operator';

CREATE FUNCTION equery_le(entityquery, entityquery) RETURNS boolean
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION equery_le(entityquery, entityquery) IS
'implementation of <= operator';

CREATE FUNCTION equery_gt(entityquery, entityquery) RETURNS boolean
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION equery_gt(entityquery, entityquery) IS
'implementation of > operator';

CREATE FUNCTION equery_ge(entityquery, entityquery) RETURNS boolean
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION equery_ge(entityquery, entityquery) IS
'implementation of >= operator';

CREATE FUNCTION equery_cmp(entityquery, entityquery) RETURNS int
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION equery_cmp(entityquery, entityquery) IS
'less-equal-greater, for btree';

CREATE FUNCTION equery_hash(entityquery) RETURNS int
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION equery_hash(entityquery) IS
'hash';

CREATE FUNCTION equery_hash_extended(entityquery, bigint) RETURNS bigint
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION equery_hash_extended(entityquery, bigint) IS
'hash with a seed';

CREATE OPERATOR = (
	LEFTARG = entityquery,
	RIGHTARG = entityquery,
	FUNCTION = equery_eq,
	COMMUTATOR = =,
	NEGATOR = <>,
	RESTRICT = eqsel,
	JOIN = eqjoinsel,
	HASHES,
	MERGES
);
COMMENT ON OPERATOR = (entityquery, entityquery) IS
'equal';

CREATE OPERATOR <> (
	LEFTARG = entityquery,
	RIGHTARG = entityquery,
	FUNCTION = equery_ne,
	COMMUTATOR = <>,
	NEGATOR = =,
	RESTRICT = neqsel,
	JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (entityquery, entityquery) IS
'not equal';

CREATE OPERATOR < (
	LEFTARG = entityquery,
	RIGHTARG = entityquery,
	FUNCTION = equery_lt,
	COMMUTATOR = >,
	NEGATOR = >=,
	RESTRICT = scalarltsel,
	JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (entityquery, entityquery) IS
'less than';

CREATE OPERATOR <= (
	LEFTARG = entityquery,
	RIGHTARG = entityquery,
	FUNCTION = equery_le,
	COMMUTATOR = >=,
	NEGATOR = >,
	RESTRICT = scalarlesel,
	JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (entityquery, entityquery) IS
'less than or equal';

CREATE OPERATOR > (
	LEFTARG = entityquery,
	RIGHTARG = entityquery,
	FUNCTION = equery_gt,
	COMMUTATOR = <,
	NEGATOR = <=,
	RESTRICT = scalargtsel,
	JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (entityquery, entityquery) IS
'greater than';

CREATE OPERATOR >= (
	LEFTARG = entityquery,
	RIGHTARG = entityquery,
	FUNCTION = equery_ge,
	COMMUTATOR = <=,
	NEGATOR = <,
	RESTRICT = scalargesel,
	JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (entityquery, entityquery) IS
'greater than or equal';

/* Statistics and estimates */

CREATE FUNCTION eset_matches_sel(internal, oid, internal, int4) RETURNS float8
AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION eset_matches_sel(internal, oid, internal, int4) IS
'selectivity of @@';

CREATE FUNCTION equery_matches_sel(internal, oid, internal, int4) RETURNS float8
AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION equery_matches_sel(internal, oid, internal, int4) IS
'selectivity of @@';

CREATE FUNCTION eset_contains_sel(internal, oid, internal, int4) RETURNS float8
AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION eset_contains_sel(internal, oid, internal, int4) IS
'selectivity of @>';

CREATE FUNCTION eset_contained_sel(internal, oid, internal, int4) RETURNS float8
AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION eset_contained_sel(internal, oid, internal, int4) IS
'selectivity of <@';

CREATE FUNCTION eset_overlaps_sel(internal, oid, internal, int4) RETURNS float8
AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION eset_overlaps_sel(internal, oid, internal, int4) IS
'selectivity of &&';

CREATE FUNCTION eset_matches_joinsel(internal, oid, internal, int2, internal) RETURNS float8
AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION eset_matches_joinsel(internal, oid, internal, int2, internal) IS
'join selectivity of @@';

CREATE FUNCTION equery_matches_joinsel(internal, oid, internal, int2, internal) RETURNS float8
AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION equery_matches_joinsel(internal, oid, internal, int2, internal) IS
'join selectivity of @@';

CREATE FUNCTION eset_unnest_support(internal) RETURNS internal
AS 'MODULE_PATHNAME' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION eset_unnest_support(internal) IS
'planner support of unnest: number of rows';

/* Does a set match a query? */

CREATE FUNCTION eset_matches_equery(entityset, entityquery) RETURNS boolean
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION eset_matches_equery(entityset, entityquery) IS
'implementation of @@ operator';

CREATE FUNCTION equery_matches_eset(entityquery, entityset) RETURNS boolean
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION equery_matches_eset(entityquery, entityset) IS
'implementation of @@ operator';

CREATE OPERATOR @@ (
	LEFTARG = entityset,
	RIGHTARG = entityquery,
	FUNCTION = eset_matches_equery,
	COMMUTATOR = @@,
	RESTRICT = eset_matches_sel,
	JOIN = eset_matches_joinsel
);
COMMENT ON OPERATOR @@ (entityset, entityquery) IS
'entity set matches query';

CREATE OPERATOR @@ (
	LEFTARG = entityquery,
	RIGHTARG = entityset,
	FUNCTION = equery_matches_eset,
	COMMUTATOR = @@,
	RESTRICT = equery_matches_sel,
	JOIN = equery_matches_joinsel
);
COMMENT ON OPERATOR @@ (entityquery, entityset) IS
'query matches entity set';

/* Sets of entities, by name and kind */

CREATE FUNCTION eset_contains(entityset, entityset) RETURNS boolean
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION eset_contains(entityset, entityset) IS
'implementation of @> operator';

CREATE FUNCTION eset_contained(entityset, entityset) RETURNS boolean
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION eset_contained(entityset, entityset) IS
'implementation of <@ operator';

CREATE FUNCTION eset_overlaps(entityset, entityset) RETURNS boolean
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION eset_overlaps(entityset, entityset) IS
'implementation of && operator';

CREATE FUNCTION eset_merge(entityset, entityset) RETURNS entityset
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION eset_merge(entityset, entityset) IS
'implementation of || operator';

CREATE OPERATOR @> (
	LEFTARG = entityset,
	RIGHTARG = entityset,
	FUNCTION = eset_contains,
	COMMUTATOR = <@,
	RESTRICT = eset_contains_sel,
	JOIN = contjoinsel
);
COMMENT ON OPERATOR @> (entityset, entityset) IS
'contains the entities of';

CREATE OPERATOR <@ (
	LEFTARG = entityset,
	RIGHTARG = entityset,
	FUNCTION = eset_contained,
	COMMUTATOR = @>,
	RESTRICT = eset_contained_sel,
	JOIN = contjoinsel
);
COMMENT ON OPERATOR <@ (entityset, entityset) IS
'has only entities of';

CREATE OPERATOR && (
	LEFTARG = entityset,
	RIGHTARG = entityset,
	FUNCTION = eset_overlaps,
	COMMUTATOR = &&,
	RESTRICT = eset_overlaps_sel,
	JOIN = contjoinsel
);
COMMENT ON OPERATOR && (entityset, entityset) IS
'has an entity in common with';

CREATE OPERATOR || (
	LEFTARG = entityset,
	RIGHTARG = entityset,
	FUNCTION = eset_merge
);
COMMENT ON OPERATOR || (entityset, entityset) IS
'merge the entities and mentions of one text';

CREATE FUNCTION eset_accum(entityset, entityset) RETURNS entityset
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION eset_accum(entityset, entityset) IS
'transition and combine function of entityset_agg';

CREATE AGGREGATE entityset_agg(entityset) (
	SFUNC = eset_accum,
	STYPE = entityset,
	COMBINEFUNC = eset_accum,
	PARALLEL = safe
);
COMMENT ON AGGREGATE entityset_agg(entityset) IS
'entities of all rows with the number of their mentions';

/* Queries from queries */

CREATE FUNCTION equery_and(entityquery, entityquery) RETURNS entityquery
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION equery_and(entityquery, entityquery) IS
'implementation of && operator';

CREATE FUNCTION equery_or(entityquery, entityquery) RETURNS entityquery
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION equery_or(entityquery, entityquery) IS
'implementation of || operator';

CREATE FUNCTION equery_not(entityquery) RETURNS entityquery
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION equery_not(entityquery) IS
'implementation of !! operator';

CREATE OPERATOR && (
	LEFTARG = entityquery,
	RIGHTARG = entityquery,
	FUNCTION = equery_and
);
COMMENT ON OPERATOR && (entityquery, entityquery) IS
'both queries';

CREATE OPERATOR || (
	LEFTARG = entityquery,
	RIGHTARG = entityquery,
	FUNCTION = equery_or
);
COMMENT ON OPERATOR || (entityquery, entityquery) IS
'either query';

CREATE OPERATOR !! (
	RIGHTARG = entityquery,
	FUNCTION = equery_not
);
COMMENT ON OPERATOR !! (NONE, entityquery) IS
'not this query';

CREATE FUNCTION entityquery(name text, kind text) RETURNS entityquery
AS 'MODULE_PATHNAME', 'equery_from_name' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION entityquery(text, text) IS
'query for a name taken as it is, of a kind or, if that is NULL, of any';

CREATE FUNCTION numnode(entityquery) RETURNS int
AS 'MODULE_PATHNAME', 'equery_numnode' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION numnode(entityquery) IS
'number of names and operators of a query';

/* What is in a set */

CREATE FUNCTION unnest(entityset)
RETURNS TABLE (name text, kind text, mentions int, starts int[], roles text)
AS 'MODULE_PATHNAME', 'eset_unnest' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 30
SUPPORT eset_unnest_support;
COMMENT ON FUNCTION unnest(entityset) IS
'a row per entity; starts count characters from 1, roles are s (source) and c (content)';

CREATE FUNCTION cardinality(entityset) RETURNS int
AS 'MODULE_PATHNAME', 'eset_cardinality' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION cardinality(entityset) IS
'number of entities';

CREATE FUNCTION entity_names(entityset, kind text DEFAULT NULL) RETURNS text[]
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION entity_names(entityset, text) IS
'names of the entities of a kind, or of all';

CREATE FUNCTION eset_to_text_array(entityset) RETURNS text[]
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION eset_to_text_array(entityset) IS
'names of the entities';

CREATE FUNCTION eset_to_jsonb(entityset) RETURNS jsonb
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION eset_to_jsonb(entityset) IS
'array of an object per entity';

CREATE CAST (entityset AS text[]) WITH FUNCTION eset_to_text_array(entityset);
COMMENT ON CAST (entityset AS text[]) IS 'names of the entities';
CREATE CAST (entityset AS jsonb) WITH FUNCTION eset_to_jsonb(entityset);
COMMENT ON CAST (entityset AS jsonb) IS 'array of an object per entity';

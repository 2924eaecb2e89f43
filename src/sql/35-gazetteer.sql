/* Type gazetteer: the user's own names, compiled */

CREATE TYPE gazetteer;

CREATE FUNCTION gaz_in(cstring) RETURNS gazetteer
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION gaz_in(cstring) IS 'I/O';

CREATE FUNCTION gaz_out(gazetteer) RETURNS cstring
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION gaz_out(gazetteer) IS 'I/O';

CREATE FUNCTION gaz_recv(internal) RETURNS gazetteer
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION gaz_recv(internal) IS 'I/O';

CREATE FUNCTION gaz_send(gazetteer) RETURNS bytea
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION gaz_send(gazetteer) IS 'I/O';

-- Not compressed: a large one is read whole at first use, and fastest so.
CREATE TYPE gazetteer (
	INPUT = gaz_in,
	OUTPUT = gaz_out,
	RECEIVE = gaz_recv,
	SEND = gaz_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = int4,
	STORAGE = external
);
COMMENT ON TYPE gazetteer IS
'dictionary of names (surface, kind, name, ref), compiled for matching';

/* Making one */

CREATE FUNCTION gaz_agg_transfn(internal, text, text) RETURNS internal
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION gaz_agg_transfn(internal, text, text) IS
'implementation of gazetteer_agg aggregate';

CREATE FUNCTION gaz_agg_transfn(internal, text, text, text) RETURNS internal
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION gaz_agg_transfn(internal, text, text, text) IS
'implementation of gazetteer_agg aggregate';

CREATE FUNCTION gaz_agg_transfn(internal, text, text, text, text) RETURNS internal
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION gaz_agg_transfn(internal, text, text, text, text) IS
'implementation of gazetteer_agg aggregate';

CREATE FUNCTION gaz_agg_combinefn(internal, internal) RETURNS internal
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION gaz_agg_combinefn(internal, internal) IS
'implementation of gazetteer_agg aggregate';

CREATE FUNCTION gaz_agg_serialfn(internal) RETURNS bytea
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION gaz_agg_serialfn(internal) IS
'implementation of gazetteer_agg aggregate';

CREATE FUNCTION gaz_agg_deserialfn(bytea, internal) RETURNS internal
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION gaz_agg_deserialfn(bytea, internal) IS
'implementation of gazetteer_agg aggregate';

CREATE FUNCTION gaz_agg_finalfn(internal) RETURNS gazetteer
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION gaz_agg_finalfn(internal) IS
'implementation of gazetteer_agg aggregate';

CREATE AGGREGATE gazetteer_agg(surface text, kind text) (
	SFUNC = gaz_agg_transfn,
	STYPE = internal,
	SSPACE = 65536,
	FINALFUNC = gaz_agg_finalfn,
	FINALFUNC_MODIFY = READ_ONLY,
	COMBINEFUNC = gaz_agg_combinefn,
	SERIALFUNC = gaz_agg_serialfn,
	DESERIALFUNC = gaz_agg_deserialfn,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE gazetteer_agg(text, text) IS
'gazetteer of names and their kinds';

CREATE AGGREGATE gazetteer_agg(surface text, kind text, name text) (
	SFUNC = gaz_agg_transfn,
	STYPE = internal,
	SSPACE = 65536,
	FINALFUNC = gaz_agg_finalfn,
	FINALFUNC_MODIFY = READ_ONLY,
	COMBINEFUNC = gaz_agg_combinefn,
	SERIALFUNC = gaz_agg_serialfn,
	DESERIALFUNC = gaz_agg_deserialfn,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE gazetteer_agg(text, text, text) IS
'gazetteer of names, their kinds and what they stand for';

CREATE AGGREGATE gazetteer_agg(surface text, kind text, name text, ref text) (
	SFUNC = gaz_agg_transfn,
	STYPE = internal,
	SSPACE = 65536,
	FINALFUNC = gaz_agg_finalfn,
	FINALFUNC_MODIFY = READ_ONLY,
	COMBINEFUNC = gaz_agg_combinefn,
	SERIALFUNC = gaz_agg_serialfn,
	DESERIALFUNC = gaz_agg_deserialfn,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE gazetteer_agg(text, text, text, text) IS
'gazetteer of names, their kinds, what they stand for and the user''s references';

/* Using one */

CREATE FUNCTION gazetteer_match(doc text, names gazetteer, overlaps text DEFAULT 'longest')
RETURNS TABLE (start int, length int, surface text, kind text, name text, ref text)
AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 20;
COMMENT ON FUNCTION gazetteer_match(text, gazetteer, text) IS
'names of a gazetteer in a document: the longest from left to right, or all';

CREATE FUNCTION unnest(gazetteer)
RETURNS TABLE (surface text, kind text, name text, ref text)
AS 'MODULE_PATHNAME', 'gaz_unnest'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 10000;
COMMENT ON FUNCTION unnest(gazetteer) IS
'rows of a gazetteer';

CREATE FUNCTION cardinality(gazetteer) RETURNS int
AS 'MODULE_PATHNAME', 'gaz_cardinality'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION cardinality(gazetteer) IS
'number of rows of a gazetteer';

/* Order and hash: by bytes, which are equal for equal rows */

CREATE FUNCTION gaz_eq(gazetteer, gazetteer) RETURNS boolean
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION gaz_eq(gazetteer, gazetteer) IS
'implementation of = operator';

CREATE FUNCTION gaz_ne(gazetteer, gazetteer) RETURNS boolean
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION gaz_ne(gazetteer, gazetteer) IS
'implementation of <> operator';

CREATE FUNCTION gaz_lt(gazetteer, gazetteer) RETURNS boolean
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION gaz_lt(gazetteer, gazetteer) IS
'implementation of < operator';

CREATE FUNCTION gaz_le(gazetteer, gazetteer) RETURNS boolean
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION gaz_le(gazetteer, gazetteer) IS
'implementation of <= operator';

CREATE FUNCTION gaz_gt(gazetteer, gazetteer) RETURNS boolean
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION gaz_gt(gazetteer, gazetteer) IS
'implementation of > operator';

CREATE FUNCTION gaz_ge(gazetteer, gazetteer) RETURNS boolean
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION gaz_ge(gazetteer, gazetteer) IS
'implementation of >= operator';

CREATE FUNCTION gaz_cmp(gazetteer, gazetteer) RETURNS int
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION gaz_cmp(gazetteer, gazetteer) IS
'less-equal-greater, for btree';

CREATE FUNCTION gaz_hash(gazetteer) RETURNS int
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION gaz_hash(gazetteer) IS 'hash';

CREATE FUNCTION gaz_hash_extended(gazetteer, bigint) RETURNS bigint
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION gaz_hash_extended(gazetteer, bigint) IS
'hash with a seed';

CREATE OPERATOR = (
	LEFTARG = gazetteer,
	RIGHTARG = gazetteer,
	FUNCTION = gaz_eq,
	COMMUTATOR = =,
	NEGATOR = <>,
	RESTRICT = eqsel,
	JOIN = eqjoinsel,
	HASHES,
	MERGES
);
COMMENT ON OPERATOR = (gazetteer, gazetteer) IS
'equal';

CREATE OPERATOR <> (
	LEFTARG = gazetteer,
	RIGHTARG = gazetteer,
	FUNCTION = gaz_ne,
	COMMUTATOR = <>,
	NEGATOR = =,
	RESTRICT = neqsel,
	JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (gazetteer, gazetteer) IS
'not equal';

CREATE OPERATOR < (
	LEFTARG = gazetteer,
	RIGHTARG = gazetteer,
	FUNCTION = gaz_lt,
	COMMUTATOR = >,
	NEGATOR = >=,
	RESTRICT = scalarltsel,
	JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (gazetteer, gazetteer) IS
'less than';

CREATE OPERATOR <= (
	LEFTARG = gazetteer,
	RIGHTARG = gazetteer,
	FUNCTION = gaz_le,
	COMMUTATOR = >=,
	NEGATOR = >,
	RESTRICT = scalarlesel,
	JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (gazetteer, gazetteer) IS
'less than or equal';

CREATE OPERATOR > (
	LEFTARG = gazetteer,
	RIGHTARG = gazetteer,
	FUNCTION = gaz_gt,
	COMMUTATOR = <,
	NEGATOR = <=,
	RESTRICT = scalargtsel,
	JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (gazetteer, gazetteer) IS
'greater than';

CREATE OPERATOR >= (
	LEFTARG = gazetteer,
	RIGHTARG = gazetteer,
	FUNCTION = gaz_ge,
	COMMUTATOR = <=,
	NEGATOR = <,
	RESTRICT = scalargesel,
	JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (gazetteer, gazetteer) IS
'greater than or equal';

CREATE OPERATOR CLASS gazetteer_btree_ops
DEFAULT FOR TYPE gazetteer USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 gaz_cmp(gazetteer, gazetteer);
COMMENT ON OPERATOR CLASS gazetteer_btree_ops USING btree IS
'order of gazetteers, by their bytes';

CREATE OPERATOR CLASS gazetteer_hash_ops
DEFAULT FOR TYPE gazetteer USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 gaz_hash(gazetteer),
	FUNCTION 2 gaz_hash_extended(gazetteer, bigint);
COMMENT ON OPERATOR CLASS gazetteer_hash_ops USING hash IS
'hash of gazetteers';

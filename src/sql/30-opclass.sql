/* Operator classes of entityset and entityquery */

CREATE OPERATOR CLASS entityset_btree_ops DEFAULT FOR TYPE entityset USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 eset_cmp(entityset, entityset);
COMMENT ON OPERATOR CLASS entityset_btree_ops USING btree IS 'order of entityset';

CREATE OPERATOR CLASS entityset_hash_ops DEFAULT FOR TYPE entityset USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 eset_hash(entityset),
	FUNCTION 2 eset_hash_extended(entityset, bigint);
COMMENT ON OPERATOR CLASS entityset_hash_ops USING hash IS 'hash of entityset';

CREATE OPERATOR CLASS entityquery_btree_ops DEFAULT FOR TYPE entityquery USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 equery_cmp(entityquery, entityquery);
COMMENT ON OPERATOR CLASS entityquery_btree_ops USING btree IS 'order of entityquery';

CREATE OPERATOR CLASS entityquery_hash_ops DEFAULT FOR TYPE entityquery USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 equery_hash(entityquery),
	FUNCTION 2 equery_hash_extended(entityquery, bigint);
COMMENT ON OPERATOR CLASS entityquery_hash_ops USING hash IS 'hash of entityquery';

CREATE FUNCTION eset_gin_compare(bytea, bytea) RETURNS int
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION eset_gin_compare(bytea, bytea) IS
'GIN support: order of keys';

CREATE FUNCTION eset_gin_extract_value(entityset, internal, internal) RETURNS internal
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION eset_gin_extract_value(entityset, internal, internal) IS
'GIN support: keys of a set';

CREATE FUNCTION eset_gin_extract_query(entityset, internal, int2, internal, internal, internal, internal) RETURNS internal
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION eset_gin_extract_query(entityset, internal, int2, internal, internal, internal, internal) IS
'GIN support: keys of a query';

CREATE FUNCTION eset_gin_consistent(internal, int2, entityset, int4, internal, internal, internal, internal) RETURNS boolean
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION eset_gin_consistent(internal, int2, entityset, int4, internal, internal, internal, internal) IS
'GIN support';

CREATE FUNCTION eset_gin_triconsistent(internal, int2, entityset, int4, internal, internal, internal) RETURNS "char"
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION eset_gin_triconsistent(internal, int2, entityset, int4, internal, internal, internal) IS
'GIN support';

CREATE FUNCTION eset_gin_compare_partial(bytea, bytea, int2, internal) RETURNS int
AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION eset_gin_compare_partial(bytea, bytea, int2, internal) IS
'GIN support: partial match';

CREATE OPERATOR CLASS entityset_ops DEFAULT FOR TYPE entityset USING gin AS
	OPERATOR 1 @@ (entityset, entityquery),
	OPERATOR 2 @>,
	OPERATOR 3 <@,
	OPERATOR 4 &&,
	FUNCTION 1 eset_gin_compare(bytea, bytea),
	FUNCTION 2 eset_gin_extract_value(entityset, internal, internal),
	FUNCTION 3 eset_gin_extract_query(entityset, internal, int2, internal, internal, internal, internal),
	FUNCTION 4 eset_gin_consistent(internal, int2, entityset, int4, internal, internal, internal, internal),
	FUNCTION 5 eset_gin_compare_partial(bytea, bytea, int2, internal),
	FUNCTION 6 eset_gin_triconsistent(internal, int2, entityset, int4, internal, internal, internal),
	STORAGE bytea;
COMMENT ON OPERATOR CLASS entityset_ops USING gin IS
'entities by name, kind and role';

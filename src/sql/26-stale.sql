/* Which model found the entities of a set? */

CREATE FUNCTION stale(entityset) RETURNS boolean
AS 'MODULE_PATHNAME', 'eset_stale' LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION stale(entityset) IS
'was the set found by another model than the one installed for its language? NULL where it names none';

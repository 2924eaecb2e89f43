-- What two texts have in common: api.md, section 1.
CREATE FUNCTION resemblance(a text, b text) RETURNS real
LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 300
AS 'MODULE_PATHNAME', 'resemblance';
COMMENT ON FUNCTION resemblance(text, text) IS
'share of the two-word shingles of both texts that are in both, 0 to 1';

CREATE FUNCTION containment(a text, b text) RETURNS real
LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 300
AS 'MODULE_PATHNAME', 'containment';
COMMENT ON FUNCTION containment(text, text) IS
'share of the two-word shingles of the first text that the second holds, 0 to 1';

CREATE FUNCTION near_duplicate_support(internal) RETURNS internal
LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE
AS 'MODULE_PATHNAME', 'near_duplicate_support';
COMMENT ON FUNCTION near_duplicate_support(internal) IS
'planner support: near_duplicate uses an index of minhash_ops';

CREATE FUNCTION near_duplicate(doc text, other text, threshold real DEFAULT 0.5) RETURNS boolean
LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 300 SUPPORT near_duplicate_support
AS 'MODULE_PATHNAME', 'near_duplicate';
COMMENT ON FUNCTION near_duplicate(text, text, real) IS
'whether two texts resemble each other by the threshold or more, two uses of a template with other numbers excepted';

CREATE FUNCTION shares_paragraph_support(internal) RETURNS internal
LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE
AS 'MODULE_PATHNAME', 'shares_paragraph_support';
COMMENT ON FUNCTION shares_paragraph_support(internal) IS
'planner support: shares_paragraph uses an index of paragraph_ops or on paragraph_fingerprints()';

CREATE FUNCTION shares_paragraph(doc text, other text) RETURNS boolean
LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 150 SUPPORT shares_paragraph_support
AS 'MODULE_PATHNAME', 'shares_paragraph';
COMMENT ON FUNCTION shares_paragraph(text, text) IS
'whether two texts have a paragraph of five words or more in common, typography aside';

CREATE FUNCTION long_paragraph_fingerprints(doc text) RETURNS bigint[]
LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 80
AS 'MODULE_PATHNAME', 'long_paragraph_fingerprints';
COMMENT ON FUNCTION long_paragraph_fingerprints(text) IS
'distinct fingerprints of the paragraphs of five words or more, sorted';

CREATE FUNCTION duplicate_passages(query text, threshold real DEFAULT 0.5)
RETURNS TABLE (id bigint, ord int, first_id bigint, first_ord int, similarity real)
LANGUAGE c STRICT COST 1000000 ROWS 10000
AS 'MODULE_PATHNAME', 'duplicate_passages';
COMMENT ON FUNCTION duplicate_passages(text, real) IS
'paragraphs that repeat one of an earlier row, over the rows (id, doc) of a query';

CREATE FUNCTION duplicate_groups(query text, threshold real DEFAULT 0.5)
RETURNS TABLE (id bigint, group_id bigint, similarity real)
LANGUAGE c STRICT COST 1000000 ROWS 10000
AS 'MODULE_PATHNAME', 'duplicate_groups';
COMMENT ON FUNCTION duplicate_groups(text, real) IS
'documents that share half of their paragraphs, boilerplate left out, over the rows (id, doc) of a query';

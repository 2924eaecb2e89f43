-- What comes first: the library must be of the release that this script is of.

CREATE FUNCTION pg_gazette_version() RETURNS text
	AS 'MODULE_PATHNAME', 'pg_gazette_version'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION pg_gazette_version() IS
	'version of the pg_gazette library that this session has loaded';

DO $check$
DECLARE
	script text := (SELECT extversion FROM pg_catalog.pg_extension WHERE extname OPERATOR(pg_catalog.=) 'pg_gazette');
	library text := @extschema@.pg_gazette_version();
BEGIN
	IF library IS DISTINCT FROM script THEN
		RAISE EXCEPTION 'pg_gazette library is version %, its script is version %', library, script
			USING HINT = 'Install the files of one release, and reconnect if another one was loaded before.';
	END IF;
END
$check$;

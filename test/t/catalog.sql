-- What every object of the extension must have, whatever it does.  A row a
-- check: t or f, what is checked, and the offenders.
\set ON_ERROR_STOP 1
\pset format unaligned
\pset tuples_only on
\pset fieldsep '|'
SET client_min_messages = warning;

CREATE DATABASE catalog_check ENCODING 'UTF8' LOCALE 'C.UTF-8' TEMPLATE template0;
\connect catalog_check
SET client_min_messages = warning;

-- Everything that a catalogue can hold of us, for the comparison at the end.
CREATE TEMP VIEW everything AS
	SELECT 'pg_proc'::regclass AS cat, oid FROM pg_proc UNION ALL
	SELECT 'pg_type'::regclass, oid FROM pg_type UNION ALL
	SELECT 'pg_operator'::regclass, oid FROM pg_operator UNION ALL
	SELECT 'pg_opclass'::regclass, oid FROM pg_opclass UNION ALL
	SELECT 'pg_opfamily'::regclass, oid FROM pg_opfamily UNION ALL
	SELECT 'pg_amop'::regclass, oid FROM pg_amop UNION ALL
	SELECT 'pg_amproc'::regclass, oid FROM pg_amproc UNION ALL
	SELECT 'pg_cast'::regclass, oid FROM pg_cast UNION ALL
	SELECT 'pg_class'::regclass, oid FROM pg_class UNION ALL
	SELECT 'pg_extension'::regclass, oid FROM pg_extension UNION ALL
	SELECT 'pg_namespace'::regclass, oid FROM pg_namespace WHERE nspname !~ '^pg_(toast_)?temp';
CREATE TEMP TABLE before AS SELECT * FROM everything WHERE false;
INSERT INTO before SELECT * FROM everything;

CREATE EXTENSION pg_gazette;

CREATE TEMP VIEW ours AS
	SELECT classid, objid, pg_describe_object(classid, objid, 0) AS what
	FROM pg_depend
	WHERE refclassid = 'pg_extension'::regclass AND deptype = 'e'
	  AND refobjid = (SELECT oid FROM pg_extension WHERE extname = 'pg_gazette');

SELECT count(*) > 0, 'the extension has objects', count(*) FROM ours;

SELECT count(*) = 0, 'every function, type, operator, operator class, table and view has a comment', string_agg(what, ', ')
FROM ours
WHERE classid IN ('pg_proc'::regclass, 'pg_type'::regclass, 'pg_operator'::regclass,
                  'pg_opclass'::regclass, 'pg_class'::regclass)
  AND what !~ '\[\]$'
  AND NOT (classid = 'pg_type'::regclass AND EXISTS (SELECT 1 FROM pg_type t WHERE t.oid = objid AND (t.typelem <> 0 AND t.typlen = -1 AND t.typcategory = 'A' OR t.typtype = 'c')))
  AND obj_description(objid, classid::regclass::name) IS NULL;

SELECT count(*) = 0, 'every function is PARALLEL SAFE (triggers and procedures aside)', string_agg(what, ', ')
FROM ours JOIN pg_proc p ON classid = 'pg_proc'::regclass AND p.oid = objid
WHERE p.prokind IN ('f', 'a', 'w') AND p.prorettype NOT IN ('trigger'::regtype, 'event_trigger'::regtype)
  AND p.proparallel <> 's'
  -- runs a query that the user gives
  AND p.proname NOT IN ('duplicate_groups', 'duplicate_passages');

SELECT count(*) = 0, 'no function is VOLATILE (triggers and procedures aside)', string_agg(what, ', ')
FROM ours JOIN pg_proc p ON classid = 'pg_proc'::regclass AND p.oid = objid
WHERE p.prokind IN ('f', 'w') AND p.prorettype NOT IN ('trigger'::regtype, 'event_trigger'::regtype)
  AND p.provolatile = 'v'
  -- run a query that the user gives, look into a folder
  AND p.proname NOT IN ('duplicate_groups', 'duplicate_passages', 'languages');

SELECT count(*) = 0, 'functions of a document alone are IMMUTABLE and STRICT', string_agg(what, ', ')
FROM ours JOIN pg_proc p ON classid = 'pg_proc'::regclass AND p.oid = objid
WHERE p.proname IN ('paragraphs', 'fingerprint', 'paragraph_fingerprints', 'dedup_paragraphs', 'duplicate_paragraphs',
                    'entities', 'entity_mentions', 'claims', 'mentions')
  AND (p.provolatile <> 'i' OR NOT p.proisstrict);

SELECT count(*) = 0, 'functions that tag a document cost 1000 or more', string_agg(what || ' ' || p.procost, ', ')
FROM ours JOIN pg_proc p ON classid = 'pg_proc'::regclass AND p.oid = objid
WHERE p.proname IN ('entities', 'entity_mentions', 'claims', 'mentions') AND p.procost < 1000;

SELECT count(*) = 0, 'no function of ours follows search_path or has a SECURITY DEFINER', string_agg(what, ', ')
FROM ours JOIN pg_proc p ON classid = 'pg_proc'::regclass AND p.oid = objid
WHERE p.prosecdef
   OR EXISTS (SELECT 1 FROM pg_language l WHERE l.oid = p.prolang AND l.lanname IN ('sql', 'plpgsql'))
      AND p.prosqlbody IS NULL AND NOT coalesce(array_to_string(p.proconfig, ' ') ~ 'search_path', false)
      AND p.prosrc !~ current_schema;

SELECT count(*) = 0, 'every operator class is valid', string_agg(opcname, ', ')
FROM ours JOIN pg_opclass c ON classid = 'pg_opclass'::regclass AND c.oid = objid
WHERE NOT amvalidate(c.oid);

SELECT count(*) = 0, 'every base type has binary input and output', string_agg(what, ', ')
FROM ours JOIN pg_type t ON classid = 'pg_type'::regclass AND t.oid = objid
WHERE t.typtype = 'b' AND t.typcategory <> 'A' AND (t.typreceive = 0 OR t.typsend = 0);

SELECT count(*) = 0, 'operators that have one name their commutator, negator and estimator', string_agg(what, ', ')
FROM ours JOIN pg_operator o ON classid = 'pg_operator'::regclass AND o.oid = objid
WHERE o.oprresult = 'bool'::regtype AND (o.oprrest = 0 OR o.oprjoin = 0);

-- Dropped and gone.
DROP VIEW ours;
DROP EXTENSION pg_gazette;
SELECT count(*) = 0, 'DROP EXTENSION leaves nothing', string_agg(pg_describe_object(cat, oid, 0), ', ')
FROM (SELECT * FROM everything EXCEPT SELECT * FROM before) AS x
WHERE pg_describe_object(cat, oid, 0) !~ 'pg_temp|\mbefore\M|everything|\mours\M|pg_toast';

-- In a schema of its own, off the search path.
CREATE SCHEMA "News Room";
CREATE EXTENSION pg_gazette SCHEMA "News Room";
SELECT count(*) = 0, 'all objects are in the schema asked for', string_agg(proname, ', ')
FROM pg_proc p JOIN pg_depend d ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e'
WHERE d.refobjid = (SELECT oid FROM pg_extension WHERE extname = 'pg_gazette')
  AND p.pronamespace <> '"News Room"'::regnamespace;
SET search_path = '';
SELECT "News Room".pg_gazette_version() = extversion, 'works with its schema off the search path: version', extversion
FROM pg_catalog.pg_extension WHERE extname = 'pg_gazette';
SELECT "News Room".dedup_paragraphs(E'Un mot.\n\nDeux mots.\n\nUn mot.') = E'Un mot.\n\nDeux mots.',
	'works with its schema off the search path: dedup_paragraphs', '';
SELECT count(*) = 3, 'works with its schema off the search path: paragraphs', count(*)
FROM "News Room".paragraphs(E'Un mot.\n\nDeux mots.\n\nUn mot.');
CREATE TABLE public.article (id int, body text);
INSERT INTO public.article SELECT g, 'Le ministre Paul Delcourt a annoncé lundi à Namur une réforme des transports.' FROM generate_series(1, 200) AS g;
INSERT INTO public.article VALUES (0, 'La police de Liège a interrogé Jeanne Marquet.');
CREATE INDEX ON public.article USING gin ("News Room".paragraph_fingerprints(body));
CREATE INDEX article_ents ON public.article USING gin ("News Room".entities(body));
SELECT count(*) > 0, 'works with its schema off the search path: index and look-up', count(*)
FROM public.article WHERE "News Room".entities(body) OPERATOR("News Room".@@) '"Namur"'::"News Room".entityquery;
SELECT count(*) > 0, 'works with its schema off the search path: claims', count(*)
FROM "News Room".claims('« Nous partirons lundi », a déclaré la ministre Jeanne Marquet.');
RESET search_path;
DROP TABLE public.article;
DROP EXTENSION pg_gazette;
DROP SCHEMA "News Room";

-- Trusted: whoever may create in the database may create the extension.
CREATE ROLE catalog_check_user;
GRANT CREATE ON DATABASE catalog_check TO catalog_check_user;
CREATE SCHEMA AUTHORIZATION catalog_check_user;
SET ROLE catalog_check_user;
CREATE EXTENSION pg_gazette SCHEMA catalog_check_user;
SELECT not rolsuper, 'a user without superuser rights can create it', ''
FROM pg_extension JOIN pg_roles r ON r.oid = extowner WHERE extname = 'pg_gazette';
SELECT count(*) = 2, 'and use it', count(*)
FROM catalog_check_user.paragraphs(E'Un.\n\nDeux.');
DROP EXTENSION pg_gazette;
RESET ROLE;

\connect postgres
DROP DATABASE catalog_check;
DROP ROLE catalog_check_user;

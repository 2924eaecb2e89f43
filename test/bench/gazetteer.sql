-- Gazetteers of 1,000 and of 1,000,000 generated names: time to build, bytes a
-- name above its text, speed of matching.  Needs a database with the extension:
--
--   psql -X -f test/bench/gazetteer.sql
--
-- Names are a first name (of 5,000), sometimes a particle, and one or two
-- surnames (of 100,000), all made of syllables.  Two corpora of 2,000 articles:
-- in the one every 15th word begins a name of the small gazetteer, in the other
-- no word does.  So both gazetteers find the same, and what differs is
-- their size alone.
\set ON_ERROR_STOP 1
\set QUIET 1
\pset footer off
SET client_min_messages = warning;
SET max_parallel_workers_per_gather = 0;
SET jit = off;

CREATE TEMP TABLE syllable AS
	SELECT i, s FROM unnest('{ba,bel,bou,char,cor,da,del,dou,fa,far,gan,gui,ha,jo,la,lan,lec,li,ma,mar,men,mo,na,nel,no,pé,pi,ra,ri,ro,sa,sé,ta,tel,thi,va,vi,zo}'::text[]) WITH ORDINALITY AS t (s, i);
CREATE FUNCTION pg_temp.made(n int) RETURNS text LANGUAGE sql STABLE AS $$
	SELECT initcap(a.s || b.s || c.s || CASE WHEN n / 54872 > 0 THEN d.s ELSE '' END)
	FROM syllable AS a, syllable AS b, syllable AS c, syllable AS d
	WHERE a.i = 1 + n % 38 AND b.i = 1 + n / 38 % 38 AND c.i = 1 + n / 1444 % 38 AND d.i = 1 + n / 54872 $$;
CREATE TEMP TABLE word AS SELECT n, pg_temp.made(n) AS w FROM generate_series(0, 99999) AS n;
CREATE INDEX ON word (n);
CREATE TEMP TABLE person AS
	SELECT i, f.w || CASE i % 9 WHEN 0 THEN ' de ' WHEN 1 THEN '-' || g.w || ' ' ELSE ' ' END || s.w AS surface
	FROM generate_series(1, 1000000) AS i
	JOIN word AS f ON f.n = (i::bigint * 7919 % 5000)::int * 11
	JOIN word AS g ON g.n = (i::bigint * 104729 % 5000)::int * 11
	JOIN word AS s ON s.n = (i::bigint * 1299709 % 99991)::int;
CREATE TEMP TABLE plain AS
	SELECT 'la commission a entendu mardi après-midi les responsables de l''entreprise, qui ont promis de rendre leur rapport avant la fin du mois; selon le ministère, aucune décision n''a encore été prise'::text AS s;
CREATE TEMP TABLE article (named boolean, body text);
ALTER TABLE article ALTER body SET STORAGE external;
INSERT INTO article
	SELECT named, string_agg(CASE WHEN named THEN p.surface || ' et ' || q.surface ELSE 'Hier ' || k END || ', ' || s, '. ')
	FROM generate_series(1, 2000) AS a, generate_series(1, 12) AS k, (VALUES (true), (false)) AS v (named), plain,
		person AS p, person AS q
	WHERE p.i = 1 + (a * 12 + k) % 1000 AND q.i = 1 + (a * 7 + k * 13) % 1000
	GROUP BY named, a;
CREATE TEMP TABLE dictionary (size int, names gazetteer);
VACUUM ANALYZE article;
ANALYZE person;

CREATE TEMP TABLE time (what text, t timestamptz DEFAULT clock_timestamp());
\set tick 'INSERT INTO time VALUES'
:tick ('begin');
INSERT INTO dictionary SELECT 1000000, gazetteer_agg(surface, 'PER') FROM person;
:tick ('1,000,000 names');
INSERT INTO dictionary SELECT 1000, gazetteer_agg(surface, 'PER') FROM person WHERE i <= 1000;
SELECT size AS names, cardinality(names) AS "different names", pg_column_size(names) AS bytes,
	round((pg_column_size(names) - text)::numeric / cardinality(names), 1) AS "bytes a name above its text",
	CASE size WHEN 1000000 THEN (SELECT round(extract(epoch FROM max(t) - min(t))::numeric, 2) FROM time) END AS "seconds to build"
FROM dictionary, LATERAL (SELECT sum(octet_length(surface)) AS text FROM unnest(names)) AS u ORDER BY size;

-- warm, then the best of five each
CREATE TEMP TABLE run (size int, named boolean, ms numeric, matches bigint);
DO $$
DECLARE
	begun timestamptz;
	n bigint;
	s int;
	w boolean;
BEGIN
	FOR i IN 0 .. 5 LOOP
		FOREACH s IN ARRAY '{1000, 1000000}'::int[] LOOP
			FOREACH w IN ARRAY '{t, f}'::boolean[] LOOP
				begun := clock_timestamp();
				SELECT count(*) INTO n FROM article, gazetteer_match(body, (SELECT names FROM dictionary WHERE size = s)) WHERE named = w;
				IF i > 0 THEN
					INSERT INTO run VALUES (s, w, extract(epoch FROM clock_timestamp() - begun) * 1000, n);
				END IF;
			END LOOP;
		END LOOP;
	END LOOP;
END $$;
SELECT CASE WHEN named THEN 'names of the small one' ELSE 'no name' END AS articles, size AS names, matches AS "of them found",
	round((SELECT sum(octet_length(body)) FROM article AS a WHERE a.named = r.named) / min(ms) / 1000, 1) AS "MB/s",
	round(min(ms) / min(min(ms)) OVER (PARTITION BY named), 2) AS "times the time"
FROM run AS r GROUP BY named, size, matches ORDER BY named, size;

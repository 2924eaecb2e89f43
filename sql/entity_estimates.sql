-- ANALYZE of entity sets, the estimates that come of it, and the rows of unnest.
-- 20,000 rows: names N1, N2, ... by falling frequency, 0.1 % NULL, some empty sets.
CREATE TABLE estimates (id int, ents entityset);
INSERT INTO estimates
SELECT g, CASE WHEN g % 1000 = 0 THEN NULL ELSE (SELECT coalesce(string_agg(
		'N' || floor(exp(power((h & 65535) / 65536.0, 0.7) * 9))::int || (ARRAY['/ORG', '/ORG', '/ORG', '/PER'])[1 + h / 65536 % 4]
		|| (ARRAY['#1', '#1s', '#1c', '#1'])[1 + h / 262144 % 4], ' '), '')
	FROM (SELECT hashint4(g * 32 + k) & 1073741823 AS h FROM generate_series(1, g % 20) k) x)::entityset END
FROM generate_series(1, 20000) g;
CREATE FUNCTION estimate(condition text) RETURNS float LANGUAGE plpgsql AS $$
DECLARE
	plan json;
BEGIN
	EXECUTE 'EXPLAIN (FORMAT json) SELECT * FROM estimates WHERE ' || condition INTO plan;
	RETURN (plan->0->'Plan'->>'Plan Rows')::float;
END $$;
CREATE FUNCTION rows(condition text) RETURNS float LANGUAGE plpgsql AS $$
DECLARE
	n bigint;
BEGIN
	EXECUTE 'SELECT count(*) FROM estimates WHERE ' || condition INTO n;
	RETURN n;
END $$;

-- Without statistics, a name is rare and a negation is not; never a third.
SELECT estimate('ents @@ ''N1''') BETWEEN 1 AND 200 AS name, estimate('ents @@ ''!N1''') > 15000 AS negated,
	estimate('ents @> ''N1/ORG''') BETWEEN 1 AND 200 AS contains, estimate('ents && ''N1/ORG''') BETWEEN 1 AND 200 AS overlaps;
ANALYZE estimates;
SELECT attname, null_frac BETWEEN 0.0005 AND 0.0015 AS nulls, n_distinct BETWEEN -1 AND -0.99 AS distinct,
	array_length(most_common_elems::text::text[], 1) BETWEEN 500 AND 2000 AS listed,
	(most_common_elems::text::text[])[1] AS first, elem_count_histogram[1] AS fewest, elem_count_histogram[array_length(elem_count_histogram, 1)] BETWEEN 7 AND 10 AS average
FROM pg_stats WHERE tablename = 'estimates' AND attname = 'ents';

-- The 100 most frequent names within a factor 1.5, with and without kind.
WITH names AS (SELECT name, count(DISTINCT id) AS n FROM estimates, unnest(ents) GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 100),
	pairs AS (SELECT n, greatest(1, estimate(format('ents @@ %L', name))) AS e FROM names)
SELECT max(greatest(n / e, e / n)) < 1.5 AS close FROM pairs;
WITH names AS (SELECT name, kind, count(*) AS n FROM estimates, unnest(ents) GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT 100),
	pairs AS (SELECT n, greatest(1, estimate(format('ents @@ %L', name || '/' || kind))) AS e, greatest(1, estimate(format('ents @> %L', name || '/' || kind))) AS c FROM names)
SELECT max(greatest(n / e, e / n)) < 1.5 AS close, bool_and(e = c) AS contains_is_the_same FROM pairs;
-- 100 names of any frequency within a factor 10, the rare ones at most 1 % of the table.
WITH names AS (SELECT name, count(DISTINCT id) AS n FROM estimates, unnest(ents) GROUP BY 1 ORDER BY hashtext(name), 1 LIMIT 100),
	pairs AS (SELECT n, greatest(1, estimate(format('ents @@ %L', name))) AS e FROM names)
SELECT max(greatest(n / e, e / n)) < 10 AS close, max(e) FILTER (WHERE n <= 5) <= 200 AS rare FROM pairs;
-- Operators of the language and of sets, within a factor.
SELECT c, least(e, r) * factor >= greatest(e, r) AS close
FROM (VALUES ('ents @@ ''N1 & N2''', 1.5), ('ents @@ ''N1 & N2 & N3''', 2), ('ents @@ ''N3 | N50''', 1.5), ('ents @@ ''!N1''', 1.1), ('NOT ents @@ ''N1''', 1.1),
	('ents @@ ''N5:source''', 1.5), ('ents @@ ''N5/ORG:content''', 1.5), ('ents @@ ''N1:source & !N2''', 1.5), ('ents @@ ''N2:source,content''', 1.5),
	('ents @@ ''N12*''', 3), ('ents @@ ''N1*''', 1.5), ('ents @@ ''*''', 1.1), ('ents @@ ''!*''', 1.1), ('ents @@ ''*/PER''', 1.2), ('ents @@ ''*/ORG:source''', 1.5),
	('''N1''::entityquery @@ ents', 1.5), ('ents @> ''N1/ORG N2/ORG''', 1.5), ('''N1/ORG N2/ORG''::entityset <@ ents', 1.5), ('ents && ''N1/ORG N2/ORG''', 1.5), ('ents @> ''''', 1.1)) v(c, factor),
	LATERAL (SELECT greatest(1, estimate(c)) AS e, greatest(1, rows(c)) AS r) x;
-- What matches nothing.
SELECT estimate('ents @@ ''''') = 1 AS empty_query, estimate('ents @@ NULL') <= 1 AS null, estimate('ents && ''''') = 1 AS empty_set,
	estimate('ents @@ ''Z''') < 20 AS no_name, estimate('ents @@ ''Z*''') < 200 AS no_beginning, estimate('ents @@ ''N1/EVENT''') < 20 AS no_kind;

-- A watch list: rows of the join, and of each look-up within it.
CREATE TABLE watch AS SELECT entityquery(name, NULL) AS q FROM (SELECT name FROM estimates, unnest(ents) GROUP BY 1 HAVING count(*) BETWEEN 20 AND 200 ORDER BY hashtext(name), 1 LIMIT 60) x;
ANALYZE watch;
CREATE FUNCTION join_estimate() RETURNS float LANGUAGE plpgsql AS $$
DECLARE
	plan json;
BEGIN
	EXECUTE 'EXPLAIN (FORMAT json) SELECT * FROM estimates e JOIN watch w ON e.ents @@ w.q' INTO plan;
	RETURN (plan->0->'Plan'->>'Plan Rows')::float;
END $$;
SELECT least(e, r) * 2 >= greatest(e, r) AS close FROM (SELECT join_estimate() AS e, (SELECT count(*)::float FROM estimates d JOIN watch w ON d.ents @@ w.q) AS r) x;

-- The index for a rare name, a scan for one in most of the rows.
CREATE INDEX estimates_ents ON estimates USING gin (ents);
EXPLAIN (COSTS OFF) SELECT * FROM estimates WHERE ents @@ 'N5000';
EXPLAIN (COSTS OFF) SELECT * FROM estimates WHERE ents @@ '*/ORG';
EXPLAIN (COSTS OFF) SELECT * FROM estimates e JOIN watch w ON e.ents @@ w.q;

-- Rows of unnest: of a constant, of a column, of what is unknown.
CREATE FUNCTION unnest_estimate(f text) RETURNS float LANGUAGE plpgsql AS $$
DECLARE
	plan json;
BEGIN
	EXECUTE 'EXPLAIN (FORMAT json) SELECT * FROM ' || f INTO plan;
	RETURN (plan->0->'Plan'->>'Plan Rows')::float;
END $$;
SELECT unnest_estimate('unnest(''A/ORG B/ORG C/PER''::entityset)') AS constant, unnest_estimate('unnest(''''::entityset)') AS empty,
	unnest_estimate('estimates, unnest(ents)') BETWEEN 20000 * 7 AND 20000 * 10 AS column,
	unnest_estimate('(SELECT entityset_agg(ents) AS e FROM estimates) x, unnest(e)') AS unknown;

-- Columns that are all NULL, empty, and of empty sets only.
CREATE TABLE estimates_none (ents entityset);
ANALYZE estimates_none;
INSERT INTO estimates_none SELECT NULL FROM generate_series(1, 100);
ANALYZE estimates_none;
SELECT null_frac, most_common_elems FROM pg_stats WHERE tablename = 'estimates_none';
EXPLAIN (COSTS OFF) SELECT * FROM estimates_none WHERE ents @@ 'A';
TRUNCATE estimates_none;
INSERT INTO estimates_none SELECT '' FROM generate_series(1, 100);
ANALYZE estimates_none;
SELECT null_frac, most_common_elems, elem_count_histogram[1] FROM pg_stats WHERE tablename = 'estimates_none';
EXPLAIN (COSTS OFF) SELECT * FROM estimates_none WHERE ents @@ 'A';

DROP TABLE estimates, watch, estimates_none;
DROP FUNCTION estimate, rows, join_estimate, unnest_estimate;

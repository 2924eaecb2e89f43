#!/usr/bin/env bash
# Hostile documents (test/data/hostile.list) take linear time, and long
# documents can be cancelled.  Needs a server with the extension installed.
#
# Each function runs on 30,000 and on 120,000 repetitions.  Four times the
# text may take ten times as long, and sixteen would be the mark of a
# quadratic loop; times under 100 ms are not compared.
set -u
cd "$(dirname "$0")/../.." || exit 1

database=hostile_$$
psql -X -q -d postgres -c "CREATE DATABASE $database" || exit 1
trap 'psql -X -q -d postgres -c "DROP DATABASE $database"' EXIT
export PGDATABASE=$database
psql -X -q -c "CREATE EXTENSION pg_gazette" || exit 1

passed=0 failed=0
while IFS='|' read -r name expression; do
	out=$(psql -X -q -At -v ON_ERROR_STOP=1 2>&1 <<-SQL
		SET statement_timeout = '60s';
		CREATE TEMP TABLE d AS SELECT n, $expression AS doc FROM (VALUES (30000), (120000)) AS v (n);
		DO \$\$
		DECLARE
			f text;
			began timestamptz;
			small float8;
			large float8;
		BEGIN
			FOREACH f IN ARRAY ARRAY['count(*) FROM d, paragraphs(doc)', 'max(length(dedup_paragraphs(doc))) FROM d',
				'max(cardinality(entities(doc, ''fr''))) FROM d', 'count(*) FROM d, entity_mentions(doc, ''en'')',
				'count(*) FROM d, claims(doc, ''fr'')', 'count(*) FROM d, claims(doc, ''en'')']
			LOOP
				began := clock_timestamp();
				EXECUTE 'SELECT ' || f || ' WHERE n = 30000';
				small := extract(epoch FROM clock_timestamp() - began) * 1000;
				began := clock_timestamp();
				EXECUTE 'SELECT ' || f || ' WHERE n = 120000';
				large := extract(epoch FROM clock_timestamp() - began) * 1000;
				IF large > 100 AND large > 10 * small THEN
					RAISE WARNING '% ms, then % ms: %', round(small), round(large), f;
				END IF;
			END LOOP;
		END \$\$;
	SQL
	)
	if [ -z "$out" ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		printf '%s: %s\n' "$name" "$(printf '%s' "$out" | head -5)"
	fi
done < <(grep -v '^#' test/data/hostile.list)

psql -X -q -c "CREATE TABLE big AS SELECT repeat('Paul Delcourt a déclaré « oui » à Namur selon l''agence. ', 500000) AS doc"
for f in "count(*) FROM big, paragraphs(doc)" "cardinality(entities(doc)) FROM big" \
	"count(*) FROM big, entity_mentions(doc, 'fr')" "count(*) FROM big, claims(doc, 'fr')" "count(*) FROM big, claims(doc, 'en')"; do
	out=$(printf '%s\n' "SET statement_timeout = 100;" '\timing on' "SELECT $f;" | psql -X -q -At 2>&1)
	waited=$(printf '%s' "$out" | sed -n 's/^Time: \([0-9]*\).*/\1/p')
	# Cancelled within a second, or done before the time was up.
	if [ "${waited:-99999}" -lt 1100 ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "cancelled only after ${waited:-?} ms: $f"
	fi
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]

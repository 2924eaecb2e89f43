#!/usr/bin/env bash
# What is stored survives pg_dump and COPY BINARY, and parallel workers, which
# are new processes with no model open, answer as the leader does.  Needs a
# server with the extension installed.
set -u
cd "$(dirname "$0")/../.." || exit 1

dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"; psql -X -q -d postgres -c "DROP DATABASE IF EXISTS dump_from" -c "DROP DATABASE IF EXISTS dump_to"' EXIT
passed=0 failed=0
same() {	# what, file, file
	if [ -s "$2" ] && cmp -s "$2" "$3"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "$1: $(diff "$2" "$3" | head -6)"
	fi
}
sql() { psql -X -q -At -v ON_ERROR_STOP=1 "$@"; }

sql -d postgres -c "CREATE DATABASE dump_from" -c "CREATE DATABASE dump_to" || exit 1
sql -d dump_from <<-'SQL' || exit 1
	CREATE SCHEMA news;
	CREATE EXTENSION pg_gazette SCHEMA news;
	CREATE TABLE article (
		id serial PRIMARY KEY,
		body text,
		ents news.entityset GENERATED ALWAYS AS (news.entities(body)) STORED
	);
	CREATE INDEX article_ents ON article USING gin (ents);
	CREATE INDEX article_body ON article USING gin (news.entities(body));
	CREATE INDEX article_paragraphs ON article USING gin (news.paragraph_fingerprints(body));
	CREATE TABLE question (q news.entityquery PRIMARY KEY);
	INSERT INTO question VALUES ('trambel & !(voltera/ORG | "Claire Dumoulin":source)'), ('Vol*');
	CREATE TABLE kept (id int, ents news.entityset);
SQL
for file in test/data/articles/*.txt; do
	sql -d dump_from -v body="$(cat "$file")" <<<"INSERT INTO article (body) VALUES (:'body');" || exit 1
done
sql -d dump_from -c "INSERT INTO kept SELECT id, ents FROM article"

dump="SELECT * FROM article ORDER BY id; SELECT * FROM question ORDER BY q; SELECT * FROM kept ORDER BY id;"
sql -d dump_from -c "$dump" >"$dir/from"
pg_dump dump_from >"$dir/dump.sql" && sql -d dump_to -f "$dir/dump.sql" >/dev/null || failed=$((failed + 1))
sql -d dump_to -c "$dump" >"$dir/to"
same "pg_dump and restore" "$dir/from" "$dir/to"
sql -d dump_from -c "SELECT indexdef FROM pg_indexes WHERE tablename = 'article' ORDER BY 1" >"$dir/from"
sql -d dump_to -c "SELECT indexdef FROM pg_indexes WHERE tablename = 'article' ORDER BY 1" >"$dir/to"
same "indexes" "$dir/from" "$dir/to"

sql -d dump_from -c "COPY (SELECT id, ents FROM kept ORDER BY id) TO STDOUT (FORMAT binary)" >"$dir/copy"
sql -d dump_to -c "TRUNCATE kept" -c "COPY kept FROM STDIN (FORMAT binary)" <"$dir/copy"
sql -d dump_to -c "COPY (SELECT id, ents FROM kept ORDER BY id) TO STDOUT (FORMAT binary)" >"$dir/copied"
same "COPY BINARY" "$dir/copy" "$dir/copied"

# Parallel workers answer as the leader.
query="SELECT sum(hashtext(news.entities(body)::text)::bigint), sum(cardinality(news.paragraph_fingerprints(body))),
	sum((SELECT count(*) FROM news.claims(body))) FROM many"
sql -d dump_from -c "CREATE TABLE many AS SELECT g, body FROM article, generate_series(1, 50) AS g" -c "ANALYZE many"
sql -d dump_from -c "SET max_parallel_workers_per_gather = 0" -c "$query" >"$dir/serial"
parallel="SET max_parallel_workers_per_gather = 2; SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0; SET parallel_leader_participation = off"
sql -d dump_from -c "$parallel" -c "$query" >"$dir/parallel"
same "parallel and serial" "$dir/serial" "$dir/parallel"
if sql -d dump_from -c "$parallel" -c "EXPLAIN $query" | grep -q Gather; then
	passed=$((passed + 1))
else
	failed=$((failed + 1))
	echo "no parallel plan"
fi
sql -d dump_from -c "SELECT news.entityset_agg(ents)::text FROM kept" >"$dir/serial"
sql -d dump_from -c "$parallel" -c "SELECT news.entityset_agg(ents)::text FROM kept" >"$dir/parallel"
same "entityset_agg, parallel and serial" "$dir/serial" "$dir/parallel"

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]

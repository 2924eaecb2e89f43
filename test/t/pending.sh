#!/usr/bin/env bash
# Look-ups beside inserts: while the pending list of a GIN index is moved into
# the index, a row stands there under some of its keys, and a query with a
# negation must not return it.  Needs a server with the extension installed.
set -u
cd "$(dirname "$0")/../.." || exit 1

dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"; psql -X -q -d postgres -c "DROP DATABASE IF EXISTS pending"' EXIT
sql() { psql -X -q -At -v ON_ERROR_STOP=1 "$@"; }

sql -d postgres -c "CREATE DATABASE pending" || exit 1
sql -d pending <<-'SQL' || exit 1
	CREATE EXTENSION pg_gazette;
	CREATE TABLE article (ents entityset);
	CREATE INDEX article_ents ON article USING gin (ents) WITH (fastupdate = on);
SQL
# Every row has both names, so that no look-up below has a row; the other way
# round every row there was when it began must be found.
sql -d pending >"$dir/reader" 2>&1 <<-'SQL' &
	SET enable_seqscan = off;
	DO $$
	DECLARE
		surplus int := 0;
		missing int := 0;
		before bigint;
		n bigint;
		start timestamptz := clock_timestamp();
	BEGIN
		WHILE clock_timestamp() < start + interval '6 s' LOOP
			SELECT count(*) INTO before FROM article;
			SELECT count(*) INTO n FROM article WHERE ents @@ 'aa & !zz';
			surplus := surplus + (n > 0)::int;
			SELECT count(*) INTO n FROM article WHERE ents @@ 'aa & !!zz & !yy';
			missing := missing + (n < before)::int;
		END LOOP;
		RAISE NOTICE 'surplus in %, missing in % look-ups', surplus, missing;
	END $$;
SQL
reader=$!
for round in 1 2 3 4 5; do
	sql -d pending >"$dir/writer" 2>&1 <<-SQL || cat "$dir/writer"
		INSERT INTO article SELECT ('aa/ORG zz/ORG ' || string_agg('m' || g || 'x' || k || '/ORG', ' '))::entityset
		FROM generate_series($round * 3000, $round * 3000 + 2999) g, generate_series(1, 20) k GROUP BY g;
		SELECT gin_clean_pending_list('article_ents');
	SQL
done
wait "$reader"
if grep -q 'surplus in 0, missing in 0 look-ups' "$dir/reader"; then
	echo "1 passed, 0 failed"
else
	cat "$dir/reader"
	echo "0 passed, 1 failed"
	exit 1
fi

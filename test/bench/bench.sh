#!/usr/bin/env bash
# Measure speed, first call, memory and scaling in one throw-away server.
#
#   test/bench/bench.sh [--mb 50] [--tag-mb 10] [--corpus FILE.tsv] [STEP...]
#
# --mb       megabytes of articles for the paragraphs  (make_articles.py writes them)
# --tag-mb   the part of them that entities and claims are measured on
# --corpus   articles of your own in COPY text format; the last column is the body
# STEP       speed first memory scaling hostile cancel   (default: all)
#
# Times are the best of three on one backend, without parallel workers or JIT,
# from shared buffers.  Bodies of more than 2 kB are stored compressed, as in
# any table, and that is in all the times; the line "read" says what it costs.
set -u
cd "$(dirname "$0")/../.." || exit 1
. test/bench/lib.sh

mb=50 tag_mb=10 corpus= steps=
while [ $# -gt 0 ]; do
	case $1 in
	--mb) mb=$2; shift ;;
	--tag-mb) tag_mb=$2; shift ;;
	--corpus) corpus=$(realpath "$2") || exit 1; shift ;;
	speed | first | memory | scaling | hostile | cancel) steps="$steps $1" ;;
	*) sed -n '2,/^set -u/s/^# \{0,1\}//p' "$0"; exit 1 ;;
	esac
	shift
done
steps=${steps:-speed first memory scaling hostile cancel}

bench_open
say "$(sql -c 'SELECT version()')"
say "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1), $(nproc) cores; $(date -u +%F)"

# One article in French and one in English, to warm up with and to measure.
FR="'LIÈGE, 2 mars - Le constructeur Voltera construira les rames, a indiqué vendredi son patron, Thomas Reding. « Trambel respecte la décision », a assuré Hélène Marchal.'"
EN="'LEEDS - The museum denied on Thursday that it planned to sell two paintings. \"No work will leave this building,\" its director, Samuel Okoro, told reporters.'"

load() {
	sql -c "CREATE TABLE article (id int, body text)"
	if [ -n "$corpus" ]; then
		awk -F'\t' -v OFS='\t' '{ print NR, $NF }' "$corpus"
	else
		python3 test/bench/make_articles.py --mb "$mb"
	fi | sql -c "COPY article FROM STDIN" || exit 1
	sql <<-SQL
		DELETE FROM article WHERE id > (SELECT coalesce(min(id), 2147483647) FROM (
			SELECT id, sum(octet_length(body)) OVER (ORDER BY id) AS upto FROM article) AS x WHERE upto > $mb * 1e6);
		CREATE TABLE part AS SELECT id, body FROM (
			SELECT id, body, sum(octet_length(body)) OVER (ORDER BY id) AS upto FROM article) AS x WHERE upto <= $tag_mb * 1e6;
		VACUUM ANALYZE;
	SQL
}

speed_line() {	# name bytes milliseconds
	case $3 in
	failed*) printf '  %-52s %s\n' "$1" "$3" ;;
	*) printf '  %-52s %9.0f ms  %8.1f MB/s\n' "$1" "$3" "$(calc "$2 / 1000 / $3")" ;;
	esac
}

speed() {
	local bytes tag_bytes read md5 par fps dedup tsv ents mentions claims query
	load
	bytes=$(sql -c "SELECT sum(octet_length(body)) FROM article")
	tag_bytes=$(sql -c "SELECT sum(octet_length(body)) FROM part")
	say
	say "speed: $(sql -c "SELECT count(*) FROM article") articles, $(calc "$bytes / 1e6") MB, $(sql -c "SELECT count(*) FROM article, paragraphs(body)") paragraphs"
	read=$(ms "SELECT sum(octet_length(body || '')) FROM article")
	speed_line "read (every body decompressed)" "$bytes" "$read"
	md5=$(ms "SELECT count(md5(p)) FROM article, regexp_split_to_table(body, E'\\n\\\\s*\\n') AS p")
	speed_line "md5 over regexp_split_to_table" "$bytes" "$md5"
	par=$(ms "SELECT count(fingerprint) FROM article, paragraphs(body)")
	speed_line "paragraphs()" "$bytes" "$par"
	fps=$(ms "SELECT sum(cardinality(paragraph_fingerprints(body))) FROM article")
	speed_line "paragraph_fingerprints()" "$bytes" "$fps"
	dedup=$(ms "SELECT sum(octet_length(dedup_paragraphs(body))) FROM article")
	speed_line "dedup_paragraphs()" "$bytes" "$dedup"
	say "  paragraphs() is $(calc "$md5 / $par") times as fast as md5 over regexp_split_to_table"
	say
	say "speed: $(sql -c "SELECT count(*) FROM part") articles, $(calc "$tag_bytes / 1e6") MB"
	tsv=$(ms "SELECT sum(length(to_tsvector('french', body))) FROM part")
	speed_line "to_tsvector('french', body)" "$tag_bytes" "$tsv"
	ents=$(ms "SELECT sum(cardinality(entities(body))) FROM part")
	speed_line "entities(body)" "$tag_bytes" "$ents"
	mentions=$(ms "SELECT count(*) FROM part, entity_mentions(body)")
	speed_line "entity_mentions(body)" "$tag_bytes" "$mentions"
	claims=$(ms "SELECT count(*) FROM part, claims(body)")
	speed_line "claims(body)" "$tag_bytes" "$claims"
	say "  entities() runs at $(calc "$tsv / $ents" %.2f), claims() at $(calc "$tsv / $claims" %.2f) times the speed of to_tsvector"
}

first() {
	local i out
	say
	say "first call in a new backend (connected, one SELECT run), five backends each, ms:"
	for i in "fr|SELECT count(*) FROM claims($FR)" "en|SELECT count(*) FROM claims($EN)" \
		"fr|SELECT entities($FR) IS NULL" "|SELECT count(*) FROM paragraphs($FR)"; do
		out=
		for _ in 1 2 3 4 5; do out="$out $(ms "${i#*|}" 1 "SELECT count(*) FROM pg_class;")"; done
		printf '  %-60s%s\n' "$(printf '%s' "${i#*|}" | cut -c1-56)" "$out"
	done
	printf '  %-60s %s\n' "the same claims() call again, warm" "$(ms "SELECT count(*) FROM claims($FR)" 20)"
}

# Pages of a mapped file that no other process maps count as private in smaps,
# so a second backend that uses the models stays connected meanwhile: what is
# private then is what each further backend costs.
memory() {
	say
	say "private memory of a backend, kB, before and after using French and English for entities, claims and mentions:"
	cat >"$work/use.sql" <<-SQL
		SELECT sum(n) FROM (SELECT count(*) AS n FROM claims($FR) UNION ALL SELECT count(*) FROM claims($EN)
			UNION ALL SELECT count(*) FROM entity_mentions($FR) UNION ALL SELECT count(*) FROM entity_mentions($EN)) AS x \g /dev/null
		SELECT entities($FR) || entities($EN) IS NULL, mentions($FR, 'Trambel') \g /dev/null
	SQL
	cat >"$work/memory.sql" <<-SQL
		SELECT pg_backend_pid() AS pid \gset
		\setenv PID :pid
		SELECT to_tsvector('french', $FR) IS NULL \g /dev/null
		SELECT round(sum(total_bytes) / 1024) AS contexts FROM pg_backend_memory_contexts \gset before_
		\! cat /proc/\$PID/smaps_rollup > $work/rollup_before
		\i $work/use.sql
		SELECT round(sum(total_bytes) / 1024) AS contexts FROM pg_backend_memory_contexts \gset after_
		\! cat /proc/\$PID/smaps_rollup > $work/rollup_after
		\! grep 'gazette_.*model' /proc/\$PID/maps > $work/maps
		\echo pg_backend_memory_contexts: :before_contexts :after_contexts
	SQL
	{ cat "$work/use.sql"; echo "SELECT pg_sleep(30);"; } | sql >/dev/null 2>&1 &
	sleep 2
	sql -f "$work/memory.sql" >"$work/memory.out"
	{
		sed -n 's/.*contexts: //p' "$work/memory.out" | sed 's/^/pg_backend_memory_contexts /'
		for field in Private_Dirty Private_Clean Anonymous; do
			echo "smaps,_$field $(awk "/^$field/ { print \$2 }" "$work/rollup_before" "$work/rollup_after" | tr '\n' ' ')"
		done
	} | while read -r what before after; do
		printf '  %-30s %8s %8s   grown by %s\n' "${what/,_/, }" "$before" "$after" $((after - before))
	done
	say "  model files: $(ls -l "$root$("$PG_CONFIG" --sharedir)"/tsearch_data/gazette_*.model | awk '{ s += $5 } END { printf "%d", s / 1024 }') kB, mapped as $(sed -n 's,^[^ ]* \([^ ]*\) .*/\(gazette_[a-z]*.model\)$,\2 \1,p' "$work/maps" | sort -u | tr '\n' ' ')"
	kill %1 2>/dev/null
	wait 2>/dev/null
}

scaling() {
	local size f t line
	say
	say "scaling: one document of a size, ms and MB/s (linear: MB/s stays)"
	[ -n "$(sql -c "SELECT to_regclass('article')")" ] || load
	sql -c "CREATE TABLE doc AS SELECT kb, left(string_agg(body, E'\n\n'), kb * 1000) AS body
		FROM (VALUES (1), (10), (100), (1000), (10000), (50000)) AS s (kb),
		     LATERAL (SELECT body FROM article ORDER BY id LIMIT greatest(5, kb)) AS a GROUP BY kb"
	printf '  %9s' "kB"
	for f in paragraphs dedup_paragraphs entities entity_mentions claims; do printf '%23s' "$f"; done
	echo
	for size in $(sql -c "SELECT kb FROM doc ORDER BY kb"); do
		printf '  %9s' "$(sql -c "SELECT octet_length(body) / 1000 FROM doc WHERE kb = $size")"
		for f in "count(*) FROM doc, paragraphs(body)" "octet_length(dedup_paragraphs(body)) FROM doc" \
			"cardinality(entities(body)) FROM doc" "count(*) FROM doc, entity_mentions(body)" "count(*) FROM doc, claims(body)"; do
			t=$(ms "SELECT $f WHERE kb = $size" 1) || { printf '%23s' "$t"; continue; }
			printf '%14.1f %8.1f' "$t" "$(calc "$(sql -c "SELECT octet_length(body) FROM doc WHERE kb = $size") / 1000 / $t")"
		done
		echo
	done
}

# Documents that look for a loop that is not linear: at one size and at four
# times that size; the last column is the ratio, which is 4 for a linear one.
hostile() {
	local name expression f a b
	say
	say "hostile documents: ms at 100,000 and at 400,000 repetitions, and the ratio (linear: 4)"
	printf '  %-26s' ""
	for f in paragraphs dedup entities claims; do printf '%26s' "$f"; done
	echo
	while IFS='|' read -r name expression; do
		printf '  %-26s' "$name"
		for f in "count(*) FROM paragraphs(doc)" "octet_length(dedup_paragraphs(doc))" "cardinality(entities(doc, 'fr'))" "count(*) FROM claims(doc, 'fr')"; do
			case $f in
			*FROM*) f="SELECT ${f%%FROM*}FROM hostile, ${f#*FROM } WHERE n =" ;;
			*) f="SELECT $f FROM hostile WHERE n =" ;;
			esac
			sql -c "DROP TABLE IF EXISTS hostile" -c "CREATE TABLE hostile AS SELECT n, $expression AS doc FROM (VALUES (100000), (400000)) AS v (n)" 2>/dev/null
			a=$(ms "$f 100000" 1 "SET statement_timeout = '120s';") || { printf '  %24s' "${a:0:24}"; continue; }
			b=$(ms "$f 400000" 1 "SET statement_timeout = '120s';") || { printf '  %24s' "${b:0:24}"; continue; }
			printf '%10.0f %8.0f %6.1f' "$a" "$b" "$(calc "$b / $a")"
		done
		echo
	done < <(grep -v '^#' test/data/hostile.list)
}

cancel() {
	local f out waited
	say
	say "cancelling by statement_timeout = 200 ms in a document of 50 MB: ms until the error"
	sql -c "DROP TABLE IF EXISTS big" -c "CREATE TABLE big AS SELECT repeat('Paul Delcourt a déclaré « oui » à Namur selon l''agence. ', 870000) AS doc"
	for f in "count(*) FROM big, paragraphs(doc)" "octet_length(dedup_paragraphs(doc)) FROM big" "cardinality(entities(doc, 'fr')) FROM big" \
		"cardinality(entities(doc)) FROM big" "count(*) FROM big, entity_mentions(doc, 'fr')" "count(*) FROM big, claims(doc, 'fr')"; do
		out=$(printf '%s\n' "SET statement_timeout = 200;" '\timing on' "SELECT $f;" | psql -X -q -At 2>&1)
		waited=$(printf '%s' "$out" | sed -n 's/^Time: \([0-9.]*\).*/\1/p')
		printf '  %-52s %8.0f  %s\n' "$f" "$waited" "$(printf '%s' "$out" | grep -m1 -o 'ERROR.*' || echo 'finished before')"
	done
}

for step in $steps; do $step; done

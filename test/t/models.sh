#!/usr/bin/env bash
# Model files that are missing, damaged, of another version or not readable
# are errors with a hint, never a crash; nothing is remembered of a failure; a
# file with an odd name is no language.  Needs a server with the extension
# installed whose share folder may be written to: it installs the toy
# language there and removes it at the end.
set -u
cd "$(dirname "$0")/../.." || exit 1
mkmodel=${GAZETTE_SRC:-.}/build/mkmodel

database=models_$$
folder=$(psql -X -q -At -d postgres -c "SELECT setting FROM pg_config WHERE name = 'SHAREDIR'")/tsearch_data
toy=$folder/gazette_toy.model
odd="$folder/gazette_Toy.model $folder/gazette_to.y.model $folder/gazette_.model $folder/gazette_t.model $folder/gazette_auto.model"
dir=$(mktemp -d) && chmod 755 "$dir" || exit 1
[ -e "$toy" ] && { echo "$toy is there already"; exit 1; }
"$mkmodel" test/data/lang/toy "$dir/good" || exit 1
chmod 644 "$dir/good"
psql -X -q -d postgres -c "CREATE DATABASE $database" || exit 1
# shellcheck disable=SC2086 # a list of names
trap 'rm -rf "$dir" "$toy" $odd; psql -X -q -d postgres -c "DROP DATABASE $database"' EXIT
export PGDATABASE=$database
psql -X -q -c "CREATE EXTENSION pg_gazette" || exit 1
passed=0 failed=0

# expect WHAT PATTERN SQL: the last line of output, or the error with its code.
expect() {
	local out
	out=$(psql -X -q -At -v VERBOSITY=verbose -c "$3" 2>&1)
	case $out in
	*$2*) passed=$((passed + 1)) ;;
	*) failed=$((failed + 1)); echo "$1: expected $2, got $out" ;;
	esac
}
# A new file takes the place of the old one, as make install does it.
install_toy() { cp "$1" "$toy.new" && mv "$toy.new" "$toy"; }
flip() { # file, offset: one byte changed
	local byte
	byte=$(od -An -tu1 -j"$2" -N1 "$1")
	printf "\\$(printf %o $(((byte + 1) % 256)))" | dd of="$1" bs=1 seek="$2" conv=notrunc status=none
}

use="SELECT count(*) >= 0 FROM entity_mentions('le dit', 'toy')"
expect "missing" "22023" "$use"
expect "missing, hint" "Installed languages: en, fr." "$use"
expect "not in the list" "f" "SELECT 'toy' IN (SELECT lang FROM languages())"

install_toy "$dir/good"
expect "installed" "t" "$use"
expect "in the list" "toy|Toy|gazette_toy" "SELECT lang, name, model FROM languages() WHERE lang = 'toy'"
expect "detected" "toy" "SELECT detect_language('le la ka''zum le la')"
expect "no tagger, no claims" "0" "SELECT count(*) FROM claims('le dit que la dit', 'toy')"

for name in "../toy" "toy.model" "TOY" "" "auto " "gazette_toy" "abcdefghijklmnopqrstuvwxyz" "t" "é"; do
	expect "name '$name'" "22023" "SELECT count(*) FROM entity_mentions('le dit', '$name')"
done

cp "$dir/good" "$dir/bad"
size=$(stat -c %s "$dir/bad")
for offset in 0 8 12 17 40 50 $((size / 2)); do
	cp "$dir/good" "$dir/bad"
	flip "$dir/bad" "$offset"
	install_toy "$dir/bad"
	# the middle is lexicon data, of which not every byte is an offset
	[ "$offset" -gt 64 ] && expect "byte $offset" "" "$use" || expect "byte $offset" "F0000" "$use"
done
expect "alive" "1" "SELECT 1"
for length in 0 1 63 64 100 $((size / 2)) $((size - 1)); do
	head -c "$length" "$dir/good" >"$dir/bad"
	install_toy "$dir/bad"
	expect "$length bytes" "F0000" "$use"
done
expect "hint" "Reinstall pg_gazette" "$use"
expect "auto does not guess without it" "F0000" "SELECT detect_language('le')"
expect "others work" "t" "SELECT count(*) >= 0 FROM entity_mentions('Paul Durand parle.', 'fr')"

# a valid file of another language
cp "$folder/gazette_fr.model" "$dir/bad"
install_toy "$dir/bad"
expect "another language" "F0000" "$use"

chmod 000 "$toy"
expect "not readable" "42501" "$use"
rm -f "$toy"
mkdir "$toy"
expect "a folder" "ERROR" "$use"
rmdir "$toy"

# nothing is remembered of a failure, and what is mapped stays
out=$(psql -X -q -At 2>&1 <<SQL
\\! echo broken > "$toy"
$use;
\\! cp "$dir/good" "$toy.new" && mv "$toy.new" "$toy"
$use;
\\! rm "$toy"
$use;
SELECT count(*) > 0 FROM entity_mentions('Paul Durand parle à Bruxelles.', 'fr');
SQL
)
case $out in
*ERROR*damaged*$'\nt\nt\nt') passed=$((passed + 1)) ;;
*) failed=$((failed + 1)); echo "one session: $out" ;;
esac

# no language by these names
for file in $odd; do cp "$dir/good" "$file"; done
expect "odd names" "en,fr" "SELECT string_agg(lang, ',' ORDER BY lang) FROM languages()"
expect "detection" "fr" "SELECT detect_language('le ministre est dans la ville')"

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]

#!/bin/sh
# Accuracy floors of the tagger, on dispatches written for this project that
# the committed models have not been trained on (test/data/wire).
set -eu
cd "$(dirname "$0")/../.."
build=${GAZETTE_BUILD:-build}
passed=0
failed=0

floor() {
	what=$1
	model=$2
	gold=$3
	shift 3
	echo "names, $what:"
	if python3 test/eval/ner.py "$build/gazette" "$build/gazette_$model.model" "test/data/wire/$gold.jsonl" "$@"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
	fi
}

floor "French dispatches" fr fr --floor PER/ORG/LOC=85 --floor all=85
floor "English dispatches" en en --floor PER/ORG/LOC=84 --floor all=83
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]

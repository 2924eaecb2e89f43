#!/bin/sh
# Accuracy floors of the claims parser, on dispatches written for this project
# that no rule was written from (test/data/wire).
set -eu
cd "$(dirname "$0")/../.."
build=${GAZETTE_BUILD:-build}
passed=0
failed=0

floor() {
	what=$1
	lang=$2
	shift 2
	echo "claims, $what:"
	if python3 test/eval/claims.py "$build/gazette" "$build/gazette_$lang.model" "test/data/wire/$lang.jsonl" "$@"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
	fi
}

floor "French dispatches" fr --floor quotes@0.3=82 --floor quotes@0.8=74 --floor joint@0.8=66 --floor act=83 --floor form=95 --floor negated=97 --floor speaker=77
floor "English dispatches" en --floor quotes@0.3=72 --floor quotes@0.8=64 --floor joint@0.8=57 --floor act=82 --floor form=95 --floor negated=97 --floor speaker=75
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]

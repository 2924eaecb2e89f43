#!/bin/sh
# Accuracy floors of language detection and of the tokeniser, on the
# dispatches in test/data/wire.
set -eu
cd "$(dirname "$0")/../.."
build=${GAZETTE_BUILD:-build}
if python3 test/eval/tokens.py "$build/gazette" "$build" test/data/wire/fr.jsonl test/data/wire/en.jsonl \
	--errors 5 --floor documents=100 --floor windows=99.5 --floor boundaries=99.5; then
	echo "1 passed, 0 failed"
else
	echo "0 passed, 1 failed"
	exit 1
fi

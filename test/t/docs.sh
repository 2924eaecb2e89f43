#!/usr/bin/env bash
# Every ```sql block of README.md and docs/*.md runs, in order, in one session
# per file.  Where a ``` block follows directly, it is the output that a
# reader was promised, and must be the same but for trailing blanks.
# Needs a server with the extension installed (test/run gives one).
set -u
cd "$(dirname "$0")/../.." || exit 1
# WRITE_DOCS=1 test/run docs puts the real outputs in instead.
exec python3 test/t/docs.py ${WRITE_DOCS:+--write} README.md docs/*.md

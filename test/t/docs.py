#!/usr/bin/env python3
"""Run the SQL blocks of Markdown files and compare the outputs they show;
and look that docs/reference.md names every function.

usage: docs.py [--write] FILE...

A block fenced ```sql is run by psql; a block fenced ``` (or ```text) right
behind it is its output.  ```sql norun is shown only.  All blocks of a file
share one new database, so a later block sees what an earlier one created.
--write puts the real output into the file instead of comparing.
"""
import difflib
import os
import re
import subprocess
import sys

FENCE = re.compile(r"```sql *\n(.*?)```\n(\n?)(?:```(?:text)?\n(.*?)```\n)?", re.S)
MARK = "--8<-- %d --8<--"


def psql(database, sql):
    return subprocess.run(
        ["psql", "-X", "-q", "-d", database, "-v", "ON_ERROR_STOP=1",
         "-P", "pager=off", "-P", "linestyle=ascii"],
        input=sql, text=True, capture_output=True,
        env=dict(os.environ, LC_ALL="C.UTF-8", PGCLIENTENCODING="UTF8"))


def clean(text):
    lines = [line.rstrip() for line in text.split("\n")]
    return "\n".join(lines).strip("\n")


def undocumented(path):
    """Functions for users that a reference does not name."""
    psql("postgres", "DROP DATABASE IF EXISTS docs_names")
    psql("postgres", "CREATE DATABASE docs_names")
    done = psql("docs_names", """
        CREATE EXTENSION pg_gazette;
        \\t on
        \\a
        SELECT DISTINCT proname FROM pg_proc AS p JOIN pg_depend AS d
            ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e'
            AND d.refobjid = (SELECT oid FROM pg_extension WHERE extname = 'pg_gazette')
        -- not what types, operators, operator classes and aggregates are made of
        WHERE NOT ARRAY['internal'::regtype::oid, 'cstring'::regtype::oid] && (p.proargtypes::oid[] || p.prorettype)
          AND NOT EXISTS (SELECT FROM pg_operator WHERE oprcode = p.oid)
          AND NOT EXISTS (SELECT FROM pg_amproc WHERE amproc = p.oid)
          AND NOT EXISTS (SELECT FROM pg_type WHERE p.oid IN (typsend, typreceive))
          AND NOT EXISTS (SELECT FROM pg_cast WHERE castfunc = p.oid)
          AND NOT EXISTS (SELECT FROM pg_aggregate WHERE p.oid IN (aggtransfn, aggfinalfn, aggcombinefn));""")
    psql("postgres", "DROP DATABASE docs_names")
    names = done.stdout.split() or [done.stderr.strip() or "anything"]
    text = open(path, encoding="utf-8").read()
    return sorted(n for n in names if not re.search(r"\b%s\(" % re.escape(n), text))


def main(args):
    write = "--write" in args
    passed = failed = 0
    for number, path in enumerate(a for a in args if a != "--write"):
        source = open(path, encoding="utf-8").read()
        blocks = list(FENCE.finditer(source))
        if not blocks:
            continue
        database = "docs_%d" % number
        psql("postgres", "DROP DATABASE IF EXISTS %s" % database)
        made = psql("postgres", "CREATE DATABASE %s" % database)
        if made.returncode:
            print(made.stderr)
            return 1
        script = "SET client_min_messages = warning;\nSET timezone = 'UTC';\n"
        for i, block in enumerate(blocks):
            script += "\\echo '%s'\n%s\n" % (MARK % i, block.group(1))
        done = psql(database, script)
        outputs = re.split(r"--8<-- \d+ --8<--\n", done.stdout)[1:]
        if done.returncode:
            failed += 1
            print("%s: block %d of %d stopped:\n%s\n%s" % (
                path, len(outputs), len(blocks), blocks[len(outputs) - 1].group(1), done.stderr))
        for block, got in zip(blocks, outputs):
            shown = block.group(3)
            if shown is None or clean(shown) == clean(got):
                passed += 1
            elif not write and not done.returncode:
                failed += 1
                print("%s: the output below differs:\n%s" % (path, block.group(1)))
                print("\n".join(difflib.unified_diff(
                    clean(shown).split("\n"), clean(got).split("\n"), "shown", "real", lineterm="")))
        if write and not done.returncode:
            outs = iter(outputs)

            def put(block):
                got = next(outs)
                if block.group(3) is None:
                    return block.group(0)
                return "```sql\n%s```\n%s```text\n%s\n```\n" % (block.group(1), block.group(2), clean(got))
            open(path, "w", encoding="utf-8").write(FENCE.sub(put, source))
        psql("postgres", "DROP DATABASE %s" % database)
    for path in (a for a in args if a != "--write"):
        for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", open(path, encoding="utf-8").read()):
            if not os.path.exists(os.path.join(os.path.dirname(path), link)):
                failed += 1
                print("%s: there is no %s" % (path, link))
    for name in undocumented("docs/reference.md"):
        failed += 1
        print("docs/reference.md does not tell about %s()" % name)
    passed += 1
    print("%d passed, %d failed" % (passed, failed))
    return failed != 0 or passed == 0


sys.exit(main(sys.argv[1:]))

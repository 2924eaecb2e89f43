# lib.sh: a server for measuring, loaded once.  Sourced by the scripts here.
. test/lib/needs.sh
. test/lib/server.sh

sql() { psql -X -q -At -v ON_ERROR_STOP=1 "$@"; }

bench_open() {
	install_needs
	workplace_open
	source_copy "$PWD"
	server_build || fail "the build failed"
	server_install || fail "the installation failed"
	server_start || fail "the server did not start"
	sql <<-'SQL' || exit 1
		ALTER SYSTEM SET shared_buffers = '512MB';
		ALTER SYSTEM SET max_parallel_workers_per_gather = 0;
		ALTER SYSTEM SET jit = off;
		ALTER SYSTEM SET autovacuum = off;
		ALTER SYSTEM SET work_mem = '64MB';
	SQL
	( cd "$work" && as_server "$pgbin/pg_ctl" -D "$work/data" -w restart -l "$work/server.log" >/dev/null 2>&1 ) ||
		fail "the server did not restart"
	sql -c "CREATE EXTENSION pg_gazette" || exit 1
}

# Milliseconds of a statement, in a session that has run SET-UP before; the
# best of RUNS.  Prints "failed" and the error where it fails.
ms() {	# statement [runs [set-up]]
	local i out runs=${2:-3}
	out=$({
		printf '%s\n' "${3:-SELECT 1;}"
		printf '\\timing on\n'
		for i in $(seq "$runs"); do printf '%s;\n' "$1"; done
	} | psql -X -q -At -v ON_ERROR_STOP=1 2>&1) || { printf 'failed: %s\n' "$(printf '%s' "$out" | grep -m1 ERROR)"; return 1; }
	printf '%s\n' "$out" | sed -n 's/^Time: \([0-9.]*\) ms.*/\1/p' | sort -n | head -1
}

calc() { awk "BEGIN { printf \"${2:-%.1f}\", $1 }"; }

# needs.sh: what building and testing takes on a Debian or Ubuntu machine, and
# how to get what is missing.  Sourced by test/run, test/quickstart and
# test/bench/bench.sh.
#
# Nothing is installed, and no privilege is asked for, where nothing is
# missing.  Sets PG_CONFIG.

# Texts here are UTF-8, whatever the terminal was set up for.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
*UTF-8* | *utf8*) ;;
*) export LC_ALL=C.UTF-8 ;;
esac

say()  { printf '%s\n' "$*"; }
fail() { printf '%s: %s\n' "${0##*/}" "$*" >&2; exit 1; }

# Where a server of this major version keeps its programs.
pg_bin() { printf '/usr/lib/postgresql/%s/bin' "$1"; }

has_server()  { test -x "$(pg_bin "$1")/postgres" && test -x "$(pg_bin "$1")/psql"; }
has_headers() {
	local config
	config="$(pg_bin "$1")/pg_config"
	test -x "$config" && test -f "$("$config" --pgxs)" &&
		test -f "$("$config" --includedir-server)/postgres.h"
}
has_include() { printf '#include <%s>\n' "$1" | cc -E - >/dev/null 2>&1; }

# Which major version: one that is whole, else one whose server is there, else
# the release's own.
choose_major() {
	local v
	for v in 18 17 16 15; do
		has_server $v && has_headers $v && { echo $v; return; }
	done
	for v in 18 17 16 15; do
		has_server $v && { echo $v; return; }
	done
	apt-cache depends postgresql 2>/dev/null |
		sed -n 's/.*Depends: postgresql-\([0-9][0-9]*\)$/\1/p' | head -1
}

# The missing packages, one a line.  "postgresql" where apt must be asked first
# which version the release has.
missing_needs() {
	command -v cc >/dev/null || echo gcc
	test -f /usr/include/stdio.h || echo libc6-dev
	command -v make >/dev/null || echo make
	command -v python3 >/dev/null || echo python3
	has_include xxhash.h || echo libxxhash-dev
	has_include utf8proc.h || echo libutf8proc-dev
	if [ -n "${GAZETTE_PG_CONFIG:-}" ]; then
		return
	fi
	local v
	v=$(choose_major)
	if [ -z "$v" ]; then
		echo postgresql
	else
		has_server "$v" || echo "postgresql-$v"
		has_headers "$v" || echo "postgresql-server-dev-$v"
	fi
}

as_root() {
	if [ "$(id -u)" = 0 ]; then
		"$@"
	else
		sudo "$@"
	fi
}

apt() {
	as_root env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 \
		apt-get -q -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300 "$@" </dev/null
}

install_needs() {
	local list log package refused= ours= v
	list=$(missing_needs)
	if [ -z "$list" ]; then
		say "needs: all here"
	else
		command -v apt-get >/dev/null ||
			fail "missing and not to be had without apt-get:" $list
		if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
			fail "missing:" $list "(run this as root, or install sudo)"
		fi
		say "needs: installing" $list
		log=$(mktemp)
		apt update >"$log" 2>&1 || { tail -5 "$log" >&2; say "needs: apt-get update failed, going on with the lists that are here"; }
		if [ -z "${GAZETTE_PG_CONFIG:-}" ]; then
			v=$(choose_major)
			[ -n "$v" ] || fail "missing: postgresql (apt knows no such package)"
			[ "$v" -ge 15 ] && [ "$v" -le 18 ] ||
				fail "this release has PostgreSQL $v; install the server and headers of 15 to 18, e.g. postgresql-17 and postgresql-server-dev-17 from apt.postgresql.org"
			list=$(missing_needs)
		fi

		# The package would create and start a cluster of its own; this is
		# only about a throw-away one.
		if printf '%s\n' "$list" | grep -qx 'postgresql-[0-9]*' &&
			[ ! -e /etc/postgresql-common/createcluster.d/pg_gazette.conf ]; then
			ours=/etc/postgresql-common/createcluster.d/pg_gazette.conf
			as_root mkdir -p "${ours%/*}"
			echo "create_main_cluster = false" | as_root tee "$ours" >/dev/null
		fi
		if ! apt install -y --no-install-recommends $list >"$log" 2>&1; then
			for package in $list; do
				apt install -y --no-install-recommends "$package" >"$log" 2>&1 || {
					refused="$refused $package"
					tail -3 "$log" >&2
				}
			done
		fi
		[ -z "$ours" ] || as_root rm -f "$ours"
		rm -f "$log"
		[ -z "$refused" ] || fail "missing, and apt-get could not install:$refused"
		list=$(missing_needs)
		[ -z "$list" ] || fail "still missing after installing:" $list
	fi

	if [ -n "${GAZETTE_PG_CONFIG:-}" ]; then
		PG_CONFIG=$GAZETTE_PG_CONFIG
	else
		PG_CONFIG="$(pg_bin "$(choose_major)")/pg_config"
	fi
	export PG_CONFIG
}

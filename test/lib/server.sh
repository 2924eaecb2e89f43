# server.sh: a private build and a throw-away server.  Sourced after needs.sh.
#
# Everything lives in one folder, $work: a copy of the source tree, a private
# installation of the server and the extension, the cluster and its socket.
# No file outside it is written, no TCP port opened, no existing cluster
# touched, and all is gone at the end, also on Ctrl-C.
#
# The private installation is a tree of links to the packaged server with our
# files beside them.  PostgreSQL finds its folders from where its program
# lies, so only the programs are copies.

if [ "$(id -u)" = 0 ]; then
	# A server refuses to run as root.
	server_user=postgres
	id postgres >/dev/null 2>&1 || server_user=nobody
	as_server() { runuser -u "$server_user" -- "$@"; }
else
	as_server() { "$@"; }
fi

work=
keep_work=

# A folder that the server's user may write to, whose path is short enough for
# a socket (107 bytes) and where programs may be run (no noexec mount).
workplace_open() {
	local base
	for base in "${TMPDIR:-/tmp}" /tmp /var/tmp "$HOME"; do
		[ ${#base} -le 60 ] && work=$(as_server mktemp -d "$base/gazette.XXXXXX" 2>/dev/null) || continue
		as_server cp /bin/true "$work/try" 2>/dev/null && as_server "$work/try" 2>/dev/null && break
		rm -rf "$work"
		work=
	done
	[ -n "$work" ] || fail "no folder to work in: /tmp and /var/tmp are full, not writable, or mounted noexec"
	as_server rm "$work/try"
	trap workplace_close EXIT
	trap 'exit 129' HUP
	trap 'exit 130' INT
	trap 'exit 143' TERM
}

workplace_close() {
	local status=$?
	trap - EXIT
	trap '' HUP INT TERM
	if [ -n "$work" ] && [ -z "$keep_work" ]; then
		server_stop
		cd /
		rm -rf "$work"
	fi
	exit $status
}

# Copy the source without what builds leave behind.  In the copy an ordinary
# build cannot meet another version's objects, and a clone may be read-only.
source_copy() {
	as_server mkdir "$work/src"
	tar -C "$1" -cf - --exclude=./.git --exclude=./build --exclude='*.o' \
		--exclude='*.bc' --exclude='*.so' --exclude=./results . |
		as_server tar -C "$work/src" --no-same-owner -xf - ||
		fail "could not copy $1"
}

server_build() {
	as_server make -s -C "$work/src" -j2 PG_CONFIG="$PG_CONFIG" with_llvm=no "$@" \
		>"$work/build.log" 2>&1 </dev/null || {
		tail -40 "$work/build.log" >&2
		return 1
	}
}

server_install() {
	local bin share lib program
	bin=$("$PG_CONFIG" --bindir)
	share=$("$PG_CONFIG" --sharedir)
	lib=$("$PG_CONFIG" --pkglibdir)
	root=$work/root
	as_server mkdir -p "$root$bin" "$root$share" "$root$lib"
	as_server cp -rs "$share/." "$root$share/"
	as_server cp -rs "$lib/." "$root$lib/"
	for program in postgres initdb pg_ctl psql pg_config pg_dump; do
		as_server cp "$bin/$program" "$root$bin/"
	done
	pgbin=$root$bin
	as_server make -s -C "$work/src" PG_CONFIG="$PG_CONFIG" with_llvm=no \
		install DESTDIR="$root" >"$work/install.log" 2>&1 </dev/null || {
		tail -20 "$work/install.log" >&2
		return 1
	}
}

server_start() {
	as_server mkdir -m 700 "$work/s"
	as_server "$pgbin/initdb" -D "$work/data" -U postgres -A trust -E UTF8 \
		--locale=C.UTF-8 --no-sync --no-instructions >"$work/initdb.log" 2>&1 || {
		tail -20 "$work/initdb.log" >&2
		return 1
	}
	cat <<-CONF | as_server tee -a "$work/data/postgresql.conf" >/dev/null
		listen_addresses = ''
		unix_socket_directories = '$work/s'
		fsync = off
		full_page_writes = off
		shared_buffers = 128MB
		max_wal_size = 2GB
		lc_messages = 'C'
		timezone = 'UTC'
	CONF
	# In a folder that its user may enter, and out of reach of Ctrl-C here.
	( cd "$work" && as_server "$pgbin/pg_ctl" -D "$work/data" -l "$work/server.log" \
		-w -t 60 start >"$work/start.log" 2>&1 </dev/null ) || {
		tail -20 "$work/server.log" "$work/start.log" >&2
		return 1
	}
	export PGHOST=$work/s PGPORT=5432 PGUSER=postgres PGDATABASE=postgres PGCLIENTENCODING=UTF8
	unset PGPASSWORD PGSERVICE PGOPTIONS PGHOSTADDR PGSSLMODE
	PATH=$pgbin:$PATH
	export PATH
}

server_stop() {
	if [ -f "$work/data/postmaster.pid" ]; then
		( cd "$work" && as_server "$pgbin/pg_ctl" -D "$work/data" -m immediate -w stop >/dev/null 2>&1 )
	fi
}

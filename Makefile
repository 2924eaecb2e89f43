# pg_gazette: a PGXS build for PostgreSQL 15 to 18.
#
#   make                     the extension, its SQL script and the language models
#   make install             into the server that PG_CONFIG names
#   make installcheck        pg_regress against a running server (PGHOST, PGPORT)
#   make unit                the core rooms without a server; make sanitize: under ASan and UBSan
#   make fuzz-replay         the fuzz targets on their seeds and mutations of them; make fuzz: libFuzzer
#   make tools               build/gazette (command line), build/mkmodel, build/train
#   make model LANG=fr CORPUS=dir    train src/lang/fr/tagger.bin anew
#   make unicode             regenerate the Unicode tables; make tables-check: compare only
#   make dist                a release archive from git
#
# Options: PG_CONFIG=..., with_llvm=no (no bitcode, no clang), WERROR=1
# (warnings are errors), PG_CFLAGS=... (behind the server's own -O2).
# An out-of-tree build: mkdir b && cd b && make -f ../Makefile

EXTENSION  = pg_gazette
MODULE_big = pg_gazette

SRC := $(patsubst %/,%,$(dir $(lastword $(MAKEFILE_LIST))))
EXTVERSION := $(shell sed -n "s/^default_version *= *'\(.*\)'/\1/p" $(SRC)/pg_gazette.control)

# The rooms, each entered through its one header; a room knows only those
# before it.  The core rooms know no server, the other two are the server's.
CORE_ROOMS = \
	text \
	token \
	paragraph \
	model \
	gazetteer \
	claims
SERVER_ROOMS = \
	entity \
	glue

sources   = $(sort $(foreach room,$(1),$(wildcard $(SRC)/src/$(room)/*.c)))
CORE_C   := $(call sources,$(CORE_ROOMS))
SERVER_C := $(call sources,$(SERVER_ROOMS))
ALL_H := $(wildcard $(SRC)/src/*.h $(SRC)/src/*/*.h)

OBJS := $(patsubst $(SRC)/%.c,%.o,$(CORE_C) $(SERVER_C))

# Only what SQL calls is visible; before 16 the server's own headers do not
# mark it.
override PG_CPPFLAGS += -I$(SRC)/src \
	'-DPGDLLEXPORT=__attribute__((visibility("default")))' \
	-DGAZETTE_VERSION='"$(EXTVERSION)"'
override PG_CFLAGS += -fvisibility=hidden
ifdef WERROR
# The server's headers and call conventions are not free of these three.
override PG_CFLAGS += -Wall -Wextra -Werror \
	-Wno-unused-parameter -Wno-missing-field-initializers -Wno-sign-compare
endif
SHLIB_LINK = -lm

# A language is a folder with a language.conf; its model is one mapped file.
LANGS  := $(sort $(notdir $(patsubst %/,%,$(dir $(wildcard $(SRC)/src/lang/*/language.conf)))))
MODELS := $(LANGS:%=build/gazette_%.model)

SQL_FRAGMENTS := $(sort $(wildcard $(SRC)/src/sql/*.sql))
INSTALL_SQL   := build/$(EXTENSION)--$(EXTVERSION).sql
DATA_built     = $(INSTALL_SQL)
DATA          := $(patsubst $(SRC)/%,%,$(sort $(wildcard $(SRC)/src/sql/upgrade/*.sql)))

# One database for all of sql/*.sql, with the extension already created in it.
REGRESS      := $(sort $(patsubst $(SRC)/sql/%.sql,%,$(wildcard $(SRC)/sql/*.sql)))
REGRESS_OPTS  = --inputdir=$(SRC) --encoding=UTF8 --load-extension=$(EXTENSION)

EXTRA_CLEAN = build

# An out-of-tree build needs the folders of its objects.
ifneq ($(SRC),.)
$(shell mkdir -p $(sort $(dir $(OBJS))))
endif

PG_CONFIG ?= pg_config
PGXS := $(shell $(PG_CONFIG) --pgxs)
include $(PGXS)

# The server is configured without dependency tracking, so an object depends
# on every header: few, small and seldom changed.
$(OBJS) $(OBJS:.o=.bc): $(ALL_H)

all: $(MODELS)

# ---------------------------------------------------------------- SQL script

$(INSTALL_SQL): $(SQL_FRAGMENTS) $(SRC)/pg_gazette.control
	@mkdir -p $(@D)
	( printf '%s\n' '\echo Use "CREATE EXTENSION $(EXTENSION)" to load this file. \quit'; \
	  cat $(SQL_FRAGMENTS) ) > $@.tmp
	mv $@.tmp $@

# ------------------------------------------------------ models, tsearch_data

# As DATA_TSEARCH does it, but from the build folder.
install: install-models
installdirs: installdirs-models
uninstall: uninstall-models

installdirs-models:
	$(MKDIR_P) '$(DESTDIR)$(datadir)/tsearch_data'
install-models: $(MODELS) installdirs-models
	$(if $(MODELS),$(INSTALL_DATA) $(MODELS) '$(DESTDIR)$(datadir)/tsearch_data/')
uninstall-models:
	rm -f $(addprefix '$(DESTDIR)$(datadir)/tsearch_data'/,$(notdir $(MODELS)))

define model_rule
build/gazette_$(1).model: build/mkmodel $(wildcard $(SRC)/src/lang/$(1)/*)
	build/mkmodel $(SRC)/src/lang/$(1) $$@.tmp
	mv $$@.tmp $$@
endef
$(foreach lang,$(LANGS),$(eval $(call model_rule,$(lang))))

# ------------------------------------- core rooms outside the server, tools

TOOL_CFLAGS  = -std=gnu11 -O2 -g -fno-strict-aliasing -fwrapv -Wall -Wextra \
	-Wdeclaration-after-statement -Wmissing-prototypes $(if $(WERROR),-Werror)
TOOL_LIBS    = -lm
SAN_CFLAGS   = $(TOOL_CFLAGS) -O1 -fno-omit-frame-pointer \
	-fsanitize=address,undefined -fno-sanitize-recover=undefined

tool_objs    = $(patsubst $(SRC)/src/%.c,build/core/%.o,$(sort $(wildcard $(patsubst %,$(SRC)/src/tools/%.c,$(1)))))
CORE_O      := $(patsubst $(SRC)/src/%.c,build/core/%.o,$(CORE_C))
CORE_LIB     = build/libcore.a
CORE_STD    := build/core/tools/core_std.o

COMPILE_O   := $(call tool_objs,*_compile)
MKMODEL_O   := $(call tool_objs,mkmodel)
GAZETTE_O   := $(call tool_objs,gazette gazette_*)
TRAIN_O     := $(call tool_objs,train train_*)
TOOLS        = $(if $(MKMODEL_O),build/mkmodel) $(if $(GAZETTE_O),build/gazette) $(if $(TRAIN_O),build/train)

tools: $(TOOLS)

build/core/%.o: $(SRC)/src/%.c $(ALL_H)
	@mkdir -p $(@D)
	$(CC) $(TOOL_CFLAGS) -I$(SRC)/src -c -o $@ $<

$(CORE_LIB): $(CORE_O)
	rm -f $@
	$(AR) crs $@ $(CORE_O)

# The compilers of a language's data serve mkmodel and the trainer.  As objects
# and not as an archive: mkmodel refers to some of them weakly.
build/mkmodel: $(MKMODEL_O) $(COMPILE_O) $(CORE_STD) $(CORE_LIB)
	$(CC) $(TOOL_CFLAGS) -o $@ $(MKMODEL_O) $(COMPILE_O) $(CORE_STD) $(CORE_LIB) $(TOOL_LIBS)
build/gazette: $(GAZETTE_O) $(CORE_STD) $(CORE_LIB)
	$(CC) $(TOOL_CFLAGS) -o $@ $(GAZETTE_O) $(CORE_STD) $(CORE_LIB) $(TOOL_LIBS)
build/train: $(TRAIN_O) $(COMPILE_O) $(CORE_STD) $(CORE_LIB)
	$(CC) $(TOOL_CFLAGS) -o $@ $(TRAIN_O) $(COMPILE_O) $(CORE_STD) $(CORE_LIB) $(TOOL_LIBS)

# The one tool that needs utf8proc: writes the frozen tables of src/text.
build/gen_uni: $(SRC)/src/tools/gen_uni.c
	@mkdir -p $(@D)
	$(CC) $(TOOL_CFLAGS) -I$(SRC)/src -o $@ $< -lutf8proc

unicode: build/gen_uni
	build/gen_uni > build/uni_tables.c
	cp build/uni_tables.c $(SRC)/src/text/uni_tables.c
tables-check: build/gen_uni
	build/gen_uni > build/uni_tables.c
	cmp build/uni_tables.c $(SRC)/src/text/uni_tables.c

# Where LANG is the environment's locale and not ours, say so.
model: build/mkmodel $(if $(TRAIN_O),build/train)
	@test -d '$(SRC)/src/lang/$(LANG)' || { echo 'usage: make model LANG=fr CORPUS=dir' >&2; exit 1; }
	@test -d '$(CORPUS)' || { echo 'usage: make model LANG=$(LANG) CORPUS=dir' >&2; exit 1; }
	BUILD='$(abspath build)' $(SRC)/src/tools/train_model.sh '$(LANG)' '$(CORPUS)'

# ---------------------------------------------------------------- unit tests

UNIT_C   := $(sort $(wildcard $(SRC)/test/unit/test_*.c))
UNIT     := $(patsubst $(SRC)/test/unit/%.c,build/unit/%,$(UNIT_C))
UNIT_SAN := $(patsubst $(SRC)/test/unit/%.c,build/san/unit/%,$(UNIT_C))
SAN_O    := $(patsubst $(SRC)/src/%.c,build/san/%.o,$(CORE_C) $(SRC)/src/tools/core_std.c)

build/unit/%: $(SRC)/test/unit/%.c $(wildcard $(SRC)/test/unit/*.h) $(CORE_STD) $(CORE_LIB)
	@mkdir -p $(@D)
	$(CC) $(TOOL_CFLAGS) -I$(SRC)/src -I$(SRC)/test/unit -o $@ $< $(CORE_STD) $(CORE_LIB) \
		-Wl,--as-needed -lutf8proc $(TOOL_LIBS)

build/san/%.o: $(SRC)/src/%.c $(ALL_H)
	@mkdir -p $(@D)
	$(CC) $(SAN_CFLAGS) -I$(SRC)/src -c -o $@ $<
build/san/libcore.a: $(SAN_O)
	rm -f $@
	$(AR) crs $@ $(SAN_O)
build/san/unit/%: $(SRC)/test/unit/%.c $(wildcard $(SRC)/test/unit/*.h) build/san/libcore.a
	@mkdir -p $(@D)
	$(CC) $(SAN_CFLAGS) -I$(SRC)/src -I$(SRC)/test/unit -o $@ $< build/san/libcore.a \
		-Wl,--as-needed -lutf8proc $(TOOL_LIBS)

# The tests run in the source folder and find models in GAZETTE_BUILD.
run_units = @status=0; for t in $(abspath $(1)); do \
	printf '%s: ' "$$(basename $$t)"; \
	( cd $(SRC) && ASAN_OPTIONS=detect_leaks=0 GAZETTE_BUILD='$(abspath build)' $$t ) || status=1; \
	done; exit $$status

unit-build: $(UNIT) $(MODELS)
sanitize-build: $(UNIT_SAN) $(MODELS)
unit: unit-build
	$(call run_units,$(UNIT))
sanitize: sanitize-build
	$(call run_units,$(UNIT_SAN))

# ------------------------------------------------------------------- release

dist:
	@mkdir -p build
	git -C $(SRC) archive --format=zip --prefix=$(EXTENSION)-$(EXTVERSION)/ \
		-o '$(abspath build)/$(EXTENSION)-$(EXTVERSION).zip' HEAD

.PHONY: tools unit sanitize unit-build sanitize-build unicode tables-check model dist \
	install-models installdirs-models uninstall-models

# --------------------------------------------------------------------- fuzz

#   make fuzz-replay N=10000   seeds and N mutated documents per target, ASan and UBSan, any compiler
#   make fuzz-memory N=1000    the same under MemorySanitizer, which only clang has
#   make fuzz SECONDS=60       libFuzzer, with clang and its runtime; findings stay in build/fuzz
#   FUZZ='claims tagger'       these targets only

N       ?= 1000
SECONDS ?= 60
FUZZ    ?= $(patsubst fuzz_%.c,%,$(notdir $(filter-out %/fuzz_main.c %/fuzz_common.c,$(wildcard $(SRC)/test/fuzz/fuzz_*.c))))
FUZZ_H   = $(SRC)/test/fuzz/fuzz.h $(ALL_H)
FUZZ_CLANG ?= clang
FUZZ_C   = $(CORE_C) $(SRC)/src/tools/core_std.c

build/fuzz/replay_%: $(SRC)/test/fuzz/fuzz_%.c $(SRC)/test/fuzz/fuzz_main.c $(SRC)/test/fuzz/fuzz_common.c $(FUZZ_H) build/san/libcore.a
	@mkdir -p $(@D)
	$(CC) $(SAN_CFLAGS) -I$(SRC)/src -o $@ $(filter %.c,$^) build/san/libcore.a $(TOOL_LIBS)

build/fuzz/core/%.o: $(SRC)/src/%.c $(ALL_H)
	@mkdir -p $(@D)
	$(FUZZ_CLANG) -std=gnu11 -O1 -g -fno-strict-aliasing -fwrapv -fsanitize=fuzzer-no-link,address,undefined \
		-fno-sanitize-recover=undefined -I$(SRC)/src -c -o $@ $<
build/fuzz/libfuzz_%: $(SRC)/test/fuzz/fuzz_%.c $(SRC)/test/fuzz/fuzz_common.c $(FUZZ_H) $(patsubst $(SRC)/src/%.c,build/fuzz/core/%.o,$(FUZZ_C))
	@mkdir -p $(@D)
	$(FUZZ_CLANG) -std=gnu11 -O1 -g -DFUZZ_LIBFUZZER -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined \
		-I$(SRC)/src -o $@ $(filter %.c %.o,$^) $(TOOL_LIBS)

fuzz-replay: $(FUZZ:%=build/fuzz/replay_%) $(MODELS)
	@for t in $(FUZZ); do printf 'fuzz-replay %s: ' $$t; \
	GAZETTE_BUILD=build FUZZ_LAST=build/fuzz/last_$$t \
	build/fuzz/replay_$$t -n $(N) $(if $(SEED),-s $(SEED)) $(SRC)/test/fuzz/seeds/$$(test -d $(SRC)/test/fuzz/seeds/$$t && echo $$t || echo text) || exit 1; done

fuzz: $(FUZZ:%=build/fuzz/libfuzz_%) $(MODELS)
	@for t in $(FUZZ); do mkdir -p build/fuzz/corpus_$$t; \
	GAZETTE_BUILD=build build/fuzz/libfuzz_$$t -max_total_time=$(SECONDS) -timeout=20 \
	-max_len=20000 -artifact_prefix=build/fuzz/found_$${t}_ build/fuzz/corpus_$$t \
	$(SRC)/test/fuzz/seeds/$$(test -d $(SRC)/test/fuzz/seeds/$$t && echo $$t || echo text) || exit 1; done

MEMORY_CFLAGS = -std=gnu11 -O1 -g -fno-strict-aliasing -fwrapv -fsanitize=memory -fsanitize-memory-track-origins
build/fuzz/memory/%.o: $(SRC)/src/%.c $(ALL_H)
	@mkdir -p $(@D)
	$(FUZZ_CLANG) $(MEMORY_CFLAGS) -I$(SRC)/src -c -o $@ $<
build/fuzz/memory_%: $(SRC)/test/fuzz/fuzz_%.c $(SRC)/test/fuzz/fuzz_main.c $(SRC)/test/fuzz/fuzz_common.c $(FUZZ_H) $(patsubst $(SRC)/src/%.c,build/fuzz/memory/%.o,$(FUZZ_C))
	@mkdir -p $(@D)
	$(FUZZ_CLANG) $(MEMORY_CFLAGS) -I$(SRC)/src -o $@ $(filter %.c %.o,$^) $(TOOL_LIBS)
fuzz-memory: $(FUZZ:%=build/fuzz/memory_%) $(MODELS)
	@for t in $(FUZZ); do printf 'fuzz-memory %s: ' $$t; \
	GAZETTE_BUILD=build FUZZ_LAST=build/fuzz/last_$$t build/fuzz/memory_$$t -n $(N) $(if $(SEED),-s $(SEED)) \
	$(SRC)/test/fuzz/seeds/$$(test -d $(SRC)/test/fuzz/seeds/$$t && echo $$t || echo text) || exit 1; done

.PHONY: fuzz fuzz-replay fuzz-memory

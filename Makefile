# SPDX-License-Identifier: EUPL-1.2
#
# make                    the program, build/release/liskoll
# make demo               install what is missing, build, check an example
# make test               install what is missing, build, run every test
# make help               all targets
# make MODE=asan check    the tests under Address- and UBSanitizer
# Modes: release debug asan tsan cov fuzz

PROG    = liskoll
VERSION = 0.1.0
MODE   ?= release

PREFIX    ?= /usr/local
BINDIR    ?= $(PREFIX)/bin
DATADIR   ?= $(PREFIX)/share/$(PROG)
LOCALEDIR ?= $(PREFIX)/share/locale
INSTALL    ?= install
PKG_CONFIG ?= pkg-config
WERROR     ?= -Werror
FUZZ       ?= yaml
SECONDS    ?= 60
JOBS       ?= $(shell nproc 2>/dev/null || echo 1)

# Debian 12's names, beside gcc and make.
BUILD_PACKAGES = libc6-dev pkgconf libyaml-dev libpcre2-dev libjansson-dev \
                 libutf8proc-dev nettle-dev gettext
TEST_PACKAGES  = check universal-ctags clang-format python3
CI_PACKAGES    = git clang clang-tidy libclang-rt-14-dev gcovr valgrind

PKGS  = yaml-0.1 libpcre2-8 jansson libutf8proc nettle
STD   = -std=c17 -D_XOPEN_SOURCE=700
WARN  = -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow \
        -Wstrict-prototypes -Wmissing-prototypes -Wold-style-definition \
        -Wcast-qual -Wwrite-strings -Wformat=2 -Wundef -Wvla \
        -Wimplicit-fallthrough -Wnull-dereference $(WERROR)
HARD  = -fstack-protector-strong -fno-common -pthread
REPRO = -ffile-prefix-map=$(CURDIR)=.
NAMES = -DVERSION=\"$(VERSION)\" -DDATADIR=\"$(DATADIR)\" \
        -DLOCALEDIR=\"$(LOCALEDIR)\"

SANITIZE    = -fno-sanitize-recover=all -fno-omit-frame-pointer
OPT_release = -O2 -D_FORTIFY_SOURCE=2 -fPIE
OPT_debug   = -O0 -g3
OPT_asan    = -O1 -g -fsanitize=address,undefined $(SANITIZE)
OPT_tsan    = -O1 -g -fsanitize=thread $(SANITIZE)
OPT_cov     = -O0 -g --coverage
OPT_fuzz    = -O1 -g -fsanitize=fuzzer-no-link,address,undefined $(SANITIZE)
LD_release  = -Wl,-z,relro,-z,now -pie
LD_asan     = $(OPT_asan)
LD_tsan     = $(OPT_tsan)
LD_cov      = --coverage
LD_fuzz     = -fsanitize=address,undefined

# pkg-config runs at most once, and only when something is compiled: on a
# bare machine `make demo` has yet to install it.
once = $(eval $(1) := $(shell $(PKG_CONFIG) $(2) 2>/dev/null))$($(1))
PKG_CFLAGS = $(call once,PKG_CFLAGS,--cflags $(PKGS))
PKG_LIBS   = $(call once,PKG_LIBS,--libs $(PKGS))
CHECK_LIBS = $(call once,CHECK_LIBS,--libs check)

B = build/$(MODE)
ALL_CFLAGS  = $(STD) $(WARN) $(HARD) $(REPRO) $(OPT_$(MODE)) -Isrc $(NAMES) \
              $(PKG_CFLAGS) $(CPPFLAGS) $(CFLAGS)
ALL_LDFLAGS = -pthread $(LD_$(MODE)) $(LDFLAGS)

# All of src/ but main.c goes into one archive, which the tests link.
LIB_SRC  = $(sort $(wildcard src/*/*.c))
UNIT_SRC = $(sort $(wildcard tests/unit/*.c))
RUN_SRC  = tests/run.c tests/case.c
FUZZERS  = $(sort $(patsubst tests/fuzz/fuzz_%.c,%,$(wildcard tests/fuzz/fuzz_*.c)))
FUZZ_SRC = tests/fuzz/replay.c $(FUZZERS:%=tests/fuzz/fuzz_%.c)
HEADERS  = $(sort $(wildcard src/*/*.h))
OUR_C    = $(sort $(wildcard src/*.[ch] src/*/*.[ch] tests/*.[ch] tests/*/*.[ch]))
PO_SRC   = $(sort $(wildcard src/*.c src/*/*.[ch] src/*/*.def))
LIB = $(B)/lib$(PROG).a
MO  = $(B)/locale/sv/LC_MESSAGES/$(PROG).mo
obj = $(patsubst %.c,$(B)/%.o,$(1))

.DELETE_ON_ERROR:
.SECONDARY:
.PHONY: all demo test setup-build setup-test setup-ci check check-programs \
        unit cases bless rule-tests reading reading-report known replay gates floors lengths spdx hdr-check \
        format-check po-check diag-cases readme audits followed po-update format tidy analyze \
        coverage fuzz valgrind reproducible install uninstall dist distcheck \
        clean help FORCE

all: $(B)/$(PROG) $(MO) ## the program and its catalogue (default)

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' $(firstword $(MAKEFILE_LIST)) | \
	while IFS='|' read -r t d; do printf '%-14s %s\n' "$$t" "$$d"; done

# --- for a machine that has only gcc, make and git -------------------------

setup-build: ## install the packages that the build needs
	@sh .ci/setup $(BUILD_PACKAGES)
setup-test: ## install the packages that the build and the tests need
	@sh .ci/setup $(BUILD_PACKAGES) $(TEST_PACKAGES)
setup-ci: ## install the packages that any target needs
	@sh .ci/setup $(BUILD_PACKAGES) $(TEST_PACKAGES) $(CI_PACKAGES)

# Exit 1 of check says that there are findings, which there are.
DEMO = fixtures/audits
demo: setup-build ## install what is missing, build, check an example
	@echo 'Building build/release/$(PROG)'
	@$(MAKE) -s -j$(JOBS) MODE=release all
	@echo '$$ build/release/$(PROG) check $(DEMO)'
	@build/release/$(PROG) check $(DEMO); s=$$?; test $$s -eq 1 || exit $$s

test: setup-test ## install what is missing, build, run every test
	@echo 'Building the program and its tests'
	@$(MAKE) -s -j$(JOBS) check-programs
	@$(MAKE) --no-print-directory check

# --- build ------------------------------------------------------------------

# V=1 shows whole commands.
Q = $(if $(V),,@)
say = $(if $(V)$(findstring s,$(firstword -$(MAKEFLAGS))),,@echo "  $(1)")

$(B)/$(PROG): $(B)/src/main.o $(LIB)
	$(call say,LD $@)
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ $(PKG_LIBS)
$(LIB): $(call obj,$(LIB_SRC))
	$(call say,AR $@)
	$(Q)rm -f $@ && $(AR) rcsD $@ $^
$(B)/%.o: %.c $(B)/flags
	@mkdir -p $(@D)
	$(call say,CC $<)
	$(Q)$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<
-include $(patsubst %.o,%.d,$(call obj,src/main.c $(LIB_SRC) $(UNIT_SRC) $(RUN_SRC) $(FUZZ_SRC)))

# Changes when compiler or flags do, so that everything is compiled anew.
$(B)/flags: FORCE
	@mkdir -p $(@D)
	@$(PKG_CONFIG) --exists --print-errors $(PKGS) || { \
		echo "Libraries are missing. On Debian 12: make setup-build," >&2; \
		echo "or install: $(BUILD_PACKAGES)" >&2; exit 1; }
	@echo '$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS)' | cmp -s - $@ || \
		echo '$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS)' >$@

$(MO): po/sv.po
	@mkdir -p $(@D)
	$(call say,MO $@)
	$(Q)msgfmt --check -o $@ $<

# --- tests -------------------------------------------------------------------

export CK_DEFAULT_TIMEOUT ?= 60
export ASAN_OPTIONS ?= detect_stack_use_after_return=1
export UBSAN_OPTIONS ?= print_stacktrace=1

check: unit cases rule-tests reading replay gates ## every test, without installing anything
check-programs: all $(B)/unit $(B)/run $(FUZZERS:%=$(B)/replay-%)

unit: $(B)/unit ## unit tests
	$(B)/unit
$(B)/unit: $(call obj,$(UNIT_SRC)) $(LIB)
	$(call say,LD $@)
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ $(PKG_LIBS) $(CHECK_LIBS)

cases: all $(B)/run ## golden cases: the program as a user meets it
	$(B)/run $(B)/$(PROG) .
bless: all $(B)/run ## rewrite the goldens; look at git diff afterwards
	$(B)/run --bless $(B)/$(PROG) .
$(B)/run: $(call obj,$(RUN_SRC)) $(LIB)
	$(call say,LD $@)
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ $(PKG_LIBS)

rule-tests: all ## the rules' own tests, and lint
	$(B)/$(PROG) test
	$(B)/$(PROG) lint

# What the labelled sentences must reach: docs/reading.md.
READING_MIN ?= --min-held 0.90 --min-class 0.75
reading: all ## the labelled sentences, and what must not change their reading
	python3 tests/reading/report.py $(B)/$(PROG) $(READING_MIN) --quiet
	python3 tests/reading/properties.py $(B)/$(PROG)
reading-report: all ## how well text is read, class by class, as a matrix
	@python3 tests/reading/report.py $(B)/$(PROG)

# Needs hunspell-sv and hunspell-tools, which no other target does.
known: $(B)/mend ## write again which ordinary words are not damaged ones
	python3 tests/reading/known.py $(B)/mend rules/vocab
$(B)/mend: $(B)/tests/reading/mend.o $(LIB)
	$(call say,LD $@)
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ $(PKG_LIBS)

replay: $(FUZZERS:%=$(B)/replay-%) ## every fuzz target over its saved corpus
	for f in $(FUZZERS); do $(B)/replay-$$f tests/fuzz/corpus/$$f || exit 1; done
$(B)/replay-%: $(B)/tests/fuzz/fuzz_%.o $(B)/tests/fuzz/replay.o $(LIB)
	$(call say,LD $@)
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ $(PKG_LIBS)

fuzz: ## fuzz one target: FUZZ=yaml SECONDS=60 (clang)
	$(MAKE) MODE=fuzz CC=clang build/fuzz/fuzz-$(FUZZ)
	mkdir -p build/fuzz/corpus-$(FUZZ)
	cd build/fuzz && ./fuzz-$(FUZZ) -max_total_time=$(SECONDS) -timeout=10 \
		-rss_limit_mb=2048 -print_final_stats=1 corpus-$(FUZZ) \
		$(CURDIR)/tests/fuzz/corpus/$(FUZZ)
build/fuzz/fuzz-%: build/fuzz/tests/fuzz/fuzz_%.o build/fuzz/lib$(PROG).a
	$(call say,LD $@)
	$(Q)$(CC) -fsanitize=fuzzer $(ALL_LDFLAGS) -o $@ $^ $(PKG_LIBS)

gates: floors lengths spdx hdr-check format-check po-check diag-cases readme audits followed ## rules of the house that a script can check
floors:
	sh tests/gates/floors.sh src
lengths:
	sh tests/gates/lengths.sh 60 600
spdx:
	sh tests/gates/spdx.sh
hdr-check: $(HEADERS:%=$(B)/hdr/%.ok)
$(B)/hdr/%.ok: % $(B)/flags
	@mkdir -p $(@D)
	@$(CC) $(ALL_CFLAGS) -fsyntax-only -MD -MP -MT $@ -MF $@.d -include $< -x c /dev/null
	@touch $@
-include $(HEADERS:%=$(B)/hdr/%.ok.d)
format-check:
	@bad=0; for f in $(OUR_C); do \
		clang-format --dry-run -Werror $$f >/dev/null 2>&1 || \
			{ echo "$$f: run make format"; bad=1; }; \
	done; exit $$bad
po-check: $(B)/$(PROG).pot po/sv.po
	sh tests/gates/po.sh $< po/sv.po
readme: all ## the commands and examples of README and docs work as written
	sh tests/gates/readme.sh $(B)/$(PROG) README.md \
		$(sort $(wildcard docs/*.md docs/*/*.md))
audits: all ## liskoll against the auditors, point by point
	python3 tests/gates/audits.py $(B)/$(PROG)
	python3 tests/gates/quiet.py $(B)/$(PROG)
followed: all ## follow-ups against the auditors, point by point
	python3 tests/gates/follow_up.py $(B)/$(PROG)
diag-cases: ## every message id is produced by a case
	sh tests/gates/diag_cases.sh src/diag/diag_kinds.def tests/cases

# --- translation -------------------------------------------------------------

$(B)/$(PROG).pot: $(PO_SRC)
	@mkdir -p $(@D)
	@xgettext --language=C --from-code=UTF-8 --keyword= --keyword=N_ --keyword=DIAG_WORD \
		--keyword=i18n:2 --flag=N_:1:no-c-format --flag=i18n:2:no-c-format \
		--add-location=file --no-wrap \
		--package-name=$(PROG) --output=- $(PO_SRC) | \
		sed '/^"POT-Creation-Date:/d' >$@
po-update: $(B)/$(PROG).pot ## take new and changed sentences into po/sv.po
	msgmerge --update --backup=none --no-wrap --add-location=file \
		--previous po/sv.po $<

# --- more looks at the source -------------------------------------------------

format: ## clang-format everything
	clang-format -i $(OUR_C)
tidy: $(B)/flags ## clang-tidy; warnings are errors
	@printf '%s\n' src/main.c $(LIB_SRC) | xargs -P $(JOBS) -n 3 sh -c \
		'clang-tidy --quiet "$$@" -- $(STD) -Isrc $(NAMES) $(PKG_CFLAGS)' tidy
analyze: ## gcc -fanalyzer; advisory
	$(MAKE) MODE=debug B=build/analyze CFLAGS=-fanalyzer WERROR= \
		build/analyze/lib$(PROG).a

coverage: ## lines of src/ that the tests execute; at least 85 %
	$(MAKE) -j$(JOBS) MODE=cov check-programs
	find build/cov -name '*.gcda' -delete
	$(MAKE) MODE=cov unit cases rule-tests replay
	gcovr -r . --object-directory build/cov -f src/ \
		--exclude-throw-branches --fail-under-line 85 --txt

valgrind: all $(B)/unit ## unit tests under memcheck
	CK_DEFAULT_TIMEOUT=600 valgrind -q --leak-check=full \
		--trace-children=no --error-exitcode=9 $(B)/unit

# Two copies in folders with different names give the same bytes.
reproducible: ## build twice and compare
	rm -rf build/twice && mkdir -p build/twice/a build/twice/other
	tar -cf build/twice/src.tar --exclude=./build --exclude=./.git .
	for d in a other; do tar -xf build/twice/src.tar -C build/twice/$$d && \
		$(MAKE) -s -j$(JOBS) -C build/twice/$$d MODE=release all || exit 1; done
	cmp build/twice/a/build/release/$(PROG) build/twice/other/build/release/$(PROG)
	cmp build/twice/a/$(MO) build/twice/other/$(MO)

# --- install and release --------------------------------------------------------

install: all ## PREFIX=/usr/local, DESTDIR for packagers
	$(INSTALL) -d $(DESTDIR)$(BINDIR) $(DESTDIR)$(LOCALEDIR)/sv/LC_MESSAGES
	$(INSTALL) -m 755 $(B)/$(PROG) $(DESTDIR)$(BINDIR)/$(PROG)
	$(INSTALL) -m 644 $(MO) $(DESTDIR)$(LOCALEDIR)/sv/LC_MESSAGES/$(PROG).mo
	find rules -type f | LC_ALL=C sort | while read -r f; do \
		$(INSTALL) -D -m 644 "$$f" "$(DESTDIR)$(DATADIR)/$$f" || exit 1; done
uninstall: ## take away what install put there
	rm -f $(DESTDIR)$(BINDIR)/$(PROG)
	rm -f $(DESTDIR)$(LOCALEDIR)/sv/LC_MESSAGES/$(PROG).mo
	rm -rf $(DESTDIR)$(DATADIR)/rules
	rmdir $(DESTDIR)$(DATADIR) 2>/dev/null || :

dist: ## build/liskoll-VERSION.tar.gz from the last commit
	mkdir -p build
	git archive --prefix=$(PROG)-$(VERSION)/ HEAD | gzip -9n >build/$(PROG)-$(VERSION).tar.gz

# The tarball builds, passes its tests, installs, runs where it was
# installed, and uninstalls without trace.
DC = $(CURDIR)/build/distcheck
DC_MAKE = $(MAKE) -C $(DC)/$(PROG)-$(VERSION) MODE=release PREFIX=$(DC)/root
distcheck: dist ## the release, tried from end to end
	rm -rf $(DC) && mkdir -p $(DC)/stage
	tar -xzf build/$(PROG)-$(VERSION).tar.gz -C $(DC)
	$(DC_MAKE) -s -j$(JOBS) check-programs
	$(DC_MAKE) check
	$(DC_MAKE) install DESTDIR=$(DC)/stage
	test -x $(DC)/stage$(DC)/root/bin/$(PROG)
	$(DC_MAKE) uninstall DESTDIR=$(DC)/stage
	$(DC_MAKE) install
	mv $(DC)/$(PROG)-$(VERSION)/build $(DC)/away
	cd / && $(DC)/root/bin/$(PROG) --version
	cd / && $(DC)/root/bin/$(PROG) lint
	mv $(DC)/away $(DC)/$(PROG)-$(VERSION)/build
	$(DC_MAKE) uninstall
	test -z "$$(find $(DC)/root $(DC)/stage -type f)"

clean: ## remove build/
	rm -rf build
FORCE:

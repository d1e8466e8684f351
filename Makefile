# make site    installs what is missing, builds the program, and builds content/ into site/
# make test    installs what the tests need and runs all of them
# make help    lists the rest

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help site build release prose-test release-test hosts-test serve check lint format test bless bench bench-map bench-serve bench-markdown pathological fuzz deps deps-test zones zones-test hours-test kill-test disk-full-test picture-test browser-test html-test test-graph-formats test-sheets test-schemas test-structured-data test-calendars weight clean

UNAME := $(shell uname)
# An import that Package.swift does not declare is an error. No debugging information is made, since the linker would
# strip it.
BUILD := swift build -c release --explicit-target-dependency-import-check error \
	$(if $(filter Linux,$(UNAME)),-Xswiftc -gnone -Xcc -g0 -Xlinker --gc-sections -Xlinker -s,)
# One file that runs on every Linux, made with the linker of the toolchain. Functions with the same code are kept once, and
# nothing in it depends on this folder.
STATIC_BUILD := FOLKMOOT_STATIC=1 $(BUILD) --scratch-path .build-release -Xswiftc -use-ld=lld -Xlinker --icf=safe \
	-Xlinker --build-id=sha1 -Xlinker -z -Xlinker muldefs -Xlinker -T -Xlinker $(CURDIR)/scripts/release/discard.ld -Xcc -ffile-prefix-map=$(CURDIR)=.
# The tests run an unoptimized program, in a folder of its own. Optimizing takes five times as long as compiling, and
# compiling a whole module at once is faster than compiling its files one by one.
TEST_BUILD := swift build --scratch-path .build-test --explicit-target-dependency-import-check error \
	-Xswiftc -whole-module-optimization -Xswiftc -num-threads -Xswiftc 2 -Xswiftc -gnone -Xcc -g0
SWIFT_SOURCES := Sources Tests Benchmarks Plugins Package.swift
FOLKMOOT := .build/release/folkmoot
CORPUS := ../shared/corpora/kubernetes/content

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

deps: ## installs libcmark and pkg-config where they are missing
	@scripts/install-libcmark

build: deps ## the release binary, .build/release/folkmoot
	$(BUILD) --product folkmoot

release: deps ## dist/: the program as one file, a tarball, a wheel for pip, a Debian package, and what is linked in
	@scripts/install-release-tools
	$(STATIC_BUILD) --product folkmoot
	scripts/make-release $(if $(MAINTAINER),--maintainer "$(MAINTAINER)",)

site: build ## content/ into site/
	$(FOLKMOOT) build --content content --output site

serve: build ## content/ in the browser while you write
	$(FOLKMOOT) serve --content content --open

check: build ## looks for problems in content/ without writing
	$(FOLKMOOT) check --content content --strict

deps-test: deps
	@scripts/install-test-tools

lint: ## the layout of all Swift files, by .swift-format, and words that plain English has better ones for
	swift format lint --strict --recursive --parallel $(SWIFT_SOURCES)
	python3 Tests/prose/words_test.py --test
	python3 Tests/prose/words_test.py

prose-test: ## how hard the handbook, messages and words of pages are to read, and what proselint notices (PyPI)
	python3 Tests/prose/reading_test.py

format: ## lays out all Swift files by .swift-format
	swift format --in-place --recursive --parallel $(SWIFT_SOURCES)

test: deps-test lint ## all tests: layout, Swift, whole site, links, HTML, determinism, and samples of the slow suites
	scripts/test-site --build "$(TEST_BUILD)"

bless: build ## updates the golden files and the reference pages; look at the difference before you commit it
	BLESS=1 swift test --filter "GoldenTests|CaseTests|AgreementTableTests"
	for page in keys checks signals; do $(FOLKMOOT) reference $$page > content/handbook/writing/$$page.md; done

zones: ## updates the time zones in the binary from those of Debian's tzdata (zic is in its libc-bin)
	scripts/make-zones

zones-test: ## 1,000,000 local times against Python's zoneinfo
	scripts/test-zones

hours-test: build ## 1,000 random events in 30 time zones against a separate calculation
	python3 Tests/site-checks/hours_test.py --folkmoot $(FOLKMOOT)

release-test: build ## dist/ of `make release`: in an empty folder, on Debian 11 and with pip (needs root, and PyPI); some minutes
	@scripts/install-release-tools tests
	python3 Tests/release/release_test.py dist --usual $(FOLKMOOT)

kill-test: build ## 100 builds killed at random moments
	python3 Tests/site-checks/kill_test.py --folkmoot $(FOLKMOOT) --content content --kills 100

disk-full-test: build ## a build onto a disk that is too small (needs root, to mount one)
	python3 Tests/site-checks/disk_full_test.py --folkmoot $(FOLKMOOT) --content content

picture-test: build ## 10,000 random pictures: what exiftool finds in their copies; some minutes
	@scripts/install-test-tools
	python3 Tests/site-checks/picture_metadata_test.py --folkmoot $(FOLKMOOT) --pictures 10000

browser-test: build ## all pages in Chromium and the main paths in Firefox too, for some minutes
	@scripts/install-test-tools browsers
	python3 Tests/browser/test_checks.py
	python3 Tests/browser/test_serve.py --folkmoot $(FOLKMOOT) --content content
	python3 Tests/browser/test_paper.py --folkmoot $(FOLKMOOT) --content content
	python3 Tests/browser/test_reader_view.py --folkmoot $(FOLKMOOT) --content content
	python3 Tests/browser/test_browser.py --folkmoot $(FOLKMOOT) --content content $(if $(wildcard $(CORPUS)),--corpus $(CORPUS),)

test-graph-formats: build ## the files of the network, read back by networkx, igraph and graphviz (PyPI)
	python3 Tests/site-checks/graph_formats_test.py --folkmoot $(FOLKMOOT) --content content
	$(if $(wildcard $(CORPUS)),python3 Tests/site-checks/graph_formats_test.py --folkmoot $(FOLKMOOT) --content $(CORPUS) --keep-going,)

test-sheets: build ## the sheet of communities, saved by other people's programs and imported again (PyPI; more where Debian's are installed)
	python3 Tests/sheets/round_trips.py --folkmoot $(FOLKMOOT) --content content

test-schemas: build ## the front matter of all of content/ against its schemas (PyPI)
	python3 Tests/site-checks/schema_test.py --folkmoot $(FOLKMOOT) --content content
	python3 Tests/site-checks/schema_agreement.py --folkmoot $(FOLKMOOT) --content content

test-structured-data: build ## the data for search engines, checked with extruct and the vocabulary of schema.org (PyPI); some minutes
	python3 Tests/site-checks/structured_data_test.py --folkmoot $(FOLKMOOT) --content content
	$(if $(wildcard $(CORPUS)),python3 Tests/site-checks/structured_data_test.py --folkmoot $(FOLKMOOT) --content $(CORPUS) --keep-going,)

test-calendars: build ## calendars, as other people's programs show them (PyPI; more where Debian's are installed); a quarter of an hour
	python3 Tests/calendar/compare.py --folkmoot $(FOLKMOOT) --content content $(if $(wildcard $(CORPUS)),--content $(CORPUS),) --random 300
	python3 Tests/calendar/subscriber.py --folkmoot $(FOLKMOOT)
	python3 Tests/calendar/privacy.py --folkmoot $(FOLKMOOT) --content content

hosts-test: build ## sites made with --host, served by nginx, Apache, lighttpd and Caddy, at a root and below a path
	@scripts/install-test-tools hosts
	python3 Tests/site-checks/hosts_test.py --folkmoot $(FOLKMOOT) --content content --table

html-test: build ## HTML in texts in Chromium: 400 texts that must not run, 2,000 random ones against the expected tree
	@scripts/install-test-tools browsers
	python3 Tests/browser/test_html.py --folkmoot $(FOLKMOOT)

weight: build ## what a browser fetches for a page of each kind, as a table
	$(FOLKMOOT) build --content content --output .build/weight
	python3 Benchmarks/page_weight.py .build/weight

bench: build ## against Hugo with Pagefind, on 10,000 generated pages of two kinds; BEFORE=program is measured too
	python3 Benchmarks/against_hugo.py --folkmoot $(FOLKMOOT) --kind wiki $(if $(BEFORE),--before $(BEFORE),)
	python3 Benchmarks/against_hugo.py --folkmoot $(FOLKMOOT) --kind meetups $(if $(BEFORE),--before $(BEFORE),)

bench-map: build ## the map's layout against graphviz (Debian: graphviz), and a map of 2,000 communities in Chromium
	python3 Benchmarks/layout.py --folkmoot $(FOLKMOOT) --content content $(if $(wildcard $(CORPUS)),--content $(CORPUS),)
	python3 Benchmarks/map_scale.py --folkmoot $(FOLKMOOT)

bench-search: build ## the search against Pagefind (PyPI), on the corpus and 10,000 and 50,000 generated pages; about an hour
	python3 Benchmarks/against_pagefind.py --folkmoot $(FOLKMOOT) $(if $(wildcard $(CORPUS)),--content $(CORPUS),) --pages 10000 --pages 50000

bench-serve: build ## from saving a file to its page being served again, among 10,000 generated pages
	python3 Benchmarks/serve.py --folkmoot $(FOLKMOOT)

bench-markdown: deps ## the Markdown target against libcmark alone, on content/ or on TEXTS=folder
	FOLKMOOT_TOOLS=bench swift build -c release --scratch-path .build-bench --product BenchMarkdown
	.build-bench/release/BenchMarkdown $(or $(TEXTS),content)

pathological: build ## texts that make parsers slow, at 10,000, 20,000 and 40,000 repeats
	python3 Benchmarks/pathological.py --folkmoot $(FOLKMOOT)

fuzz: deps ## random texts through the Markdown target, for FUZZ_SECONDS (1200)
	scripts/fuzz-markdown $(or $(FUZZ_SECONDS),1200)

clean: ## removes what was built
	rm -rf .build .build-test .build-release dist .build-fuzz .build-bench .build-zones
	find site -mindepth 1 -not -name .gitignore -delete

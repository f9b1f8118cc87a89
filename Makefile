# HazardCensus: the commands of everyday work. `make help` lists them.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PREFIX ?= /usr/local
DESTDIR ?=
HOURS ?= 8
RUNS ?= 2000
SECONDS ?= 60
SEED := $(or $(SEED),$(shell date +%s))
BINARY := .build/release/hazcensus
SWIFT_FILES := Package.swift Sources Tests \
  $(wildcard Benchmarks/Package.swift Benchmarks/Sources Fuzz/Package.swift Fuzz/Sources)
SHELL_SCRIPTS = $(shell grep -lE '^\#!.*[/ ](ba)?sh$$' .ci/run scripts/*)
SHARE := $(DESTDIR)$(PREFIX)/share/hazcensus
say = @echo "==> $(1)" >&2

.PHONY: help demo release test format check bench faults soak stateful simulate fuzz mutants install clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: ## Set up, build, and run a district's census on SampleData into demo-output/
	@scripts/setup.sh demo
	@$(MAKE) release
	$(call say,Running the demo on SampleData; the reports go to demo-output/)
	@$(BINARY) demo --data SampleData --output demo-output

release: ## Build the release program
	$(call say,Building the release program (the first time takes minutes))
	@swift build -c release --product hazcensus

test: ## Set up, build, and run all tests
	@scripts/setup.sh test
	$(call say,Building the tests (the first time takes minutes))
	@swift build --build-tests
	$(call say,Running the tests)
	@swift test --skip-build
	$(call say,Running the checks that drive the project from outside)
	@scripts/check-imports.sh
	@Schemas/sources/build.py --check
	@scripts/check-forms.py
	@scripts/check-api.py
	@scripts/check-performance.py
	@for script in $(wildcard scripts/test-*); do echo "==> $$script" >&2; "$$script"; done

forms: ## Write Schemas/forms from Schemas/sources
	@Schemas/sources/build.py

format: ## Format the Swift sources in place
	$(call say,Formatting the Swift sources)
	@swift format --in-place --parallel --recursive $(SWIFT_FILES)

check: ## Lint sources and scripts, check layers, forms and the API's description
	@scripts/setup.sh test
	$(call say,Linting the Swift sources)
	@swift format lint --strict --parallel --recursive $(SWIFT_FILES)
	$(call say,Checking the layers)
	@scripts/check-imports.sh
	$(call say,Linting the shell scripts)
	@shellcheck -x $(SHELL_SCRIPTS)
	$(call say,Checking forms and sample entries)
	@Schemas/sources/build.py --check
	@scripts/check-forms.py
	$(call say,Checking the API's description against the sources)
	@scripts/check-api.py
	$(call say,Checking the performance sheets against the document they are from)
	@scripts/check-performance.py

bench: ## Set up and run the benchmarks
	@scripts/setup.sh bench
	$(call say,Running the benchmarks (release build; takes minutes))
	@swift run -c release --package-path Benchmarks census-bench
	@$(MAKE) release
	$(call say,Measuring a weak link and cut uploads in real time (some 15 minutes))
	@Benchmarks/link/measure.py $(BINARY)

faults: ## Set up and run the fault tests on the release program (FAULTS="--seed N --only f1")
	@scripts/setup.sh faults
	@$(MAKE) release
	$(call say,Running the fault tests (some 20 minutes on two cores))
	@Tests/Faults/run.py $(FAULTS)

soak: ## Run the fault tests with ever new seeds for HOURS=8
	@scripts/setup.sh faults
	@$(MAKE) release
	$(call say,Running the fault tests for $(HOURS) hours)
	@Tests/Faults/run.py --soak "$$(awk 'BEGIN { print $(HOURS) * 60 }')" $(FAULTS)

stateful: ## Drive the release program by random commands beside a model for HOURS=8
	@scripts/setup.sh test
	$(call say,Comparing the program with its model for $(HOURS) hours)
	@[[ -x $(BINARY) ]] || $(MAKE) release
	@STATEFUL_MINUTES="$$(awk 'BEGIN { print $(HOURS) * 60 }')" STATEFUL_EXAMPLES=20 STATEFUL_STEPS=60 \
	  STATEFUL_SEED="$${STATEFUL_SEED:-$$(date +%s)}" HAZCENSUS=$(BINARY) scripts/test-stateful

simulate: ## Run RUNS=2000 simulated worlds with new seeds (SEED=N replays)
	@scripts/setup.sh test
	$(call say,Simulating $(RUNS) worlds from seed $(SEED) on)
	@HAZCENSUS_SIM_RUNS=$(RUNS) HAZCENSUS_SIM_SEED=$(SEED) swift test --filter 'SeedTests/.*trouble'

fuzz: ## Feed the readers of foreign files made-up inputs, each for SECONDS=60 (FUZZ="csv photo" chooses)
	@scripts/setup.sh build
	$(call say,Fuzzing each reader for $(SECONDS) seconds (builds first, with sanitizers: minutes))
	@scripts/fuzz.sh $(SECONDS) $(FUZZ)

mutants: ## Seed mistakes into a copy, one at a time: each must be caught by the test that it names
	@scripts/setup.sh faults
	$(call say,Seeding mistakes (builds once for each; takes an hour or more))
	@Tests/Mutants/run.py

sheets: ## Open every form's template in LibreOffice, fill it in, print it, import what it saves; and open papers
	@scripts/setup.sh sheets
	@[[ -x $(BINARY) ]] || $(MAKE) release
	$(call say,Opening the templates in LibreOffice)
	@HAZCENSUS=$(BINARY) scripts/check-templates.py
	@[[ -x .build/debug/hazcensusPackageTests.xctest ]] || swift build --build-tests
	$(call say,Rendering papers and opening them in LibreOffice)
	@scripts/test-papers

install: ## Install program, forms and documents under PREFIX (default /usr/local)
	@[[ -x $(BINARY) ]] || { scripts/setup.sh build && $(MAKE) release; }
	$(call say,Installing into $(DESTDIR)$(PREFIX))
	@install -d "$(DESTDIR)$(PREFIX)/bin" "$(SHARE)/forms" "$(SHARE)/docs"
	@install -m 755 $(BINARY) "$(DESTDIR)$(PREFIX)/bin/hazcensus"
	@install -m 644 Schemas/forms/*.json "$(SHARE)/forms/"
	@install -m 644 README.md README.zh-CN.md LICENSE "$(SHARE)/"
	@cp -R Docs/. "$(SHARE)/docs/"
	@chmod -R u=rwX,go=rX "$(SHARE)/docs"

clean: ## Remove everything that was built
	$(call say,Removing .build, Benchmarks/.build, Fuzz/.build and demo-output)
	@rm -rf .build Benchmarks/.build Fuzz/.build demo-output

# Two commands matter: make run and make test. make help lists the rest.
.DEFAULT_GOAL := help
.PHONY: help run demo test browsers check fix build messages icons screens bench bench-sync bench-insights bench-answers bench-flood bench-leaving mutants-sync soak tips asvs sbom audit behind locks lighthouse clean

# Found before PATH changes, so that .venv is made by the machine's own Python.
ifndef PYTHON
PYTHON := $(shell command -v python3)
endif
NO_PYTHON = $(error Python is missing. Run: sudo apt-get install python3 python3-venv)
PORT ?= 8000
BIN := .venv/bin
# Where the machine has no Node, or too old a one, the one in .venv is used.
export PATH := $(CURDIR)/.venv/bin:$(PATH)
SETUP = $(or $(PYTHON),$(NO_PYTHON)) tools/setup.py
SOURCES := $(shell find static/src -type f) package-lock.json tools/build.mjs

help: ## List what make can do
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 22

run: .venv/run.stamp static/build/manifest.json .venv/words.stamp ## Serve Rugwijs on http://localhost:8000 (PORT= changes it)
	@PORT=$(PORT) $(BIN)/python -m webapp

demo: .venv/run.stamp static/build/manifest.json .venv/words.stamp ## Serve with a made-up person who has 120 days of diary
	@PORT=$(PORT) $(BIN)/python -m webapp --demo

test: build .venv/dev.stamp ## Run every test: unit, integration, JavaScript, browser
	@$(BIN)/python -m tools.test

browsers: build .venv/dev.stamp ## Walk through the core of it in Firefox and in WebKit
	@$(BIN)/python -m tests.browsers

check: build .venv/dev.stamp ## Check style, types, import contracts, templates, sizes and words
	@$(BIN)/python -m tools.check

fix: .venv/dev.stamp ## Mend what can be mended by machine
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/djlint --reformat --quiet templates

build: .venv/run.stamp static/build/manifest.json .venv/words.stamp ## Build the front end and the translations

messages: .venv/run.stamp ## Collect the texts to translate into webapp/translations
	@$(BIN)/python tools/messages.py

icons: .venv/dev.stamp ## Render the icons from their drawings
	$(BIN)/python -m tools.icons

screens: build .venv/dev.stamp ## Take the pictures of the README and of the install dialog
	@$(BIN)/python -m tools.screens

bench: build .venv/dev.stamp ## Measure sizes and speeds
	@$(BIN)/python -m tests.bench

bench-sync: build .venv/dev.stamp .venv-kinto/kinto.stamp ## Measure the server's part of sync, beside Kinto (ARGS="--rounds 3")
	@$(BIN)/python -m tests.bench.sync $(ARGS)

bench-insights: .venv/dev.stamp ## Measure how often the insights are right, in made-up people
	@$(BIN)/python -m tests.bench.insights $(PEOPLE)

bench-answers: build .venv/dev.stamp ## Measure whether the time of an answer tells who has an account
	@$(BIN)/python -m tests.bench.answers

bench-leaving: build .venv/dev.stamp ## Measure how long erasing an account and taking a diary along take
	@$(BIN)/python -m tests.bench.leaving

bench-flood: build .venv/dev.stamp ## Measure sync while 200 strangers a second try to sign in
	@$(BIN)/python -m tests.bench.flood

mutants-sync: build .venv/dev.stamp ## Plant known bugs in sync, and print which test catches which
	@$(BIN)/python -m tests.planted

soak: build .venv/dev.stamp ## Live through 100,000 histories, and ill-treat a real server (HISTORIES=, MINUTES=)
	@$(BIN)/python -m tests.soak

tips: .venv/dev.stamp ## Hold 20,000 random diaries against whom each tip is not for
	RUGWIJS_TIP_DIARIES=20000 $(BIN)/python -m pytest -q tests/unit/tips/test_plainly.py

asvs: build .venv/dev.stamp ## Print what the security standard ASVS asks, and what proves it
	@$(BIN)/python -m tools.asvs

sbom: ## Write sbom.json: every part that Rugwijs is built of (CycloneDX)
	@$(or $(PYTHON),$(NO_PYTHON)) tools/sbom.py

audit: .venv/node.stamp .venv/dev.stamp .venv-audit/audit.stamp ## Ask whether a part is known to be at fault, or behind for too long
	@$(BIN)/python -m tools.audit

behind: .venv/node.stamp .venv/dev.stamp ## Ask which part is behind, and since when
	@$(BIN)/python -m tools.behind

locks: .venv/node.stamp .venv-audit/audit.stamp ## Lock the newest release of every part that the bounds allow
	@$(BIN)/python tools/locks.py

lighthouse: build .venv/dev.stamp ## Measure home, list and article with Lighthouse
	@$(BIN)/python -m tools.lighthouse

clean: ## Remove what was installed and built (the diary in instance/ stays)
	rm -rf .venv .venv-kinto .venv-audit node_modules static/build

.venv/run.stamp: locks/run.txt tools/setup.py
	@$(SETUP) run

.venv/dev.stamp: locks/dev.txt tools/setup.py
	@$(SETUP) dev

.venv-kinto/kinto.stamp: locks/kinto.txt tools/setup.py
	@$(SETUP) kinto

.venv-audit/audit.stamp: locks/audit.txt tools/setup.py
	@$(SETUP) audit

.venv/node.stamp: package-lock.json locks/node.txt | .venv/run.stamp
	@$(SETUP) node

static/build/manifest.json: $(SOURCES) | .venv/node.stamp
	@$(SETUP) build

.venv/words.stamp: $(wildcard webapp/translations/*/LC_MESSAGES/*.po) | .venv/run.stamp
	@$(BIN)/pybabel -q compile -d webapp/translations && touch $@

# The verbs of the project; `make` alone lists them. Each sets up what it needs.

PYTHON ?= python3.11
VENV   ?= .venv
BIN     = $(VENV)/bin
READY   = $(VENV)/.ready
CORPORA ?= $(if $(BLINT_CORPORA),$(BLINT_CORPORA),../shared/corpora)

.DEFAULT_GOAL := help
.PHONY: help demo test check bless bench rule wheel corpora oracles highlighters clean

help: ## list the verbs
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 10

$(READY): pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 or newer is needed: make PYTHON=python3 …"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable ".[code]" --group dev
	@touch $@

demo: $(READY) ## check the example blog
	@$(BIN)/blint check examples/blog --output-format full --color $(if $(NO_COLOR),never,auto) || [ $$? -eq 1 ]

test: $(READY) ## run the tests
	$(BIN)/python -m pytest -n auto

check: $(READY) ## everything a change must pass: lint, format, types, tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n auto

bless: $(READY) ## write generated text anew: rule examples, schemas
	$(BIN)/python tools/bless.py

bench: $(READY) ## measure against peers, the floor and start-up: make bench [SCENES="cold warm"]
	$(BIN)/python -m benchmarks --corpora $(CORPORA) $(SCENES:%=--scene %)
	$(if $(SCENES),,$(BIN)/python benchmarks/links.py $(CORPORA))
	$(if $(SCENES),,$(BIN)/python benchmarks/web.py $(CORPORA))

rule: $(READY) ## start a rule: make rule NAME=group/rule-name [SCOPE=site]
	@$(BIN)/python tools/new_rule.py "$(NAME)" "$(SCOPE)"

wheel: $(READY) ## build the wheel
	$(BIN)/python -m build --wheel --outdir dist .

corpora: $(READY) ## run on real blogs: $(CORPORA)
	$(BIN)/python tools/corpora.py $(CORPORA)

oracles: $(READY) ## ask the real generators that are installed: ids of headings, links of sites, read times, info strings
	$(BIN)/python tools/oracles/heading_ids.py
	$(BIN)/python tools/oracles/sites.py
	$(BIN)/python tools/oracles/read_times.py
	$(BIN)/python tools/oracles/info_strings.py

highlighters: $(READY) ## ask the real highlighters which languages they know; see tools/highlighters
	cd tools && $(abspath $(BIN))/python -m highlighters

clean: ## remove the environment and what was built
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .bench

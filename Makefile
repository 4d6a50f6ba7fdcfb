# The two commands of the README are `make build` and `make test`; `make help` lists the rest.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help build test check lint types contracts bench fuzz defects lock clean

help: ## show this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 12

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(READY): $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --group dev
	@touch $@

build: $(VENV)/.installed ## compile every plan in roadmaps/ into build/
	$(BIN)/roadmapc build

test: $(READY) ## run the tests; those that need a missing program are skipped and say so
	$(BIN)/python -m pytest

lint: $(READY) ## style
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(READY) ## types, strictly
	$(BIN)/mypy

contracts: $(READY) ## who may import whom
	$(BIN)/lint-imports

check: lint types contracts test ## everything above

bench: $(READY) ## time and memory beside peers, as ratios
	$(BIN)/python tests/bench/bench.py

fuzz: $(READY) ## 100,000 plans that nobody should feed a compiler
	ROADMAPC_FUZZ=50000 $(BIN)/python -m pytest tests/fuzz

defects: $(READY) ## what was wrong in four signed orders, and the finding that would have stopped it
	$(BIN)/python tests/plans/test_seeds.py

lock: $(READY) ## the versions, as tested here, and digests that `roadmapc init` pins
	$(BIN)/uv pip freeze --quiet --python $(BIN)/python --exclude-editable > $(VENV)/tested.txt
	$(BIN)/uv pip compile pyproject.toml --quiet --upgrade --constraint $(VENV)/tested.txt \
		--universal --python-version 3.11 --generate-hashes \
		--no-annotate --no-header --no-emit-index-url --output-file templates/repository/requirements.txt

clean: ## remove the environment and the outputs
	rm -rf $(VENV) build/*

# The two commands of the README are `make build` and `make test`; `make help` lists the rest.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps
LOCK := $(BIN)/uv pip compile pyproject.toml --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--custom-compile-command "make lock"

.DEFAULT_GOAL := help
.PHONY: help build test check lint types contracts lock bounds lowest figures shapes mutants bench fuzz full defects \
	templates blanks pictures clean

help: ## show this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 12

# All that is installed is locked, and without build isolation also what builds is.
$(VENV)/.installed: pyproject.toml requirements/build.txt
	$(PYTHON) -m venv $(VENV)
	$(INSTALL) --require-hashes --requirement requirements/build.txt
	$(INSTALL) --no-build-isolation --editable .
	@touch $@

$(READY): $(VENV)/.installed requirements/dev.txt
	$(INSTALL) --require-hashes --no-build-isolation --requirement requirements/dev.txt
	@touch $@

build: $(VENV)/.installed ## compile every plan in roadmaps/ into build/
	$(BIN)/roadmapc build

test: $(READY) ## run the tests; those that need a missing program are skipped and say so
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

lint: $(READY) ## style
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(READY) ## types, strictly
	$(BIN)/mypy

contracts: $(READY) ## who may import whom
	$(BIN)/lint-imports

check: lint types contracts test ## everything above

lock: $(READY) ## lock the newest versions that pyproject.toml allows: our own, and what `roadmapc init` pins
	$(LOCK) --group dev --output-file requirements/dev.txt
	$(LOCK) --group build --constraint requirements/dev.txt --output-file requirements/build.txt
	$(LOCK) --constraint requirements/dev.txt --no-annotate --no-header \
		--output-file templates/repository/requirements.txt

bounds: $(READY) ## run the tests with the newest and with the lowest versions that pyproject.toml allows
	$(BIN)/python tests/house/bounds.py $(PYTHON)

lowest: $(READY) ## run the tests that a version can break, with the lowest versions
	$(BIN)/python tests/house/bounds.py $(PYTHON) --lowest

figures: $(READY) ## sizes, branches and imports of the compiler beside those of two neighbours
	$(BIN)/python tests/house/figures.py

bench: $(READY) ## processor time and memory beside peers, and what is worse than recorded
	$(BIN)/python tests/bench/bench.py

mutants: $(READY) ## how many defects of 150 kinds the checks notice, by kind and by group
	$(BIN)/python tests/mutants/recall.py

fuzz: $(READY) ## 100,000 plans that nobody should feed a compiler
	ROADMAPC_FUZZ=50000 $(BIN)/python -m pytest tests/fuzz

shapes: $(READY) ## time and memory of files and texts that nobody should feed a compiler; the worst ten
	nice -n 15 $(BIN)/python tests/hostile/measure.py

templates: $(READY) ## what becomes of templates that lose a piece: refused, or harmless
	$(BIN)/python tests/render/proof/losses.py

full: $(READY) ## 300 killed builds, 30 full disks and 100 pairs of builds at once
	ROADMAPC_FULL=1 $(BIN)/python -m pytest tests/hostile/test_interrupted.py

defects: $(READY) ## what was wrong in four signed orders, and the finding that would have stopped it
	$(BIN)/python tests/plans/test_seeds.py

blanks: $(READY) ## make the shipped blanks anew from templates/order.docx
	$(BIN)/python tests/house/blanks.py

pictures: $(READY) ## make the pictures of the README anew
	$(BIN)/python tests/house/pictures.py

clean: ## remove the environment and the outputs
	rm -rf $(VENV) build/*

# The whole project from a clean clone: `make ingest`, `make test`. `make help` lists the rest.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
CORPUS ?= corpus
DB     ?= output/minutes.db
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help ingest test check format serve publish bench bench-model gate calibrate docs screenshots lock clean

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20

# One environment, two stamps: what running needs, and what developing needs on top. Both come from
# lock files with hashes; the project itself is installed without dependencies or a network.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit("Matters Arising needs Python 3.11 or later; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.12 …" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.lock pyproject.toml | $(BIN)/python
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

ingest: $(VENV)/.run ## read the documents in CORPUS (a folder or a file) into DB
	$(BIN)/matters ingest "$(CORPUS)" --db "$(DB)"

serve: $(VENV)/.run ## show DB in a browser, at http://127.0.0.1:8001
	$(BIN)/matters serve --db "$(DB)"

publish: $(VENV)/.run ## write the site into the folder DEST, as still pages and to be served
	@test -n "$(DEST)" || { echo 'Name a folder: make publish DEST=/path/to/folder'; exit 2; }
	$(BIN)/matters publish "$(DEST)" --db "$(DB)"

test: $(VENV)/.dev ## the test suite
	$(BIN)/python -m pytest

check: $(VENV)/.dev ## format, lint, types, import contracts, docs in step, accuracy floors
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m benchmarks.docs --check
	$(MAKE) --no-print-directory gate

gate: $(VENV)/.dev ## accuracy on the marked documents, held to floors that only rise
	$(BIN)/python -m benchmarks.gate

bench: $(VENV)/.dev ## time and memory on CORPUS, beside two baselines; the site on 100,000 passages
	$(BIN)/python -m benchmarks.bench "$(CORPUS)"
	$(BIN)/python -m benchmarks.front_page

bench-model: $(VENV)/.dev ## spaCy's small trained model: for the naive baseline of bench, and benchmarks.parser
	$(PIP) install --no-deps --require-hashes -r requirements-bench.lock

calibrate: $(VENV)/.dev ## count how often each rule is right, for the records' confidence
	$(BIN)/python -m benchmarks.calibrate

docs: $(VENV)/.dev ## make the reference pages in docs/ from the code
	$(BIN)/python -m benchmarks.docs

screenshots: $(VENV)/.dev ## take the README's pictures of the site, with chromium
	$(BIN)/python -m benchmarks.screenshots

format: $(VENV)/.dev ## put the code into the house format
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

lock: $(VENV)/.dev ## make the lock files anew from pyproject.toml
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-annotate \
		--custom-compile-command 'make lock' pyproject.toml --group build -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
		--custom-compile-command 'make lock' -c requirements.lock pyproject.toml --group build --group dev -o requirements-dev.lock

clean: ## remove what the build made (never the corpus)
	rm -rf $(VENV) output/*.db output/*.db-wal output/*.db-shm .mypy_cache .ruff_cache .pytest_cache .hypothesis

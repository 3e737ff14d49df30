# The developer's commands: `make serve` shows the shipped course, `make test` checks everything.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/pip --disable-pip-version-check --quiet
NODE := $(BIN)/python -m tools.node

# What an editable install is made from; a change here installs again.
INSTALLED_FROM := pyproject.toml hatch_build.py package.json package-lock.json tools/node.py

.PHONY: serve test faults bench lint format clean bundle
.NOTPARALLEL:

serve: $(VENV)/for-serving bundle
	@$(BIN)/course serve

test: lint
	$(NODE) npm test --silent
	browser=$$($(BIN)/python tools/find_browser.py) && COURSE_BROWSER="$$browser" $(BIN)/pytest

# The full set of injected faults; what it found is written down in docs/faults.md.
faults: $(VENV)/for-testing bundle
	browser=$$($(BIN)/python tools/find_browser.py) && COURSE_BROWSER="$$browser" COURSE_FAULTS=full $(BIN)/python -m tools.faults

# All measurements, into bench/results.md; `make bench BENCH="--only build --sizes 60"` takes less time.
bench: $(VENV)/for-testing bundle
	browser=$$($(BIN)/python tools/find_browser.py) && COURSE_BROWSER="$$browser" $(BIN)/python -m bench.run $(BENCH)

lint: $(VENV)/for-testing bundle
	$(BIN)/python -m tools.node_packages
	@$(MAKE) --no-print-directory --file=tools/checks.mk --jobs=2 --keep-going BIN="$(BIN)" NODE="$(NODE)"

format: $(VENV)/for-testing
	$(BIN)/python -m tools.node_packages
	$(BIN)/ruff check --fix
	$(BIN)/ruff format
	$(NODE) npm run --silent format

clean:
	rm -rf $(VENV) node_modules site_templates/bundle build site dist .bench
	rm -rf .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

bundle: $(VENV)/for-serving
	@$(BIN)/python -m tools.bundle

$(VENV)/made:
	@python=$$(PYTHON="$(PYTHON)" tools/find_python.sh) && "$$python" -m venv $(VENV)
	@touch $@

$(VENV)/for-serving: $(VENV)/made $(INSTALLED_FROM)
	@echo "Installing what serving needs; the first time takes about a minute."
	@$(PIP) install --editable .
	@touch $@

$(VENV)/for-testing: $(VENV)/made $(INSTALLED_FROM)
	@echo "Installing what testing needs; the first time takes some minutes."
	@$(PIP) install --editable '.[dev]' $$($(NODE) --missing)
	@touch $@ $(VENV)/for-serving

# What `make lint` runs; none of it changes a file, so two checks run at a time, the longest first.

ifneq ($(filter output-sync,$(.FEATURES)),)
MAKEFLAGS += --output-sync
endif

.PHONY: all words typescript mypy floors style ruff layout layers

all: words typescript mypy floors style ruff layout layers

words:
	$(BIN)/python -m tools.words --check

typescript:
	$(NODE) npm run --silent types

mypy:
	$(BIN)/mypy

floors:
	$(NODE) npm run --silent floors

style:
	$(NODE) npm run --silent style

ruff:
	$(BIN)/ruff check

layout:
	$(BIN)/ruff format --check

layers:
	$(BIN)/lint-imports --no-logo

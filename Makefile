# Every target makes the environment it needs, so each works on a bare clone.
# The environment comes from the lock files in .ci/, which leave out torch and
# transformers (.ci/left-out.txt says why); the extra `neural` brings them.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-builtin-rules

VENV := .venv
BIN := $(VENV)/bin

# A stamp is newer than its lock exactly when the environment holds that lock.
INSTALLED := $(VENV)/.installed
INSTALLED_TEST := $(VENV)/.installed-test
NEURAL := .venv-neural
INSTALLED_NEURAL := $(NEURAL)/.installed

# What the command line may set: make lab PORT=8890 IP=0.0.0.0,
# make app ARTICLES=folder THEME=dark SCREEN=en ENGINE=lexicon DECISIONS=mine.csv,
# make test ARGS="-k layers", make lock UPGRADE=1,
# make lab PYTHON=python3.13.
PORT ?=
IP ?=
ARTICLES ?=
THEME ?=
SCREEN ?=
ENGINE ?=
DECISIONS ?=
ARGS ?=
TORCH ?= torch
UPGRADE ?=
export PYTHON

$(INSTALLED): .ci/core.lock .ci/environment pyproject.toml
	@.ci/environment $(VENV) .ci/core.lock
	@touch $@

# The test lock contains the core lock, so one installation answers for both.
$(INSTALLED_TEST): .ci/test.lock .ci/core.lock .ci/environment pyproject.toml
	@.ci/environment $(VENV) .ci/test.lock
	@touch $(INSTALLED) $@

.PHONY: help
help: ## show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

.PHONY: lab
lab: $(INSTALLED) ## open JupyterLab on the first notebook (PORT=8890 IP=0.0.0.0)
	$(BIN)/python -m kit lab $(if $(PORT),--port $(PORT)) $(if $(IP),--ip $(IP))

.PHONY: app
app: $(INSTALLED) ## serve the explorer as a page without code (ARTICLES=folder THEME=dark)
	$(BIN)/python -m kit app $(if $(PORT),--port $(PORT)) $(if $(IP),--ip $(IP)) \
		$(if $(THEME),--theme $(THEME)) $(if $(SCREEN),--language $(SCREEN)) \
		$(if $(ENGINE),--engine $(ENGINE)) $(if $(DECISIONS),--decisions "$(DECISIONS)") \
		$(if $(ARTICLES),"$(ARTICLES)")

.PHONY: test
test: $(INSTALLED_TEST) chromium ## run the tests (ARGS="-k layers")
	$(BIN)/python -m pytest $(ARGS)

# Torch is large, so what needs it has an environment of its own. PyPI's torch brings
# CUDA; TORCH names another, with pip's options: a version, or an index of CPU builds.
$(INSTALLED_NEURAL): .ci/test.lock .ci/environment pyproject.toml
	@.ci/environment $(NEURAL) .ci/test.lock
	$(NEURAL)/bin/python -m pip install --quiet --constraint .ci/test.lock \
		$(TORCH) --editable '.[neural]'
	@touch $@

.PHONY: test-neural
test-neural: $(INSTALLED_NEURAL) ## test the neural engine, with torch (TORCH="torch==2.13.0")
	$(NEURAL)/bin/python -m pytest -m neural $(ARGS)

.PHONY: check
check: $(INSTALLED_TEST) ## formatting, lint, types and layers
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/python -m pytest --quiet tests/test_layers.py

.PHONY: bench
bench: $(INSTALLED_TEST) ## time finding against its peers, the screen, and stores
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --requirement .ci/bench.lock
	$(BIN)/python tests/bench/finding.py $(ARGS)
	$(BIN)/python tests/bench/exploring.py
	$(BIN)/python tests/bench/exporting.py
	$(BIN)/python tests/bench/building.py

.PHONY: picture
picture: $(INSTALLED) chromium ## take the pictures of README and notebooks anew
	$(BIN)/python -m kit lab --picture notebooks/pictures/explorer.png
	$(BIN)/python -m kit lab --walk notebooks/pictures

.PHONY: format
format: $(INSTALLED_TEST) ## rewrite the code in the one format
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

.PHONY: chromium
chromium: $(INSTALLED_TEST) ## find a browser for the tests, or install one
	@.ci/chromium $(VENV)

# Pins stay as they are unless a requirement asks for more; UPGRADE=1 moves all.
LOCK = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 \
	--excludes .ci/left-out.txt --annotation-style line \
	--custom-compile-command "make lock" $(if $(UPGRADE),--upgrade) pyproject.toml

.PHONY: lock
lock: $(BIN)/uv ## recompile the lock files from pyproject.toml (UPGRADE=1)
	$(LOCK) --output-file .ci/core.lock
	$(LOCK) --extra test --constraint .ci/core.lock --output-file .ci/test.lock
	$(LOCK) --extra test --extra bench --constraint .ci/test.lock --output-file .ci/bench.lock

$(BIN)/uv: | $(INSTALLED)
	$(BIN)/python -m pip install --quiet uv

.PHONY: clean
clean: ## remove the environment and everything that was generated
	rm -rf $(VENV) $(NEURAL) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -prune -exec rm -rf {} +

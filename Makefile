# Rose des vents: `make run` opens the program, `make test` checks it, `make demo` writes the demonstration,
# `make bench` measures it.
# Everything is installed inside the clone (.venv, .cache).

PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
LOCK := packaging/requirements.lock
DEV_LOCK := packaging/requirements-dev.lock
CACHE := $(CURDIR)/.cache

PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check --cache-dir $(CACHE)/pip

.PHONY: run test demo bench check lock clean

run: $(VENV)/.run
	@$(BIN)/python -m ui

test: $(VENV)/.dev
	@$(BIN)/python -m ui.shell.system_libraries --offscreen
	@$(MAKE) --no-print-directory check

# The tests write caches and settings inside the clone only.
check: export XDG_CACHE_HOME := $(CACHE)
check: export XDG_CONFIG_HOME := $(CACHE)/config
check: export XDG_DATA_HOME := $(CACHE)/data
check: export MPLCONFIGDIR := $(CACHE)/matplotlib
check: export QT_QPA_PLATFORM := offscreen
check:
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4

demo: $(VENV)/.run
	@mkdir -p demo
	@rm -f demo/port-alize.rose
	@$(BIN)/rosedesvents demo demo/port-alize.rose
	@$(BIN)/rosedesvents brief demo/port-alize.rose -o demo/port-alize-fr.pdf --lang fr
	@$(BIN)/rosedesvents brief demo/port-alize.rose -o demo/port-alize-en.pdf --lang en

# What the heavy jobs cost beside their floors: `make bench`, `make bench SIZE=1024` for accounts of a gigabyte.
SIZE ?= 300
bench: $(VENV)/.dev
	@$(BIN)/python packaging/bench/run.py --size $(SIZE)

$(VENV)/.run: $(LOCK) pyproject.toml
	@$(PYTHON) packaging/environment.py $(VENV)
	@echo "Rose des vents : installation dans $(VENV) (une seule fois)…"
	@$(PIP) install -r $(LOCK)
	@$(PIP) install --no-deps --editable .
	@touch $@

$(VENV)/.dev: $(DEV_LOCK) $(VENV)/.run
	@echo "Rose des vents : installation des outils de test (une seule fois)…"
	@$(PIP) install -r $(DEV_LOCK)
	@touch $@

lock: $(VENV)/.dev
	@$(PIP) install "uv>=0.8,<1"
	@$(BIN)/python packaging/lock.py

clean:
	rm -rf $(VENV) .cache demo

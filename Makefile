# The verbs of the house. Each prepares what it needs: a fresh clone needs Python 3.11, pip and make.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help setup demo run test lint gallery bench migration lock words

# The first Python that is new enough; `make PYTHON=…` names another.
ifndef PYTHON
PYTHON := $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$p"; break; }; done)
endif
BELFRY := .venv/bin/python main.py
OFFSCREEN := QT_QPA_PLATFORM=offscreen
# Two workers: the machines of the house have two cores. `make test PYTEST="-x tests/app"` for less.
PYTEST ?= -n 2

help:
	@echo "make demo       build the sample office, print its documents, open the window"
	@echo "make run        start Belfry"
	@echo "make test       run the tests"
	@echo "make lint       check style, types and who imports whom"
	@echo "make gallery    paint every page and dialog into build/gallery"
	@echo "make bench      measure against the peers, into build/bench.json"
	@echo "make migration m=\"why\"   write a migration for what changed in the models"
	@echo "make words      bring the translations up to what the program says"
	@echo "make lock       pin and hash the packages anew after changing requirements*.in"
	@echo "make setup      prepare .venv (the others do it themselves)"

setup:
ifeq ($(strip $(PYTHON)),)
	@echo "Belfry needs Python 3.11 or newer; this machine has $$(python3 --version 2>&1 || true). Please install one, or say make PYTHON=/path/to/python3." >&2; exit 1
else
	@"$(PYTHON)" tools/prepare.py
endif

demo: setup
	@$(BELFRY) demo --out build/demo

run: setup
	@$(BELFRY)

test: setup
	@$(OFFSCREEN) .venv/bin/python -m pytest $(PYTEST)

lint: setup
	@.venv/bin/ruff check --quiet .
	@.venv/bin/ruff format --check --quiet .
	@.venv/bin/mypy
	@.venv/bin/lint-imports --no-cache

gallery: setup
	@$(OFFSCREEN) .venv/bin/python -m ui.gallery --out build/gallery

bench: setup
	@.venv/bin/python -m tools.peers || true
	@.venv/bin/python -m bench

migration: setup
	@test -n "$(m)" || { echo 'Say why: make migration m="why"' >&2; exit 2; }
	@.venv/bin/python -m tools.migration "$(m)"

words: setup
	@.venv/bin/python -m tools.catalogues update
	@.venv/bin/python -m tools.catalogues check

lock:
	@"$(PYTHON)" tools/lock.py

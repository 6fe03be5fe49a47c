# Every target does its own set-up: nothing has to be installed by hand. `make help` lists them.
SHELL := /bin/bash
PYTHON_HERE := .venv/bin/python
KRONIEK := .venv/bin/kroniek
LEDGER ?= demo-output/demo.ledger
SERVE ?= 1

.PHONY: help demo serve test soak bench constraints clean run-setup dev-setup
.DEFAULT_GOAL := help

help: ## list the targets
	@sed -nE 's/^([a-z]+):[^#]*## (.*)/  make \1|\2/p' $(MAKEFILE_LIST) | column -t -s '|' 2>/dev/null \
	  || sed -nE 's/^([a-z]+):[^#]*## (.*)/  make \1: \2/p' $(MAKEFILE_LIST)

demo: run-setup ## a ledger from the sample reports: a table, a report, the workbench (SERVE=0 leaves the workbench out)
	@SERVE=$(SERVE) tools/demo.sh

serve: run-setup ## the workbench on a ledger that is there (LEDGER=file)
	@exec $(KRONIEK) serve --ledger "$(LEDGER)"

test: dev-setup ## every check: ruff, mypy, the accuracy gate, all tests
	@tools/setup.sh system
	@$(PYTHON_HERE) tools/check.py

soak: dev-setup ## the long tests at their full counts; writes benchmarks/SOAK.md
	@tools/setup.sh system
	@$(PYTHON_HERE) tools/soak.py

bench: ## measure accuracy, speed and memory anew, and write benchmarks/RESULTS.md
	@tools/setup.sh bench
	@$(PYTHON_HERE) benchmarks/measure.py

constraints: dev-setup ## resolve the packages anew and write constraints.txt
	@$(PYTHON_HERE) tools/constraints.py

clean: ## remove all that was made: the environment, caches, the demo's output
	rm -rf .venv build dist demo-output .mypy_cache .ruff_cache .pytest_cache .hypothesis src/*.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

run-setup:
	@tools/setup.sh run

dev-setup:
	@tools/setup.sh dev

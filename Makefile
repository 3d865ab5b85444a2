# The two commands that matter are `make run` and `make test`; `make help` lists the rest.
PYTHON ?= python3
PORT ?= 8000
ARGS ?=
SCRIPTS = @command -v $(PYTHON) >/dev/null || { echo "Python 3.11 or newer is needed: install python3 first."; exit 1; }; \
	exec $(PYTHON) -m scripts

.PHONY: help run test check bench reset backup restore manage frontend

help: ## this list
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/'

run: ## the site at http://127.0.0.1:8000/, with its own database and demonstration data (PORT=8001 for another port)
	$(SCRIPTS) run --port $(PORT)

test: ## the checks, then every test (ARGS="tests/plans -k overdue" for some)
	$(SCRIPTS) test $(ARGS)

check: ## the checks alone: layout, rules, templates, imports, migrations, production settings
	$(SCRIPTS) check

bench: ## how fast the pages and the import are (ARGS go to manage.py bench)
	$(SCRIPTS) bench $(ARGS)

reset: ## take the demonstration away, so that the next run starts afresh
	$(SCRIPTS) reset

backup: ## the database and the evidence files in one new file (TO=backup.tar)
	$(SCRIPTS) backup "$(or $(TO),$(error Name the file, as in: make backup TO=backup.tar))"

restore: ## a backup into an empty database (FROM=backup.tar)
	$(SCRIPTS) restore "$(or $(FROM),$(error Name the file, as in: make restore FROM=backup.tar))"

manage: ## a command of manage.py on the demonstration's database (ARGS="shell")
	$(SCRIPTS) manage $(ARGS)

frontend: ## fetch the front-end files alone
	$(SCRIPTS) frontend

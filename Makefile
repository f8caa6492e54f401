# 领导干部个人有关事项报告与廉政申报系统 · Personal-matters reports and integrity disclosures
# Needs Python 3.11 or newer and make; everything else is installed into .venv by `make setup`.

PORT      ?= 8000
HOST      ?= 127.0.0.1
THREADS   ?= 8
WORKERS   ?= 2
PYTHONS   := $(PYTHON) python3 python3.11 python3.12 python3.13 python3.14
BIN       := .venv/bin
STAMP     := .venv/.installed
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard declare/translations/*/LC_MESSAGES/messages.po))
OFFLINE   := $(if $(wildcard wheelhouse/*.whl),--no-index --find-links wheelhouse)
UV        := $(shell command -v uv 2>/dev/null)
SAY       := @printf '%s\n'

export PYTHONDONTWRITEBYTECODE = 1
export FLASK_APP = wsgi:app

.DEFAULT_GOAL := help
.PHONY: setup python run test check lint types imports security pages shape bench detection prove mutants fix journeys slow messages lock wheelhouse clean help

setup: python $(STAMP) $(CATALOGUES) ## 准备运行和测试所需的一切，不启动任何东西 · prepare everything, start nothing
	$(SAY) '[4/4] 已就绪 · ready'

python:
	@test -x $(BIN)/python && exit 0; \
	for python in $(PYTHONS); do \
	  command -v $$python >/dev/null 2>&1 || continue; \
	  $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && found=$$python && break; \
	done; \
	test -n "$$found" || { echo '需要 Python 3.11 或更高版本；安装后重试，或用 make setup PYTHON=路径 指明。'; \
	  echo 'Python 3.11 or newer is needed; install it, or name it with make setup PYTHON=path.'; exit 1; }; \
	echo "[1/4] 建立虚拟环境 · creating .venv ($$($$found --version))"; \
	if [ -n "$(UV)" ]; then "$(UV)" venv --quiet --python "$$(command -v $$found)" .venv; exit; fi; \
	$$found -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "$$found 缺少 venv 模块；Debian 上请先执行 apt-get install python3-venv，再重试。"; \
	  echo "$$found lacks the venv module; on Debian run apt-get install python3-venv first."; exit 1; }; \
	$$found -m venv .venv

$(STAMP): requirements-dev.txt | python
	$(SAY) '[2/4] 安装固定版本的软件包$(if $(OFFLINE),（离线，取自 wheelhouse/）) · installing pinned packages$(if $(OFFLINE), offline from wheelhouse/)'
	@if [ ! -x $(BIN)/pip ] || [ -n "$(UV)" ]; then \
	  "$(or $(UV),uv)" pip install --quiet --python $(BIN)/python --require-hashes $(OFFLINE) -r requirements-dev.txt; \
	else \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input --require-hashes $(OFFLINE) -r requirements-dev.txt; \
	fi
	@touch $@

%.mo: %.po | $(STAMP)
	$(SAY) '[3/4] 编译界面文字 · compiling $<'
	@$(BIN)/pybabel --quiet compile --input-file $< --output-file $@ --locale $(notdir $(patsubst %/LC_MESSAGES/messages.po,%,$<))

run: export DECLARE_DEMO ?= 1
run: setup ## 迁移数据库，空库时装入演示总队，在 127.0.0.1:8000 提供服务 · migrate, load the demo corps, serve
	$(SAY) '[1/3] 迁移数据库 · migrating the database'
	@$(BIN)/flask db upgrade
	$(SAY) '[2/3] 演示总队 · the demo corps'
	@$(BIN)/flask demo
	$(SAY) '[3/3] http://$(HOST):$(PORT)  （Ctrl-C 结束 · Ctrl-C stops it）'
	@exec $(BIN)/gunicorn --worker-class gthread --workers 1 --threads $(THREADS) --bind $(HOST):$(PORT) --log-level warning wsgi:app

test: setup ## 全部快速测试 · all quick tests
	@$(BIN)/pytest -n $(WORKERS) -m 'not slow and not journey' $(ARGS)

check: setup lint types imports security pages shape ## 全部静态检查与规矩测试 · every static check and the house rules

lint:
	$(SAY) '· ruff'
	@$(BIN)/ruff check --quiet declare tests
	@$(BIN)/ruff format --quiet --check declare tests

types:
	$(SAY) '· mypy --strict'
	@$(BIN)/mypy --no-error-summary

imports:
	$(SAY) '· import contracts, dependencies'
	@$(BIN)/lint-imports --no-logo --no-cache
	@$(BIN)/deptry . --no-ansi 2>&1

security:
	$(SAY) '· bandit'
	@$(BIN)/bandit --quiet --recursive declare --configfile pyproject.toml

pages:
	$(SAY) '· djlint'
	@$(BIN)/djlint templates --lint --quiet

shape:
	$(SAY) '· house rules'
	@$(BIN)/pytest --quiet tests/shape

bench: setup ## 与下限比较的一张表：目标、下限、我们、比值、是否达到 · one table of every goal against its floor
	@$(BIN)/python -m tests.bench $(ARGS)

detection: setup ## 埋入已知问题，逐条规则量度查出多少、误报多少 · plant faults and measure recall and precision, rule by rule
	@$(BIN)/python -m tests.detection $(ARGS)

prove: setup ## 逐项尝试不该成功的事、清点不该丢失的东西（ARGS=--quick、名称） · try what must not succeed, count what must not be lost
	@$(BIN)/python -m tests.prove $(ARGS)

mutants: setup ## 把规则逐处改动，看样例能否发现（ARGS="E05 C"、--quick、--full） · small changes to the rules, which their cases must notice
	@$(BIN)/python -m tests.mutants $(ARGS)

journeys: setup ## 真实浏览器里的全程测试（需要 chromium）· journeys in a real browser (needs chromium)
	@$(BIN)/pytest -m journey $(ARGS)

slow: setup ## 慢测试：断电、负载、长性质测试 · kill -9, load, long properties
	@$(BIN)/pytest -m 'slow and not journey' $(ARGS)

fix: setup ## 整理格式并改正能自动改正的 · format, and mend what can be mended by itself
	@$(BIN)/ruff format declare tests
	@$(BIN)/ruff check --fix declare tests

messages: setup ## 收集界面文字，更新并编译目录 · collect messages, update and compile the catalogue
	@$(BIN)/python -m tests.shape.messages --update
	@$(MAKE) --no-print-directory setup

lock: setup ## 重新锁定依赖版本与校验和 · pin the dependencies again, with hashes
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate $(ARGS) pyproject.toml --output-file requirements.txt
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate $(ARGS) --extra dev pyproject.toml --output-file requirements-dev.txt

wheelhouse: setup ## 把全部软件包下载到 wheelhouse/，供无网络的单位使用 · fetch all packages for a site without network
	@$(BIN)/python -m pip download --quiet --only-binary :all: --require-hashes --dest wheelhouse -r requirements-dev.txt
	$(SAY) "$$(ls wheelhouse | wc -l) 个文件 · files in wheelhouse/"

clean: ## 删除可再生成的文件，保留 instance/ 与 wheelhouse/ · remove what can be made again, keep instance/ and wheelhouse/
	@rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis .coverage artifacts node_modules
	@find declare tests migrations -name __pycache__ -type d -prune -exec rm -rf {} +
	@find declare -name '*.mo' -delete

help: ## 本说明 · this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

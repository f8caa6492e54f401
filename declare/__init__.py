"""领导干部个人有关事项报告与廉政申报系统 · reports of personal matters and integrity disclosures."""

import os
from dataclasses import replace
from importlib import import_module
from typing import Any

from flask import Flask

from declare.config import PROJECT, Settings

FEATURES = (
    "declare.jobs",
    "declare.checks",
    "declare.accounts",
    "declare.units",
    "declare.disclosures",
    "declare.registries",
    "declare.declarations",
    "declare.casework",
    "declare.rulebook",
    "declare.parameters",
    "declare.releases",
    "declare.evidence",
    "declare.retention",
    "declare.backups",
    "declare.interchange",
    "declare.demo",
)
"""The features, one a line, lower ones first; each has an `init_app(app)` that registers all it brings."""

LARGEST_REQUEST = 8 * 1024 * 1024


def create_app(settings: Settings | None = None, **overrides: Any) -> Flask:
    """The application: the one place that knows every part.

    Without settings they come from the environment; `overrides` replace single ones (`clock=…` in a test).
    """
    chosen = replace(settings or Settings.from_environment(os.environ), **overrides)
    app = Flask("declare", template_folder=str(PROJECT / "templates"), static_folder="static")
    app.extensions["settings"], app.extensions["clock"] = chosen, chosen.clock
    app.config.update(
        MAX_CONTENT_LENGTH=LARGEST_REQUEST,
        MAX_FORM_MEMORY_SIZE=LARGEST_REQUEST // 8,
        WTF_CSRF_TIME_LIMIT=None,
    )
    _floor(app, chosen)
    for feature in FEATURES:
        import_module(feature).init_app(app)
    return app


def _floor(app: Flask, settings: Settings) -> None:
    """What every feature stands on: database, keys, audit, language, forms and pages."""
    from declare import audit, database, extensions, web
    from declare.web.language import LOCALES, locale

    database.init_app(app, extensions.db, settings=settings)
    extensions.vault.init_app(app)
    audit.init_app(app)
    extensions.babel.init_app(
        app, default_locale=LOCALES["zh"], default_timezone="Asia/Shanghai", locale_selector=locale
    )
    web.init_app(app)
    extensions.csrf.init_app(app)

"""What no law sets: parameters of the rules, changed by one person's proposal, a trial on past years, another's agreement."""

from flask import Flask
from flask_babel import lazy_gettext as _l

from declare.access import Action
from declare.web import navigation

__all__ = ["init_app"]


def init_app(app: Flask) -> None:
    """Adds the pages and the trial, and lets every check run under what was agreed to."""
    from declare import checks, jobs
    from declare.parameters import queries
    from declare.parameters.backtest import backtest
    from declare.parameters.views import bp

    app.register_blueprint(bp)
    checks.enacted_by(queries.enacted)
    jobs.register("backtest", backtest)
    navigation.add(_l("规则参数"), "parameters.index", Action.LIST_PARAMETERS, order=72, count=queries.waiting_count)

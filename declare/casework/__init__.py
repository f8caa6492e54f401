"""The reviewers' work: who has something to look at, the evidence side by side, the decision and its second signature."""

from flask import Flask
from flask_babel import lazy_gettext as _l

from declare.access import Action
from declare.web import navigation

__all__ = ["init_app"]


def init_app(app: Flask) -> None:
    """Adds the pages of people and findings."""
    from declare.casework.findings import bp as findings
    from declare.casework.judgements import bp as judgements
    from declare.casework.office import bp as office
    from declare.casework.people import bp as people
    from declare.casework.queries import waiting_count
    from declare.casework.register.views import bp as register
    from declare.casework.unmasking.queries import waiting_count as requests_count
    from declare.casework.unmasking.views import bp as unmasking

    app.register_blueprint(people)
    app.register_blueprint(findings)
    app.register_blueprint(judgements)
    app.register_blueprint(office)
    app.register_blueprint(unmasking)
    app.register_blueprint(register)
    navigation.add(_l("人员"), "people.queue", Action.LIST_PEOPLE, order=12)
    navigation.add(_l("待复核"), "findings.waiting", Action.CONFIRM_FINDING, order=13, count=waiting_count)
    navigation.add(_l("申请查看"), "unmasking.requests", Action.LIST_UNMASKINGS, order=15, count=requests_count)
    navigation.add(_l("调阅登记"), "register.consultations", Action.LIST_CONSULTATIONS, order=16)
    navigation.add(_l("调阅登记"), "register.overview", Action.OVERSEE_CONSULTATIONS, order=61)
    navigation.add(_l("工作事项"), "office.matters", Action.READ_OFFICE_FINDING, order=14)

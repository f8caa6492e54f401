"""None of the three administrators reads a word of content, by any page or command; the owner reads every one of them."""

import pytest
from sqlalchemy import select

from declare import create_app
from declare.access.commands import OPENING
from declare.audit import AuditLeaf
from declare.config import Settings
from declare.extensions import db
from tests.conftest import dispose
from tests.leaks.reaching import ADMINISTRATORS, reach
from tests.serving import copied, serving

pytestmark = pytest.mark.slow


def test_no_administrator_reaches_a_planted_word(served_corps, tmp_path):
    instance = copied(served_corps, tmp_path / "instance")
    with serving(instance, tmp_path / "log", DECLARE_WORKER="0") as site:
        tried = reach(site)
    assert tried.found == []
    assert tried.pages > 400 and tried.commands > 15
    assert {login for login, _ in tried.allowed} == set(ADMINISTRATORS), "each has pages of their own"
    assert opened_by_the_system(instance) and "check" in OPENING


def opened_by_the_system(instance):
    """The openings that a command's reading left in the audit."""
    app = create_app(Settings(instance=instance, log_level="ERROR"))
    with app.app_context():
        wanted = select(AuditLeaf.object).where(AuditLeaf.action == "content.open", AuditLeaf.role == "system")
        found = list(db.session.scalars(wanted.order_by(AuditLeaf.seq)))
    dispose(app)
    return found

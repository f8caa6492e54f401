"""Whom a disclosure can name: the family as it is known of a person, asked of whoever keeps it."""

from collections.abc import Callable, Mapping

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from declare.items.filing import Member
from declare.items.kinds import SELF
from declare.law import Lang, Text
from declare.vault import Reader

OWN_NAME = Text("本人", "Myself")

Names = Mapping[str, str]
"""Family keys to what they are shown as."""

Loader = Callable[[Session, int, Reader], tuple[Member, ...]]
"""Reads the family of a person for a reader; the reading is written down."""


class _Known:
    """Who keeps the families; nobody, as long as nobody has registered."""

    loader: Loader | None = None


def register(loader: Loader) -> None:
    """Says who keeps the families."""
    _Known.loader = loader


def members(session: Session, person_id: int, reader: Reader) -> tuple[Member, ...]:
    """The family of a person; empty where none is known."""
    return _Known.loader(session, person_id, reader) if _Known.loader else ()


def names(family: tuple[Member, ...], lang: Lang) -> Names:
    """Family keys, and the person's own, to names with the relation beside them."""
    found = {SELF: OWN_NAME.to(lang)}
    for member in family:
        relation = member.relation.label.to(lang) if member.relation else ""
        found[member.key] = (
            _("%(name)s（%(relation)s）", name=member.name, relation=relation) if relation else member.name
        )
    return found

"""What the head of a page calls the person signed in: their own name, opened once and then kept in memory alone."""

from collections import OrderedDict
from threading import Lock

from flask import current_app

from declare.accounts import people
from declare.accounts.models import Account
from declare.barrier import Ground, Scope, declared
from declare.extensions import db
from declare.vault import Reader

KEPT = 2000
PURPOSE = "own name"

Key = tuple[int, int]


class Names:
    """The names of those who signed in last, by person and revision of the card."""

    def __init__(self) -> None:
        self._names: OrderedDict[Key, str] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Key) -> str | None:
        """A name that is still kept."""
        return self._names.get(key)

    def keep(self, key: Key, name: str) -> None:
        """Keeps a name; the oldest is forgotten for it."""
        with self._lock:
            self._names[key] = name
            while len(self._names) > KEPT:
                self._names.popitem(last=False)


def name_of(account: Account) -> str:
    """The name on the person's own card; the sign-in name where there is no person."""
    person = account.person
    if person is None:
        return account.login
    names: Names = current_app.extensions["names"]
    key = (person.id, person.revision)
    known = names.get(key)
    if known is None:
        with declared(Ground(PURPOSE, account.id, person.id, Scope.OWN, opens=True)):
            known = people.card(db.session, person, Reader(account.id, "everyone", PURPOSE)).name
        names.keep(key, known)
    return known

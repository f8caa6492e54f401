"""What people decided about matches, asked by keyed digests: the keys of things are never kept in the clear."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from declare.checks.models import REVOKED, SAME, Judgement
from declare.extensions import vault
from declare.rules.matching import Judgements, Pair

Digests = tuple[bytes, bytes]
"""The digests of what a registered and a declared thing are known by."""


class Judged:
    """What was decided about one person's pairs; a pair is asked about by its keys and looked up by their digests."""

    def __init__(self, known: Mapping[Digests, bool], digest: Callable[[Pair], Digests]) -> None:
        self._known = known
        self._digest = digest

    def get(self, pair: Pair, /) -> bool | None:
        """One thing, two, or nobody has decided."""
        return self._known.get(self._digest(pair))

    def __len__(self) -> int:
        """How many pairs were decided."""
        return len(self._known)


def digests(person_id: int) -> Callable[[Pair], Digests]:
    """The digests of a person's pairs: of another person's the same keys have others."""
    mac = vault.mac("index")
    head = b"judgement\0%d\0" % person_id

    def of(pair: Pair) -> Digests:
        registered, declared = pair
        return mac(head + b"registered\0" + registered.encode()), mac(head + b"declared\0" + declared.encode())

    return of


def judged(session: Session, person_ids: Iterable[int]) -> Mapping[int, Judgements]:
    """What was decided about the pairs of these persons, by person; those nobody decided about are not in it."""
    known: dict[int, dict[Digests, bool]] = defaultdict(dict)
    chosen = select(Judgement.person_id, Judgement.registered, Judgement.declared, Judgement.verdict)
    for person, registered, declared, verdict in session.execute(
        chosen.where(Judgement.person_id.in_(person_ids)).order_by(Judgement.id)
    ):
        if verdict == REVOKED:
            known[person].pop((registered, declared), None)
        else:
            known[person][registered, declared] = verdict == SAME
    return {one: Judged(pairs, digests(one)) for one, pairs in known.items() if pairs}


def of_pairs(session: Session, person_id: int, pairs: Sequence[Pair]) -> list[Judgement]:
    """Every judgement on these pairs of a person, the earliest first."""
    wanted = {digests(person_id)(pair) for pair in pairs}
    chosen = select(Judgement).where(
        Judgement.person_id == person_id, Judgement.registered.in_([registered for registered, _ in wanted])
    )
    rows = session.scalars(chosen.order_by(Judgement.id))
    return [row for row in rows if (row.registered, row.declared) in wanted]

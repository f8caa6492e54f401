"""Whether a passkey that was shown is one of ours, and right."""

import msgspec
from sqlalchemy.orm import Session
from webauthn.helpers import base64url_to_bytes

from declare.accounts.factors import queries, service, webauthn
from declare.accounts.factors.models import Factor
from declare.accounts.factors.webauthn import NotRight
from declare.audit import Act
from declare.web import Authority, leaf_apart


class Named(msgspec.Struct):
    """What is read of an answer before anything of it is trusted."""

    id: str


def known(session: Session, answer: str) -> Factor | None:
    """The passkey an answer speaks of; None for one nobody set up here."""
    try:
        credential = base64url_to_bytes(msgspec.json.decode(answer, type=Named).id)
    except (msgspec.MsgspecError, ValueError):
        return None
    factor = queries.passkey(session, credential)
    return factor if factor and service.genuine(factor) else None


def right(session: Session, answer: str, factor: Factor) -> bool:
    """Whether an answer was given with that passkey, now and to us. A count that went back is written down: there may be a copy."""
    try:
        count = webauthn.count_of(answer, factor)
    except NotRight:
        return False
    if factor.counter and count <= factor.counter:
        leaf_apart(session, Authority(factor.account_id, "visitor"), Act.FACTOR_SUSPECT, f"account/{factor.account_id}")
        return False
    service.used(session, factor, count)
    return True

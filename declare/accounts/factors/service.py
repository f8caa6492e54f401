"""What is done to second factors; every change writes its leaf in the same transaction."""

import os
from collections.abc import Sequence

from sqlalchemy import delete
from sqlalchemy.orm import Session
from webauthn.registration.verify_registration_response import VerifiedRegistration

from declare.accounts import attempts
from declare.accounts.factors import queries
from declare.accounts.factors.halfway import shown, written
from declare.accounts.factors.models import Device, Factor, Kind
from declare.accounts.models import Account, SessionRow
from declare.accounts.sessions import present
from declare.audit import Act
from declare.extensions import vault
from declare.vault import codes
from declare.web import Authority, apart, leaf, leaf_apart, now

SALT_BYTES = 16
CODES = 10
CODE_LENGTH = 6
PEPPER = codes.PURPOSE


def salt() -> bytes:
    """A fresh salt for an authenticator app."""
    return os.urandom(SALT_BYTES)


def secret(account: int, salted: bytes) -> bytes:
    """The secret of an app that is being set up, under the pepper of today."""
    return codes.app_secret(vault.ring, account, salted, vault.ring.latest(PEPPER))


def add_app(session: Session, account: int, salted: bytes, code: str, *, by: Authority) -> bool:
    """Keeps an authenticator app once it has shown a right code; the one there was before is replaced."""
    step = codes.matching_step(secret(account, salted), code, now())
    if step is None:
        return False
    session.execute(delete(Factor).where(Factor.account_id == account, Factor.kind == Kind.TOTP))
    pepper = vault.ring.latest(PEPPER)
    _add(session, Factor(account_id=account, kind=Kind.TOTP, material=salted, pepper=pepper, counter=step), by=by)
    return True


def add_passkey(session: Session, account: int, given: VerifiedRegistration, *, device: Device, by: Authority) -> None:
    """Keeps a passkey the browser has just made; IntegrityError where it is kept already."""
    made = Factor(
        account_id=account, kind=Kind.PASSKEY, material=given.credential_id, public=given.credential_public_key,
        counter=given.sign_count, device=device.value, pepper=vault.ring.latest(PEPPER),
    )  # fmt: skip
    made.proof = _proof(made)
    _add(session, made, by=by)


def fresh_codes(session: Session, account: int, *, by: Authority) -> list[str]:
    """Ten new codes, shown this once; those there were before are worth nothing from now on."""
    session.execute(delete(Factor).where(Factor.account_id == account, Factor.kind == Kind.RECOVERY))
    pepper, made = vault.ring.latest(PEPPER), [codes.emergency_code() for _ in range(CODES)]
    for code in made:
        digest = codes.emergency_digest(vault.ring, account, code, pepper)
        session.add(
            Factor(account_id=account, kind=Kind.RECOVERY, material=digest, public=b"", proof=b"", pepper=pepper, counter=0,
                   device="", browser="", created=now(), used=None)
        )  # fmt: skip
    leaf(session, by, Act.FACTOR_ADD, f"account/{account} recovery")
    session.flush()
    written(codes=CODES)
    return made


def remove(session: Session, factor: Factor, *, by: Authority) -> None:
    """Takes a passkey or an app away; with the last of them the codes on paper go too."""
    leaf(session, by, Act.FACTOR_REMOVE, f"account/{factor.account_id} {factor.kind}")
    session.delete(factor)
    session.flush()
    _end_others(session, factor.account_id)
    if not queries.chosen(session, factor.account_id):
        session.execute(delete(Factor).where(Factor.account_id == factor.account_id))


def remove_all(session: Session, account: int, *, by: Authority) -> None:
    """Takes everything away, for somebody who has lost it."""
    session.execute(delete(Factor).where(Factor.account_id == account))
    session.execute(delete(SessionRow).where(SessionRow.account_id == account))
    leaf(session, by, Act.FACTOR_REMOVE, f"account/{account} all")


def count(account: int) -> None:
    """Counts an attempt before anything is looked at, so that many at once do not slip through; TooSoon after failures."""
    with apart() as counting:
        attempts.begin(counting, _counted(account))


def recognised(session: Session, account: Account, code: str) -> Kind | None:
    """By what a code recognises its owner: an app, or a code on paper, which is used up. `count` it first."""
    factors = queries.held(session, account.id, (Kind.TOTP, Kind.RECOVERY))
    kind = _by_app(session, factors, code) or _by_paper(session, factors, code)
    if kind is None:
        leaf_apart(session, Authority(account.id, "visitor"), Act.STEP_UP_REFUSED, f"account/{account.id}")
        return None
    attempts.succeeded(session, _counted(account.id))
    shown(kind)
    return kind


def app_recognises(session: Session, account: int, code: str) -> bool:
    """Whether the app of an account shows this code, for a step that asks for it; counted like any attempt."""
    attempts.begin(session, _counted(account))
    right = _by_app(session, queries.held(session, account, (Kind.TOTP,)), code) is not None
    if right:
        attempts.succeeded(session, _counted(account))
    return right


def genuine(factor: Factor) -> bool:
    """Whether a passkey was set up here, for this account: nobody who writes into the database can put in one of their own."""
    return codes.equal(_proof(factor), factor.proof)


def _proof(factor: Factor) -> bytes:
    """What only this system can say of a passkey and the account it is for."""
    return codes.bound(vault.ring, factor.pepper, factor.account_id, factor.material, factor.public)


def used(session: Session, factor: Factor, count: int) -> None:
    """Notes that a passkey was used, and its signature count."""
    factor.counter, factor.used = count, now()
    session.flush()


def _counted(account: int) -> str:
    """Under which name attempts at a second factor are counted; no sign-in name has a space in it."""
    return f"second {account}"


def _by_app(session: Session, factors: Sequence[Factor], code: str) -> Kind | None:
    """A code of the app that is newer than the last one taken."""
    for factor in factors:
        if factor.kind != Kind.TOTP:
            continue
        held = codes.app_secret(vault.ring, factor.account_id, factor.material, factor.pepper)
        step = codes.matching_step(held, code.strip(), now())
        if step is not None and step > factor.counter:
            used(session, factor, step)
            return Kind.TOTP
    return None


def _by_paper(session: Session, factors: Sequence[Factor], code: str) -> Kind | None:
    """A code on paper; every one is looked at, so that the time tells nothing."""
    papers = [factor for factor in factors if factor.kind == Kind.RECOVERY]
    hits = [
        factor
        for factor in papers
        if codes.equal(codes.emergency_digest(vault.ring, factor.account_id, code, factor.pepper), factor.material)
    ]
    if not hits:
        return None
    account = hits[0].account_id
    session.delete(hits[0])
    leaf(session, Authority(account, "everyone"), Act.FACTOR_REMOVE, f"account/{account} recovery")
    session.flush()
    return Kind.RECOVERY


def _add(session: Session, factor: Factor, *, by: Authority) -> None:
    """Keeps a factor and remembers in the session that there is one."""
    factor.public, factor.proof, factor.device = factor.public or b"", factor.proof or b"", factor.device or ""
    factor.browser, factor.created, factor.used = present().browser, now(), None
    session.add(factor)
    session.flush()
    leaf(session, by, Act.FACTOR_ADD, f"account/{factor.account_id} {factor.kind}")
    _end_others(session, factor.account_id)
    shown(Kind(factor.kind))


def _end_others(session: Session, account: int) -> None:
    """Ends every session of an account but the present one: what lets in has changed."""
    mine = present().digest or b""
    session.execute(delete(SessionRow).where(SessionRow.account_id == account, SessionRow.digest != mine))

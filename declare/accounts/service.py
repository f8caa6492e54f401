"""What is done to accounts, rights and sessions; every change writes its leaf in the same transaction."""

from collections.abc import Iterable

from flask_login import login_user, logout_user
from sqlalchemy import delete
from sqlalchemy.orm import Session

from declare.access import Action, Role, clash
from declare.accounts import attempts, passwords, queries
from declare.accounts.confirmations import remember
from declare.accounts.factors import halfway
from declare.accounts.factors import queries as factors
from declare.accounts.models import ACTIVE, WAITING, Account, Grant, Person, SessionRow
from declare.accounts.normal import folded, usable
from declare.accounts.sessions import present
from declare.accounts.turns import turn
from declare.audit import Act
from declare.extensions import vault
from declare.law import Text
from declare.vault.passwords import fits, hashed, outdated
from declare.web import SYSTEM, Authority, Visitor, apart, leaf, leaf_apart, now

TAKEN = Text("这个登录名已被使用，请换一个。", "This sign-in name is taken; choose another one.")
MALFORMED = Text(
    "登录名由 3 至 64 个小写字母、数字、点或短横组成，请更正。",
    "A sign-in name has 3 to 64 small letters, digits, dots or hyphens.",
)
CLASHING = Text(
    "“{role}”与已有的“{held}”不得由同一账号担任，请先收回其一。",
    "“{role}” and “{held}” are never held together; withdraw one first.",
)
WRONG = Text("原密码不正确，请重新填写。", "This is not your present password; enter it again.")
SAME = Text("新密码与原密码相同，请换一个。", "This is the old password; choose another one.")


class NotPossible(Exception):
    """What was asked for cannot be done; the sentence says why and what to do."""

    def __init__(self, says: Text) -> None:
        super().__init__(says.en)
        self.says = says


# Signing in and out


def sign_in(session: Session, login: str, password: str, *, target: str = "/") -> Account | None:
    """Tries name and password: the account now signed in, or halfway where it has a second factor; None where they are wrong.

    TooSoon after failures, Crowded where many come at once; unknown names cost the same time.
    """
    with turn():
        with apart() as counting:
            attempts.begin(counting, login)
        known = queries.credentials(login)
        right = fits(vault.ring, password, known.secret if known else "")
    account = queries.account(session, known.account) if known and right else None
    if account is None or account.disabled:
        leaf_apart(session, Authority(known.account if known else None, "visitor"), Act.SIGN_IN_REFUSED, "session")
        return None
    attempts.succeeded(session, login)
    if outdated(vault.ring, account.secret):
        account.secret = hashed(vault.ring, password)
    if factors.kinds(session, account.id):
        halfway.begin(account.id, target)
    else:
        enter(session, account)
    return account


def enter(session: Session, account: Account) -> None:
    """Lets an account in that has shown all it has to."""
    account.signed_in = now()
    _enter(account)
    halfway.written(codes=factors.codes_left(session, account.id))
    remember(Action.ADD_FACTOR)
    leaf(session, Authority(account.id, "everyone"), Act.SIGN_IN, f"account/{account.id}")


def sign_out(session: Session, visitor: Visitor) -> None:
    """Ends the session of this request."""
    leaf(session, Authority(visitor.id, "everyone"), Act.SIGN_OUT, f"account/{visitor.id}")
    logout_user()
    present().renew()


def confirm(session: Session, visitor: Visitor, password: str) -> bool:
    """Whether this is the visitor's own password, for a step that asks for it again; counted and delayed like signing in.

    Counted in the transaction of the step: the same form sent many times at once is tried in turn, and each succeeds. Where it
    is wrong the answer must not raise, or the count is taken back.
    """
    login, secret = queries.login_and_secret(visitor.id)
    attempts.begin(session, login)
    right = fits(vault.ring, password, secret)
    if right:
        attempts.succeeded(session, login)
    return right


def change_password(session: Session, visitor: Visitor, *, old: str, new: str, by: Authority) -> None:
    """Replaces one's own password and ends all one's sessions but a fresh one; NotPossible for one that will not do."""
    login, _ = queries.login_and_secret(visitor.id)
    wrong = passwords.fault(new, login=login) or (SAME if new == old else None)
    if wrong:
        raise NotPossible(wrong)
    secret = hashed(vault.ring, new)
    if not confirm(session, visitor, old):
        leaf_apart(session, by, Act.STEP_UP_REFUSED, f"account/{visitor.id}")
        raise NotPossible(WRONG)
    account = session.get_one(Account, visitor.id)
    account.secret, account.must_change = secret, False
    session.execute(delete(SessionRow).where(SessionRow.account_id == account.id))
    noted = halfway.carried()
    _enter(account)
    present().update(noted)
    remember(Action.ADD_FACTOR)
    leaf(session, by, Act.PASSWORD_CHANGE, f"account/{account.id}")


def end_session(session: Session, row: SessionRow, *, by: Authority) -> None:
    """Ends one session, wherever it is open."""
    leaf(session, by, Act.SESSION_REVOKE, f"session/{row.id}")
    session.delete(row)
    session.flush()


def _enter(account: Account) -> None:
    """Opens a fresh session for an account."""
    present().renew()
    login_user(account)


# Accounts


def create_account(
    session: Session, login: str, *, by: Authority, person: Person | None = None, roles: Iterable[Role] = ()
) -> Account:
    """Makes an account and asks for its roles; it has no password yet. NotPossible for a name that is taken or
    malformed, or roles that are never held together; nothing is written then.
    """
    name, wanted = folded(login), list(roles)
    if not usable(name):
        raise NotPossible(MALFORMED)
    for number, role in enumerate(wanted):
        _demand_apart(role, wanted[:number])
    if queries.by_login(session, name) is not None:
        raise NotPossible(TAKEN)
    account = Account(login=name, secret="", person=person, must_change=True, disabled=False, created=now(), grants=[])
    session.add(account)
    session.flush()
    leaf(session, by, Act.ACCOUNT_CREATE, f"account/{account.id}")
    for role in wanted:
        ask_for(session, account, role, by=by)
    return account


def first_password(session: Session, account: Account, *, by: Authority) -> str:
    """A new first password, shown once; whoever signs in with it must replace it.

    Somebody else has seen it: so its sessions end, and rights in force wait again for the security administrator. Second
    factors stay: who has seen the password does not get in with it.
    """
    password = passwords.first()
    account.secret, account.must_change = hashed(vault.ring, password), True
    for held in account.grants:
        held.state, held.given_by, held.given_at = WAITING, None, None
    session.execute(delete(SessionRow).where(SessionRow.account_id == account.id))
    leaf(session, by, Act.PASSWORD_RESET, f"account/{account.id}")
    return password


def set_password(session: Session, account: Account, password: str, *, by: Authority = SYSTEM) -> None:
    """Sets a password from the command line: for the first administrators and the demonstration alone."""
    account.secret, account.must_change = hashed(vault.ring, password), False
    leaf(session, by, Act.PASSWORD_RESET, f"account/{account.id}")
    session.flush()


def disable(session: Session, account: Account, *, by: Authority) -> None:
    """Takes an account out of use and ends its sessions; what it did stays."""
    account.disabled = True
    session.execute(delete(SessionRow).where(SessionRow.account_id == account.id))
    leaf(session, by, Act.ACCOUNT_DISABLE, f"account/{account.id}")


def enable(session: Session, account: Account, *, by: Authority) -> None:
    """Puts an account back into use."""
    account.disabled = False
    leaf(session, by, Act.ACCOUNT_ENABLE, f"account/{account.id}")


# Rights


def ask_for(session: Session, account: Account, role: Role, *, by: Authority, scope: str = "") -> Grant:
    """Asks for a role; it waits for the security administrator. NotPossible beside a role it may not be held with."""
    held = next((grant for grant in account.grants if grant.named is role), None)
    if held is not None:
        return held
    _demand_apart(role, {grant.named for grant in account.grants})
    grant = Grant(role=role.value, state=WAITING, scope=scope, asked_by=by.account, asked_at=now())
    account.grants.append(grant)
    leaf(session, by, Act.GRANT_REQUEST, f"account/{account.id} {role.value}")
    session.flush()
    return grant


def give(session: Session, grant: Grant, *, by: Authority) -> None:
    """Puts a role into force. NotPossible beside a role in force it may not be held with."""
    _demand_apart(grant.named, grant.account.active)
    grant.state, grant.given_by, grant.given_at = ACTIVE, by.account, now()
    leaf(session, by, Act.GRANT_GIVE, f"account/{grant.account_id} {grant.role}")
    session.flush()


def withdraw(session: Session, grant: Grant, *, by: Authority) -> None:
    """Takes a role back, or refuses it; its sessions stay, for rights are read anew at every request."""
    leaf(session, by, Act.GRANT_WITHDRAW, f"account/{grant.account_id} {grant.role}")
    session.delete(grant)
    session.flush()


def grant(session: Session, account: Account, role: Role, *, by: Authority = SYSTEM, scope: str = "") -> Grant:
    """Asks for a role and puts it into force at once: for the first administrators and the demonstration alone."""
    asked = ask_for(session, account, role, by=by, scope=scope)
    if asked.state != ACTIVE:
        give(session, asked, by=by)
    return asked


def _demand_apart(role: Role, held: Iterable[Role]) -> None:
    """NotPossible where two roles may not be held together."""
    other = clash(role, held)
    if other is not None:
        raise NotPossible(
            Text(
                CLASHING.zh.format(role=role.label.zh, held=other.label.zh),
                CLASHING.en.format(role=role.label.en, held=other.label.en),
            )
        )

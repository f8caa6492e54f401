"""例中的企业 · The firm that the examples of the registry rules are about, declared and registered."""

from declare.items.businesses import Business
from declare.items.choices import CompanyState
from declare.items.registries import FirmRecord
from declare.items.registries.choices import CompanyRole
from declare.rules.around import Kept
from declare.rules.cases import SPOUSE_ID, extract, num

CODE, OTHER_CODE = "91320100MA1MW8Y26X", "91320100302538451C"
COMPANY = "江东安达检测有限公司"


def business(
    code: str = CODE, *, company: str = COMPANY, who: str = "sp", subscribed: str | None = "30.00"
) -> Business:
    """The firm as a report shows it."""
    return Business(who=who, uscc=code, company=company, subscribed=num(subscribed) if subscribed else None)


def registered(
    code: str = CODE,
    *,
    company: str = COMPANY,
    subject: str = SPOUSE_ID,
    role: CompanyRole = CompanyRole.SHAREHOLDER,
    subscribed: str | None = "30.00",
    state: CompanyState | None = CompanyState.OPEN,
) -> Kept:
    """The firm as the register shows it, one role of one person."""
    row = FirmRecord(
        subject=subject,
        uscc=code,
        company=company,
        role=role,
        subscribed=num(subscribed) if subscribed and role is not CompanyRole.SENIOR else None,
        state=state,
    )
    return extract(row, received="2026-03-01")

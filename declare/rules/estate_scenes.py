"""例中的房产 · The home that the examples of the registry rules are about, declared and registered."""

from declare.items.choices import EstateExit, EstateKind
from declare.items.real_estate import RealEstate
from declare.items.registries import TitleRecord
from declare.items.registries.choices import TitleState
from declare.rules.around import Kept
from declare.rules.cases import DECLARANT_ID, day, extract, num

TITLE = "苏(2019)江东不动产权第0012345号"
ADDRESS = "江东市和平路1号3幢502室"


def declared(
    certificate: str = TITLE, *, address: str = ADDRESS, area: str | None = "121.30", exit: bool = False
) -> RealEstate:
    """The home as a report shows it."""
    return RealEstate(
        owners=("self",),
        certificate=certificate,
        address=address,
        area=num(area) if area else None,
        kind=EstateKind.COMMODITY,
        exit=EstateExit.SOLD if exit else None,
    )


def title(
    *,
    subject: str = DECLARANT_ID,
    certificate: str = TITLE,
    address: str = ADDRESS,
    area: str | None = "121.30",
    kind: EstateKind | None = EstateKind.COMMODITY,
    state: TitleState | None = TitleState.HELD,
    registered: str | None = "2019-06-01",
) -> Kept:
    """The home as the register shows it, one owner's row."""
    row = TitleRecord(
        subject=subject,
        certificate=certificate,
        address=address,
        area=num(area) if area else None,
        kind=kind,
        state=state,
        registered=day(registered) if registered else None,
    )
    return extract(row, received="2026-03-01")

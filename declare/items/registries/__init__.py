"""Extracts that other authorities hand over for verification, a row each; `subject` is the person’s identity number."""

from declare.items.registries.assets import (
    FirmRecord,
    ForeignAccount,
    FundHolding,
    PolicyRecord,
    ShareHolding,
    TaxRecord,
    TitleRecord,
)
from declare.items.registries.persons import (
    Crossing,
    ExitDocument,
    JobRecord,
    JudicialRecord,
    MarriageRecord,
    OverseasStatus,
)
from declare.items.registries.work_of_unit import (
    Award,
    Managed,
    Promotion,
    ReferencePrice,
    RosterEntry,
    Sanction,
    TreasuryPayment,
    Venue,
)
from declare.items.spec import Table, table_of

__all__ = [
    "REGISTRIES",
    "Award",
    "Crossing",
    "ExitDocument",
    "FirmRecord",
    "ForeignAccount",
    "FundHolding",
    "JobRecord",
    "JudicialRecord",
    "Managed",
    "MarriageRecord",
    "OverseasStatus",
    "PolicyRecord",
    "Promotion",
    "ReferencePrice",
    "RosterEntry",
    "Sanction",
    "ShareHolding",
    "TaxRecord",
    "TitleRecord",
    "TreasuryPayment",
    "Venue",
    "registry_by_key",
]

REGISTRIES: tuple[Table, ...] = tuple(
    table_of(row)
    for row in (
        MarriageRecord,
        ExitDocument,
        Crossing,
        OverseasStatus,
        JobRecord,
        JudicialRecord,
        TitleRecord,
        ShareHolding,
        FundHolding,
        PolicyRecord,
        FirmRecord,
        ForeignAccount,
        TaxRecord,
        Award,
        Managed,
        Venue,
        RosterEntry,
        Promotion,
        Sanction,
        TreasuryPayment,
        ReferencePrice,
    )
)
"""The 21 registries."""


def registry_by_key(key: str) -> Table:
    """The registry of that key; KeyError where there is none."""
    for registry in REGISTRIES:
        if registry.key == key:
            return registry
    raise KeyError(f"there is no registry {key}")

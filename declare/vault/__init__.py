"""Keys, sealing and opening, blind indexes, signatures: the only folder that knows a cipher."""

from declare.vault.envelope import Opener, Sealer
from declare.vault.models import DataKey, DestroyedKey
from declare.vault.parts import complete, manifest
from declare.vault.receipts import Commitments, FieldProof, salted_commitments
from declare.vault.refusal import Destroyed, Refused
from declare.vault.ring import KeyRing
from declare.vault.vault import Reader, Vault, Witness

__all__ = [
    "Commitments",
    "DataKey",
    "Destroyed",
    "DestroyedKey",
    "FieldProof",
    "KeyRing",
    "Opener",
    "Reader",
    "Refused",
    "Sealer",
    "Vault",
    "Witness",
    "complete",
    "manifest",
    "salted_commitments",
]

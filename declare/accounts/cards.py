"""The card of a person: who they are, as it is sealed."""

import msgspec


class PersonCard(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Name, identity number, post and grade of a person, and their sex (`male`, `female` or empty)."""

    name: str
    id_number: str
    post: str = ""
    grade: str = ""
    sex: str = ""


_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(PersonCard).decode


def written(card: PersonCard) -> bytes:
    """The card as it is sealed: canonical JSON."""
    return _encode(card)


def read(document: bytes) -> PersonCard:
    """The card as it was sealed."""
    return _decode(document)

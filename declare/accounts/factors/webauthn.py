"""Passkeys as the standard has them (WebAuthn level 2): what the browser is asked, and whether what it answers is right."""

from flask import request
from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)
from webauthn.registration.verify_registration_response import VerifiedRegistration

from declare.accounts.factors import halfway
from declare.accounts.factors.models import Factor
from declare.config import settings

SITE = "个人有关事项报告与廉政申报"
MAKING, SHOWING = "passkey made", "passkey shown"
VERIFIED = UserVerificationRequirement.REQUIRED


class NotRight(ValueError):
    """What the browser answered does not fit what it was asked, or is not in a form the standard knows."""


def origin() -> str:
    """Where the pages are served, as the browser names it: by the setting, else as this request came."""
    return settings().origin or request.host_url.rstrip("/")


def site() -> str:
    """The name of the host, which a passkey is bound to."""
    return origin().split("://", 1)[1].split(":")[0]


def asked_to_make(account: int, login: str, known: list[Factor]) -> str:
    """What the browser is asked to make, as JSON; the challenge waits in the session."""
    options = generate_registration_options(
        rp_id=site(),
        rp_name=SITE,
        user_id=f"account/{account}".encode(),
        user_name=login,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.PREFERRED, user_verification=VERIFIED
        ),
        exclude_credentials=[PublicKeyCredentialDescriptor(id=one.material) for one in known],
    )
    halfway.put(MAKING, bytes_to_base64url(options.challenge))
    return options_to_json(options)


def made(answer: str) -> VerifiedRegistration:
    """The passkey the browser made; NotRight where the answer does not fit."""
    try:
        return verify_registration_response(
            credential=answer,
            expected_challenge=_challenge(MAKING),
            expected_rp_id=site(),
            expected_origin=origin(),
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError, KeyError, TypeError) as error:
        raise NotRight from error


def asked_to_show(known: list[Factor]) -> str:
    """What the browser is asked to show, as JSON: one of these passkeys, or any it has of this site."""
    allowed = [PublicKeyCredentialDescriptor(id=one.material) for one in known]
    options = generate_authentication_options(rp_id=site(), allow_credentials=allowed, user_verification=VERIFIED)
    halfway.put(SHOWING, bytes_to_base64url(options.challenge))
    return options_to_json(options)


def count_of(answer: str, factor: Factor) -> int:
    """The signature count of a passkey that was shown; NotRight where the answer does not fit. The caller compares the count."""
    try:
        return verify_authentication_response(
            credential=answer,
            expected_challenge=_challenge(SHOWING),
            expected_rp_id=site(),
            expected_origin=origin(),
            credential_public_key=factor.public,
            credential_current_sign_count=0,
            require_user_verification=True,
        ).new_sign_count
    except (WebAuthnException, ValueError, KeyError, TypeError) as error:
        raise NotRight from error


def _challenge(name: str) -> bytes:
    """The challenge of this session, used up with that; NotRight where none waits."""
    waiting = halfway.take(name)
    if waiting is None:
        raise NotRight
    return base64url_to_bytes(waiting)

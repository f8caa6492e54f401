"""Which headers an answer has, to the letter: one set for each class of answers."""

import re

NONCE = re.compile(r' nonce="([^"]+)"')
EVERY = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), "
        "magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), screen-wake-lock=(), usb=(), xr-spatial-tracking=(), "
        "publickey-credentials-create=(self), publickey-credentials-get=(self)"
    ),
    "X-Robots-Tag": "noindex, nofollow",
}
NOT_KEPT = {"Cache-Control": "no-store"}
NO_PAGE = {
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"
}
PAGE = (
    "default-src 'none'; script-src {script}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
OWN = {"X-Request-Id", "Content-Type", "Content-Length"}
"""Headers whose value is each answer's own."""

FILE = {"Content-Disposition", "Last-Modified", "ETag", "Date", "Accept-Ranges"}
MORE = {
    "page": set(),
    "redirect": {"Location"},
    "text": set(),
    "json": set(),
    "download": {"Content-Disposition"},
    "archive": FILE,
    "ours": FILE,
    "options": {"Allow"},
}
"""What a class of answers has beyond `OWN`."""

BY_STATUS = {405: {"Allow"}, 429: {"Retry-After"}}


def class_of(answer, endpoint=""):
    """Which class an answer belongs to."""
    if answer.status_code in {301, 302, 303, 308}:
        return "redirect"
    if answer.mimetype == "text/html":
        return "options" if answer.request.method == "OPTIONS" else "page"
    if endpoint == "static":
        return "ours"
    if "Content-Disposition" in answer.headers:
        return "archive" if "ETag" in answer.headers else "download"
    return {"application/json": "json", "text/plain": "text"}[answer.mimetype]


def wrong(answer, endpoint="", *, cookie=False, secure=False):
    """What an answer has too much, too little or otherwise; empty where all is as it must be."""
    kind, headers = class_of(answer, endpoint), dict(answer.headers)
    wanted = EVERY | policy_of(answer)
    if kind != "ours" or answer.status_code >= 400:
        wanted = wanted | NOT_KEPT
    elif "Cache-Control" in headers:
        wanted = wanted | {"Cache-Control": kept(answer)}
    if secure:
        wanted = wanted | {"Strict-Transport-Security": "max-age=63072000; includeSubDomains"}
    own = OWN | MORE[kind] | BY_STATUS.get(answer.status_code, set()) | ({"Set-Cookie"} if cookie else set())
    found = {name: value for name, value in headers.items() if name not in own}
    missing = own - headers.keys() - {"Set-Cookie", "Content-Length" if kind == "download" else ""}
    return {
        name: (found.get(name), wanted.get(name))
        for name in found.keys() | wanted
        if found.get(name) != wanted.get(name)
    } | dict.fromkeys(missing, (None, "…"))


def policy_of(answer):
    """The content security policy: a page's with its nonce, of everything else the one that allows nothing."""
    if answer.mimetype != "text/html":
        return NO_PAGE
    nonces = NONCE.findall(answer.text)
    assert len(set(nonces)) <= 1
    return {"Content-Security-Policy": PAGE.format(script=f"'nonce-{nonces[0]}'" if nonces else "'none'")}


def kept(answer):
    """How long a file of ours is kept: for good under an address with its fingerprint, else asked for each time."""
    return "public, max-age=31536000, immutable" if "v=" in answer.request.query_string.decode() else "no-cache"

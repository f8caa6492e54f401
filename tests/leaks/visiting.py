"""A visitor without a browser: follows links and fills in forms over HTTP, and keeps every page that was answered."""

from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener

import html5lib

from tests.serving import PASSWORD

HTML = "{http://www.w3.org/1999/xhtml}"


class Visitor:
    """One person at the site; `pages` are all answers so far: status, address, body."""

    def __init__(self, url, login=None):
        self.url, self.pages = url, []
        self._opener = build_opener(HTTPCookieProcessor(CookieJar()))
        if login:
            self.send("/sign-in", {"login": login, "password": PASSWORD}, action="/sign-in")
            assert self.pages[-1][0] == 200, self.pages[-1]

    def get(self, path, data=None):
        """The body of a page; redirects are followed."""
        request = Request(path if path.startswith("http") else self.url + path, data=data)
        try:
            with self._opener.open(request) as answer:
                self.pages.append((answer.status, answer.url, answer.read()))
        except HTTPError as refused:
            with refused:
                self.pages.append((refused.code, path, refused.read()))
        return self.pages[-1][2]

    def send(self, path, values, *, action=None, **changed):
        """Draws the page, fills in the form that posts to `action`, or the last one in the content, and sends it."""
        form = Form(self.get(path), action)
        return self.get(
            path if not form.action else form.action, urlencode(form.filled(values) | changed, doseq=True).encode()
        )

    @property
    def status(self):
        """The status of the last page."""
        return self.pages[-1][0]

    @property
    def refusals(self):
        """What the last page says is wrong, field by field."""
        links = html5lib.parse(self.pages[-1][2]).iter(f"{HTML}a")
        return {one.get("href"): one.text for one in links if (one.get("href") or "").startswith("#")}


class Form:
    """The fields of one form of a page: what stands in them, what may be chosen."""

    def __init__(self, page, action=None):
        document = html5lib.parse(page)
        main = next(one for one in document.iter(f"{HTML}main"))
        forms = [one for one in main.iter(f"{HTML}form") if one.get("method") == "post"]
        exact = [one for one in forms if (one.get("action") or "").split("?")[0] == action]
        chosen = exact or [one for one in forms if action is None or action in (one.get("action") or "")]
        self.action, self.standing, self.options = chosen[-1].get("action"), {}, {}
        for one in chosen[-1].iter():
            self._take(one)

    def filled(self, values):
        """What is sent: what stood there, what was typed, and the first thing there is to choose where nothing was."""
        sent = self.standing | values
        for name, options in self.options.items():
            if not sent.get(name):
                sent[name] = options[0]
        return {name: value for name, value in sent.items() if value is not None}

    def _take(self, one):
        name, tag = one.get("name"), one.tag.removeprefix(HTML)
        if not name or tag == "button":
            return
        if tag == "select":
            options = [option.get("value") for option in one.iter(f"{HTML}option")]
            self.options[name] = [value for value in options if value]
        elif one.get("type") in ("radio", "checkbox"):
            self.options.setdefault(name, []).append(one.get("value"))
            if one.get("checked") is not None:
                self.standing[name] = one.get("value")
        else:
            self.standing[name] = (one.get("value") if tag == "input" else one.text) or ""

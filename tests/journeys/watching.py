"""What every page of every journey is held to, and the pictures taken of it."""

import json
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
AXE = ROOT / "tests" / "vendor" / "axe"
PICTURES = ROOT / "artifacts" / "screenshots"
WIDE, PHONE = {"width": 1180, "height": 900}, {"width": 390, "height": 844}
EXPECTED = re.compile(r"Failed to load resource: the server responded with a status of (403|404|409|422|429)")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


class Watch:
    """One browser context and what went wrong in it: faults on the console, blocked content, requests that leave."""

    def __init__(self, context, home):
        self.context, self.home, self.faults = context, home, []
        context.on("request", self._asked)
        context.on("console", self._said)
        context.on("weberror", lambda fault: self.faults.append(str(fault.error)))
        self.page = context.new_page()

    def _asked(self, request):
        if not request.url.startswith((f"{self.home}/", "data:", "blob:")):
            self.faults.append(f"left the site for {request.url}")

    def _said(self, message):
        page_itself = "/static/" not in message.location["url"]
        if message.type in ("error", "warning") and not (EXPECTED.match(message.text) and page_itself):
            self.faults.append(f"{message.type} on {message.location['url']}: {message.text}")


def look(page, name, *, lang="zh"):
    """Takes a page's picture, wide and on a phone, and holds it to accessibility and width there; answers the faults."""
    faults = []
    for width, size in (("wide", WIDE), ("phone", PHONE)):
        page.set_viewport_size(size)
        picture = PICTURES / lang / width / f"{name}.png"
        picture.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=picture, full_page=True, animations="disabled")
        faults += [f"{name} ({lang}, {width}): {fault}" for fault in [*inaccessible(page, lang), *too_wide(page)]]
    page.set_viewport_size(WIDE)
    return faults


def inaccessible(page, lang):
    """What axe finds on a page: rule, and the first element it concerns."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate((AXE / "axe.min.js").read_text(encoding="utf-8"))
        if lang == "zh":
            page.evaluate(
                "texts => axe.configure({locale: texts})", json.loads((AXE / "zh_CN.json").read_text("utf-8"))
            )
    found = page.evaluate("tags => axe.run({runOnly: tags})", RULES)
    return [f"{one['id']}: {one['help']} {one['nodes'][0]['html'][:200]}" for one in found["violations"]]


def too_wide(page):
    """Says where a page scrolls sideways."""
    over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [f"scrolls sideways by {over} px"] if over > 0 else []

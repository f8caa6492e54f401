"""Strangers at the door: they try passwords at a steady pace until they are told to stop, then say how many and how many were turned away."""

import re
import sys
import threading
from http.client import HTTPConnection
from itertools import count
from urllib.parse import urlencode

TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
STRANGERS, EVERY = 8, 0.032
"""How many at once; one attempt in so many seconds, in all, costs one processor of two."""


class Visitor:
    """One connection, one session."""

    def __init__(self, url: str, *, address: str = "10.0.0.1") -> None:
        host = url.removeprefix("http://")
        self.connection = HTTPConnection(host, timeout=30)
        self.headers = {"Host": host, "X-Forwarded-For": address}
        self.token = TOKEN.search(self.ask("GET", "/sign-in")[1])[1]  # type: ignore[index]

    def ask(self, method: str, address: str, **fields: str) -> tuple[int, str]:
        """One request; its status and page."""
        form = {"Content-Type": "application/x-www-form-urlencoded"} if fields else {}
        self.connection.request(method, address, urlencode(fields), self.headers | form)
        answer = self.connection.getresponse()
        page = answer.read().decode()
        for cookie in answer.headers.get_all("Set-Cookie") or ():
            if cookie.startswith("declare="):
                self.headers["Cookie"] = cookie.split(";")[0]
        return answer.status, page

    def sign_in(self, login: str, password: str) -> int:
        """Tries name and password."""
        return self.ask("POST", "/sign-in", csrf_token=self.token, login=login, password=password)[0]


def stranger(url: str, *, over: threading.Event, numbers: "count[int]", answers: list[int]) -> None:
    """One after another, each from an address of their own, each trying a while."""
    while not over.is_set():
        number = next(numbers)
        visitor = Visitor(url, address=f"10.1.{number // 250 % 250}.{number % 250 + 1}")
        for _ in range(20):
            if over.wait(EVERY * STRANGERS):
                return
            answers.append(visitor.sign_in(f"nobody-{number}-{len(answers)}", "certainly not right"))


def main(url: str) -> None:
    """Lets them try until the input ends."""
    over, numbers, answers = threading.Event(), count(1), list[int]()
    given = {"over": over, "numbers": numbers, "answers": answers}
    tries = [threading.Thread(target=stranger, args=[url], kwargs=given) for _ in range(STRANGERS)]
    for one in tries:
        one.start()
    sys.stdin.read()
    over.set()
    for one in tries:
        one.join()
    sys.stdout.write(f"{len(answers)} {len(answers) - answers.count(422)}\n")


if __name__ == "__main__":
    main(sys.argv[1])

"""职务 · A post as people write it, taken apart into the offices it names."""

import re

from declare.items.folding import folded

_BETWEEN = re.compile(r"[\s、，,;；/()（）]+|兼任|[兼和及与]")


def offices(post: str) -> list[str]:
    """The offices a post names, folded: 董事长、法定代表人（兼） gives 董事长 and 法定代表人."""
    return [folded(part) for part in _BETWEEN.split(post) if part]

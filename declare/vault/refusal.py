"""The one way in which the vault says no."""


class Refused(Exception):
    """Something sealed could not be opened, or may not be.

    Nothing of the cause reaches the outside: a page shows 数据校验失败 and nothing else. Whatever failed, it is this exception.
    """

    def __init__(self) -> None:
        super().__init__("数据校验失败")

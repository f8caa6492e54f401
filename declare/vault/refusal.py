"""The ways in which the vault says no: something does not fit, or is gone for good."""


class Refused(Exception):
    """Something sealed could not be opened, or may not be.

    Nothing of the cause reaches the outside: a page shows 数据校验失败 and nothing else. Whatever failed, it is this exception.
    """

    def __init__(self) -> None:
        super().__init__("数据校验失败")


class Destroyed(Exception):
    """The key of a record was destroyed at the end of its time: nobody can open it any more. Shown as 已按期销毁."""

    def __init__(self) -> None:
        super().__init__("已按期销毁")

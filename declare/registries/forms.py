"""The forms of extracts: handing a file over, agreeing on its columns, deleting."""

from collections.abc import Iterator, Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import FileField, SelectField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than the published types
from wtforms.validators import Length, ValidationError

from declare.items.registries import REGISTRIES
from declare.items.spec import Table
from declare.registries.columns import Column, as_field
from declare.registries.files import Sheet, Unusable
from declare.registries.files.source import HeldSource
from declare.registries.loading import sheet_of
from declare.web import lang, today
from declare.web.forms import DayField, Form, LineField, required, stripped

LONGEST_NAME = 120


def not_to_come(_form: Any, field: DayField) -> None:
    """The day is not after today."""
    if field.data and field.data > today():
        raise ValidationError(_("收到日期不能晚于今天。"))


class ListField(SelectField):
    """One of a list, always as a list that folds."""

    widget_name = "listed"


class ProvenanceForm(Form):
    """What is asked about every file: which registry, when it came, from whom."""

    registry = ListField(_l("登记信息种类"), choices=[])
    received = DayField(_l("收到日期"), [not_to_come], description=_l("对方交给本单位的日期；保存期从这一天算起。"))
    source = LineField(
        _l("提供单位"),
        [required(_l("请填写提供单位。")), Length(min=2, max=100, message=_l("请填写提供单位，2 至 100 个字。"))],
        filters=[stripped],
        description=_l("如：江东市自然资源和规划局"),
    )

    def offer(self, *, first: str = "") -> None:
        """Fills the list of registries."""
        choices = [SelectChoice(value=one.key, label=one.title.to(lang())) for one in REGISTRIES]
        self.registry.choices = [SelectChoice(value="", label=first), *choices] if first else choices


class UploadForm(ProvenanceForm):
    """A file and where it came from; `sheet` is the table in it, once the form is valid."""

    file = FileField(
        _l("文件"), [required(_l("请选择文件。"))], description=_l("CSV、Excel（.xlsx）或 JSONL，不超过 32 MB。")
    )

    def __init__(self, **given: Any) -> None:
        super().__init__(data={"received": today()}, **given)
        self.offer(first=_("按标题行识别"))
        self.sheet: Sheet | None = None
        self.held: HeldSource | None = None

    def __iter__(self) -> Iterator[Any]:
        """The fields in the order of the page: the file first."""
        return iter(sorted(super().__iter__(), key=lambda one: one is not self.file))

    def validate_file(self, field: FileField) -> None:
        """Whether there is a table in the file."""
        name = (field.data.filename or "").replace("\\", "/").rsplit("/", 1)[-1][-LONGEST_NAME:]
        self.held = HeldSource(name, field.data.stream.read())
        try:
            self.sheet = sheet_of(self.held)
            next(self.sheet.rows, None)
        except Unusable as refusal:
            raise ValidationError(refusal.sentence().to(lang())) from None


class MappingForm(ProvenanceForm):
    """What each column of a file is; a column that stands for nothing is left out."""

    def __init__(self, table: Table, headers: Sequence[str], *, data: dict[str, Any], sent: Any = None) -> None:
        super().__init__(formdata=sent, data=data)
        self.offer()
        self.table, self.headers = table, headers
        self.columns = [self._column(at, header, sent, data) for at, header in enumerate(headers)]

    def _column(self, at: int, header: str, sent: Any, data: dict[str, Any]) -> ListField:
        """The list of fields for one column."""
        name = f"column-{at}"
        label = header or _("第%(n)s列", n=at + 1)
        unbound: Any = ListField(label, choices=[], validate_choice=False)  # a field made outside a form waits for one
        field: ListField = unbound.bind(self, name)
        field.choices = [SelectChoice(value="", label=_("不载入"))]
        field.choices += [SelectChoice(value=one.key, label=one.label.to(lang())) for one in self.table.fields]
        field.process(sent, data.get(name, ""))
        field.errors = []
        self._fields[name] = field
        return field

    def chosen(self) -> tuple[Column, ...]:
        """The columns as they are to be read; what cannot be is marked."""
        taken: set[str] = set()
        return tuple(
            self._chosen(header, field, taken) for header, field in zip(self.headers, self.columns, strict=True)
        )

    def _chosen(self, header: str, field: ListField, taken: set[str]) -> Column:
        """One column, each field taken once."""
        key = field.data if field.data in self.table.keys else ""
        if not key:
            return Column(header)
        if key in taken:
            field.errors = [_("“%(label)s”已对应另一列，请只选一列。", label=self.table.field(key).label.to(lang()))]
            return Column(header)
        taken.add(key)
        column = as_field(header, self.table.field(key))
        if column is None:
            field.errors = [_("标题中的单位不能换算成本栏的单位，请在文件中换算后重新上传。")]
        return column or Column(header)


class DeleteForm(Form):
    """Why an extract is deleted."""

    reason = TextAreaField(
        _l("理由"),
        [required(_l("请写明理由。")), Length(min=5, max=500, message=_l("请写明理由，5 至 500 个字。"))],
        filters=[stripped],
        description=_l("如：对方更正后重新提供；加密保存在审计记录中。"),
    )

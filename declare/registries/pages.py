"""What the pages of extracts show."""

from typing import Any

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from declare.access import Action, decide
from declare.extensions import db
from declare.items.registries import registry_by_key
from declare.items.spec import SECRET, Entry, Field
from declare.registries import queries, uploads
from declare.registries.desk import Draft, reader_of
from declare.registries.forms import DeleteForm, UploadForm
from declare.registries.models import LOADING, Extract
from declare.registries.uploads import MOST_BYTES
from declare.vault import Reader
from declare.web import authority, lang, render, visitor


def of_list(page: int) -> str:
    """The list of extracts, and the files of one's own that wait."""
    by = authority()
    found, pages = queries.listed(db.session, Reader(by.account, by.role, "registries"), page=page)
    waiting = uploads.waiting(db.session, by.account)
    names = uploads.names(db.session, waiting, Reader(by.account, by.role, "registries"))
    return render(
        "registries/list.html",
        rows=[(one, title(one.extract)) for one in found],
        waiting=[(row, names[row.id]) for row in waiting],
        may_load=_may(Action.LOAD_REGISTRY),
        page=page,
        pages=pages,
    )


def of_new(form: UploadForm) -> str:
    """The form a file is handed over with."""
    return render("registries/new.html", form=form, most=MOST_BYTES // (1024 * 1024))


def of_draft(draft: Draft, *, tried: bool = False) -> str:
    """The columns of a file, what is wrong, its first rows as they will be read."""
    mapped = [draft.plan.table.field(column.field) for column in draft.plan.columns if column.field]
    said = [one.sentence().to(lang()) for one in draft.reading.problems]
    later = [zh if lang() == "zh" else en for zh, en in draft.mapping.problems]
    return render(
        "registries/upload.html",
        draft=draft,
        form=draft.form,
        title=draft.plan.table.title.to(lang()),
        fields=mapped,
        labels=[(field.key, _headed(field)) for field in mapped],
        preview=[{field.key: shown(field, row) for field in mapped} for row in draft.reading.preview],
        said=said or later,
        tried=tried,
    )


def after_loading(extract: Extract) -> ResponseReturnValue:
    """Says what was loaded, or that it is being loaded."""
    if extract.state == LOADING:
        flash(_("文件较大，正在后台载入；完成后这里会显示行数。"), "done")
    else:
        flash(_("已载入%(n)s行。", n=f"{extract.rows:,}"), "done")
    return redirect(url_for("registries.extract", extract_id=extract.id), 303)


def of_extract(row: Extract) -> str:
    """One extract."""
    by = authority()
    return render(
        "registries/extract.html",
        row=row,
        title=title(row),
        listed=queries.one(db.session, row, reader_of(row.record, by)),
        may_delete=row.state != LOADING and _may(Action.DELETE_REGISTRY, row),
        upload=uploads.of_extract(db.session, row),
    )


def of_deleting(row: Extract, form: DeleteForm) -> str:
    """Asks why before an extract is deleted."""
    return render("registries/delete.html", row=row, title=title(row), form=form)


def title(row: Extract) -> str:
    """What the registry is called."""
    return registry_by_key(row.kind).title.to(lang())


def shown(field: Field, row: Entry) -> str:
    """A value of a row as it will be read; what is secret is masked."""
    value: Any = getattr(row, field.key)
    if value in (None, "", ()):
        return ""
    if field.privacy is SECRET:
        return field.kind.mask(value)
    return field.kind.show(value, lang=lang(), names={})


def _headed(field: Field) -> str:
    """The label of a field with its unit."""
    unit = field.kind.unit.to(lang()) if field.kind.unit else ""
    label = field.label.to(lang())
    return _("%(label)s（%(unit)s）", label=label, unit=unit) if unit else label


def _may(action: Action, row: Extract | None = None) -> bool:
    """Whether the person signed in may do something."""
    who = visitor()
    return who is not None and decide(who.actor(), action, row.resource() if row else None).allowed

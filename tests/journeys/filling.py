"""Filling in a form as a person does: click what is offered, type the rest, and nothing behind the page's back."""


def fill(page, **values):
    """Puts values into the fields of the form in the content, by their names; a day or a month as "2026-7-3"."""
    for name, value in values.items():
        fields = page.locator(f'main [name="{name}"]')
        if fields.count():
            _put(page, fields, name, value)
        else:
            for part, text in zip(("year", "month", "day"), value.split("-"), strict=False):
                page.locator(f'main [name="{name}-{part}"]').fill(text)


def _put(page, fields, name, value):
    kind = fields.first.evaluate("field => field.type")
    if kind in ("radio", "checkbox"):
        for one in [value] if isinstance(value, str) else value:
            page.locator(f'main [name="{name}"][value="{one}"]').check()
    elif kind == "select-one":
        fields.select_option(value)
    else:
        fields.fill(value)


def press(page, words):
    """Presses the button, or follows the link that looks like one, with exactly these words."""
    page.locator("main").get_by_role("button", name=words, exact=True).first.click()


def save(page):
    """Saves the form of a row and waits for the next page."""
    before = page.url
    press(page, "保存")
    page.wait_for_load_state()
    assert not page.locator(".govuk-error-summary").count(), page.locator(".govuk-error-summary").inner_text()
    return before


def refused(page, field, words):
    """The form stood still: a summary on top with the focus, naming and linking to the field, the same words beside it."""
    summary = page.locator(".govuk-error-summary")
    link = summary.locator(f'a[href="#{field}"]')
    assert words in link.inner_text(), link.inner_text()
    beside = page.locator(f"[data-field='{field.split('-')[0]}'] .govuk-error-message")
    assert words in beside.inner_text()
    link.click()
    assert page.locator(":focus").get_attribute("id") == field

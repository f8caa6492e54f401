"""Functions stay short and files stay small, ours of every kind."""

from statistics import median

from tests.shape.tree import functions, named, written

LONGEST_FUNCTION = 40
MEDIAN_FUNCTION = 10
LONGEST_FILE = 250


def test_no_function_is_longer_than_forty_lines():
    long = [where for path in written(".py") for where, lines in functions(path) if lines > LONGEST_FUNCTION]
    assert not long


def test_half_of_all_functions_have_ten_lines_at_most():
    lengths = [lines for path in written(".py", under="declare/") for _, lines in functions(path)]
    assert median(lengths) <= MEDIAN_FUNCTION


def test_no_file_is_longer_than_250_lines():
    files = written(".py", ".html", ".css", ".scss", ".js", ".mjs", ".sh", ".j2")
    lengths = {named(path): len(path.read_text(encoding="utf-8").splitlines()) for path in files}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE} == {}

"""Files that other authorities hand over, as rows of cells: CSV, XLSX and JSONL, whatever was put into them."""

from declare.registries.files.opening import read
from declare.registries.files.sheet import Cell, Sheet, Unusable
from declare.registries.files.source import FileSource, Source

__all__ = ["Cell", "FileSource", "Sheet", "Source", "Unusable", "read"]

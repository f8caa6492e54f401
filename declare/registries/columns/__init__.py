"""The columns of a file and the fields of a registry: which is which, and whether their values say so too."""

from declare.registries.columns.headers import Column, as_field, known, likeliest, recognised

__all__ = ["Column", "as_field", "known", "likeliest", "recognised"]

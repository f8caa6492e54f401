"""Extracts that other authorities hand over, sealed, with where they came from."""

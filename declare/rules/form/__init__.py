"""A · Whether a report is legible, complete and of a piece with itself."""

"""甲 · Form and completeness: is a report legible, complete and of a piece with itself (A01–A13)."""

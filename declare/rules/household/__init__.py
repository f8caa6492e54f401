"""B · What must fit together within one report."""

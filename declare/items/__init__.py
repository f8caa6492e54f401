"""What must be declared: one file an item, one a disclosure kind."""

"""What must be true of a report: one file a rule, each with its article, its dated numbers, its check and its cases."""

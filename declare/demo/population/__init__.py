"""A population as large as wanted: honest declarants with families and years of records, and among them planted faults."""

"""Disclosures as they happen: gifts, invitations, receptions, family occasions, interference."""

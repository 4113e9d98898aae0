"""Redacting: what must not be published is taken out of the content before anything else sees it."""

VARIABLE = "CUTTINGS_REDACTIONS"
"""The environment variable that may hold the text of a list of redactions."""

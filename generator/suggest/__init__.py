"""Suggesting: names in articles that no authority record has become proposed records for an editor to judge."""

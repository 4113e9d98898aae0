"""Ingest: raw files become clean, dated, attributed articles in content/articles, each step a map over one document."""

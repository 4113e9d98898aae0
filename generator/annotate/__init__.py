"""Annotation: what an article's text names, and the evidence for it. Each module is a map over one article."""

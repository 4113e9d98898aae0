"""Cuttings: a folder of articles becomes a research site."""

__version__ = "0.1.0"

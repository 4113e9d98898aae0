"""Citing: how an article's original publication is referred to, in words, in files and in the head of its page."""

"""Rendering: the Markdown of generated pages becomes HTML in the frame that an engine and its theme give."""

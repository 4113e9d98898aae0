"""The reader of PDF documents: pages become rows, rows become paragraphs, and those an article."""

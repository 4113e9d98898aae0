"""The formats of content files, read and written: bytes become records, or problems with file and line."""

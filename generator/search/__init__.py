"""Search: what the index holds, and the index itself."""

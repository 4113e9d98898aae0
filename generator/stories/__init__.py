"""Which articles tell one story: copies of one text, and texts about one event."""

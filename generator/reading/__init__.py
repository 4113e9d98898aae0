"""Reading content/: files become typed records, and every fault becomes a problem with its file and line."""

"""What differs between two builds: read from their folders, compared, and told as text or Markdown."""

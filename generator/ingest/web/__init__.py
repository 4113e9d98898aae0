"""Web pages: HTML becomes articles, with what a page says of itself as metadata."""

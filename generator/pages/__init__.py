"""The pages of the site: each kind is a function of the corpus that gives plain Markdown."""

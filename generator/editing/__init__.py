"""What changes the content folder in an editor's name: decisions, proposals, addresses, takedowns."""

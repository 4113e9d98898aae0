"""The reader of mails: the text of a message becomes an article, dated and credited by its head."""

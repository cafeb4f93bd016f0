"""What plain text has that Markdown has not: titles with other underlines, and tables of contents that lead nowhere."""

"""The categories that entries stand in: from directories, headings and front matter, or topics for a flat file."""

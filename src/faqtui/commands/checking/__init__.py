"""Commands that say what is wrong: with a FAQ, or with the terminal here."""

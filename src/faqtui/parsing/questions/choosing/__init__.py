"""Which of the candidates are the questions: the ways to read a page, and what each is worth."""

"""Where the questions of a document are: what could be one, what speaks for it, and which lines answer it.

Each way of writing a question that is no plain heading is a file here; deciding among them is the business of `choosing`.
"""

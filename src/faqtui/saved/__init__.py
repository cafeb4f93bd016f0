"""What is kept of a FAQ on disk: libraries with their pages and index, and what is known of the files they were read from.

`library` reads a library, `writing` makes the file of one, `pages` keeps what each document says by itself, `inventory` knows
files, and `directory` where all of them stand and when they are thrown away.
"""

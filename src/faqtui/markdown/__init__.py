"""The language that answers are written in: its blocks, its inline parts, its tags and addresses. Knows no FAQ."""

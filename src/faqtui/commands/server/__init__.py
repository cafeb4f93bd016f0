"""Commands of servers: a FAQ for everyone, sessions from a warm process, and what may be asked of them."""

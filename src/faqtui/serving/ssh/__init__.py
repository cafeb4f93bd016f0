"""Serving over SSH: a connection's process, the protocol as far as a FAQ needs it, keys; and who is connected, for the front."""

"""The main screen, which joins widgets and what keys do."""

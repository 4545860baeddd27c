"""Messages that nobody asked for: who is due, and what is said."""

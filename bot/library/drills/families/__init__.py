"""The families, a file a subject."""

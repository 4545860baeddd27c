"""The code sets: loading them into an index, looking codes up, searching by words."""

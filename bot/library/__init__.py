"""Content files made into frozen questions, topics and areas, and the checks that they must pass."""

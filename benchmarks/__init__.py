"""What must be fast or right, measured beside what a user would pick instead."""

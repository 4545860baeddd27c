"""The mouths of the tutor: each reads a platform's events and shows the engine's replies there."""

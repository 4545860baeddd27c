"""What the tutor teaches: data that an instructor can edit. See README.md in this folder."""

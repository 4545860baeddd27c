"""Pictures: frozen descriptions that a reply carries, and the one function that draws them once everything is written down."""

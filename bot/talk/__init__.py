"""What people can do: one file a thing, handlers that turn a :class:`bot.turn.Turn` into replies."""

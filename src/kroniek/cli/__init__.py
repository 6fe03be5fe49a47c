"""The commands. One module each, with `register(app)`; whatever is heavy is imported when a command runs."""

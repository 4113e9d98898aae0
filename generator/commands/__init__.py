"""One module for each command: ABOUT says what it does, `add_options` what it takes, `run` does it."""

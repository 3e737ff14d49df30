"""The words of each command: what may be said to it, and how it is called."""

"""What each command does, one file a command; `cli` reads their words."""

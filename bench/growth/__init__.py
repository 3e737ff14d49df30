"""One record that grows, on the command line and in the browser."""

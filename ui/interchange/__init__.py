"""Files that come in, on the screen."""

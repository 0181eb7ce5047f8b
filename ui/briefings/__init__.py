"""Documents in the window: paper as it will print, saved and printed from there."""

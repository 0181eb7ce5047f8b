"""The missions on the screen."""

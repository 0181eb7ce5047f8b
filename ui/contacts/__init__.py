"""People, posts and organisations on the screen."""

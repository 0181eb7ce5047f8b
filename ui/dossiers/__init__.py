"""What an office remembers, on the screen: moments, tasks, documents, timelines."""

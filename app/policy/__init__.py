"""The office's own priorities and the United Nations' goals."""

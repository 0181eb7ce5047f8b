"""What a reception, a mission and an initiative have in common."""

"""The workshop: what prepares, locks and checks the house. The program never imports it."""

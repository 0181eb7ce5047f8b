"""Countries, people, organisations and who holds which function where."""

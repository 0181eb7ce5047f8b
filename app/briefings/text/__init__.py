"""Setting text: levels of direction, fonts by letter, shaping, lines, and fonts into the file."""

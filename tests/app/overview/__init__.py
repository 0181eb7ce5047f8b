"""Tests of what several rooms tell together."""

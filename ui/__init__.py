"""Belfry's window. It knows `app`; `app` does not know it."""

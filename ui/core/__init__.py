"""What every page of the window shares: theme, tables, forms, jobs."""

"""What several rooms tell together: the timeline of a contact, the page of the day."""

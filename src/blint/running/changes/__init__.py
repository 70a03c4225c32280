"""What a change causes: the project as it was, and what is found now and was not found then."""

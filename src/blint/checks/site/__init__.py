"""Checks of the site as a whole: addresses that clash."""

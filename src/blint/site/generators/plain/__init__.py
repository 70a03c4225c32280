"""No generator: files as a code host shows them."""

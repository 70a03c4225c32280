"""Links: what posts say of them, which page each leads to, and what is there at all."""

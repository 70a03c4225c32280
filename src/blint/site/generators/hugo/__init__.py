"""Hugo: what blint knows of it; `preset` as data, `router` as rules."""

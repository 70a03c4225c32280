"""Floor 2: one module a rule, in the folder of its group; the folder is the registry."""

"""How plans hang together, and where an action comes from and what became of it."""

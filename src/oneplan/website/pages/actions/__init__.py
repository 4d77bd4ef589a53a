"""An action, and the list of all of them."""

"""The organisations of a partnership: the list, each with its chain, and the forms about them."""

"""A plan's life as a whole: begun empty, agreed, over, taken out of the lists, brought back."""

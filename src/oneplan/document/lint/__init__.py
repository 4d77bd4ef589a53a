"""The red pen: a plan document in, findings out."""

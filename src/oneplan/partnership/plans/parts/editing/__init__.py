"""What people do to a plan, as functions from the parts they see to the changes that do it."""

"""The strategies that actions are linked with."""

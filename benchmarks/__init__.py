"""Speed and memory beside a yardstick of the same run: ratios, never seconds alone."""

"""What is done with a partnership, its people, bodies, posts, boards and names; a file for each."""

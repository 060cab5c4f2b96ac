"""What is written to the disk: whole or not at all, and by one process at a time."""

"""What is on the disk: files written whole or not at all, by one process at a time; databases; pipelines."""

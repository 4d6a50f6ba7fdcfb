"""Earlier editions, which git keeps."""

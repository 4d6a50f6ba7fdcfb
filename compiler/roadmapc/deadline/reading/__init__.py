"""Words to items: each reader knows one form of words."""

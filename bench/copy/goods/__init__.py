"""What made catalogues are made of: invented brands, nouns, values, by category and language."""

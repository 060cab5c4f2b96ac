"""What a person sees: the page (`explorer`), the same in a notebook cell (`notebook`), figures (`plots`)."""

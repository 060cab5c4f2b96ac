"""Facts of the world: countries, places, groups, office holders and the short names that people go by."""

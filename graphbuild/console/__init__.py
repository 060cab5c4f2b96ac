"""What the commands share: options, what is told while they are at work and at the end, standard streams."""

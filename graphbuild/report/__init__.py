"""What people read besides the page: explanations of single sentences, and text made safe to show."""

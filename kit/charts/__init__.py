"""Charts: pictures as plain values, and the renderers that draw them."""

"""Pictures of indicators: SVG with attributes alone, each with a title and a description; its table stands beside it."""

"""What Lighthouse says of our pages on a slow phone. No test: it takes minutes and a quiet machine."""

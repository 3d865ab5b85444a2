"""What a chosen set of assessments adds up to, on a page and as a file."""

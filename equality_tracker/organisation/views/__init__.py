"""The pages of sign-in, people, leads and directorates."""

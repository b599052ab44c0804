"""What reports look like: the line grammar, the clause grammar and the official forms. No code."""

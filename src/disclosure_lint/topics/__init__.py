"""What the rules of one topic share: organs, blanks, wording, citations, … They find and name; rules judge."""

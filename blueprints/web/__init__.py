"""What the doors share: who is here, forms, refusals, languages, the look's plumbing. A web matter, never a rule."""

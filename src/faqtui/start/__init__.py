"""From the arguments to the first frame: one that was kept, else one that is drawn before textual is imported."""

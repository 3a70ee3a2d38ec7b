"""What goes with footage that is given out: a list of files, an introduction for whoever gets it, and a check."""

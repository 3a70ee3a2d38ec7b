"""What holds for the house as a whole: its package, its words, its doors and walls."""

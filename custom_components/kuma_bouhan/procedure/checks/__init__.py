"""The duties of the guideline, one module for each: what holds of it, found by `checking`."""

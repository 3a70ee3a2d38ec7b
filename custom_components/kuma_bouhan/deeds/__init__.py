"""What the panel has entered and shows beside footage, one module for each theme: signs, complaints, contractors and so on.

Each module has `DEEDS`, what can be done, and `tell`, what there is. A deed parses, asks one procedure and answers what comes of it.
"""

"""The audit of Home Assistant itself: which ways lead from cameras and footage past the procedure, 4(4)ア, ウ.

It looks and changes nothing. Only what Home Assistant says of itself is looked at: what a shell command, a script outside or another
machine does with a camera is beyond it.
"""

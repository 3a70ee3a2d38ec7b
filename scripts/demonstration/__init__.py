"""The main job, shown: the whole life of footage, from recording to proof of erasure."""

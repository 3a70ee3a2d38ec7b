# Home Assistant runs `probatio` under voluptuous' name; so the types are its own.
from probatio import *

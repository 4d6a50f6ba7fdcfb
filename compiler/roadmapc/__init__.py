"""roadmapc: municipal plans as code. Start reading at `pipeline.py`."""

__version__ = "0.1.0"

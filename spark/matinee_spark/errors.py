class MatineeError(Exception):
    """Something the person who started the job can set right; the message says how."""

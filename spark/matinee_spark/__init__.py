"""Matinee's training on Spark: the kernels of `assembly/`, one part of the users to a task."""

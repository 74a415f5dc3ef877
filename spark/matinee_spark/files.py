"""Whole files by path or URI, in storage that every machine of the cluster reaches."""

import io
import uuid
from pathlib import Path

import numpy as np
from pyarrow.fs import FileSelector, FileSystem


def locate(uri: str) -> tuple[FileSystem, str]:
    """A file system and a path in it, of a path or a URI such as hdfs:// or s3://."""
    return FileSystem.from_uri(uri if "://" in uri else str(Path(uri).absolute()))


def write_whole(uri: str, content: bytes) -> None:
    """Whole or not at all: what was there stays until the new bytes are stored."""
    system, path = locate(uri)
    partial = f"{path}.{uuid.uuid4().hex}.partial"
    with system.open_output_stream(partial) as stream:
        stream.write(content)
    system.move(partial, path)


def read_whole(uri: str) -> bytes:
    system, path = locate(uri)
    with system.open_input_stream(path) as stream:
        return stream.read()


class Folder:
    """A folder of NumPy arrays."""

    def __init__(self, uri: str) -> None:
        self._uri = uri.rstrip("/")

    def make(self) -> None:
        system, path = locate(self._uri)
        system.create_dir(path, recursive=True)

    def names(self) -> list[str]:
        system, path = locate(self._uri)
        return sorted(info.base_name for info in system.get_file_info(FileSelector(path, allow_not_found=True)))

    def write(self, name: str, **arrays: np.ndarray) -> None:
        content = io.BytesIO()
        np.savez(content, **arrays)
        write_whole(f"{self._uri}/{name}", content.getvalue())

    def read(self, name: str) -> dict[str, np.ndarray]:
        with np.load(io.BytesIO(read_whole(f"{self._uri}/{name}"))) as file:
            return dict(file)

    def delete(self, name: str) -> None:
        system, path = locate(self._uri)
        system.delete_file(f"{path}/{name}")

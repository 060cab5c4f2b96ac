"""A table that is in a file and was not asked for yet."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuild.errors import InputError

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Unread"]


@dataclass(frozen=True, slots=True)
class Unread:
    """A Parquet file that a build wrote.

    Attributes
    ----------
    path : Path
    sha256 : str
        Of its content; empty if that is not known.
    """

    path: Path
    sha256: str = ""

    def read(self, name: str) -> pd.DataFrame:
        """Read it.

        Parameters
        ----------
        name : str
            Of the table, a key of `graphbuild.tables.SCHEMAS`.

        Returns
        -------
        DataFrame

        Raises
        ------
        InputError
            It cannot be read, or is not the file that the build wrote.
        TableError
            It has other columns or types than this version writes.
        """
        import pandas as pd

        from graphbuild.manifest.reading import digest
        from graphbuild.tables import check

        try:
            if self.sha256 and digest(self.path) != self.sha256:
                raise ValueError("it is not the one that the build wrote")
            return check(pd.read_parquet(self.path), name)
        except (OSError, ValueError) as exc:
            raise InputError(f"{self.path} cannot be read: {exc}; build again") from exc

    def rows(self) -> int:
        """How many rows it has."""
        import pyarrow.parquet as pq

        return int(pq.read_metadata(self.path).num_rows)

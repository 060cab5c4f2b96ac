import subprocess
import sys

import pytest

from graphbuild.disk.lock import locked
from graphbuild.errors import InputError

HOLD = """
import sys, time
from graphbuild.disk.lock import locked
with locked(sys.argv[1]):
    print("held", flush=True)
    time.sleep(60)
"""


def test_another_process_is_kept_out_until_it_dies(tmp_path):
    holder = subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path / "out")], stdout=subprocess.PIPE)
    try:
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(InputError, match="another run is at work"), locked(tmp_path / "out"):
            pass
    finally:
        holder.kill()
        holder.wait()
        holder.stdout.close()
    with locked(tmp_path / "out"):
        pass


def test_a_folder_made_for_nothing_goes_again(tmp_path):
    with locked(tmp_path / "deep" / "out"):
        assert (tmp_path / "deep" / "out").is_dir()
    assert list(tmp_path.iterdir()) == []
    with locked(tmp_path / "deep" / "out"):
        (tmp_path / "deep" / "out" / "a.txt").write_text("made")
    assert [path.name for path in (tmp_path / "deep" / "out").iterdir()] == ["a.txt"]


@pytest.mark.parametrize("name", ["file/out", "a" * 300, "nul\0"])
def test_what_can_be_no_folder_is_told(tmp_path, name):
    (tmp_path / "file").write_text("mine")
    with pytest.raises(InputError, match="cannot be the output folder"), locked(tmp_path / name):
        pass

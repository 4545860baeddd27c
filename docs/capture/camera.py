"""The camera: a page of HTML in, a small PNG out. Needs Debian's chromium and pngquant."""

import re
import subprocess
import tempfile
from pathlib import Path

_CHROMIUM = (
    "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--hide-scrollbars",
)  # fmt: skip
_SCALE = 1.5
_COLOURS = 24


def shoot(page: str, target: Path, width: int) -> int:
    """Draw a page of ``width`` CSS pixels as high as it is; returns the bytes of the picture."""
    with tempfile.TemporaryDirectory() as folder:
        source, raw = Path(folder) / "page.html", Path(folder) / "raw.png"
        # The page writes down its own height, which the first of two runs reads.
        height = "<script>document.title = 'height ' + document.documentElement.scrollHeight</script>"
        source.write_text(f'<!doctype html><meta charset="utf-8"><body style="margin:0">{page}{height}</body>')
        usual = [*_CHROMIUM, f"--user-data-dir={folder}/profile", f"--force-device-scale-factor={_SCALE}"]
        dumped = subprocess.run(
            [*usual, f"--window-size={width},100", "--dump-dom", source.as_uri()], capture_output=True, text=True, check=True
        ).stdout
        found = re.search(r"<title>height (\d+)</title>", dumped)
        assert found, "the page has no height"
        size = f"--window-size={width},{found[1]}"
        subprocess.run([*usual, size, f"--screenshot={raw}", source.as_uri()], capture_output=True, check=True)
        small = ["pngquant", "--force", "--strip", "--nofs", "--speed", "1", "--output", str(target), str(_COLOURS), str(raw)]
        subprocess.run(small, check=True)
    return target.stat().st_size

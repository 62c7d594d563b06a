"""Documents for the tests, and what `extract batch` makes of them."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from pathlib import Path

import pyarrow.dataset as ds

from deliberations_spark.plan import estimated_seconds

_ROOT = Path(__file__).resolve().parents[3]
_CORPUS = Path(os.environ.get("CORPUS", _ROOT.parent / "shared/corpus"))
BINARY = os.environ.get("EXTRACT", str(_ROOT / ".build/release/extract"))
TIMES = ["--timeout", "8", "--patience", "300"]

# Names that a shell, a URI or a pattern would take for something else.
ODD_NAMES = ["a[1].txt", "b{2,3}.txt", "c*.txt", "d e%20é.txt", "f#g?h.txt", "i;j=k.TXT", "l\\m.txt"]

ACT = """VILLE DE SAINT-EXEMPLE
CONSEIL MUNICIPAL
Séance du 12 mars 2024

Délibération n° 2024-{number}
Objet : Subvention numéro {number} à une association

Le Conseil municipal, après en avoir délibéré, DÉCIDE :
Article 1 : d'attribuer une subvention de {number} 000 € à l'association des lecteurs.
Adopté à l'unanimité.
"""


def samples() -> list[Path]:
    """Born-digital documents of the project, some with totals."""
    found = sorted((_ROOT / "Samples").glob("*/*/*/source.pdf"))
    return [path for path in found if not path.parent.name.endswith(("-scan", "-mixed", "-layer"))]


def seeds() -> list[Path]:
    """Documents of few pages: acts of a city where the corpus is there, else the samples."""
    acts = sorted((_CORPUS / "montpellier/pdf").glob("*-*.pdf"))
    return [path for path in acts or samples() if path.stat().st_size < 200_000]


def hostile() -> list[Path]:
    """Damaged, encrypted and slow documents; Spark does not show files without content."""
    found = sorted((_CORPUS / "robust").glob("*.[pP][dD][fF]"))
    return [path for path in found if path.stat().st_size > 0]


def digital() -> list[Path]:
    """Born-digital documents of all kinds: acts, minutes, annexes."""
    folders = ("montpellier/pdf", "communes/*", "pas-de-calais/pdf/digital")
    found = [path for folder in folders for path in sorted(_CORPUS.glob(f"{folder}/*.pdf"))]
    return [path for path in found or samples() if estimated_seconds(path.read_bytes()) < 1]


def long() -> list[Path]:
    """Born-digital documents of ten pages and more."""
    return sorted((_CORPUS / "pas-de-calais/pdf/digital").glob("*.pdf"))


def make_copies(folder: Path, count: int, of: list[Path] | None = None) -> None:
    """Copies with other bytes: readers pass over a comment at the end of a PDF."""
    originals = [path.read_bytes() for path in of or seeds()]
    for number in range(count):
        content = originals[number % len(originals)]
        place = folder / f"{number % 40:02d}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"copy-{number:05d}.pdf").write_bytes(content + b"\n%% copy %d\n" % number)


def make_odd(folder: Path) -> None:
    """Files with odd names, too long, twice there, or that are no document."""
    folder.mkdir(parents=True)
    for number, name in enumerate(ODD_NAMES):
        (folder / name).write_text(ACT.format(number=number + 1), encoding="utf-8")
    shutil.copy(folder / ODD_NAMES[0], folder / "z-twice.txt")
    (folder / "noise.pdf").write_bytes(bytes(range(256)) * 40)
    (folder / "notes.odt").write_bytes(b"passed over")
    with (folder / "too-long.pdf").open("wb") as file:
        file.truncate(1_500_000_000)


def batch(inputs: list[Path], output: Path, *arguments: str, jobs: int = 2) -> None:
    """Has `extract batch` read the documents."""
    command = [BINARY, "batch", *map(str, inputs), "--output", str(output), "--quiet"]
    subprocess.run(
        [*command, "--jobs", str(jobs), *TIMES, *arguments],
        check=False,
        stderr=subprocess.DEVNULL,
    )


def batch_outputs(folder: Path) -> dict[str, str]:
    """The outputs of a batch by SHA-256."""
    return {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.json")}


def batch_outcomes(folder: Path) -> dict[str, str]:
    """What became of each content in a batch."""
    ledger = sqlite3.connect(folder / "ledger.sqlite")
    try:
        return dict(ledger.execute("SELECT sha256, outcome FROM extraction"))
    finally:
        ledger.close()


def rows(output: Path, table: str, columns: list[str]) -> list[tuple[object, ...]]:
    """Rows of a table of a job, as any reader of Parquet sees them."""
    places = sorted(output.glob(f"settings=*/wave=*/table={table}"))
    found: list[tuple[object, ...]] = []
    for place in places:
        data = ds.dataset(place, format="parquet", partitioning="hive")
        if data.files:
            values = data.to_table(columns=columns).to_pydict()
            found += zip(*(values[name] for name in columns))
    return found

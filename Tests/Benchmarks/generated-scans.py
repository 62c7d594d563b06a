#!/usr/bin/env python3
"""Measures what scanning costs: acts as generated scans against the same acts born-digital.

    Tests/Benchmarks/generated-scans.py [--binary BINARY] [--dpi 300 200 150] [--mode grey g4] [--seed 1]
                                        [--layer fra] [--list] [DOCUMENT ...]

Documents are PDFs, or texts that are typeset first; by default all born-digital samples and the texts under
Tests/PipelineTests/Styles. ../shared/tools/scan.py makes the scans; what the binary reads of the born-digital
file is the truth, and `extract regress` compares. With --layer the scan gets a text layer by `tesseract`. Prints F1 by
family and resolution, the mean over families and the worst document, and how many figures are wrong and not flagged.
Needs poppler-utils and weasyprint, and, from PyPI, numpy, pillow, img2pdf and pikepdf.
"""
import argparse
import collections
import concurrent.futures
import html
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOOLS = ROOT.parent / "shared/tools"


def documents():
    samples = [path for path in sorted((ROOT / "Samples").rglob("source.pdf"))
               if (path.parent / "source.html").exists()]
    return samples + sorted((ROOT / "Tests/PipelineTests/Styles").glob("*.txt"))


def typeset(text, pdf):
    """Sets a text line by line, as a word processor would: white space at the head of a line is kept."""
    pages = "".join(f"<pre>{html.escape(page)}</pre>" for page in text.read_text(encoding="utf-8").split("\f"))
    style = "pre { font: 11pt/1.3 'Liberation Serif'; white-space: pre-wrap; page-break-after: always }"
    subprocess.run(["weasyprint", "--quiet", "-", pdf], input=f"<style>{style}</style>{pages}".encode(), check=True)


def run(*command, output=None):
    result = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if output and result.stdout:
        output.write_bytes(result.stdout)
    return result.stdout.decode()


def layered(scan, language):
    """Gives a scan the text layer that Tesseract makes of it."""
    with tempfile.TemporaryDirectory() as folder:
        run("pdftoppm", "-r", "200", "-gray", "-tiff", scan, f"{folder}/page")
        pages = sorted(pathlib.Path(folder).glob("*.tif"))
        (pathlib.Path(folder) / "list").write_text("\n".join(map(str, pages)))
        run("tesseract", f"{folder}/list", scan.with_suffix(""), "-l", language, "pdf")


def measure(options, document, dpi, mode, folder):
    """The families of a document as a scan, and its figures that are wrong in silence."""
    place = folder / f"{document.parent.name}-{document.stem}" / "2024" / f"{dpi}-{mode}"
    place.mkdir(parents=True)
    digital, scan, truth, output = (place / name for name in ("digital.pdf", "source.pdf", "expected.json", "output.json"))
    if document.suffix == ".txt":
        typeset(document, digital)
    else:
        digital.symlink_to(document.resolve())
    run(options.binary, "--quiet", digital, output=truth)
    run(sys.executable, TOOLS / "scan.py", digital, scan, "--dpi", dpi, "--mode", mode, "--seed", options.seed)
    if options.layer:
        layered(scan, options.layer)
    digital.unlink()
    report = json.loads(run(options.binary, "regress", folder, f"{place.relative_to(folder)}", "--format", "json"))
    run(options.binary, "--quiet", scan, output=output)
    silent = json.loads(run(sys.executable, TOOLS / "score.py", "--json", truth, output) or "{}")
    return report["documents"][0], silent


def find(value, key):
    """The first value of a key, however deep it stands."""
    if isinstance(value, dict):
        if key in value:
            return value[key]
        return next((found for member in value.values() if (found := find(member, key)) is not None), None)
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=ROOT / ".build/release/extract", type=pathlib.Path)
    parser.add_argument("--dpi", nargs="+", default=["300", "200", "150"])
    parser.add_argument("--mode", nargs="+", default=["grey", "g4"])
    parser.add_argument("--seed", default="1")
    parser.add_argument("--layer")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("document", nargs="*", type=pathlib.Path)
    options = parser.parse_args()
    for dpi in options.dpi:
        counts = collections.defaultdict(collections.Counter)
        losses, silent = [], 0
        with tempfile.TemporaryDirectory() as folder:
            todo = [(document, mode) for document in options.document or documents() for mode in options.mode]
            with concurrent.futures.ThreadPoolExecutor(2) as pool:
                found = pool.map(lambda one: measure(options, one[0], dpi, one[1], pathlib.Path(folder)), todo)
                for (document, mode), (report, scores) in zip(todo, found):
                    families = report.get("families", [])
                    for family in families:
                        counts[family["family"]].update({key: family[key] for key in ("correct", "expected", "found")})
                    mean = sum(family["f1"] for family in families) / max(1, len(families))
                    losses.append((mean, f"{document.parent.name}/{document.stem} {mode}"))
                    wrong = (find(scores, "silent") or {}).get("out", 0)
                    silent += wrong
                    if options.list:
                        low = [f"{family['family']} {family['f1']:.3f}" for family in families if family["f1"] < 1]
                        print(f"{dpi} {losses[-1][1]}: {mean:.3f}, silent {wrong}; {', '.join(low)}", flush=True)
        print(f"{dpi} dpi, seed {options.seed}, {len(losses)} scans")
        scores = {}
        for family, count in sorted(counts.items()):
            scores[family] = 2 * count["correct"] / max(1, count["expected"] + count["found"])
            print(f"  {family:18} {scores[family]:.3f}  ({count['expected']})")
        print(f"  mean over families {sum(scores.values()) / max(1, len(scores)):.4f}, worst {min(losses)[1]} "
              f"{min(losses)[0]:.3f}; wrong and not flagged {silent}", flush=True)


if __name__ == "__main__":
    main()

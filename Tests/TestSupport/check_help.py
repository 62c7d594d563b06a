"""Compares what the program says of itself with its manual pages, completions and READMEs. Prints what one of
them lacks, or names and is not there, a line each.

    check_help.py ROOT EXTRACT
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT, PROGRAM = pathlib.Path(sys.argv[1]), sys.argv[2]


def say(*arguments, language="C.UTF-8"):
    environment = os.environ | {"LC_ALL": language}
    return subprocess.run([PROGRAM, *arguments], capture_output=True, check=True, text=True, env=environment).stdout


def options(command):
    """The long options of a command, and their values."""
    return {
        "--" + name["name"]
        for argument in command.get("arguments", []) if argument.get("shouldDisplay", True)
        for name in argument.get("names", []) if name["kind"] == "long"
    }


def texts(command):
    """What a command says of itself, text by text, without the words of the argument library."""
    for part in [command, *command.get("arguments", [])]:
        if part.get("shouldDisplay", True) and part.get("valueName") not in ("help", "version"):
            yield part.get("abstract", "") + "\n" + part.get("discussion", "")
    for part in command.get("subcommands", []):
        if part["commandName"] != "help" and (part.get("shouldDisplay", True) or part["commandName"] == "files"):
            yield from texts(part)


# Help is French, line by line, where the locale is; examples are commands.
dump = json.loads(say("--experimental-dump-help"))["command"]
french = json.loads(say("--experimental-dump-help", language="fr_FR.UTF-8"))["command"]
for one, other in zip(texts(dump), texts(french), strict=True):
    lines, others = one.split("\n"), other.split("\n")
    # Options of the main command stand in columns, which depend on the language.
    if not one.startswith("Turns"):
        for line, translated in zip(lines, others, strict=True):
            if line == translated and re.search(r"[a-zé]{2,}.* .*[a-zé]{2,}", line) \
                    and not re.match(r"\s*(?:extract|find|pdftotext|sqlite3) ", line):
                print(f"no French help: {line}")
for line in say("--help", language="fr_FR.UTF-8").splitlines():
    if re.match(r"\s+\S+  +[A-Z]|EXAMPLES|EXIT CODES|OPTIONS OF", line) and line in say("--help").splitlines() \
            and "Show" not in line:
        print(f"no French help: {line}")

program = dump
commands = {c["commandName"]: c for c in program["subcommands"] if c["commandName"] != "help"}
shown = {name: c for name, c in commands.items() if c.get("shouldDisplay", True)}
every = set().union(*map(options, commands.values())) | {"--help", "--version"}

# Help lists the commands and, of each, the options.
top = say("--help")
for name, command in shown.items():
    if not re.search(rf"^  {name} ", top, re.M):
        print(f"extract --help: no {name}")
    text = say(name, "--help")
    for option in options(command):
        if option not in text:
            print(f"extract {name} --help: no {option}")
for option in options(commands["files"]):
    if option not in top:
        print(f"extract --help: no {option}")

# Manual pages.
with tempfile.TemporaryDirectory() as folder:
    subprocess.run([sys.executable, ROOT / "Pipelines/package/manpages.py", PROGRAM, folder], check=True)
    pages = {p.stem: p.read_text().replace("\\-", "-") for p in pathlib.Path(folder).iterdir()}
expected = {"extract": commands["files"]} | {f"extract-{n}": c for n, c in shown.items()}
for name in sorted(pages.keys() ^ expected.keys()):
    print(f"manual pages: {name}")
for name in sorted(pages.keys() & expected.keys()):
    bold = set(re.findall(r"\\fB(--[a-z-]+)\\fR", pages[name]))
    for option in sorted((bold ^ options(expected[name])) - {"--version", "--help"}):
        print(f"manual page {name}: {option}")

# Completions.
for shell in ("bash", "zsh", "fish"):
    script = say("--generate-completion-script", shell)
    for name, command in shown.items():
        if not re.search(rf"\b{name}\b", script):
            print(f"completions of {shell}: no {name}")
        for option in options(command):
            if not re.search(rf"(?:{option}\b|-l '{option[2:]}')", script):
                print(f"completions of {shell}: no {option}")

# What READMEs show of the command line.
text = (ROOT / "README.md").read_text()
for name in shown:
    if f"extract {name}" not in text:
        print(f"README.md: no extract {name}")
for page in ("README.md", "Samples/LISEZMOI.md", "Pipelines/exports/README.md", "Pipelines/package/README.md"):
    for line in (ROOT / page).read_text().splitlines():
        for name in re.findall(r"\bextract ([a-z]+)\b(?!\.)", line):
            if name not in commands and re.search(rf"(?:^|[`|])\s*extract {name}\b", line):
                print(f"{page}: extract {name} is no command")
        if "extract" in line:
            for option in re.findall(r"(?<![\w-])--[a-z][a-z-]+", line.split("#")[0]):
                if option not in every | {"--experimental-dump-help"}:
                    print(f"{page}: {option} is no option")

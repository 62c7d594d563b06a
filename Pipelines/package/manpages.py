"""Writes a manual page for the program and for each command from what the program says of itself, in English or
in French.

    manpages.py EXTRACT FOLDER [fr]
"""
import json
import os
import pathlib
import subprocess
import sys
import textwrap

PROGRAM, FOLDER = sys.argv[1], pathlib.Path(sys.argv[2])
LANGUAGE = sys.argv[3] if len(sys.argv) > 3 else ""
# Words that are the page's own.
NAME, DESCRIPTION, SEE, VALUES, DEFAULT = {
    "": ("NAME", "DESCRIPTION", "SEE ALSO", "One of", "By itself"),
    "fr": ("NOM", "DESCRIPTION", "VOIR AUSSI", "Parmi", "Par défaut"),
}[LANGUAGE]


def roff(text):
    lines = text.replace("\\", "\\e").replace("-", "\\-").splitlines()
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in lines)


def filled(text):
    return "\n".join(l if l.startswith(" ") else textwrap.fill(l, 78) for l in text.splitlines())


def names(argument):
    parts = []
    for name in argument.get("names", []):
        dashes = "-" if name["kind"] in ("short", "longWithSingleDash") else "--"
        parts.append(dashes + name["name"])
    value = argument.get("valueName", "")
    if argument["kind"] == "positional":
        return f"\\fI{roff(value)}\\fR"
    text = ", ".join(f"\\fB{roff(p)}\\fR" for p in parts)
    return text + (f" \\fI{roff(value)}\\fR" if argument["kind"] == "option" else "")


def page(command, title, version, others):
    arguments = [a for a in command.get("arguments", []) if a.get("shouldDisplay", True)]
    out = [f'.TH {roff(title.upper())} 1 "" "deliberations {roff(version)}"', f".SH {NAME}",
           f"{roff(title)} \\- {roff(command['abstract'].rstrip('.'))}", ".SH SYNOPSIS",
           f".B {roff(title.replace('-', ' '))}"]
    out += ["[\\fIoptions\\fR]"] + [names(a) for a in arguments if a["kind"] == "positional"]
    if command.get("discussion"):
        out += [f".SH {DESCRIPTION}", ".nf", roff(filled(command["discussion"])), ".fi"]
    if arguments:
        out.append(".SH OPTIONS")
        for argument in arguments:
            help = argument.get("abstract", "")
            if argument.get("allValues"):
                help += f" {VALUES} " + ", ".join(argument["allValues"]) + "."
            if argument.get("defaultValue"):
                help += f" {DEFAULT} {argument['defaultValue']}."
            out += [".TP", names(argument), roff(help)]
    if others:
        out += [f".SH {SEE}", ", ".join(f"\\fB{roff(o)}\\fR(1)" for o in others)]
    return "\n".join(out) + "\n"


def main():
    language = os.environ | {"LC_ALL": "fr_FR.UTF-8" if LANGUAGE else "C.UTF-8"}
    said = subprocess.run([PROGRAM, "--experimental-dump-help"], capture_output=True, check=True, env=language)
    dump = json.loads(said.stdout)
    version = subprocess.run([PROGRAM, "--version"], capture_output=True, check=True, text=True).stdout.strip()
    program = dump["command"]
    commands = [c for c in program["subcommands"] if c.get("shouldDisplay", True) and c["commandName"] != "help"]
    files = next(c for c in program["subcommands"] if c["commandName"] == "files")
    program["arguments"] = files["arguments"] + [a for a in program["arguments"] if "version" in str(a["names"])]
    FOLDER.mkdir(parents=True, exist_ok=True)
    every = [f"extract-{c['commandName']}" for c in commands]
    end = f".{LANGUAGE}.1" if LANGUAGE else ".1"
    (FOLDER / f"extract{end}").write_text(page(program, "extract", version, every))
    for command in commands:
        title = f"extract-{command['commandName']}"
        (FOLDER / f"{title}{end}").write_text(page(command, title, version, ["extract"]))


main()

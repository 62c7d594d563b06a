"""Writes a manual page for the program and for each command from what the program says of itself.

    manpages.py EXTRACT FOLDER
"""
import json
import pathlib
import subprocess
import sys
import textwrap

PROGRAM, FOLDER = sys.argv[1], pathlib.Path(sys.argv[2])


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
    out = [f'.TH {roff(title.upper())} 1 "" "deliberations {roff(version)}"', ".SH NAME",
           f"{roff(title)} \\- {roff(command['abstract'].rstrip('.'))}", ".SH SYNOPSIS",
           f".B {roff(title.replace('-', ' '))}"]
    out += ["[\\fIoptions\\fR]"] + [names(a) for a in arguments if a["kind"] == "positional"]
    if command.get("discussion"):
        out += [".SH DESCRIPTION", ".nf", roff(filled(command["discussion"])), ".fi"]
    if arguments:
        out.append(".SH OPTIONS")
        for argument in arguments:
            help = argument.get("abstract", "")
            if argument.get("allValues"):
                help += " One of " + ", ".join(argument["allValues"]) + "."
            if argument.get("defaultValue"):
                help += f" By itself {argument['defaultValue']}."
            out += [".TP", names(argument), roff(help)]
    if others:
        out += [".SH SEE ALSO", ", ".join(f"\\fB{roff(o)}\\fR(1)" for o in others)]
    return "\n".join(out) + "\n"


def main():
    dump = json.loads(subprocess.run([PROGRAM, "--experimental-dump-help"], capture_output=True, check=True).stdout)
    version = subprocess.run([PROGRAM, "--version"], capture_output=True, check=True, text=True).stdout.strip()
    program = dump["command"]
    commands = [c for c in program["subcommands"] if c.get("shouldDisplay", True) and c["commandName"] != "help"]
    files = next(c for c in program["subcommands"] if c["commandName"] == "files")
    program["arguments"] = files["arguments"] + [a for a in program["arguments"] if "version" in str(a["names"])]
    FOLDER.mkdir(parents=True, exist_ok=True)
    every = [f"extract-{c['commandName']}" for c in commands]
    (FOLDER / "extract.1").write_text(page(program, "extract", version, every))
    for command in commands:
        title = f"extract-{command['commandName']}"
        (FOLDER / f"{title}.1").write_text(page(command, title, version, ["extract"]))


main()

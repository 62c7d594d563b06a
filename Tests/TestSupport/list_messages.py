"""Prints what the program says and `Pipelines/messages/messages.tsv` does not have in both languages, a line
each: the sentences of findings, failures, mistakes, progress and summaries, as they stand in the sources.

    list_messages.py ROOT
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1])
# What is called with a sentence, and where sentences are made.
CALLS = re.compile(
    r"(?<![\w.])(?:Diagnostic|diagnostics\.report|finding|passed|failed|notApplicable|Check|error|DefinitionError|DefinitionTextError"
    r"|OutputError|Failure|Output\.say|Output\.show|fail|mistake|Messages\.local|RowProblem|unless|compare|exact)\("
    r"|(?:let message|var sentence: String|reason: String|static func reason\([^)]*\) -> String|var seems: String"
    r"|var reason: String|summary: \[String\])[ =]*(?=[\n{\"])|(?:reason|message)(?:: | = )(?=\")"
)
# Words of other programs that are looked for, and a value of an output.
OTHERS = {"Out of memory", "out of memory", "failed to allocate", "{} or later"}


def literals(text, at, depth):
    """The string literals up to the end of a bracket, a block or a statement; `{}` for what is put in."""
    start, found = at, []
    while at < len(text):
        letter = text[at]
        if letter == '"':
            quote = '"""' if text.startswith('"""', at) else '"'
            at += len(quote)
            words = ""
            while not text.startswith(quote, at):
                if text.startswith("\\(", at):
                    inner, at = 1, at + 2
                    while inner:
                        if text[at] == '"':
                            at = text.index('"', at + 1)
                        inner += (text[at] == "(") - (text[at] == ")")
                        at += 1
                    words += "{}"
                elif text[at] == "\\":
                    words += text[at + 1]
                    at += 2
                else:
                    words += text[at]
                    at += 1
            found.append(words)
            at += len(quote)
            continue
        if text.startswith("//", at):
            at = text.find("\n", at) if "\n" in text[at:] else len(text)
            continue
        depth += (letter in "([{") - (letter in ")]}")
        if depth < 0 or (depth == 0 and letter in ")]}" and (text[start] == "{" or text[start - 1] == "(")):
            return found
        if letter == "\n" and depth == 0 and found and not re.match(r"\s*[+?:.]", text[at + 1 : at + 60]):
            return found
        at += 1
    return found


rows = [line.split("\t") for line in (ROOT / "Pipelines/messages/messages.tsv").read_text().splitlines()[1:]]
for row in rows:
    if len(row) != 3 or not all(row) or set(re.findall(r"{\d}", row[1])) != set(re.findall(r"{\d}", row[2])):
        print("messages.tsv", row)
english = "\n".join(row[1] for row in rows).lower()
for file in sorted((ROOT / "Sources").rglob("*.swift")):
    text = re.sub(r"(?m)^\s*//.*$", "", file.read_text())
    sentences = {}
    for call in CALLS.finditer(text):
        for sentence in literals(text, call.end(), int(call.group().endswith("("))):
            sentences[sentence] = None
    if file.name.endswith("Progress.swift"):
        sentences |= dict.fromkeys(literals(text, 0, 1))
    for sentence in sentences:
        parts = re.split(r"{}|: (?:error|warning|note): ", re.sub(r"^(?:{}|extract): (?:error|warning|note): ", "", sentence))
        for part in parts:
            is_said = len(re.findall(r"[A-Za-zé]{2,}", part)) > 1 and " " in part.strip()
            if is_said and part.strip().lower() not in english and sentence not in OTHERS:
                print(file.relative_to(ROOT), "|", sentence)
                break

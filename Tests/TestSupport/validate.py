#!/usr/bin/python3
# Validates JSON files, or JSON Lines, against a JSON Schema with Debian's python3-jsonschema.
"""validate.py SCHEMA FILE...

Each FILE holds one JSON object, or one on each line when its name ends in .jsonl.
Prints one line a problem, `file: path: message`, and exits 1; says nothing when all is well.
"""
import json
import pathlib
import sys

try:
    from jsonschema import Draft202012Validator, FormatChecker
    from jsonschema.exceptions import SchemaError
except ImportError:
    print("validate.py: python3-jsonschema is missing (a Debian package)", file=sys.stderr)
    sys.exit(69)

LONGEST_MESSAGE = 300


def refuse_constant(name):
    """NaN and Infinity are Python's own, not JSON."""
    raise ValueError(f"{name} is not JSON")


def refuse_duplicates(pairs):
    """The object, unless a key stands in it twice."""
    found = dict(pairs)
    if len(found) < len(pairs):
        seen = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))
        raise ValueError(f"the key '{twice}' stands twice in one object")
    return found


def parse(text):
    """The JSON value of a text."""
    return json.loads(text, parse_constant=refuse_constant, object_pairs_hook=refuse_duplicates)


def pointer(path):
    """A JSON Pointer of the keys and indices of a path."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


def documents(name):
    """The texts in a file, each with what a problem's path begins with."""
    text = pathlib.Path(name).read_bytes().decode("utf-8")
    if not name.endswith(".jsonl"):
        return [("", text)]
    lines = enumerate(text.split("\n"), start=1)
    return [(f"line {number} ", line) for number, line in lines if line.strip()]


def problems(name, validator):
    """Path and message of all that is wrong with a file."""
    try:
        texts = documents(name)
    except (OSError, UnicodeDecodeError) as error:
        yield "", f"cannot be read: {error}"
        return
    for prefix, text in texts:
        try:
            value = parse(text)
        except (ValueError, RecursionError) as error:
            yield prefix, f"is not JSON: {error}"
            continue
        if not isinstance(value, dict):
            yield prefix, "is not a JSON object"
            continue
        errors = validator.iter_errors(value)
        for error in sorted(errors, key=lambda error: pointer(error.absolute_path)):
            yield prefix + pointer(error.absolute_path), error.message


def one_line(message):
    """The message without line breaks, and not longer than a person reads."""
    message = " ".join(message.split())
    if len(message) <= LONGEST_MESSAGE:
        return message
    half = LONGEST_MESSAGE // 2
    return f"{message[:half]} … {message[-half:]}"


def main(arguments):
    if len(arguments) < 2:
        print("usage: validate.py SCHEMA FILE...", file=sys.stderr)
        return 64
    schema_name, *names = arguments
    try:
        schema = parse(pathlib.Path(schema_name).read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
    except (OSError, ValueError) as error:
        print(f"{schema_name}: /: {one_line(str(error))}")
        return 1
    except SchemaError as error:
        print(f"{schema_name}: {pointer(error.absolute_path)}: {one_line(error.message)}")
        return 1
    validator = Draft202012Validator(schema, format_checker=FormatChecker(["date"]))
    failed = False
    for name in names:
        for path, message in problems(name, validator):
            print(f"{name}: {path.strip() or '/'}: {one_line(message)}")
            failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(main(sys.argv[1:]))

"""The manual page, made of the same texts as `--help`: what swift-argument-parser writes for `--experimental-dump-help`."""

import json
import subprocess

EXIT_STATUS = [
    ("0", "All is well. Warnings alone do not change this, unless --strict is given."),
    ("1", "The content has errors."),
    ("anything else", "It could not run. Standard error says why and what to do: 64, for example, that a word of the command line was not understood."),
]
# Their defaults depend on the machine.
OF_THE_MACHINE = {"jobs": "one for each processor"}
FILES = [
    ("content/", "The handbook: Markdown files and site.yaml."),
    ("site/", "The finished site."),
    ("themes/", "Themes of your own."),
]


def page(program, version, day, home):
    """The page in the macros of man(7). `day` is an ISO date."""
    said = subprocess.run([str(program), "--experimental-dump-help"], capture_output=True, text=True, check=True).stdout
    root = json.loads(said)["command"]
    lines = [f'.TH FOLKMOOT 1 "{day}" "folkmoot {version}" "User Commands"', ".SH NAME", escaped(f"folkmoot - {root['abstract'].rstrip('.').lower()[:1]}{root['abstract'].rstrip('.')[1:]}")]
    lines += [".SH SYNOPSIS", ".B folkmoot", ".I command", r"[\fIoptions\fR]"]
    lines += [".SH DESCRIPTION", *discussion(root.get("discussion", ""))[1:]]
    lines += [".SH COMMANDS"]
    for command in shown(root):
        lines += section(command)
    lines += [".SH EXIT STATUS", *tagged(EXIT_STATUS), ".SH FILES", *tagged(FILES)]
    lines += [".SH SEE ALSO", ".B folkmoot help", r"\fIcommand\fR, and the chapters about writing and publishing in", escaped(home) + "."]
    return "\n".join(lines) + "\n"


def shown(command):
    """The commands within a command, without `help`, which each has."""
    return [inner for inner in command.get("subcommands", []) if inner["shouldDisplay"] and inner["commandName"] != "help"]


def section(command):
    names = [*command.get("superCommands", []), command["commandName"]]
    arguments = [argument for argument in command.get("arguments", []) if argument["shouldDisplay"] and called(argument) not in ("--help", "-h, --help", "--version")]
    inner = shown(command)
    operands = " ".join(operand(argument) for argument in arguments if argument["kind"] == "positional")
    words = [word for word in (operands, "command" if inner else "", "[options]") if word]
    lines = [".SS " + quoted(" ".join([*names, *words])), escaped(command["abstract"]), *discussion(command.get("discussion", ""))]
    lines += tagged((called(argument), explained(argument)) for argument in arguments)
    for each in inner:
        lines += section(each)
    return lines


def operand(argument):
    name = f"<{argument['valueName']}>" + (" ..." if argument["isRepeating"] else "")
    return f"[{name}]" if argument["isOptional"] else name


def called(argument):
    if argument["kind"] == "positional":
        return f"<{argument['valueName']}>"
    names = ["-" + name["name"] if name["kind"] == "short" else "--" + name["name"] for name in argument["names"]]
    return ", ".join(names) + (f" <{argument['valueName']}>" if argument["kind"] == "option" else "")


def explained(argument):
    text = argument.get("abstract", "")
    notes = [f"values: {', '.join(argument['allValues'])}"] if argument.get("allValues") else []
    default = OF_THE_MACHINE.get((argument.get("preferredName") or {}).get("name"), argument.get("defaultValue"))
    if default:
        notes.append(f"default: {default}")
    return text + (f" ({'; '.join(notes)})" if notes else "")


def discussion(text):
    """Paragraphs are filled; lines that begin with spaces are examples and stay as they are."""
    lines, within = [], False
    for line in text.splitlines():
        example = line.startswith("  ")
        if example != within:
            lines.append(".PP\n.nf" if example else ".fi")
            within = example
        lines.append(escaped(line) if line.strip() else ".PP")
    return [".PP", *lines, *([".fi"] if within else [])] if text else []


def tagged(pairs):
    return [line for name, text in pairs for line in (".TP", ".B " + quoted(name), escaped(text) or "\\&")]


def quoted(text):
    return '"' + escaped(text).replace('"', '\\(dq') + '"'


def escaped(text):
    """Text for troff: hyphens that can be copied, and no line that begins like a request."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + text if text.startswith((".", "'")) else text

"""What extracts and minutes drawn by chance share: people, a sitting, and how outputs are compared."""
import argparse
import collections
import json
import pathlib
import random
import subprocess
import tempfile
import textwrap
import unicodedata

from pdf import pdf

GIVEN = "Jean Pierre Marie Sophie Luc Anne Paul Claire Michel Isabelle Thierry Nathalie Éric Sylvie Bruno Hélène".split()
FEMALE = set("Marie Sophie Anne Claire Isabelle Nathalie Sylvie Hélène".split())
FAMILY = (
    "BORNEAU CHAVIGNON DELMOTTE ESCARIN FAUVERGUE GRANDVAL HERBIGNAC JOUVENEL KERMADEC LANGLADE MORVILLIER "
    "NIVERNOIS OLLERGUES PRADINAUD QUEMENER ROQUEBERT SAVIGNARD TOURNEBISE VILLEMAGNE WALTREBERG"
).split()
PLACES = ["Saint-Martin-du-Val", "Montreval", "La Roche-Bessière", "Villedomange", "Aubertin-les-Bois"]
MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
DAYS = {1: "premier", 2: "deux", 5: "cinq", 9: "neuf", 12: "douze", 17: "dix-sept", 21: "vingt et un", 28: "vingt-huit"}
YEARS = {2022: "deux mille vingt-deux", 2023: "deux mille vingt-trois", 2024: "deux mille vingt-quatre"}
BODIES = [
    ("conseil municipal", "maire", "Commune de {}"),
    ("conseil communautaire", "président", "Communauté de communes de {}"),
    ("comité syndical", "président", "Syndicat mixte de {}"),
]


class Session:
    """A sitting drawn by `random`, with the choices that made it."""

    def __init__(self, random):
        self.random = random
        self.choices = {}
        families = random.sample(FAMILY, 15)
        people = [(random.choice(GIVEN), family) for family in families]
        present = random.randint(7, 11)
        proxies = random.randint(0, 2)
        self.present, self.givers = people[:present], people[present:present + proxies]
        self.absent = people[present + proxies:][: random.randint(0, 2)]
        self.proxies = [(giver, random.choice(self.present)) for giver in self.givers]
        self.secretary = random.choice(self.present)
        self.voting = present + proxies
        self.no, self.abstain = random.choice([0, 1, 2]), random.choice([0, 1, 2])
        self.place = random.choice(PLACES)
        self.body, self.office, form = random.choice(BODIES)
        self.authority = form.format(self.place)
        self.year, self.day, self.month = random.choice(list(YEARS)), random.choice(list(DAYS)), random.randrange(12)
        self.given, self.family = self.present[0]
        self.monsieur = "Madame" if self.given in FEMALE else "Monsieur"
        self.date = f"{'1er' if self.day == 1 else self.day} {MONTHS[self.month]} {self.year}"
        self.words = f"{DAYS[self.day]} {MONTHS[self.month]}"

    def pick(self, name, options):
        """One of some wordings; which, is remembered."""
        self.choices[name] = self.random.randrange(len(options))
        return options[self.choices[name]]

    def address(self, person):
        return "Mme" if person[0] in FEMALE else "M."

    def drawNames(self):
        """How people are printed."""
        self.name = name = self.pick("name", [
            lambda p: f"{p[0]} {p[1]}", lambda p: f"{p[1]} {p[0]}", lambda p: f"{self.address(p)} {p[0]} {p[1]}",
            lambda p: f"{self.address(p)} {p[1]} {p[0]}", lambda p: f"{self.address(p)} {p[1]}",
            lambda p: f"{p[0]} {p[1].title()}",
        ])
        self.names = names = [name(person) for person in self.present]
        self.listed = ", ".join(names)

    def drawSitting(self):
        """The words that open the sitting."""
        given, family, monsieur, date, words = self.given, self.family, self.monsieur, self.date, self.words
        return self.pick("sitting", [
            f"L'an {YEARS[self.year]}, le {words} à vingt heures, le {self.body} de {self.place}, légalement convoqué, "
            f"s'est réuni à la mairie en séance publique, sous la présidence de {monsieur} {given} {family}, "
            f"{self.office}.",
            f"Séance du {date}\n\nL'an {YEARS[self.year]} et le {words}, à 19 heures 30, le {self.body}, régulièrement "
            "convoqué, s'est réuni au nombre prescrit par la loi, dans le lieu habituel de ses séances, sous la "
            f"présidence de {monsieur} {given} {family}, {self.office}.",
            f"SÉANCE DU {date.upper()}\n\nLe {date} à 18h30, les membres du {self.body} se sont réunis sous la "
            f"présidence de {monsieur} {family} {given}, {self.office}.",
            f"Séance ordinaire du {date} à 20 h 00\n\nSous la présidence de {monsieur} {given} {family}, {self.office}",
            f"Séance du {date}\nPrésident : {self.address((given, family))} {given} {family}",
            f"Date de la séance : {self.day:02d}/{self.month + 1:02d}/{self.year}\nPrésidence : {monsieur} {given} {family}",
            f"Le {words} {YEARS[self.year]} à vingt heures trente, le {self.body} de {self.place} s'est réuni en "
            f"séance publique, {monsieur} {given} {family} étant président de séance.",
            f"Réunion du {date}\n\nLe {self.body} s'est réuni le {date} à 20h30, {monsieur} {family} {given}, "
            f"{self.office}, présidant la séance.",
        ])

    def drawLists(self):
        """Those present, proxies, absences and the secretary."""
        name, names, listed = self.name, self.names, self.listed
        roll = self.pick("roll", [
            f"Présents : {listed}.", f"Étaient présents : {listed}",
            f"Présents : {', '.join(names[:-1])} et {names[-1]}.", "Étaient présents :\n" + "\n".join(names),
            "PRÉSENTS : " + " - ".join(names), f"Membres présents : {listed}.", f"Présents titulaires : {listed}.",
            "Présents :\n" + "\n".join("- " + n for n in names), "Sont présents : " + " ; ".join(names) + ".",
            f"Conseillers présents : {listed}.", f"Présents titulaires/suppléants :\n{listed}",
            "Étaient présents : " + ", ".join([names[0] + f", {self.office}"] + names[1:]) + ", conseillers.",
            "PRÉSENTS :\n" + "\n".join("    ".join(names[i:i + 2]) for i in range(0, len(names), 2)),
            f"Membres présents à la séance : {listed}", f"ÉTAIENT PRÉSENTS {listed}",
            f"Étaient présents Mesdames et Messieurs les conseillers : {listed}.", f"Présent(e)s : {listed}.",
        ])
        given_to = [(name(giver), name(holder)) for giver, holder in self.proxies]
        proxies = self.pick("proxies", [
            ("Pouvoirs : ", ", ", "{} à {}"), ("Absents ayant donné pouvoir :\n", "\n", "{} à {}"),
            ("Procurations : ", " ; ", "{} donne procuration à {}"), ("Représentés : ", ", ", "{} par {}"),
            ("Excusés ayant donné procuration : ", ", ", "{} (pouvoir à {})"),
            ("Ont donné pouvoir :\n", "\n", "- {} à {}"), ("Titulaires ayant donné procuration :\n", "\n", "{} à {}"),
            ("Absents représentés :\n", "\n", "{} a donné pouvoir à {}"),
            ("Régulièrement représentés : ", ", ", "{} par {}"),
        ])
        proxies = proxies[0] + proxies[1].join(proxies[2].format(*pair) for pair in given_to) if given_to else ""
        gone = ", ".join(map(name, self.absent))
        absent = self.pick("absences", [
            "Absents : ", "Absents excusés : ", "Étaient absents : ", "Excusés : ", "Absent(s) non excusé(s) : ",
        ]) + gone if gone else ""
        end = "e" if self.secretary[0] in FEMALE else ""
        clerk = name(self.secretary)
        secretary = self.pick("secretary", [
            f"Secrétaire de séance : {clerk}", f"{clerk} a été élu{end} secrétaire de séance.",
            f"{clerk} est désigné{end} en qualité de secrétaire de séance.",
            f"Le {self.body} a nommé {clerk} secrétaire de séance.", f"A été nommé{end} secrétaire : {clerk}",
            f"Secrétaire : {clerk}", f"{clerk} remplit les fonctions de secrétaire de séance.",
            f"Secrétariat de séance : {clerk}", f"Est nommé{end} secrétaire de séance {clerk}.",
            f"Le secrétariat de séance est assuré par {clerk}.",
        ])
        return roll, proxies, absent, secretary

    def printed(self):
        """The text with lines of a page's width."""
        lines = (textwrap.fill(line, 95, break_on_hyphens=False) if len(line) > 95 else line
                 for line in self.text.split("\n"))
        return "\n".join(lines) + "\n"

    @property
    def looks(self):
        """Its lines with their looks."""
        return [(line, "") for line in self.text.split("\n")]

    running = ""

    def missedOfSession(self, session, roll):
        """What of the sitting an output has otherwise than the text says."""
        date = f"{self.year}-{self.month + 1:02d}-{self.day:02d}"
        gone = {key(p) for status in ("absent", "excused") for p in roll.get(status, [])}
        yield "date", session.get("date") == date
        yield "president", key(session.get("president")) == self.present[0][1]
        yield "secretary", key(session.get("secretary")) == self.secretary[1]
        yield "present", sorted(map(key, roll.get("present", []))) == sorted(p[1] for p in self.present)
        yield "absences", gone - {p[1] for p in self.givers} == {p[1] for p in self.absent}
        yield "proxies", (sorted((key(p.get("from")), key(p.get("to"))) for p in roll.get("proxies", []))
                          == sorted((giver[1], holder[1]) for giver, holder in self.proxies))


def fold(text):
    """Letters without accents, case, spaces and quotes."""
    letters = unicodedata.normalize("NFD", text or "").replace("’", "'")
    return "".join(c for c in letters if not unicodedata.combining(c) and c not in " «»").upper()


def key(person):
    """The family name by which a person of these documents is known."""
    name = fold((person or {}).get("name"))
    return next((family for family in FAMILY if family in name), name)


def run(draw, description):
    """Draws documents, reads them and prints what is missed and beside which choices."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--binary", default=".build/release/extract")
    parser.add_argument("--keep", help="a folder for the texts, which are thrown away otherwise")
    parser.add_argument("--pdf", action="store_true", help="read PDFs, whose lines have a look, and no texts")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(options.keep or scratch)
        folder.mkdir(parents=True, exist_ok=True)
        source = random.Random(options.seed)
        ending = "pdf" if options.pdf else "txt"
        drawn = {f"{index:04d}.{ending}": draw(source) for index in range(options.count)}
        for name, document in drawn.items():
            text = document.printed()
            (folder / name).write_bytes(pdf(document.looks, document.running) if options.pdf else text.encode())
        run = subprocess.run([options.binary, "--quiet", *(str(folder / name) for name in drawn)],
                             capture_output=True, text=True)
        outputs = {}
        for line in run.stdout.splitlines():
            output = json.loads(line)
            outputs[output["source"]["file_name"]] = output
    asked, missed, examples = (collections.defaultdict(kind) for kind in (collections.Counter, collections.Counter, list))
    for name, document in drawn.items():
        for field, is_right in document.missed(outputs.get(name, {})):
            asked[field].update([None, *document.choices.items()])
            if not is_right:
                missed[field].update([None, *document.choices.items()])
                examples[field].append(name)
    print("| field | asked | missed | share | beside |\n|---|---|---|---|---|")
    for field in asked:
        share = missed[field][None] / asked[field][None]
        often = sorted(((count / asked[field][choice], choice) for choice, count in missed[field].items()
                        if choice and count > 2), reverse=True)
        beside = ", ".join(f"{what} {which}: {rate:.2f}" for rate, (what, which) in often[:6] if rate > 1.5 * share)
        print(f"| {field} | {asked[field][None]} | {missed[field][None]} | {share:.3f} | {beside} "
              f"{' '.join(dict.fromkeys(examples[field][:9]))} |")

#!/usr/bin/env python3
"""Extracts of a register in many wordings that are put together by chance, and how the program reads them.

Tests/Benchmarks/styles.py [--seed N] [--count N] [--binary PATH] [--keep FOLDER]

Each document is one act. Its head, counts, sitting, roll, proxies, absences, secretary, number, title, text,
decision and votes are drawn each from a list of wordings; what it says is known by construction. For each
field the share of documents is printed that miss it, then the wordings beside which it is missed more often
than elsewhere, with documents to look at. Where an authority's wording is missing, add it to its list.
"""
import argparse
import collections
import json
import pathlib
import random
import subprocess
import tempfile
import textwrap
import unicodedata

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
TITLES = [
    "Attribution d'une subvention à l'association des parents d'élèves",
    "Approbation du compte administratif 2023",
    "Demande de subvention au titre de la DETR pour la rénovation de l'école",
    "Convention de mise à disposition de la salle des fêtes",
    "Modification du tableau des effectifs",
    "Tarifs de la restauration scolaire pour la prochaine année",
    "Cession de la parcelle AB 152 à la société Les Trois Chênes",
    "Création d'un emploi permanent d'adjoint technique",
]
BODIES = [
    ("conseil municipal", "maire", "Commune de {}"),
    ("conseil communautaire", "président", "Communauté de communes de {}"),
    ("comité syndical", "président", "Syndicat mixte de {}"),
]


class Act:
    """One act, drawn by `random`, with the choices that made it."""

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
        self.title = random.choice(TITLES)
        self.text = self.write()

    def pick(self, name, options):
        """One of some wordings; which, is remembered."""
        self.choices[name] = self.random.randrange(len(options))
        return options[self.choices[name]]

    def address(self, person):
        return "Mme" if person[0] in FEMALE else "M."

    def write(self):
        r = self.random
        given, family = self.present[0]
        monsieur = "Madame" if given in FEMALE else "Monsieur"
        date = f"{'1er' if self.day == 1 else self.day} {MONTHS[self.month]} {self.year}"
        words = f"{DAYS[self.day]} {MONTHS[self.month]}"
        name = self.pick("name", [
            lambda p: f"{p[0]} {p[1]}", lambda p: f"{p[1]} {p[0]}", lambda p: f"{self.address(p)} {p[0]} {p[1]}",
            lambda p: f"{self.address(p)} {p[1]} {p[0]}", lambda p: f"{self.address(p)} {p[1]}",
            lambda p: f"{p[0]} {p[1].title()}",
        ])
        names = [name(person) for person in self.present]
        listed = ", ".join(names)
        serial = r.randint(3, 88)
        self.number = self.pick("number", [
            f"{self.year}-{self.month + 1:02d}-{serial:02d}", f"{self.year}/{serial:03d}", f"{self.year}_{serial:03d}",
            f"DEL-{self.year}-{serial:03d}", f"D{self.year}-{serial:02d}", f"{serial:02d}/{self.year}",
            f"{self.year % 100}-{serial:03d}", f"DEL{self.year}_{serial:03d}", f"{self.year}.{serial:03d}",
            f"{self.year}/{self.month + 1:02d}/{self.day:02d}-{serial:02d}", f"DCM {self.year}-{serial:02d}",
            f"CC_{self.year}_{serial:03d}", f"{self.year % 100}.{self.month + 1:02d}.{self.day:02d}.{serial:02d}",
        ])
        number = self.pick("number label", [
            "Délibération n° {}", "N° {}", "DELIBERATION N°{}", "n°d'ordre : {}", "Délibération {}", "Acte n° {}",
            "N° de délibération : {}", "Numéro : {}",
        ]).format(self.number)
        title = self.pick("title", [
            f"Objet : {self.title}", f"OBJET : {self.title.upper()}", f"OBJET – {self.title}",
            f"Objet de la délibération : {self.title}", self.title.upper(), f"Objet :\n{self.title}",
            f"OBJET DE LA DÉLIBÉRATION\n{self.title}", f"Objet : « {self.title} »", f"OBJET    {self.title}",
            f"Intitulé : {self.title}",
        ])
        head = self.pick("head", [
            f"RÉPUBLIQUE FRANÇAISE\nDÉPARTEMENT DU RHÔNE\n{self.authority.upper()}\n\n"
            f"EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS\nDU {self.body.upper()}",
            f"{self.authority}\n\nEXTRAIT DU REGISTRE\nDES DELIBERATIONS DU {self.body.upper()}",
            f"EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU {self.body.upper()}\n"
            f"{'DU' if self.authority.startswith('S') else 'DE LA'} {self.authority.upper()}",
            f"Département de la Loire\nArrondissement de Roanne\n{self.authority.upper()}\n\n"
            "Extrait du registre des délibérations",
            f"{self.authority.upper()}\n\nDÉLIBÉRATION DU {self.body.upper()}",
        ])
        vote = self.pick("votes", [
            ("à l'unanimité", None), ("à l'unanimité des membres présents et représentés", None),
            ("par {yes} voix pour, {no} voix contre et {abstain} abstention(s)", None),
            (None, "VOTE : Pour : {yes} – Contre : {no} – Abstention : {abstain}"),
            (None, "Pour : {yes}\nContre : {no}\nAbstentions : {abstain}"),
            (None, "Résultat du vote\nPour {yes}    Contre {no}    Abstention {abstain}"),
            ("à la majorité ({yes} pour, {no} contre, {abstain} abstentions)", None),
            (None, "Adopté à l'unanimité."), (None, "Vote : unanimité"), (None, "UNANIMITÉ"),
            ("avec {yes} voix pour, {no} voix contre, {abstain} abstention(s)", None),
            (None, "Suffrages exprimés : {cast}\nPour : {yes}\nContre : {no}\nAbstention : {abstain}"),
            (None, "{yes} POUR, {no} CONTRE, {abstain} ABSTENTION"),
            (None, "Votants : {voting}   Pour : {yes}   Contre : {no}   Abstention : {abstain}"),
            (None, "Vote(s) : {yes} pour – {no} contre – {abstain} abstention"),
            ("à l'unanimité des suffrages exprimés", None),
        ])
        self.isUnanimous = any(part and "unanimité" in part.lower() for part in vote)
        if self.isUnanimous:
            self.no = self.abstain = 0
        self.yes = self.voting - self.no - self.abstain
        counted = {"yes": self.yes, "no": self.no, "abstain": self.abstain, "voting": self.voting,
                   "cast": self.yes + self.no}
        inline, below = [part and part.format(**counted) for part in vote]
        counts = self.pick("counts", [
            "", f"Nombre de conseillers en exercice : 15\nPrésents : {len(names)}\nVotants : {self.voting}",
            f"Nombre de membres\nen exercice : 15\nprésents : {len(names)}\nvotants : {self.voting}",
            f"Membres en exercice : 15 - Présents : {len(names)} - Pouvoirs : {len(self.givers)} - "
            f"Votants : {self.voting}",
            f"Nombre de conseillers :\n- en exercice : 15\n- présents : {len(names)}\n- votants : {self.voting}\n"
            f"- pour : {self.yes}\n- contre : {self.no}\n- abstentions : {self.abstain}",
            f"En exercice : 15    Présents : {len(names)}    Votants : {self.voting}    Pour : {self.yes}    "
            f"Contre : {self.no}    Abstention : {self.abstain}",
            f"Date de convocation : {date}\nDate d'affichage : {date}\nNombre de membres en exercice : 15\n"
            f"Nombre de présents : {len(names)}\nNombre de votants : {self.voting}",
        ])
        if "ontre" in counts and below and "contre" in below.lower():
            below = None
        self.isCounted = "ontre" in counts or not self.isUnanimous
        sitting = self.pick("sitting", [
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
        text = self.pick("text", [
            "Vu le code général des collectivités territoriales, et notamment ses articles L. 2121-29 et suivants,\n"
            "Vu le budget,\nConsidérant l'intérêt de ce projet pour la population,",
            f"{monsieur} le {self.office} expose à l'assemblée qu'il convient de se prononcer sur ce dossier, qui a "
            "été présenté en commission. Le montant prévu est de 12 500 €.",
            "Rapporteur : Mme Odile BRIANCE\n\nLe rapporteur présente le dossier. Les services ont instruit la demande.",
            f"{monsieur} le {self.office} rappelle que la commission s'est réunie et propose d'émettre un avis "
            "favorable. Il invite le conseil à en délibérer.",
            "Exposé des motifs :\nLa collectivité souhaite poursuivre son effort dans ce domaine.\n\nVu le code ;\n"
            "Considérant qu'il y a lieu de délibérer ;",
        ])
        clause = r.choice([
            "d'approuver la proposition qui lui est faite", "de fixer les montants comme indiqué ci-dessus",
            "d'autoriser son représentant à signer tout document relatif à ce dossier",
        ])
        comma, space = (f", {inline}", f" {inline}") if inline else ("", "")
        decision = self.pick("decision", [
            f"Le {self.body}, après en avoir délibéré{comma} :\n- DÉCIDE {clause}.",
            f"Après en avoir délibéré, le {self.body}{comma}, décide {clause}.",
            f"Ouï l'exposé, le {self.body}, après en avoir délibéré{comma},\n\nDÉCIDE\n\nArticle 1 : {clause}.\n"
            f"Article 2 : de charger le {self.office} de l'exécution de la présente délibération.",
            f"LE {self.body.upper()},\nAprès en avoir délibéré{comma},\nAPPROUVE la proposition du {self.office},\n"
            f"AUTORISE le {self.office} à signer les actes correspondants.",
            f"Il est proposé au {self.body} {clause}.\n\nLe {self.body}, après en avoir délibéré{comma}, adopte cette "
            "proposition.",
            f"Le {self.body}{comma} :\n• approuve la proposition ;\n• autorise le {self.office} à signer.",
            f"Sur proposition du {self.office}, après en avoir délibéré, le {self.body} DÉCIDE{space} :\n"
            f"1°) {clause} ;\n2°) d'inscrire les crédits au budget.",
            f"Le {self.body} a délibéré et a décidé{space} {clause}.",
            f"LE {self.body.upper()},\nsur le rapport de sa commission{comma},\n\nDÉLIBÈRE\n\nArticle unique : {clause}.",
            f"Les membres du {self.body}, après délibération{comma}, acceptent {clause}.",
            f"Entendu l'exposé et après en avoir délibéré, le {self.body} vote{space} la proposition.",
        ])
        close = self.pick("close", [
            f"Fait et délibéré les jour, mois et an que dessus.\nLe {self.office},\n{given} {family}",
            f"Pour extrait conforme,\nLe {self.office},\n{given} {family}",
            f"Ainsi fait et délibéré en séance.\n\nLe {self.office}    Le secrétaire de séance\n"
            f"{given} {family}    {' '.join(self.secretary)}",
        ])
        lists = [roll, proxies, absent, secretary]
        if r.random() < 0.3:
            lists = [roll, absent, proxies, secretary]
        people = "\n\n".join(filter(None, lists))
        order = self.pick("order", [
            [head, counts, sitting, people, number + "\n" + title, text], [head, number, counts, sitting, people, title, text],
            [head, number + "\n\n" + title, counts, sitting, people, text],
            [head, sitting, counts, people, number, title, text],
        ])
        return "\n\n".join(filter(None, order + [decision, below, close]))

    def printed(self):
        """The text with lines of a page's width."""
        lines = (textwrap.fill(line, 95, break_on_hyphens=False) if len(line) > 95 else line
                 for line in self.text.split("\n"))
        return "\n".join(lines) + "\n"

    def missed(self, document):
        """The fields that an output has otherwise than the text says."""
        acts = document.get("deliberations", [])
        act = acts[0] if acts else {}
        session, roll = act.get("session", {}), act.get("attendance", {})
        decision = (act.get("decisions") or [{}])[0]
        votes = decision.get("vote", {})
        date = f"{self.year}-{self.month + 1:02d}-{self.day:02d}"
        gone = {key(p) for status in ("absent", "excused") for p in roll.get(status, [])}
        yield "acts", len(acts) == 1
        yield "number", fold(act.get("number")) == fold(self.number)
        yield "title", fold(act.get("title")) == fold(self.title)
        yield "date", session.get("date") == date
        yield "president", key(session.get("president")) == self.present[0][1]
        yield "secretary", key(session.get("secretary")) == self.secretary[1]
        yield "authority", fold(self.place) in fold((act.get("authority") or {}).get("name"))
        yield "present", sorted(map(key, roll.get("present", []))) == sorted(p[1] for p in self.present)
        yield "absences", gone - {p[1] for p in self.givers} == {p[1] for p in self.absent}
        yield "proxies", (sorted((key(p.get("from")), key(p.get("to"))) for p in roll.get("proxies", []))
                          == sorted((giver[1], holder[1]) for giver, holder in self.proxies))
        yield "result", decision.get("result") == "adopted"
        yield "unanimity", not self.isUnanimous or decision.get("unanimous", False)
        told = [votes.get(option, {}).get("count") for option in ("yes", "no", "abstain")]
        meant = [self.yes, self.no, self.abstain]
        yield "votes", not self.isCounted or [told[0], told[1] or 0, told[2] or 0] == meant
        yield "wrong without a flag", not self.isCounted or all(
            count in (None, value) or votes[option].get("needs_review")
            for count, value, option in zip(told, meant, ("yes", "no", "abstain")))


def fold(text):
    """Letters without accents, case, spaces and quotes."""
    letters = unicodedata.normalize("NFD", text or "").replace("’", "'")
    return "".join(c for c in letters if not unicodedata.combining(c) and c not in " «»").upper()


def key(person):
    """The family name by which a person of these documents is known."""
    name = fold((person or {}).get("name"))
    return next((family for family in FAMILY if family in name), name)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--binary", default=".build/release/extract")
    parser.add_argument("--keep", help="a folder for the texts, which are thrown away otherwise")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(options.keep or scratch)
        folder.mkdir(parents=True, exist_ok=True)
        source = random.Random(options.seed)
        acts = {f"{index:04d}.txt": Act(source) for index in range(options.count)}
        for name, act in acts.items():
            (folder / name).write_text(act.printed(), encoding="utf-8")
        run = subprocess.run([options.binary, "--quiet", *(str(folder / name) for name in acts)],
                             capture_output=True, text=True)
        outputs = {}
        for line in run.stdout.splitlines():
            output = json.loads(line)
            outputs[output["source"]["file_name"]] = output
    seen, missed, examples = collections.Counter(), collections.defaultdict(collections.Counter), collections.defaultdict(list)
    for name, act in acts.items():
        seen.update(act.choices.items())
        for field, is_right in act.missed(outputs.get(name, {})):
            missed[field].update([] if is_right else act.choices.items())
            if not is_right:
                examples[field].append(name)
    print("| field | missed | beside |\n|---|---|---|")
    for field in missed:
        share = len(examples[field]) / len(acts)
        often = sorted(((count / seen[choice], choice) for choice, count in missed[field].items() if count > 2), reverse=True)
        beside = ", ".join(f"{what} {which}: {rate:.2f}" for rate, (what, which) in often[:4] if rate > 1.5 * share)
        print(f"| {field} | {share:.3f} | {beside} {' '.join(examples[field][:3]) if beside else ''} |")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Minutes whose people and decisions are worded by chance, and how the program reads them.

Tests/Benchmarks/decisions.py [--seed N] [--count N] [--binary PATH] [--keep FOLDER]

Each document is the minutes of one sitting with one act of each kind: a counted vote, a unanimous one, one that
somebody keeps out of, an election, a nomination, grants, and one that is rejected, adjourned, noted or an opinion.
The heads are plain, so that only people and decisions are asked. Where a wording is missing, add it to its list.
"""
from session import FAMILY, FEMALE, GIVEN, MONTHS, Session, fold, key, run

WORDS = "zéro une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze".split()
COMMUNES = ["Montreval", "Villedomange", "Aubertin-les-Bois"]
ASSOCIATIONS = [
    "Comité des fêtes de Montreval", "Amicale des sapeurs-pompiers", "Club de l'Amitié", "Tennis club du Val",
    "Société de musique Sainte-Cécile", "Les Restaurants du cœur", "Union sportive montrevaloise", "Les Doigts agiles",
    "Secours populaire, comité du Val", "Coopérative scolaire", "ADMR du Val", "Foyer rural d'Aubertin",
]
SUBJECTS = [
    "Cession d'un chemin rural", "Modification du règlement de la cantine", "Acquisition d'un véhicule",
    "Convention avec le centre de gestion", "Tarifs de location de la salle", "Plan de financement de la halle",
    "Dénomination d'une rue", "Création d'un poste d'adjoint technique", "Rapport sur la qualité de l'eau",
    "Programme de voirie", "Adhésion au groupement de commandes", "Bail de l'ancienne école",
]


class Minutes(Session):
    """One sitting, drawn by `random`, with the choices that made it."""

    def __init__(self, random):
        super().__init__(random)
        self.text = self.write()

    def write(self):
        r = self.random
        self.name = self.pick("name", [
            lambda p: f"{self.address(p)} {p[0]} {p[1]}", lambda p: f"{p[0]} {p[1]}", lambda p: f"{p[1]} {p[0]}",
            lambda p: f"{self.address(p)} {p[1]} {p[0]}", lambda p: f"{self.address(p)} {p[0]} {p[1].title()}",
        ])
        self.mention = self.pick("mention", [
            lambda p: f"{self.address(p)} {p[1]}", lambda p: f"{self.address(p)} {p[0]} {p[1]}",
            lambda p: f"{'Madame' if p[0] in FEMALE else 'Monsieur'} {p[1]}", lambda p: f"{p[0]} {p[1]}",
        ])
        self.chair = "Le président" if self.office == "président" else "Le maire"
        self.truth = {}
        self.yes = self.voting - self.no - self.abstain
        kinds = [self.counted, self.unanimous, self.kept_out, self.election, self.nomination, self.grants, self.other]
        r.shuffle(kinds)
        subjects = r.sample(SUBJECTS, len(kinds))
        head = self.pick("head", ["{n}. {title}", "Délibération n° {year}-{n:02d} : {title}", "{n} – {title}",
                                  "Objet : {title}", "{n}) {title}", "POINT N° {n} : {title}"])
        items = []
        for place, (kind, subject) in enumerate(zip(kinds, subjects), 1):
            self.items = {"title": subject, "result": "adopted"}
            text = kind()
            self.truth[kind.__name__] = self.items
            title = self.items["title"]
            items.append(head.format(n=place, title=title, year=self.year) + "\n\n" + text)
        given, family = self.present[0]
        date = f"{'1er' if self.day == 1 else self.day} {MONTHS[self.month]} {self.year}"
        return "\n\n".join([
            f"{self.authority.upper()}\n\nPROCÈS-VERBAL DU {self.body.upper()}\nSéance du {date}",
            f"Le {date} à 20 heures, le {self.body}, légalement convoqué, s'est réuni sous la présidence de "
            f"{'Madame' if given in FEMALE else 'Monsieur'} {given} {family}, {self.office}.",
            self.roll(), f"Secrétaire de séance : {self.name(self.secretary)}", *items,
            "L'ordre du jour étant épuisé, la séance est levée à 22 heures.", f"Le {self.office},\n{given} {family}"])

    # Who is there.

    def roll(self):
        people, name = self.present, self.name
        names = [name(p) for p in people]
        women = [p[1] for p in people if p[0] in FEMALE]
        men = [p[1] for p in people if p[0] not in FEMALE]
        thirds = [names[i::3] for i in range(3)]
        columns = lambda texts: "\n".join(f"{a:<44}{b}" for a, b in zip(texts[::2], texts[1::2] + [""]))
        marks = "".join(f"{p[1] + ' ' + p[0]:<34}{'X' if p in people else '':<12}"
                        f"{'' if p in people else 'X':<12}\n" for p in people + self.absent)
        grouped = " ; ".join(f"{t} {', '.join(g)}" for t, g in (("MM.", men), ("Mmes", women)) if g)
        spelled = ", ".join(f"{t} {', '.join(g[:-1])} et {g[-1]}" for t, g in
                            (("Mesdames", women), ("Messieurs", men)) if len(g) > 1)
        form = self.pick("roll", [
            f"Étaient présents : {', '.join(names)}.", "Présents :\n" + "\n".join(names),
            "Présents :\n" + columns(names), f"Présents : {grouped}." if grouped.count(" ") > 3 else ", ".join(names),
            f"Étaient présents : {spelled}." if min(len(women), len(men)) > 1 else f"Présents : {', '.join(names)}",
            "Étaient présents : " + ", ".join(f"{n} ({COMMUNES[i % 3]})" for i, n in enumerate(names)) + ".",
            "Étaient présents :\n" + "\n".join(f"{c} : {', '.join(t)}" for c, t in zip(COMMUNES, thirds)),
            "Présents pour " + "\npour ".join(f"{c} : {', '.join(t)}" for c, t in zip(COMMUNES, thirds)),
            "Étaient présents :\nGroupe « Ensemble » : " + ", ".join(names[:6]) + "\nGroupe « Demain » : "
            + ", ".join(names[6:]),
            f"{'Nom':<34}{'Présent':<12}{'Absent':<12}\n" + marks,
            f"Présents : {names[0]}, {self.office} ; {names[1]}, {names[2]}, adjoints ; {', '.join(names[3:])}, "
            "conseillers.",
            f"Présents ({len(names)}) : {' – '.join(names)}", f"Présents : {len(names)}\n{', '.join(names)}",
            "Sont présents les membres suivants :\n" + "\n".join(f"{i}. {n}" for i, n in enumerate(names, 1)),
            "Étaient présents " + ", ".join(names[:-1]) + " et " + names[-1] + ".",
            "PRÉSENTS\n" + "\n".join("• " + n for n in names),
            f"Présents titulaires : {', '.join(names[:-2])}\nPrésents suppléants : {', '.join(names[-2:])}",
        ])
        self.isMarked = self.choices["roll"] == 9
        pairs = [(name(g), name(h)) for g, h in self.proxies]
        join = self.pick("proxies", [
            ("Pouvoirs : ", " ; ", "{} à {}"), ("Absents représentés : ", ", ", "{} (pouvoir à {})"),
            ("Procurations :\n", "\n", "{} a donné procuration à {}"), ("", "\n", "{} a donné pouvoir à {}."),
            ("Excusés : ", ", ", "{} qui a donné pouvoir à {}"), ("Pouvoirs :\n", "\n", "{} → {}"),
            ("Représentés : ", ", ", "{} représenté par {}"), ("Mandants et mandataires :\n", "\n", "{}    {}"),
            ("", "\n", "{0} est excusé et donne pouvoir à {1} pour voter en son nom."),
            ("", "\n", "{1} a reçu pouvoir de {0}."), ("Pouvoirs : ", ", ", "de {} à {}"),
            ("", "\n", "Procuration de {} en faveur de {}"), ("Ont donné pouvoir : ", ", ", "{} à {}"),
            ("Absents excusés ayant donné mandat de vote :\n", "\n", "Mandant : {}    Mandataire : {}"),
            ("Absents ayant donné procuration : ", " – ", "{} (proc. à {})"),
            ("", "\n", "Absent ayant donné pouvoir : {} (à {})"),
        ])
        proxies = join[0] + join[1].join(join[2].format(*pair) for pair in pairs) if pairs else ""
        gone = ", ".join(map(name, self.absent))
        label = self.pick("absences", ["Absents : ", "Absents excusés : ", "Était absent : ", "Excusés : ",
                                       "Absents non représentés : ", "Absent(e)s : "])
        return "\n".join(filter(None, [form, proxies, label + gone if gone and not self.isMarked else ""]))

    # What is decided.

    def motion(self, manner=""):
        """A sentence that decides, with the manner in its place."""
        comma = f", {manner}" if manner else ""
        return self.pick("motion", [
            f"Le {self.body}, après en avoir délibéré{comma}, approuve cette proposition.",
            f"Après en avoir délibéré, le {self.body}{comma} :\n- approuve la proposition ;\n- autorise le "
            f"{self.office} à signer les pièces.",
            f"Le {self.body} décide{' ' + manner if manner else ''} de suivre cet avis.",
            f"{self.chair} met la proposition aux voix. Elle est adoptée{' ' + manner if manner else ''}.",
            f"Le {self.body}{comma}, DÉCIDE :\nArticle 1 : la proposition est approuvée.",
        ])

    def counted(self):
        r = self.random
        opposed = r.sample(self.present[1:], self.no + self.abstain)
        no, abstain = opposed[:self.no], opposed[self.no:]
        shown = self.mention
        listed = lambda people: ", ".join(map(shown, people))
        named = lambda people: f" ({listed(people)})" if people else ""
        word = lambda n, unit: f"{n} {unit}" + ("s" if n > 1 and unit != "voix" else "")
        y, n, a = self.yes, self.no, self.abstain
        said = lambda people, one, many: (f"{' et '.join(map(shown, people))} {many if len(people) > 1 else one}. "
                                          if people else "")
        inline, below, asks = self.pick("vote", [
            (f"par {y} voix pour, {n} voix contre{named(no)} et {word(a, 'abstention')}{named(abstain)}", None, 3),
            (None, f"Pour : {y} – Contre : {n}{named(no)} – Abstention : {a}{named(abstain)}", 3),
            (None, f"Pour : {y}\nContre : {n}{named(no)}\nAbstentions : {a}{named(abstain)}", 3),
            (None, f"Vote : {y} voix pour, {n} contre{named(no)}, {word(a, 'abstention')}{named(abstain)}", 3),
            (f"par {WORDS[y]} voix pour, {WORDS[n]} contre{named(no)} et {WORDS[a]} abstention{named(abstain)}", None, 3),
            (f"par {y} ({WORDS[y]}) voix pour, {n} ({WORDS[n]}) contre et {a} ({WORDS[a]}) abstentions", None, 2),
            (None, f"Votants : {self.voting}\nAbstentions : {a}\nExprimés : {y + n}\nPour : {y}\nContre : {n}", 2),
            (None, f"    Pour      Contre    Abstention\n     {y}         {n}          {a}", 2),
            (None, f"| POUR | CONTRE | ABSTENTION |\n| {y} | {n} | {a} |", 2),
            (f"par {y} voix contre {n} et {word(a, 'abstention')}", None, 2),
            (f"à la majorité ({y} pour, {n} contre{named(no)}, {a} abstention{named(abstain)})", None, 3),
            (None, f"Abstention : {a}{named(abstain)}   Contre : {n}{named(no)}   Pour : {y}", 3),
            (None, f"Résultat du vote : {y} pour / {n} contre / {word(a, 'abstention')}", 2),
            ("à la majorité", said(no, "vote contre", "votent contre") + said(abstain, "s'abstient", "s'abstiennent"), 1),
            (f"par {y} voix", (f"Ont voté contre : {listed(no)}\n" if no else "")
             + (f"Se sont abstenus : {listed(abstain)}" if abstain else ""), 1),
            (f"avec {y} voix pour" + (f", {n} voix contre : {listed(no)}" if n else "")
             + (f", {word(a, 'abstention')} : {listed(abstain)}" if a else ""), None, 3),
            (None, f"POUR {y}, CONTRE {n or 'néant'}, ABSTENTION {a or 'néant'}", 2),
            (None, f"Vote à bulletin secret : {y} oui, {n} non, {word(a, 'bulletin')} blanc{'s' if a > 1 else ''}.", 4),
            (f"moins {word(n, 'voix')} contre{named(no)} et {word(a, 'abstention')}{named(abstain)}", None, 1),
            (None, f"{y} votes pour, {word(n, 'vote')} contre{named(no)}, {word(a, 'abstention')}{named(abstain)}", 3),
            (None, (f"Contre : {listed(no)}\n" if no else "") + (f"Abstention : {listed(abstain)}\n" if a else "")
             + f"Pour : {y}", 1),
            (None, f"Pour : {y} voix\nContre : {n} voix" + (f" – {listed(no)}" if n else "") + f"\nAbstention : {a} voix"
             + (f" – {listed(abstain)}" if a else ""), 3),
        ])
        self.items.update(vote=(y, n, None if asks == 4 else a) if asks > 1 else (), voters=(no, abstain) if asks in (1, 3) else None)
        return "\n".join(filter(None, [self.motion(inline or ""), below]))

    def unanimous(self):
        inline, below = self.pick("unanimity", [
            ("à l'unanimité", None), ("à l'unanimité des membres présents et représentés", None), (None, "Vote : unanimité"),
            (None, "Adopté à l'unanimité."), (None, "UNANIMITÉ"), (None, f"Accord unanime du {self.body}."),
            ("à main levée et à l'unanimité", None), ("à l'unanimité des votants", None), (None, "Pour : unanimité"),
            (None, "Accord de tous."), ("unanimement", None), ("à l'unanimité des suffrages exprimés", None),
            (None, "Cette proposition recueille l'unanimité."), (None, f"Le {self.body} est unanimement favorable."),
        ])
        self.items["unanimous"] = True
        return "\n".join(filter(None, [self.motion(inline or ""), below]))

    def kept_out(self):
        people = self.random.sample(self.present[1:], self.random.choice([1, 1, 2]))
        shown, many = [self.mention(p) for p in people], len(people) > 1
        both, listed = " et ".join(shown), ", ".join(shown)
        s, plural = ("s" if many else ""), (lambda one, more: more if many else one)
        office = self.random.choice(["président du club", "membre du bureau de l'association", "parent du preneur"])
        each = " et ".join(f"{n} ({office})" for n in shown)
        told, after = self.pick("recusal", [
            (f"{shown[0]}, {office}, ne prend pas part au vote.", 1), (f"Ne {plural('prend', 'prennent')} pas part au vote : {listed}", 0),
            (f"{both} {plural('ne participe', 'ne participent')} ni au débat ni au vote.", 1),
            (f"{both} {plural('sort', 'sortent')} de la salle et ne {plural('prend', 'prennent')} pas part au vote.", 1),
            (f"NPPV : {listed}", 0), (f"({both} {plural('ne prend', 'ne prennent')} pas part au vote)", 0),
            (f"{both}, intéressé{s} à l'affaire, se {plural('retire', 'retirent')} au moment du vote.", 1),
            (f"{each} {plural('quitte', 'quittent')} la salle et ne {plural('prend', 'prennent')} pas part au vote.", 1),
            (f"{both} {plural('se déporte', 'se déportent')}.", 1), (f"N'{plural('a', 'ont')} pas pris part au vote : {listed}.", 0),
            (f"{both}, concerné{s} par ce dossier, n'{plural('a', 'ont')} participé ni à la discussion ni au vote.", 1),
            (f"Non-participation au vote : {listed}", 0), (f"Sortie de {both}, qui ne {plural('vote', 'votent')} pas.", 1),
            (f"{both} {plural('étant sorti', 'étant sortis')} de la salle, il est procédé au vote.", 1),
            (f"Hors de la présence de {both}, le vote a lieu.", 1), (f"{both} n'{plural('a', 'ont')} pas souhaité prendre part au vote.", 0),
            (f"{both}, {office}, {plural('quitte', 'quittent')} la séance pendant l'examen de ce point.", 1),
            (f"Conformément à l'article L. 2131-11, {both} ne {plural('prend', 'prennent')} part ni à la délibération ni au vote.", 1),
            (f"Ne {plural('participe', 'participent')} pas au vote : {len(people)} ({listed})", 0),
        ])
        self.items["recusals"] = people[:1] if self.choices["recusal"] == 0 else people
        decided = self.motion("à l'unanimité")
        return told + "\n" + decided if after else decided + "\n" + told

    def election(self):
        one, two = self.random.sample(self.present[1:], 2)
        win, void = self.voting - 3, 1
        feminine = one[0] in FEMALE
        e, post = ("e" if feminine else ""), self.random.choice(["vice-président", "délégué", "membre du bureau"])
        post += e if post[0] != "m" else ""
        a, b = self.mention(one), self.mention(two)
        tally = (f"Nombre de bulletins : {self.voting}\nBulletins blancs : {void}\nBulletins nuls : 0\nSuffrages exprimés : "
                 f"{self.voting - void}\nMajorité absolue : {(self.voting - void) // 2 + 1}")
        text, votes = self.pick("election", [
            (f"{tally}\nOnt obtenu :\n{a} : {win} voix\n{b} : 2 voix\n{a}, ayant obtenu la majorité absolue, est "
             f"proclamé{e} {post}.", 1),
            (f"Le vote a lieu au scrutin secret. {a} obtient {win} voix, {b} 2 voix ; un bulletin blanc. {a} est élu{e} {post}.", 1),
            (f"Candidats : {a} et {b}.\n{tally}\n- {a} : {win} voix\n- {b} : 2 voix\nEst élu{e} : {a}.", 1),
            (f"{a} se porte {'candidate' if e else 'candidat'}. {'Elle' if e else 'Il'} est élu{e} {post} à l'unanimité.", 0),
            (f"{tally}\n{'Candidat':<34}Voix\n{a:<34}{win}\n{b:<34}2\n{a} est élu{e} {post}.", 1),
            (f"Premier tour :\n{tally}\n{a} : 4 voix\n{b} : 4 voix\nDeuxième tour :\n{tally}\n{a} : {win} voix\n{b} : 2 voix\n"
             f"{a} est proclamé{e} élu{e} {post} au deuxième tour.", 1),
            (f"Est candidat{e} : {a}. À l'issue du vote, {a} recueille {win} suffrages et 3 bulletins sont blancs. {a} est "
             f"déclaré{e} élu{e}.", 1),
            (f"{a} est élu{e} {post} par {win} voix contre 2 à {b}.", 1),
            (f"{a}, seul{e} candidat{e}, est désigné{e} {post} par {win} voix pour et 3 abstentions.", 1),
            (f"Résultats :\n{a} : {win} voix – {b} : 2 voix – Blanc : 1\n{a} est installé{e} dans ses fonctions de {post}.", 1),
            (f"Après dépouillement, {a} est élu{e} avec {win} voix en qualité de {post}.", 1),
            (f"Ont obtenu : {a}, {win} voix ; {b}, 2 voix. Le {self.body} proclame {a} élu{e} {post}.", 1),
        ])
        self.items.update(title=f"Élection d'un {post}", elected={one[1]: win if votes else None})
        return f"Il est procédé à l'élection d'un {post}.\n" + text

    def nomination(self):
        a, b, c, d = people = self.random.sample(self.present[1:], 4)
        m = self.mention
        e = lambda p: "e" if p[0] in FEMALE else ""
        body = "Syndicat des eaux du Val"
        text, who = self.pick("nomination", [
            (f"désigne {m(a)} délégué{e(a)} titulaire et {m(b)} délégué{e(b)} suppléant{e(b)}.", 2),
            (f"désigne :\n- titulaires : {m(a)}, {m(b)}\n- suppléants : {m(c)}, {m(d)}", 4),
            (f"désigne en qualité de titulaires {m(a)} et {m(b)}, et en qualité de suppléants {m(c)} et {m(d)}.", 4),
            (f"nomme {m(a)} pour représenter la collectivité au {body}.", 1),
            (f"désigne comme délégués :\nTitulaire : {m(a)}\nSuppléant : {m(b)}", 2),
            (f"désigne :\n{'Titulaires':<40}Suppléants\n{m(a):<40}{m(c)}\n{m(b):<40}{m(d)}", 4),
            (f"désigne {m(a)} (titulaire) et {m(b)} (suppléant{e(b)}) pour siéger au {body}.", 2),
            (f"décide de désigner {m(a)} et {m(b)} comme représentants au {body}.", 2),
            (f"DÉSIGNE {m(a)}, {m(b)} et {m(c)} membres de la commission.", 3),
            (f"procède aux désignations suivantes :\n- {body} : {m(a)} (titulaire), {m(b)} (suppléant)\n- Conseil d'école : {m(c)}", 3),
            (f"décide que {m(a)} siégera au {body} et que {m(b)} sera son suppléant.", 2),
        ])
        self.items.update(title=f"Désignation des délégués au {body}", elected={p[1]: None for p in people[:who]})
        return self.pick("names", [f"Le {self.body}, à l'unanimité, ", f"Après en avoir délibéré, le {self.body} "]) + text

    def grants(self):
        r = self.random
        rows = [(name, r.choice([150, 250, 400, 800, 1200, 3500, 12000])) for name in r.sample(ASSOCIATIONS, 3)]
        (a, x), (b, y), (c, z) = rows
        money = self.pick("money", [lambda v: f"{v:,} €".replace(",", " "), lambda v: f"{v:,}".replace(",", " ") + ",00 €",
                                    lambda v: f"{v} euros", lambda v: f"{v:,} €".replace(",", " ")])
        def to(name):
            for start, form in (("Comité", "au "), ("Les ", "aux "), ("Club", "au "), ("Foyer", "au "), ("Secours", "au "), ("Tennis", "au ")):
                if name.startswith(start):
                    return form + (name[4:] if start == "Les " else name)
            return ("à l'" if name[0] in "AUÉ" else "à la ") + name
        bullets = lambda sign: "\n".join(f"{sign} {n} : {money(v)}" for n, v in rows)
        table = lambda head, more: "\n".join([head] + [f"{n:<38}{more(v)}" for n, v in rows])
        text, count = self.pick("grants", [
            (f"attribue une subvention de {money(x)} à l'association {a}.", 1),
            (f"décide de verser {money(x)} {to(a)}, {money(y)} {to(b)} et {money(z)} {to(c)}.", 3),
            ("attribue les subventions suivantes :\n" + bullets("-"), 3), ("vote les subventions ci-après :\n" + bullets("•"), 3),
            ("décide d'allouer :\n" + "\n".join(f"- {money(v)} {to(n)} ;" for n, v in rows), 3),
            ("alloue :\n" + "\n".join(f"– {to(n)} : {money(v)}" for n, v in rows), 3),
            ("attribue les subventions suivantes :\n" + table(f"{'Association':<38}Montant", money), 3),
            ("attribue les subventions du tableau ci-dessous :\n" + table(
                f"{'Association':<38}{'Demandé':<16}{'Proposé':<16}Voté",
                lambda v: f"{money(v + 500):<16}{money(v + 100):<16}{money(v)}"), 3),
            ("attribue les subventions ci-dessous :\n" + table(
                f"{'Bénéficiaire':<38}{'Année ' + str(self.year - 1):<16}Année {self.year}",
                lambda v: f"{money(v - 50):<16}{money(v)}"), 3),
            (f"accorde les subventions suivantes : {a} ({money(x)}), {b} ({money(y)}) et {c} ({money(z)}).", 3),
            (f"accorde {to(a)} une subvention exceptionnelle de {money(x)}.", 1),
            (f"fixe à {money(x)} la subvention versée {to(a)}.", 1),
            (f"octroie une aide d'un montant de {money(x)} {to(a)} pour son fonctionnement.", 1),
            ("attribue :\n" + "\n".join(f"{n} {'.' * (50 - len(n))} {money(v)}" for n, v in rows), 3),
            (f"décide d'attribuer {to(a)} la somme de {money(x)} et {to(b)} la somme de {money(y)}.", 2),
            ("adopte les subventions suivantes :\n" + bullets("-") + f"\nTotal : {money(x + y + z)}", 3),
            (f"autorise le versement d'une subvention de {money(x)} au profit de l'association {a}.", 1),
        ])
        self.items.update(title="Subventions aux associations", grants={beneficiary(n): v for n, v in rows[:count]})
        return f"Le {self.body}, après en avoir délibéré et à l'unanimité, " + text

    def other(self):
        y, n = self.voting - 2, 2
        text, result = self.pick("other", [
            (f"Le {self.body} prend acte de cette communication.", "noted"), ("Dont acte.", "noted"),
            (f"Le {self.body} décide de surseoir à statuer.", "adjourned"), ("Ce point est reporté à une prochaine séance.", "adjourned"),
            (f"{self.chair} retire ce point de l'ordre du jour.", "withdrawn"), ("Point retiré.", "withdrawn"),
            (f"Par {n} voix pour et {y} voix contre, la proposition est rejetée.", "rejected"),
            (f"Le {self.body}, par {y} voix contre et {n} voix pour, refuse cette proposition.", "rejected"),
            (f"La proposition est mise aux voix : {n} pour, {y} contre. Elle n'est pas adoptée.", "rejected"),
            (f"Le {self.body}, à l'unanimité, émet un avis favorable.", "adopted"),
            (f"Le {self.body} émet un avis défavorable au projet de plan de l'État par {y} voix pour et {n} contre.", "adopted"),
            (f"Le {self.body} s'oppose, à l'unanimité, à ce transfert.", "rejected"),
            (f"Le {self.body} n'approuve pas cette proposition ({n} pour, {y} contre).", "rejected"),
            ("Affaire ajournée.", "adjourned"), (f"Le {self.body} décide de ne pas donner suite à cette demande.", "rejected"),
            (f"Le {self.body} a pris connaissance du rapport.", "noted"),
        ])
        self.items["result"] = result
        return f"{self.chair} présente le dossier.\n" + text

    def missed(self, document):
        """The fields that an output has otherwise than the minutes say."""
        acts = document.get("deliberations", [])
        roll = acts[0].get("attendance", {}) if acts else {}
        gone = {key(p) for status in ("absent", "excused") for p in roll.get(status, [])}
        yield "present", sorted(map(key, roll.get("present", []))) == sorted(p[1] for p in self.present)
        yield "absences", gone - {p[1] for p in self.givers} == {p[1] for p in self.absent}
        yield "proxies", (sorted((key(p.get("from")), key(p.get("to"))) for p in roll.get("proxies", []))
                          == sorted((giver[1], holder[1]) for giver, holder in self.proxies))
        yield "acts", len(acts) == len(self.truth)
        found = {fold(act.get("title")): act for act in acts}
        for kind, item in self.truth.items():
            act = found.get(fold(item["title"]))
            if act is not None:
                yield from self.compared(kind, item, act)

    def compared(self, kind, item, act):
        """What one act has right and wrong; a wrong value without a flag is told apart."""
        decisions = act.get("decisions") or [{}]
        decision, isDoubted = decisions[-1], act.get("needs_review") or any(d.get("needs_review") for d in decisions)
        result = decision.get("result")
        yield f"{kind} result", result == item["result"]
        yield f"{kind} silent result", result in (None, item["result"]) or bool(isDoubted)
        votes = decision.get("vote", {})
        told = {o: votes.get(o, {}).get("count") for o in ("yes", "no", "abstain")}
        if item.get("vote"):
            meant = dict(zip(told, item["vote"]))
            yield "counts", all((told[o] or 0) == meant[o] for o in told if meant[o] is not None)
            yield "silent counts", all(told[o] in (None, meant[o]) or meant[o] is None or votes[o].get("needs_review") or isDoubted for o in told)
        if item.get("voters"):
            seats = {o: sorted(key(p["person"]) for d in decisions for p in d.get("positions", []) if p.get("option") == o)
                     for o in ("no", "abstain")}
            yield "voters", all(seats[o] == sorted(p[1] for p in who) for o, who in zip(seats, item["voters"]))
        if "unanimous" in item:
            yield "unanimity", bool(decision.get("unanimous"))
        out = sorted({key(r["person"]) for d in decisions for r in d.get("recusals", [])})
        yield f"{kind} recusals", out == sorted(p[1] for p in item.get("recusals", []))
        elected = {key(e["person"]) for e_ in act.get("elections", []) for e in e_.get("elected", [])}
        yield f"{kind} elected", elected == set(item.get("elected", {}))
        for person, count in item.get("elected", {}).items():
            ballots = [c.get("votes") for e in act.get("elections", []) for round_ in e.get("rounds", [])
                       for c in round_.get("candidates", []) if key(c.get("person")) == person]
            yield f"{kind} votes", count is None or ballots[-1:] == [count]
        given = {beneficiary(g.get("beneficiary")): g for g in act.get("grants", [])}
        meant = item.get("grants", {})
        yield f"{kind} grants", {n: g.get("amount") for n, g in given.items()} == meant
        yield f"{kind} silent grants", all(meant.get(n) == g.get("amount") or g.get("needs_review") or isDoubted
                                           for n, g in given.items())


def beneficiary(name):
    """A beneficiary's name without the article that a sentence changes: "aux Restaurants du cœur"."""
    return fold((name or "").removeprefix("Les "))


if __name__ == "__main__":
    run(Minutes, __doc__)

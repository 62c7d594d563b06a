#!/usr/bin/env python3
"""Minutes of a sitting in many wordings that are put together by chance, and how the program reads them.

Tests/Benchmarks/minutes.py [--seed N] [--count N] [--binary PATH] [--keep FOLDER] [--pdf]

Each document is one sitting with four to nine acts. How items are numbered and headed, where the number of the
act stands, agendas, themes, who reports, debates, decisions, votes, what stands on each page and what is
told without a decision are drawn each from a list of wordings. What is missed is counted per act.
"""
import re

from session import MONTHS, Session, fold, run

TITLES = [
    "Attribution d'une subvention à l'amicale des sapeurs-pompiers", "Vote des taux d'imposition 2024",
    "Décision modificative n° 2 – budget annexe de l'eau", "Convention avec le service départemental d'incendie",
    "Avenant n° 1 au marché de travaux de la salle polyvalente", "Cession d'un terrain au lieu-dit Les Aubépines",
    "Création d'un poste d'adjoint technique territorial à temps non complet (17/35e)", "Tarifs de la cantine",
    "Adhésion au groupement de commandes pour la fourniture d'électricité", "Admission en non-valeur",
    "Rapport annuel sur le prix et la qualité du service public de l'assainissement collectif pour l'année 2023",
    "Travaux de voirie : choix de l'entreprise", "Motion pour le maintien de la trésorerie", "Budget primitif 2024",
    "Dénomination d'une voie nouvelle du lotissement « Le Clos des Vignes »", "Location du logement communal",
    "Acquisition des parcelles cadastrées section AB n° 152 et 153 appartenant aux consorts Delahaye",
    "Mise à jour du tableau des effectifs au 1er septembre 2024", "Compte de gestion 2023 du budget principal",
    "Désaffectation et aliénation d'un chemin rural - enquête publique", "Fonds de concours – éclairage public",
    "Demande de subvention au titre de la DETR 2024 pour la rénovation énergétique de l'école élémentaire et "
    "l'extension du restaurant scolaire", "Modification des statuts du syndicat des eaux",
]
THEMES = ["Finances", "Urbanisme", "Personnel communal", "Voirie", "Affaires scolaires", "Intercommunalité"]
ROMAN = "I II III IV V VI VII VIII IX X".split()
TALK = [
    "{M} le {O} expose le dossier. Ce projet a été étudié en commission et les crédits sont prévus au budget.",
    "Il est rappelé que, par délibération n° 2021-14 du 3 mars 2021, le conseil avait approuvé à l'unanimité le principe "
    "de cette opération. Le coût est estimé à 24 500 € hors taxes.",
    "Plusieurs conseillers demandent des précisions sur le calendrier. Il leur est répondu que les travaux commenceront "
    "à l'automne.\nMme Odile BRIANCE estime la dépense trop élevée et annonce qu'elle votera contre si rien ne change.",
    "Vu le code général des collectivités territoriales,\nVu l'avis favorable émis à l'unanimité par la commission des "
    "finances le 4 mars,\nConsidérant l'intérêt de ce projet pour la population,",
    "Trois devis ont été reçus :\n- entreprise Martel : 12 450,00 € HT\n- société Granval : 13 020,50 € HT\n"
    "- SARL Roussin : 15 900,00 € HT\nLa commission propose de retenir le moins-disant.",
    "{M} le {O} propose au conseil :\n1. d'approuver le projet présenté ;\n2. d'autoriser la signature des pièces.",
    "Un débat s'engage. {M} le {O} rappelle que le bureau s'est prononcé pour, par 5 voix contre 2.", "",
]
# Each: what decides in a sentence, what stands below; {v} is how the vote went, in words.
DECISIONS = [
    ("Le {b}, après en avoir délibéré, {v}, approuve cette proposition.", None),
    ("Après en avoir délibéré, le {b} décide, {v}, d'autoriser le {o} à signer tous les documents.", None),
    ("Le {b} :\n- APPROUVE la proposition ;\n- AUTORISE le {o} à signer.", "{s}"),
    ("Le {b}, ouï l'exposé et après en avoir délibéré, DÉCIDE :\nArticle 1 : d'approuver le projet.\n"
     "Article 2 : d'inscrire les crédits au budget.", "{s}"), (None, "{s}"),
    ("Le {b} adopte {v} cette délibération.", None), ("{v_} , le {b} accepte la proposition.", None),
    ("Le {b} est d'accord.", "{s}"), ("Après délibération, les membres du {b} valident {v} le projet.", None),
    ("La proposition est acceptée {v}.", None), ("Les membres présents donnent leur accord {v}.", None),
    ("Le {b} se prononce favorablement {v}.", None), ("Cette proposition, mise aux voix, est adoptée {v}.", None),
    ("Mis aux voix, le projet est approuvé {v}.", None), ("Il est décidé {v} de suivre cette proposition.", None),
    ("Le {b}, {v}, choisit de retenir cette offre et charge le {o} de la suite.", None),
]
UNANIMOUS = ["à l'unanimité", "à l'unanimité des membres présents", "à l'unanimité des suffrages exprimés", "à l'unanimité des voix"]
COUNTED = ["par {y} voix pour, {n} contre et {a} abstention(s)", "à la majorité ({n} contre, {a} abstention)",
           "avec {y} voix pour, {n} voix contre, {a} abstentions", "par {y} pour, {n} contre, {a} abst."]
BELOW = [("Adopté à l'unanimité.", "Adopté à la majorité ({n} contre, {a} abstentions)."),
         ("Vote : unanimité", "Vote : {y} pour, {n} contre, {a} abstention(s)"),
         ("Délibération adoptée à l'unanimité", "Délibération adoptée par {y} voix pour, {n} contre, {a} abstentions"),
         ("POUR : {y}    CONTRE : 0    ABSTENTION : 0", "POUR : {y}    CONTRE : {n}    ABSTENTION : {a}"),
         ("Pour : {y}\nContre : 0\nAbstention : 0", "Pour : {y}\nContre : {n}\nAbstentions : {a}"),
         ("Votants : {t} - Exprimés : {t} - Pour : {y} - Contre : 0", "Votants : {t} - Exprimés : {x} - Pour : {y} - Contre : {n}"),
         ("Unanimité.", "Majorité : {y} pour, {n} contre, {a} abstentions."), ("Accord unanime.", "Accord ({y} pour, {n} contre, {a} abst.)"),
         ("=> Voté à l'unanimité", "=> Voté à la majorité : {n} voix contre, {a} abstentions"), ("Accord de tous.", "Accord, {n} contre, {a} abstention(s).")]
OTHERS = {
    "noted": ["Le {b} prend acte de cette présentation.", "Le {b} PREND ACTE.", "Dont acte.", "Il est pris acte de ce rapport."],
    "adjourned": ["Le {b} décide de reporter ce point à une prochaine séance.", "Ce point est reporté à la prochaine réunion.",
                  "Affaire reportée.", "Ce dossier est ajourné dans l'attente de précisions.", "La décision est remise à plus tard."],
    "rejected": ["Le {b}, à l'unanimité, refuse cette proposition.", "La proposition est rejetée par {y} voix contre {n}.",
                 "Après en avoir délibéré, le {b} décide de ne pas donner suite.", "Le {b} s'oppose à ce projet."],
    "withdrawn": ["Cette délibération est retirée de l'ordre du jour.", "Le {o} retire ce point de l'ordre du jour."],
}


class Minutes(Session):
    """The minutes of one sitting, with the choices that made them."""

    def __init__(self, random):
        super().__init__(random)
        self.lines = []
        self.acts = []
        self.drawNames()
        self.write()
        self.running = self.pick("running", [
            "", f"{self.authority} – Séance du {self.date}", "Page {p}", f"Conseil du {self.day:02d}/{self.month + 1:02d}/{self.year}    {{p}}",
        ])

    def add(self, text, look=""):
        """Lines with a look: b bold, u underlined, c centred, r to the right, l large, x in a box; empty lines part."""
        self.lines += [(line, look) for line in text.split("\n")] + [("", "")]

    def write(self):
        r = self.random
        upper = self.pick("upper", [str, str.upper])
        record = self.pick("record", [
            f"PROCÈS-VERBAL\nDE LA SÉANCE DU {self.body.upper()}\nDU {self.date.upper()}",
            f"Compte rendu du {self.body}\nSéance du {self.date}", f"PROCES VERBAL DU {self.body.upper()} DU {self.date.upper()}",
            f"{self.body.upper()}\nRÉUNION DU {self.date.upper()}\nPROCÈS-VERBAL", f"Procès-verbal de la réunion du {self.date}",
        ])
        self.add(self.authority.upper(), "c")
        self.add(record, "cb")
        self.add(self.drawSitting())
        for text in filter(None, self.drawLists()):
            self.add(text)
        titles = r.sample(TITLES, r.randint(4, 9))
        self.drawHeads()
        agenda = self.pick("agenda", [None, None, "- ", "{i}. ", "{i} - ", "• ", "", "{i}) "])
        if agenda is not None:
            self.add(self.pick("agenda head", ["Ordre du jour :", "ORDRE DU JOUR", "L'ordre du jour est le suivant :", "Rappel de l'ordre du jour"]), "bu")
            self.add("\n".join(agenda.format(i=i + 1) + title for i, title in enumerate(titles)))
        self.hasMinutes = self.pick("last minutes", [
            "", "Le procès-verbal de la séance précédente est approuvé à l'unanimité.",
            "Le compte rendu de la dernière réunion n'appelant pas d'observation, il est adopté.",
        ])
        if self.hasMinutes:
            self.add(self.hasMinutes)
        theme = self.pick("themes", [None, None, "{}", "{} :", "{u}", "— {u} —"])
        number = r.randint(3, 60)
        for index, title in enumerate(titles):
            if theme is not None and index % 2 == 0:
                name = THEMES[index // 2 % len(THEMES)]
                self.add(theme.format(name, u=name.upper()), "bu" if theme == "{}" else "c")
            self.drawAct(index, number + index, title, upper)
        self.drawEnd()

    def drawHeads(self):
        """How this clerk numbers and heads items."""
        y, m, d = self.year, self.month + 1, self.day
        self.item = self.pick("item", [
            "", "", "{i}. ", "{i} - ", "{i}) ", "{i}°) ", "{r} - ", "{r}. ", "{r}/ ", "Point n° {i} : ", "{i}/ ", "{z}. ", "N° {i} – ",
            "Point {i} – ", "Question n° {i} : ", "Dossier n°{i} - ", "{i} – ", "➢ ", "• ", "{L} - ", "{i}.\t", "1.{i} ", "{i}-",
        ])
        self.own = self.pick("number", [
            "", "", f"{y}-{{n:03d}}", f"{y}/{{n:02d}}", f"DEL{y}_{{n:03d}}", f"D{y % 100}_{{n:03d}}", f"{y}-{m:02d}-{{n:02d}}",
            f"DEL-{y}-{{n:03d}}", f"{{n:02d}}/{y}", f"D{y}-{{n:02d}}", f"CM-{y}-{m:02d}-{d:02d}-{{n:02d}}", f"{y}.{m:02d}.{{n:02d}}",
            f"{y}{m:02d}{d:02d}-{{n:02d}}", f"{y}_{{n:02d}}", f"{y % 100}-{{n:03d}}", f"{{n:03d}}-{y}", f"DCM{y}-{{n:02d}}",
            f"{y}D{{n:02d}}", f"{y}-CM-{{n:03d}}",
        ])
        self.ownPlace = self.pick("number place", [
            "above", "above", "same", "same", "below", "behind", "right", "end", "end right", "with theme",
        ])
        self.ownLabel = self.pick("number label", [
            "Délibération n° {}", "DÉLIBÉRATION N° {}", "DELIBERATION N°{}", "Délibération {}", "N° {}", "{}", "D.C.M. n° {}",
            "N° de délibération : {}", "Délibération n°{}", "Délib. n° {}", "Acte n° {}",
        ])
        self.object = self.pick("object", ["", "", "", "Objet : ", "OBJET : ", "Objet de la délibération : "])
        self.look = self.pick("look", ["b", "bu", "u", "", "bl", "bx", "bc"])
        self.separator = self.pick("separator", [" : ", " - ", " – ", "    "])
        self.parted = self.pick("title lines", [False, False, True])
        self.rapporteur = self.pick("rapporteur", [
            "", "", "Rapporteur : Mme Odile BRIANCE", "(Rapporteur : M. Luc DELMOTTE)", "Rapporteur : le {O}", "Présenté par M. Luc DELMOTTE",
        ])
        self.decision = self.pick("decision", DECISIONS)
        self.isMixed = self.pick("decisions", [False, False, True])
        self.unanimous = self.pick("unanimous", UNANIMOUS)
        self.counted = self.pick("counted", COUNTED)
        self.below = self.pick("below", BELOW)

    def drawAct(self, index, serial, title, upper):
        r = self.random
        words = {"b": self.body, "o": self.office, "O": self.office.capitalize(), "M": self.monsieur}
        item = self.item.format(i=index + 1, r=ROMAN[index], z=f"{index + 1:02d}", L="ABCDEFGHIJ"[index])
        own = self.own.format(n=serial)
        label = self.ownLabel.format(own) if own else ""
        if label == own and not re.match(r"(\d{4}|[A-Z]+[-_ ]?\d{2,4})\D", own):
            label = f"N° {own}"
        text = self.object + upper(title)
        if self.parted and len(text) > 50:
            cut = text.index(" ", len(text) // 2)
            text = text[:cut] + "\n" + text[cut + 1:]
        place = self.ownPlace if own else ""
        head = item + text
        if place == "above":
            head = f"{label}\n{item}{text}"
        elif place == "same":
            item, head = "", f"{label}{self.separator}{text}"
        elif place == "below":
            head += "\n" + label
        elif place == "behind":
            head += f" ({label})"
        elif place == "right":
            first, *rest = (item + text).split("\n")
            head = "\n".join([f"{first:<{max(70, len(first) + 4)}}{own}", *rest]) if len(first) + len(own) < 88 else f"{own}\n{item}{text}"
        elif place == "with theme":
            head = f"{'FINANCES' if index % 3 else 'VOIRIE':<70}{own}\n{item}{text}"
        self.add(head, self.look)
        if self.rapporteur:
            self.add(self.rapporteur.format(**words))
        talk = r.choice(TALK).format(**words)
        if talk:
            self.add(talk)
        result = r.choice(["adopted"] * 12 + ["noted", "adjourned", "rejected", "withdrawn"])
        no, abstain = r.choice([(0, 0)] * 3 + [(1, 0), (2, 1), (0, 2)])
        count = {"y": self.voting - no - abstain, "n": no, "a": abstain, "t": self.voting, "x": self.voting - abstain}
        isUnanimous = no + abstain == 0
        act = {"title": title, "number": own, "item": next(iter(re.findall(r"\d[\d.]*\b", item)), ""),
               "result": result, "unanimous": False, "votes": {}}
        if result != "adopted":
            count["y"], count["n"] = self.voting - 2, 2
            self.add(r.choice(OTHERS[result]).format(**words, **count))
        else:
            sentence, below = r.choice(DECISIONS) if self.isMixed else self.decision
            vote = (self.unanimous if isUnanimous else self.counted).format(**count)
            state = self.below[0 if isUnanimous else 1].format(**count)
            if sentence:
                self.add(sentence.format(v=vote, v_=vote.capitalize(), **words).replace(" ,", ","))
            if below:
                self.add(state)
            printed = state if below else vote
            act["unanimous"] = isUnanimous and ("nanim" in printed or "de tous" in printed)
            if not isUnanimous:
                act["votes"] = {key: value for key, value, sign in (("yes", count["y"], "{y}"), ("no", no, "{n}"), ("abstain", abstain, "{a}"))
                                if sign in (self.below[1] if below else self.counted)}
        if place.startswith("end"):
            self.add(" " * (60 if place == "end right" else 0) + label, "r" if place == "end right" else "")
        self.acts.append(act)

    def drawEnd(self):
        told = self.pick("informal", [
            "", "Questions diverses", "Informations diverses", "QUESTIONS DIVERSES", "Décisions prises par délégation",
        ])
        if told:
            self.add(told, self.look)
            self.add("Décision n° 2024-12 : signature d'un contrat d'entretien de la chaudière pour 1 250 €.\nDécision n° 2024-13 : renouvellement "
                     "d'une concession." if "Décision" in told else f"{self.monsieur} le {self.office} informe le conseil que la fête communale "
                     "aura lieu le 14 juillet.\nLe repas des aînés est fixé au mois d'octobre.")
        recap = self.pick("recapitulation", [False, False, False, True])
        self.add(self.pick("close", ["La séance est levée à 22 h 30.", "L'ordre du jour étant épuisé, la séance est close à 21 heures.",
                                     "Plus personne ne demandant la parole, le président lève la séance à 20h45."]))
        if recap and self.own:
            self.add("LISTE DES DÉLIBÉRATIONS", "b")
            self.add("\n".join(f"{act['number']}    {act['title']}" for act in self.acts))
        self.add(f"Le {self.office},    Le secrétaire de séance,\n{' '.join(self.present[0])}    {' '.join(self.secretary)}")

    @property
    def text(self):
        """The text alone, centred and right-hand lines put in their place, with what stands on every page."""
        lines, page = [], 1
        for index, (line, look) in enumerate(self.lines):
            if self.running and index % 45 == 44:
                lines += ["", self.running.format(p=page), "\f"]
                page += 1
            lines.append(line.center(90).rstrip() if "c" in look and len(line) < 90 else line)
        return "\n".join(lines)

    @property
    def looks(self):
        return self.lines

    def missed(self, document):
        """For each act what an output has otherwise than the text says."""
        found = list(document.get("deliberations", []))
        total = len(found)
        matched = 0
        yield from self.missedOfSession((found or [{}])[0].get("session", {}), (found or [{}])[0].get("attendance", {}))
        for act in self.acts:
            whole = fold(act["title"])
            got = next((a for a in found if fold(a.get("title")) == whole), None)
            yield "title", got is not None
            got = got or next((a for a in found if whole[:18] in fold(a.get("title"))), None)
            yield "act", got is not None
            if got is None:
                continue
            found.remove(got)
            matched += 1
            decision = (got.get("decisions") or [{}])[0]
            votes = decision.get("vote") or {}
            doubt = bool(got.get("needs_review") or decision.get("needs_review"))
            printed = fold(got.get("number"))
            if act["number"]:
                yield "number", printed == fold(act["number"])
            yield "item", not act["item"] or fold(act["item"]).lstrip("0") in fold(got.get("item")) + printed
            yield "result", decision.get("result") == act["result"]
            yield "unanimity", bool(decision.get("unanimous")) == act["unanimous"] or not act["unanimous"]
            counts = {option: (votes.get(option) or {}).get("count") or 0 for option in ("yes", "no", "abstain")}
            if act["votes"]:
                yield "votes", all(counts[option] == value for option, value in act["votes"].items())
            yield "number wrong without a flag", doubt or printed in ("", fold(act["number"]))
            yield "result wrong without a flag", doubt or decision.get("result") in (None, act["result"])
            yield "votes wrong without a flag", doubt or all(
                counts[option] in (0, value) or votes[option].get("needs_review") for option, value in act["votes"].items())
        yield "no act more", total - matched <= bool(self.hasMinutes)


if __name__ == "__main__":
    run(Minutes, __doc__)

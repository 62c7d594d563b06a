#!/usr/bin/env python3
"""Extracts of a register in many wordings that are put together by chance, and how the program reads them.

Tests/Benchmarks/styles.py [--seed N] [--count N] [--binary PATH] [--keep FOLDER]

Each document is one act. Its head, counts, sitting, roll, proxies, absences, secretary, number, title, text,
decision and votes are drawn each from a list of wordings; what it says is known by construction. For each
field the share of documents is printed that miss it, then the wordings beside which it is missed more often
than elsewhere, with documents to look at. Where an authority's wording is missing, add it to its list.
"""
from session import Session, fold, run

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

class Act(Session):
    """One act, with the choices that made it."""

    def __init__(self, random):
        super().__init__(random)
        self.title = random.choice(TITLES)
        self.text = self.write()

    def write(self):
        r = self.random
        given, family, monsieur, date = self.given, self.family, self.monsieur, self.date
        self.drawNames()
        names = self.names
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
        sitting = self.drawSitting()
        roll, proxies, absent, secretary = self.drawLists()
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

    def missed(self, document):
        """The fields that an output has otherwise than the text says."""
        acts = document.get("deliberations", [])
        act = acts[0] if acts else {}
        decision = (act.get("decisions") or [{}])[0]
        votes = decision.get("vote", {})
        yield "acts", len(acts) == 1
        yield "number", fold(act.get("number")) == fold(self.number)
        yield "title", fold(act.get("title")) == fold(self.title)
        yield from self.missedOfSession(act.get("session", {}), act.get("attendance", {}))
        yield "authority", fold(self.place) in fold((act.get("authority") or {}).get("name"))
        yield "result", decision.get("result") == "adopted"
        yield "unanimity", not self.isUnanimous or decision.get("unanimous", False)
        told = [votes.get(option, {}).get("count") for option in ("yes", "no", "abstain")]
        meant = [self.yes, self.no, self.abstain]
        yield "votes", not self.isCounted or [told[0], told[1] or 0, told[2] or 0] == meant
        yield "wrong without a flag", not self.isCounted or all(
            count in (None, value) or votes[option].get("needs_review")
            for count, value, option in zip(told, meant, ("yes", "no", "abstain")))


if __name__ == "__main__":
    run(Act, __doc__)

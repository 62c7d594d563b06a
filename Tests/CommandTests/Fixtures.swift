import SystemTestSupport

/// Documents that the tests of the command share.
enum Fixtures {
  /// An act of which the program has nothing to say.
  static let cleanAct = Places.samples + "/haute-lys/2023/2023-041/source.pdf"
  /// An act with notes and no warning.
  static let notedAct = Places.samples + "/val-d-yerre/2024/2024-063/source.pdf"

  /// A convention without the act that it was attached to.
  static let convention = [
    "CONVENTION DE PARTENARIAT",
    "Entre le Département de la Haute-Lys, représenté par son Président, d’une part,",
    "et l’association « Mille et une pages », représentée par sa présidente, d’autre part,",
    "il est convenu ce qui suit :",
    "Article 1 : Objet",
    "La présente convention fixe les engagements des parties pour la tournée du bibliobus.",
    "Article 2 : Montant",
    "Le Département verse à l’association une participation de 48 600 €.",
    "Article 3 : Durée",
    "La convention prend effet le 1er juin 2023 et prend fin le 31 mai 2024.",
    "Fait à Montlys, en deux exemplaires, le 1er juin 2023",
    "Pour le Département,\tPour l’association,",
  ]

  /// A paper in English that speaks of votes, articles and resolutions.
  static let paper = [
    "Voting Rules in Local Councils: A Survey",
    "Abstract",
    "We study how local councils vote. Article 3 of the charter says that a resolution",
    "is adopted when more members vote for it than against it. In our sample, 23 councils",
    "out of 41 count abstentions as votes against.",
    "1 Introduction",
    "The council met on 12 May 2020. Present were 31 members, and two were excused.",
    "References",
    "[1] A. Smith. Deliberation and decision. Journal of Public Choice, 12:1-20, 1999.",
  ]

  /// An invoice, which is French, has amounts and dates, and decides nothing.
  static let invoice = [
    "FACTURE N° 2024-118",
    "Date : 3 juin 2024",
    "Désignation\tQuantité\tMontant",
    "Papier\t12\t48,60 €",
    "Total à payer : 48,60 €",
  ]
}

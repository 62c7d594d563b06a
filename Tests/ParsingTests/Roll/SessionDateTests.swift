import DeliberationModel
import PageModel
import TestSupport
import Testing

@testable import Parsing

struct `The day of a session` {
  private func head(_ printed: String) -> SessionHead {
    let document = Document(printing: printed)
    return SessionHead(Array(document.lines.indices), of: document)
  }

  @Test(arguments: [
    "PROCÈS-VERBAL DU CONSEIL MUNICIPAL DU 4/05/2022",
    "PROCÈS-VERBAL DU CONSEIL MUNICIPAL DU\nMERCREDI 4 MAI 2022",
    "Compte rendu de la réunion du Conseil Municipal du 4 mai 2022",
    "COMPTE RENDU DU CONSEIL MUNICIPAL DE VALBRUN\n\nMercredi 4 mai 2022",
    "SÉANCE OFFICIELLE DU MERCREDI 4 MAI 2022 à 18 h 00 à la salle des fêtes",
    "L'an deux mille vingt-deux, le quatre mai, le conseil municipal, dûment convoqué le 28 avril"
      + " 2022, s'est réuni en mairie.",
    "Le conseil municipal, légalement convoqué le 28 avril 2022, s'est réuni le 4 mai 2022 à 20 h.",
    "Le 4 mai 2022, à 17 h 35, le conseil municipal, sur convocation adressée par le Maire le 28"
      + " avril 2022, s'est réuni à la mairie.",
    "Date de la convocation : 28 avril 2022\nConseil municipal - Séance du 4 mai 2022",
    "logo\tMercredi 4 mai 2022\nDÉLIBÉRATIONS EXAMINÉES",
    "LISTE DES DÉLIBÉRATIONS EXAMINÉES PAR LE CONSEIL MUNICIPAL\nLE 4 MAI 2022",
    "PROCÈS-VERBAL DE LA RÉUNION DU CONSEIL COMMUNAUTAIRE\nEN DATE DU 4 MAI 2022 A 19H00",
    "PROCÈS-VERBAL DE LA SÉANCE PUBLIQUE DU CONSEIL\nMERCREDI 4 MAI 2022",
    "SÉANCE PUBLIQUE DU 4 MAI 2022",
    "Convocation du : 28/04/2022\tSéance du : 04/05/2022",
    "DÉLIBÉRATION N° CP 2022-117 DU 4 MAI 2022",
    "Le quatre mai deux mille vingt-deux, les membres du conseil municipal, convoqués par le\n"
      + "Maire le vingt-huit avril deux mille vingt-deux, se sont réunis en mairie.",
  ])
  func `is that on which the assembly sat`(printed: String) {
    let read = head(printed + "\nPrésents : Luc PETIT, Anne ROUX")
    #expect(read.session.date?.value.description == "2022-05-04")
    #expect(!read.isDateDoubtful)
  }

  @Test(arguments: [
    "Approbation du procès-verbal de la séance du 6 avril 2022",
    "Le compte rendu de la réunion du 6 avril 2022 est adopté à l'unanimité.",
    "Date de convocation : 28 avril 2022",
    "Affiché le 9 mai 2022",
    "3. Bilan de la séance du 6 avril 2022",
    "Il demande aux membres s'ils ont des remarques sur le compte rendu de la\nséance en date du 6 avril 2022.",
  ])
  func `is not another day that the head prints`(printed: String) {
    #expect(head("Présents : Luc PETIT, Anne ROUX\n" + printed).session.date == nil)
  }

  @Test func `is doubtful where the head prints two, and that of the day of the week counts`() {
    let read = head(
      """
      COMPTE RENDU DU CONSEIL MUNICIPAL
      Mercredi 4 mai 2022
      L'an deux mille vingt-deux, le 5 mai, le conseil municipal s'est réuni en mairie.
      Présents : Luc PETIT, Anne ROUX
      """
    )
    #expect(read.session.date?.value.description == "2022-05-04")
    #expect(read.isDateDoubtful)
  }

  @Test func `is that of the heading where a sentence was left from another session`() {
    let read = head(
      """
      CONSEIL MUNICIPAL
      DU 4 MAI 2022
      Le six avril deux mille vingt-deux, les membres du conseil se sont réunis en mairie.
      Présents : Luc PETIT, Anne ROUX
      """
    )
    #expect(read.session.date?.value.description == "2022-05-04")
    #expect(read.isDateDoubtful)
    #expect(read.isDateUnproved)
  }

  @Test func `has a day of the week`() {
    #expect(CalendarDate(year: 2022, month: 5, day: 4)?.weekday == 2)
    #expect(CalendarDate(year: 2000, month: 2, day: 29)?.weekday == 1)
  }
}

struct `The officers of a session` {
  private func session(_ printed: String) -> Session {
    let document = Document(printing: printed)
    return SessionHead(Array(document.lines.indices), of: document).session
  }

  @Test(arguments: [
    "s'est réuni sous la présidence de Mme Anne ROUX, maire.",
    "Sous la présidence de Madame le Maire, Anne ROUX",
    "Présidence : Anne ROUX",
    "Président de séance : Anne ROUX",
    "Madame Anne ROUX, Maire, préside la séance.",
    "Anne ROUX est présidente de la séance.",
    "La réunion est présidée par Mme Anne ROUX.",
    "Le Maire, Anne ROUX, ouvre la séance à 20 h 05.",
    "Madame Anne ROUX, Présidente, salue les délégués et ouvre la séance à 20 h.",
    "Réunis en séance plénière ouverte par leur présidente, Mme Anne ROUX",
    "sur la convocation qui leur a été adressée par la Présidente, Mme Anne ROUX.",
    "Le quorum étant atteint, Madame le Maire ouvre la séance.\nPrésents : Anne ROUX, Maire, Luc PETIT",
    "sous la présidence de Madame le Maire.\nPrésents : Anne ROUX, Maire, Luc PETIT, adjoint",
  ])
  func `are the president`(printed: String) {
    #expect(session(printed).president?.name == "Anne ROUX")
  }

  @Test(arguments: [
    "Secrétaire de séance : Luc PETIT",
    "Secrétaire de séance désigné à l'unanimité : Luc PETIT",
    "M. Luc PETIT est désigné secrétaire de séance.",
    "Le conseil, réuni à la majorité, a désigné, conformément au code, M. Luc PETIT pour remplir les"
      + " fonctions de secrétaire.",
    "Secrétaire de séance\nMonsieur Luc PETIT est désigné comme secrétaire de séance.",
    "Le secrétariat de la séance est assuré par Luc PETIT",
    "Absents : Jean GRAS, Paul MOREL\nLuc PETIT a été élu secrétaire",
    "M. Luc PETIT est nommé secrétaire de séance\n\nLe Cercle nautique demande une aide.",
    "Secrétaire de séance : Commune d'Orval - M. Luc PETIT",
    "Secrétaire de séance : M. Luc Petit\n\nOBJET : Travaux",
    "Il a été procédé à la nomination d'un secrétaire pris au sein du conseil. M. Luc PETIT, ayant"
      + " obtenu la majorité des suffrages, a été désigné pour remplir ces fonctions.",
    "M. Luc PETIT et Mme Anne ROUX sont désignés comme secrétaires de séance.",
    "M. Luc PETIT fait office de secrétaire.",
  ])
  func `are the secretary`(printed: String) {
    #expect(session(printed).secretary?.name.uppercased() == "LUC PETIT")
  }

  @Test func `are named below the lists too`() {
    let printed =
      "Présents : Luc PETIT, Anne ROUX\n\nMme ROUX ouvre la séance.\nM. PETIT est désigné secrétaire."
    let document = Document(printing: printed)
    let lines = Array(document.lines.indices)
    let head = SessionHead([lines[0]], below: Array(lines.dropFirst()), of: document)
    #expect(head.session.president?.name == "Anne ROUX")
    #expect(head.session.secretary?.name == "Luc PETIT")
  }

  @Test(arguments: [
    "COMPTE RENDU DU CONSEIL MUNICIPAL DE VALBRUN", "DE LA COMMUNE DE VALBRUN",
    "s'est réuni le Conseil municipal de la Commune de Valbrun.",
    "le conseil municipal de la ville de Valbrun, dûment convoqué, s'est assemblé",
    "Nous, Luc PETIT, Maire de Valbrun, avons convoqué le Conseil municipal",
    "Mairie\n1, place du Marché\n37999 Valbrun\nConseil municipal",
  ])
  func `sit for a commune`(printed: String) {
    let document = Document(printing: printed)
    let head = SessionHead(Array(document.lines.indices), of: document)
    #expect(head.authority?.name == "Commune de Valbrun")
  }

  @Test(
    arguments: [
      (
        "les délégués du conseil de la Communauté de Communes Bief – Lande se sont réunis à Orval",
        "Communauté de communes Bief – Lande"
      ),
      (
        "le Conseil communautaire s'est réuni salle de la Communauté de communes du Pays d'Orval,",
        nil
      ),
      (
        "le Conseil communautaire du Plateau d'Orval, légalement convoqué, s'est réuni",
        "Plateau d'Orval"
      ),
      (
        "les membres du Conseil de l'EPT Lande Bief se sont réunis en Mairie d'Orval,",
        "EPT Lande Bief"
      ),
      (
        "Compte rendu du Conseil communautaire Val de Bief du 4 mai 2022", "Val de Bief"
      ),
      ("Conseil communautaire ordinaire du 4 mai 2022", nil),
      ("DU CONSEIL MUNICIPAL\nDU MARDl 26 JUIN 2018", nil),
    ] as [(String, String?)]
  )
  func `sit for a body of communes`(printed: String, name: String?) {
    let document = Document(printing: printed)
    let head = SessionHead(Array(document.lines.indices), of: document)
    #expect(head.authority?.name == name)
  }
}

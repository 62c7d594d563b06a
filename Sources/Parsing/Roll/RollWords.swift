import DeliberationModel
import Lexing

/// The words of the law by which the head of a session says who is there.
enum RollWords {
  // MARK: - What a heading is of

  /// What a word of a heading says of the people below it.
  enum Head: Hashable {
    case present
    case excused
    case absent
    case represented
    /// "pouvoir", "procuration", "mandat".
    case proxy
    /// "Assistaient également", "Invités".
    case guest
    case secretary
    /// "en exercice", "votants", "quorum": a number follows and no list.
    case count
  }

  private static let heads: [(stem: String, endings: Set<String>, head: Head)] = [
    ("present", feminine, .present), ("excuse", feminine, .excused), ("absent", feminine, .absent),
    ("represente", feminine, .represented), ("pouvoir", ["", "s"], .proxy),
    ("procuration", ["", "s"], .proxy), ("mandat", ["", "s"], .proxy),
    ("mandant", ["", "s"], .proxy),
    ("delegation", ["", "s"], .proxy),
    ("assistai", ["ent", "t"], .guest), ("assist", ["ent", "ant", "aient", "e", "erent"], .guest),
    ("participai", ["ent", "t"], .guest), ("invite", feminine, .guest),
    ("secretaire", ["", "s"], .secretary), ("secretariat", [""], .secretary),
    ("votant", ["", "s"], .count), ("exercice", [""], .count), ("quorum", [""], .count),
    ("exprime", ["s"], .count),
  ]
  private static let feminine: Set<String> = ["", "s", "e", "es"]

  /// What a word says, one letter aside in a word of seven letters or more.
  static func head(_ key: String) -> Head? {
    guard key.utf8.count >= 6 else { return nil }
    for (stem, endings, head) in heads where key.hasPrefix(stem) {
      if endings.contains(String(key.dropFirst(stem.count))) { return head }
    }
    guard (7...13).contains(key.utf8.count) else { return nil }
    let word = Array(key.utf8)
    for form in longForms where abs(form.letters.count - word.count) <= 1 {
      if form.letters[0] == word[0], EditDistance.between(form.letters, word, atMost: 1) == 1 {
        return form.head
      }
    }
    return nil
  }

  /// Whether a word may be a damaged one that says what people are: "Absnts", "Fxcusés".
  static func resemblesHead(_ key: String) -> Bool {
    let word = Array(key.utf8)
    return (5...13).contains(word.count)
      && longForms.contains { form in
        abs(form.letters.count - word.count) <= 2
          && EditDistance.between(form.letters, word, atMost: 2) <= 2
      }
  }

  private static let longWords: [(word: String, head: Head)] = [
    ("presents", .present), ("presentes", .present), ("excuses", .excused), ("absents", .absent),
    ("absentes", .absent), ("representes", .represented), ("pouvoirs", .proxy),
    ("procuration", .proxy), ("procurations", .proxy), ("secretaire", .secretary),
  ]
  private static let longForms = longWords.map { (letters: Array($0.word.utf8), head: $0.head) }

  /// Words that stand beside the head of a heading.
  static let besideHeads: Set<String> = [
    "etaient", "etait", "sont", "est", "ont", "avait", "avaient", "ayant", "a", "membre", "membres",
    "conseiller", "conseillers", "conseillere", "conseilleres", "municipal", "municipaux",
    "municipales", "communautaire", "communautaires", "departementaux", "regionaux",
    "metropolitains", "syndicaux", "delegue", "delegues", "deleguee", "deleguees", "elu", "elus",
    "elue", "elues", "titulaire", "titulaires", "suppleant", "suppleants", "suppleante",
    "suppleantes", "le", "la", "les", "l", "de", "des", "du", "d", "au", "en", "seance", "reunion",
    "et", "ou", "non", "avec", "sans", "donne", "donnes", "voix", "deliberative", "consultative",
    "deliberatives", "consultatives", "par", "pour", "conseil", "comite", "bureau", "commission",
    "qui", "leur", "vote", "votes",
    "ecrit", "remplaces", "suivant", "suivants", "suivantes", "egalement", "assistaient",
    "assistait", "nombre", "puis", "dont", "ci", "apres", "mmes", "appel", "l'appel", "ouverture",
    "s", "tous", "autres", "personnes", "debut", "remis", "cours",
    "titre", "avoir", "n", "ayants", "lors", "participants", "visioconference", "representation",
    "liste", "ets", "participaient", "participait", "quorum", "adjoints", "adjointes", "maires",
    "vicepresidents", "vicepresidentes", "mandataires", "nom", "noms", "mandataire",
    "regulierement", "dument", "valablement", "legalement", "nommes", "nommees", "designes",
    "designees", "administrateurs", "administratrices",
  ]

  /// Members by their rank: "Titulaires :" and "Adjoints :" part a list of people.
  static let ranks: Set<String> = [
    "titulaires", "titulaire", "suppleants", "suppleant", "suppleantes", "adjoints", "adjointes",
    "conseillers", "conseilleres", "delegues", "deleguees", "membres", "elus", "maires",
    "vicepresidents", "vicepresidentes",
  ]

  // MARK: - Names

  static let honorifics: [String: (honorific: Honorific, isPlural: Bool)] = [
    "m": (.monsieur, false), "mr": (.monsieur, false), "monsieur": (.monsieur, false),
    "mme": (.madame, false), "madame": (.madame, false), "mlle": (.madame, false),
    "mademoiselle": (.madame, false), "mm": (.monsieur, true), "messieurs": (.monsieur, true),
    "mrs": (.monsieur, true), "ms": (.monsieur, true), "mmes": (.madame, true),
    "mesdames": (.madame, true), "mles": (.madame, true), "mlles": (.madame, true),
  ]

  static let particles: Set<String> = [
    "de", "du", "des", "la", "le", "d", "von", "van", "ben", "el", "les", "da", "dos", "di", "del",
    "della", "al", "y", "den", "der", "dit", "das",
  ]

  /// Small words within the name of a place.
  static let joiners: Set<String> = ["sur", "sous", "en", "aux", "au", "et", "pres", "l"]

  /// What people can stand for: "Commune de Valbrun :".
  static let places: Set<String> = [
    "commune", "ville", "canton", "groupe", "communaute", "syndicat", "college",
  ]

  /// What somebody is in the assembly.
  static let offices: Set<String> = [
    "maire", "mairesse", "maires", "adjoint", "adjointe", "adjoints", "adjointes", "president",
    "presidente", "presidents", "vicepresident", "vicepresidente", "vicepresidents",
    "vicepresidentes", "conseiller", "conseillere", "conseillers", "conseilleres", "municipal",
    "municipale", "municipaux", "municipales", "communautaire", "communautaires", "delegue",
    "deleguee", "delegues", "deleguees", "titulaire", "titulaires", "suppleant", "suppleante",
    "suppleants", "suppleantes", "secretaire", "rapporteur", "depute", "deputemaire", "senateur",
    "doyen", "doyenne", "membre", "membres", "questeur", "mairesadjoints", "maireadjoint",
    "maireadjointe", "mairesadjointes", "vice", "bureau", "departemental", "departementale",
    "regional", "regionale", "syndical", "honoraire", "conseil", "elu", "elue", "representant",
    "representante",
  ]

  /// Words that a name never is, and that a list ends at.
  static let neverNames = Set<String>([
    "seance", "ordre", "date", "nombre", "presents", "conseil", "commune", "lesquels", "lequel",
    "quorum", "vu", "objet", "deliberation", "rapport", "ville", "mairie", "departement", "il",
    "elle", "ils", "elles", "un", "une", "ce", "cette", "ces", "il", "est", "apres", "sur", "sous",
    "dans", "par", "pour", "conformement", "convocation", "compte", "proces", "procesverbal",
    "compterendu", "approbation", "presidence", "ouverture", "debut", "fin", "point", "question",
    "questions", "article", "arrondissement", "canton", "republique", "francaise", "reunion",
    "assemblee", "communaute", "syndicat", "comite", "commission", "bureau", "tous", "formant",
    "soit", "total", "votants", "affichage", "affiche", "lecture", "decision", "decisions",
    "budget",
    "finances", "administration", "generale", "page", "votes", "vote", "contre", "abstention",
    "abstentions", "designation", "election", "groupe", "dont", "puis", "lettre", "monsieur",
    "marche", "travaux", "convention", "subvention", "subventions", "le conseil", "considerant",
    "information", "informations", "adoption", "arrivee", "arrivees", "depart", "departs", "acte",
    "transmis", "recu", "publie", "envoye", "extrait", "registre", "deliberations", "exercice",
    "presentation", "installation", "salle", "affaires", "avis", "nota", "nb", "service",
    "services",
  ]).union(calendar)

  /// Months and days, which are surnames too.
  static let calendar: Set<String> = [
    "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre",
    "novembre", "decembre", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
  ]

  /// "Néant", "aucun": a list that is empty.
  static let nobody: Set<String> = ["neant", "aucun", "aucune", "personne", "rien", "sans", "nul"]

  // MARK: - Remarks

  /// Words that begin a remark beside a name.
  static let remarkStems: [String] = [
    "arriv", "depart", "part", "quitt", "sort", "jusqu", "absent", "excus", "present", "retard",
    "formant", "suppl", "titulaire", "represent", "remplac", "visio", "sauf", "qui", "ayant",
    "compter", "secretaire", "hormis", "entre", "avant", "apres", "pendant", "durant", "adjoint",
    "maire", "conseill", "president", "vice", "delegu", "election", "elu", "dot", "puis", "pouvoir",
    "procuration", "donn", "mandat", "non", "demission", "a", "en", "au", "aux", "charge", "depuis",
    "lors", "uniquement", "empech", "decede", "membre", "rapport", "doyen", "invite", "directeur",
    "directrice", "dgs",
  ]
}

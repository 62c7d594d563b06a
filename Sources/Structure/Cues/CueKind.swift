/// What a cue says of the words that it stands for.
public enum CueKind: String, Hashable, Sendable, CaseIterable {
  /// A formula of deciding: "après en avoir délibéré".
  case formula
  /// The assembly approves, decides, authorises.
  case adopt
  /// A vote and how it went: "à l'unanimité", "12 voix pour".
  case vote
  case reject
  /// "prend acte".
  case note
  case adjourn
  case withdraw
  case elect
  /// Words that take the decision out of what follows: "il est proposé de".
  case void
  /// The beginning of a visa or a reason.
  case visa
  /// The head of the agenda.
  case agenda
  /// The agenda is only named: "au point 3 de l'ordre du jour".
  case quoted
  /// The agenda is changed: "d'ajouter à l'ordre du jour".
  case change
  /// Who is there: "Étaient présents".
  case roll
  /// The head of an act that stands for itself: "Extrait du registre des délibérations".
  case extract
  /// The head of a session: "Séance du 3 mai", "L'an deux mille".
  case session
  /// What the document calls itself: "Procès-verbal", "Compte rendu".
  case record
  /// When something was posted: "Compte rendu affiché le".
  case posting
  /// The heading of a list of délibérations.
  case list
  /// The end of a session: "La séance est levée".
  case close
  /// What is told or asked without a decision: "Questions diverses".
  case informal
  /// An act of one person: "Arrêté du maire", "Convocation au conseil".
  case order
  /// Someone reports, proposes or asks: "Monsieur le maire expose".
  case report
  /// A theme above items, alone on its line: "Finances locales".
  case rubric
  /// What stands beside a title: "Matière : 7.5", "Direction des routes", "Dossier suivi par".
  case aside
  /// A step of an election, alone on its line: "Constitution du bureau", "Résultats du premier tour".
  case stage
  /// Words of a sentence: "Le résultat du vote est :".
  case sentence
  /// What two parties agree: "Entre les soussignés".
  case contract
  /// Words over a signature: "Pour extrait conforme".
  case sign
  /// Someone comes or goes.
  case movement
  /// A word that approves, whatever it stands beside.
  case approval
  /// The minutes of an earlier session: "le compte rendu de la séance du".
  case minutes

  /// Whether the words decide or count votes.
  var decides: Bool {
    switch self {
    case .formula, .adopt, .vote, .reject, .note, .adjourn, .withdraw, .elect: true
    default: false
    }
  }
}

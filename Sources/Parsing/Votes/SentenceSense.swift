import DeliberationModel
import PageModel

/// Whether a sentence of an act can decide: a proposal, a visa, the law's own words, what another
/// body or an earlier session decided, and debate cannot.
enum SentenceSense {
  /// Whether a sentence decides nothing, whatever it says of votes.
  static func isSilent(_ sentence: ActSentence) -> Bool {
    isCited(sentence) || isNarrative(sentence) || isProposal(sentence) || isEarlier(sentence)
      || isOfOthers(sentence)
      || isQuoted(sentence)
      || VoteManner.isUnfilled(sentence.folded)
  }

  /// "Vu l'avis favorable …", "Considérant que …".
  private static func isCited(_ sentence: ActSentence) -> Bool {
    sentence.opens(with: [
      "vu ", "vu:", "vus ", "vue ", "considerant", "attendu ", "entendu ", "conformement a",
      "en application", "rapporteur", "toutefois", "apres avis",
    ]) && !decides(sentence)
  }

  /// Whether the assembly itself decides in a sentence, whatever stands before: "Considérant …, le
  /// Conseil municipal, à l'unanimité, décide".
  static func decides(_ sentence: ActSentence) -> Bool {
    let organs: [StaticString] = [
      "le conseil", "l'assemblee", "le comite", "le bureau", "les membres du",
      "les membres presents",
      "la commission permanente", "les elus", "les conseillers",
    ]
    if sentence.opens(with: ["conseil municipal", "conseil communautaire", "comite syndical"]) {
      return OperativeVerb.first(in: sentence, from: 0) != nil
    }
    guard let place = organs.lazy.compactMap({ sentence.folded.firstIndex(of: $0) }).min() else {
      return sentence.holds(deliberated)
    }
    return
      (sentence.holds(deliberated) || announces(sentence)
      || acts(sentence, from: place)) && !isProposal(sentence)
      && !sentence.holds(["peut ", "peuvent ", "pourra", "devra ", "doit "])
  }

  /// The words of the law before a decision.
  private static let deliberated: [StaticString] = [
    "apres en avoir delibere", "apres avoir delibere", "apres deliberation",
    "apres en avoir valablement delibere", "apres en avoir dument delibere",
    "apres en avoir longuement delibere", "apres en avoir amplement delibere", "ayant delibere",
  ]

  /// Whether a sentence says how the organ decides what stands below it: "Le conseil, à l'unanimité,".
  private static func announces(_ sentence: ActSentence) -> Bool {
    [0x2C, 0x3A].contains(sentence.folded.bytes.last ?? 0)
      && sentence.opens(with: ["le conseil", "l'assemblee", "le comite", "le bureau"])
      && sentence.holds(["a l'unanimite", "a la majorite"])
  }

  /// Whether a verb follows the organ, of which it is the subject: not "le conseil que la commune
  /// adhère".
  private static func acts(_ sentence: ActSentence, from organ: Int) -> Bool {
    let states: [StaticString] = [
      " est favorable", " est defavorable", " n'est pas favorable", " s'oppose", " s'opposent",
      " declare avoir pris",
    ]
    let state = states.lazy.compactMap { sentence.folded.firstIndex(of: $0, from: organ) }.min()
    guard let verb = OperativeVerb.first(in: sentence, from: organ) ?? state else { return false }
    return sentence.folded.firstIndex(of: " que ", from: organ).map { $0 > verb } ?? true
  }

  /// What one person says: "Madame le maire rappelle au conseil que …".
  private static func isNarrative(_ sentence: ActSentence) -> Bool {
    let offices: [StaticString] = [
      "le maire expose", "la maire expose", "le maire rappelle", "la maire rappelle",
      "le maire explique", "le maire informe", "la maire informe", "le maire indique",
      "le maire precise", "le president rappelle", "le president expose", "la presidente rappelle",
      "le rapporteur",
    ]
    if sentence.holds(offices),
      !sentence.holds(deliberated), !sentence.holds(["le conseil municipal, "])
    {
      return true
    }
    guard
      sentence.opens(with: [
        "monsieur ", "madame ", "m. ", "mme ", "mr ", "m.", "le maire ", "la maire ",
        "le president ",
        "la presidente ", "mm. ", "mmes ", "il ", "elle ", "ils ",
      ]), !sentence.holds(deliberated)
    else { return false }
    let says: [StaticString] = [
      " rappelle", " expose", " informe", " indique", " precise", " explique", " presente",
      " demande", " repond", " fait part", " fait savoir", " donne la parole", " donne lecture",
      " ajoute", " estime", " considere", " regrette", " souligne", " signale", " s'interroge",
      " remarque", " interroge", " passe la parole", " evoque", " annonce", " fait remarquer",
      " dit ",
    ]
    let place = says.lazy.compactMap { sentence.folded.firstIndex(of: $0) }.min()
    guard let place, place <= 90 else { return false }
    let decided: [StaticString] = [
      "le conseil municipal decide", "le conseil decide", "le conseil municipal, ", "le conseil, ",
      "le conseil municipal a l'unanimite", "vote favorable",
    ]
    return !decided.contains { sentence.folded.firstIndex(of: $0, from: place) != nil }
  }

  /// "Il est proposé d'approuver à l'unanimité", "Madame le maire demande au conseil".
  static func isProposal(_ sentence: ActSentence) -> Bool {
    let proposes: [StaticString] = [
      "est propose ", "est propose:", "est propose :", "est donc propose", "est demande ",
      "est donc demande", "est ainsi propose", "propose au ", "propose aux ", "propose a l'",
      "propose de ", "propose d'", "propose que", "propose les ", "propose un", "propose pour ",
      "est proposee", "sont propose", "demande au conseil", "demande aux membres",
      "demande a l'assemblee", "invite le conseil", "invite l'assemblee", "vous propose",
      "vous demande", "est invite a", "sont invites a", "convient de", "convient d'",
      "y a lieu de", "y a lieu d'", "souhaite ", "souhaitent ", "est envisage", "est ici propose",
      "est appele a", "appelee a se prononcer", "proposition :", "proposition de ",
      "projet de deliberation", "s'ils sont d'accord", "propose l'", "propose le ", "propose la ",
      "ordre du jour :", "etes-vous d'accord", "etes vous d'accord", "etes-vous favorable",
    ]
    guard let place = proposes.lazy.compactMap({ sentence.folded.firstIndex(of: $0) }).min() else {
      return false
    }
    // "Sur proposition du maire qui propose de …, le Conseil municipal, à l'unanimité, décide".
    let after = ["le conseil", "l'assemblee", "les membres du conseil", "le comite"].contains {
      let organ = FoldedText($0)
      guard let found = sentence.folded.firstIndex(of: organ, from: place) else { return false }
      return OperativeVerb.first(in: sentence, from: found) != nil
        && !sentence.folded.bytes[place..<found].contains(0x3A)
        && sentence.folded.bytes[..<found].contains(0x2C)
    }
    return !after || sentence.folded.bytes.suffix(1).contains(0x3A)
  }

  /// "Lors de la séance du 3 mars, le conseil avait approuvé à l'unanimité".
  private static func isEarlier(_ sentence: ActSentence) -> Bool {
    let earlier: [StaticString] = [
      "lors de sa seance", "lors de la seance", "lors du conseil", "lors de sa reunion",
      "lors de la reunion", "par deliberation du", "par deliberation no",
      "par deliberation en date",
      "par deliberations", "par sa deliberation", "par deliberation ", "la deliberation du ",
      "en seance du", "avait decide", "avait approuve", "avait vote", "avait adopte", "avait ete",
      "avaient ete", "a deja ", "lors du precedent", "lors de l'assemblee", "rappelle que",
      "est rappele que", "il rappelle", "l'an dernier", "l'annee derniere", "depuis le ",
    ]
    guard let place = earlier.lazy.compactMap({ sentence.folded.firstIndex(of: $0) }).min() else {
      return false
    }
    // "Le conseil, à l'unanimité, décide de modifier la délibération du 3 mars".
    if let verb = OperativeVerb.first(in: sentence, from: 0), verb < place { return false }
    let now: [StaticString] = [
      "decide a l'unanimite", "apres en avoir delibere", ", decide", ", approuve",
    ]
    return !now.contains { sentence.folded.firstIndex(of: $0, from: place) != nil }
  }

  /// "La commission a émis un avis favorable à l'unanimité".
  private static func isOfOthers(_ sentence: ActSentence) -> Bool {
    let others: [StaticString] = [
      "avis favorable de la commission", "commission des finances a", "la commission a ",
      "la commission d'appel d'offres a", "comite technique", "comite social territorial",
      "la commission municipale", "les commissions ont", "la commission propose", "la cao a",
      "comite syndical de la", "avis de la commission", "le bureau communautaire a",
      "le bureau municipal a", "la commission consultative", "en commission",
      "la commission de", "la commission des", "la commission du", "conseil d'ecole a",
      "le conseil communautaire a ", "le conseil departemental a ", "le conseil regional a ",
      "le conseil d'administration a ", "le commissaire", "la prefecture", "le prefet",
      "avis des domaines", "le comite syndical a ", "les assemblees", "en conseil communautaire",
      "conseil communautaire du", "qui les a adopte", "qui l'a adopte", "qui l'a approuve",
    ]
    let isOfBody =
      sentence.holds(["la commission", "le comite", "le groupe de travail", "le jury"])
      && sentence.holds([
        " a emis", " a adopte", " a approuve", " a donne", " a valide", " a rendu", " propose",
        ") a ", " s'est prononce",
      ])
    guard isOfBody || sentence.holds(others) else { return false }
    return OperativeVerb.first(in: sentence, from: 0) == nil || !decides(sentence)
  }

  /// Whether a sentence is what somebody says.
  ///
  /// "Mme ROUX : « Cet avis favorable ressemble à un refus »".
  private static func isQuoted(_ sentence: ActSentence) -> Bool {
    let bytes = sentence.folded.bytes
    guard let first = bytes.first, first != 0x22 else { return bytes.last == 0x22 }
    guard sentence.opens(with: ["m. ", "mme ", "mm. ", "monsieur ", "madame "]),
      let colon = bytes.firstIndex(of: 0x3A)
    else { return false }
    return bytes[(colon + 1)...].first { !ASCII.isSpace($0) } == 0x22
  }

  /// Whether a sentence tells beside its verb in what way it was voted: "le conseil, à main levée et à
  /// l'unanimité, approuve".
  private static func tellsManner(_ sentence: ActSentence) -> Bool {
    for words: StaticString in [
      "a main levee", "au scrutin public", "a bulletin secret", "au scrutin secret",
      "au scrutin ordinaire",
    ] {
      guard let place = sentence.folded.firstIndex(of: words) else { continue }
      let rest = sentence.folded.bytes[(place + words.utf8CodeUnitCount)...]
      if ["et a l'unanimite", ", a l'unanimite", "a l'unanimite"].contains(where: {
        rest.drop { $0 == 0x20 }.starts(with: $0.utf8)
      }) {
        return true
      }
    }
    return false
  }

  /// Whether a vote is on how to vote, or on the agenda: the session's, not the act's.
  static func isProcedure(_ sentence: ActSentence) -> Bool {
    let manners: [StaticString] = [
      "main levee", "bulletin secret", "bulletins secrets", "scrutin secret", "scrutin public",
      "scrutin ordinaire",
    ]
    if sentence.holds(manners), !tellsManner(sentence) {
      // "À main levée, le conseil décide par 10 voix pour" votes so, on something else.
      return !VoteCounts.hasCounts(sentence.folded)
        || sentence.holds([
          "voter a ", "voter au ", "proceder au ", "proceder a ", "proceder par", "d'accord",
          "le vote a main levee", "recourir", "mode de scrutin", "un vote a main levee",
        ])
    }
    return sentence.holds([
      "a l'ordre du jour", "ordre du jour est", "approuve l'ordre du jour", "huis clos",
      "modification de l'ordre du jour", "modifier l'ordre du jour", "secretaire de seance",
      "mode de vote", "vote nominatif",
    ])
  }
}

import Testing

@testable import Parsing

struct `Mended French` {
  @Test(arguments: [
    ("favoriser I'accés", "favoriser l'accés"),
    ("I’insertion", "l’insertion"),
    ("[I'épanouissement", "l'épanouissement"),
    ("de |'habitat", "de l'habitat"),
    ("la 2°™ commission", "la 2ème commission"),
    ("la 1° commission", "la 1ère commission"),
    ("la 3° commission", "la 3ème commission"),
    ("le 1° mars", "le 1er mars"), ("au ler août 2024", "au 1er août 2024"),
    ("le Ier juillet", "le 1er juillet"), ("auprès de l’ Agence", "auprès de l’Agence"),
    ("d' accueil", "d'accueil"),
    ("I'avis de la 5°™ commission", "l'avis de la 5ème commission"),
  ])
  func `has its elided articles and ordinals, and keeps the print`(printed: String, mended: String)
  {
    let result = FrenchMending.mended(printed)
    #expect(result.value == mended)
    #expect(result.raw == printed)
  }

  @Test(arguments: [
    "délibération n°2023-216", "Mme I. LEGRAND", "SIE I'", "PHASE II'A", "à 21° C", "I'm", "|",
    "l'accès", "", "annexe n° 4", "45° N", "I'", "1°", "12°™",
    "parler mars", "le ler jour", "aujourd' hui", "dit : ' oui '", "l' Bureau",
  ])
  func `leaves everything else as printed`(printed: String) {
    let result = FrenchMending.mended(printed)
    #expect(result.value == printed)
    #expect(result.raw == nil)
  }
}

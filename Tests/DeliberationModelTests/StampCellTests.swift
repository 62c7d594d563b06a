import DeliberationModel
import PageModel
import Testing

struct `A stamp` {
  @Test(arguments: [
    (
      "EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS\tReçu en préfecture le 14/03/2024",
      "EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS"
    ),
    ("VALMONT-SUR-ERVE      ID : 099-249900123-20230629-DEL_2023_064-DE", "VALMONT-SUR-ERVE"),
    ("du Val d'Yerre\t099-200999993-20240926-2024063-DE", "du Val d'Yerre"),
    ("Reçu en préfecture le 14/03/2024", "Reçu en préfecture le 14/03/2024"),
    (
      "Le maire expose les mot ID : 099-249900123-20230629-DEL_2023_064-DE",
      "Le maire expose les mot"
    ),
    ("et l'autorise à signer ID, :099-249900123-20230629-2023_7-DE", "et l'autorise à signer"),
    (
      "charge le maire de prendre l'arrêté cons Publié le",
      "charge le maire de prendre l'arrêté cons"
    ),
    ("L'arrêté a été publié le", "L'arrêté a été publié le"),
    ("Présents : 18\tVotants : 20", "Présents : 18\tVotants : 20"),
    ("Objet : accusé de réception d'un recours", "Objet : accusé de réception d'un recours"),
  ])
  func `is cut from the line beside which it stands`(printed: String, own: String) {
    let bytes = Array(printed.utf8)
    let bounds = StampCell.withoutStamp(0..<bytes.count, in: bytes)
    #expect(String(decoding: bytes[bounds], as: UTF8.self) == own)
  }

  @Test(
    arguments: [
      ("213401722", AuthorityType.commune), ("226200012", .department), ("233500016", .region),
      ("243400017", .epci), ("253400012", .syndicate), ("200999993", nil), ("775672272", nil),
    ] as [(String, AuthorityType?)]
  )
  func `tells the kind of authority by its SIREN`(siren: String, type: AuthorityType?) {
    #expect(TransmissionID.type(ofSIREN: siren) == type)
  }
}

import PageModel
import SourceReading

/// A short act that a fuzzed definition is applied to.
enum PlainAct {
  static let document: Document = {
    var diagnostics = DiagnosticList()
    return PlainTextReader().read(Array(text.utf8), reporting: &diagnostics)
  }()

  private static let text = """
    COMMUNE DE VERNAY-LE-HAUT
    CONSEIL MUNICIPAL
    Séance du 12 mars 2024
    Délibération n° 2024-017
    Objet : Subventions aux associations
    Présents : Mme Aline ROUVET, M. Paul-Henri DAUBRIC, M. Luc TESSANE
    Absents excusés : Mme Odile VARNEL (pouvoir à M. Luc TESSANE)
    Vu le code général des collectivités territoriales ;
    Vu la délibération n° 2023-101 du 4 décembre 2023 ;
    Après en avoir délibéré, le conseil municipal décide :
    Article 1 : d'attribuer 1 250,00 € à l'association Les Amis du Lavoir ;
    Article 2 : d'autoriser le maire à signer la convention jointe en annexe 1.
    Pour : 3  Contre : 0  Abstention : 1
    Adopté à la majorité.
    Fait à Vernay-le-Haut, le 13 mars 2024
    Le Maire, Aline ROUVET
    """
}

import DeliberationModel
import PageModel
import Structure
import TestSupport
import Testing

/// Minutes of an election as the form that is printed for communes parts them.
struct `The steps of a ballot` {
  private static let head = """
    COMMUNE DE VALBRUNE
    PROCÈS-VERBAL DE L'ÉLECTION DU MAIRE ET DES ADJOINTS

    L'an deux mille trente et un, le vingt-deux du mois de mars, s'est réuni le conseil municipal de la
    commune de Valbrune.
    Étaient présents : LAVIGNE Odile, BARDET Paul, COSTE Julie, DUMAS Éric, FERRAND Luc.

    1. Installation des conseillers municipaux
    La séance a été ouverte sous la présidence de Mme LAVIGNE Odile, maire.
    M. FERRAND Luc a été désigné en qualité de secrétaire par le conseil municipal.

    2. Élection du maire

    2.1. Présidence de l'assemblée
    Le plus âgé des membres a pris la présidence. Le maire est élu au scrutin secret et à la majorité
    absolue parmi les membres du conseil municipal.

    2.2. Constitution du bureau
    Le conseil municipal a désigné deux assesseurs : Mme COSTE Julie et M. DUMAS Éric.

    2.4. Résultats du premier tour de scrutin
    a. Nombre de votants (enveloppes déposées) : 5
    b. Nombre de suffrages exprimés : 5

    2.7. Proclamation de l'élection du maire
    M. BARDET Paul a été proclamé maire et a été immédiatement installé.

    3. Élection des adjoints
    Le conseil municipal a été invité à procéder à l'élection des adjoints.

    3.1. Nombre d'adjoints
    Au vu de ces éléments, le conseil municipal a fixé à deux le nombre des adjoints au maire.

    3.3. Résultats du premier tour de scrutin
    a. Nombre de votants (enveloppes déposées) : 5

    3.6. Proclamation de l'élection des adjoints
    Ont été proclamés adjoints les candidats de la liste conduite par Mme COSTE Julie.

    4. Observations et réclamations
    Néant.
    """

  @Test
  func `belong to the item that is elected, and what is decided between them stands for itself`()
    throws
  {
    let document = Document(printing: Self.head)
    let acts = try StructureReader(labels: .standard()).read(document).acts
    let heads = acts.map { act in
      [act.item?.item ?? ""]
        + (act.item?.title ?? []).map { String(decoding: document.bytes[$0.bounds], as: UTF8.self) }
    }
    #expect(
      heads == [
        ["2", "Élection du maire"], ["3.1", "Nombre d'adjoints"], ["3", "Élection des adjoints"],
      ]
    )
    let last = try #require(acts.last)
    let text = last.act.map {
      String(decoding: document.bytes[document.lines[$0].range.bounds], as: UTF8.self)
    }
    #expect(text.contains("3.6. Proclamation de l'élection des adjoints"))
    #expect(!text.contains("3.1. Nombre d'adjoints"))
  }
}

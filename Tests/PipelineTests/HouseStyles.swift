/// Acts as communes, groupings, syndicates and regions write them, each in a style of its own.
///
/// The authorities and the people are invented.
enum HouseStyles {
  static let village = """
    REPUBLIQUE FRANCAISE
    DEPARTEMENT DE L'ORNE

    COMMUNE DE LA FERRIERE-AUX-ETANGS-NEUFS

    EXTRAIT DU REGISTRE DES DELIBERATIONS
    DU CONSEIL MUNICIPAL

    Nombre de membres :
    - en exercice : 15
    - présents : 11
    - votants : 13

    L'an deux mille vingt-quatre, le douze mars à vingt heures trente, le Conseil municipal de la
    commune de La Ferrière-aux-Étangs-Neufs, dûment convoqué, s'est réuni en session ordinaire, à la
    mairie, sous la présidence de Monsieur Gérard LEBAILLY, Maire.

    Date de convocation du Conseil municipal : 5 mars 2024

    Étaient présents : M. LEBAILLY Gérard, Mme ROUSSEL Annick, M. DUVAL Patrice, Mme COUSIN Martine,
    M. HAMEL Didier, Mme LECOQ Sylvie, M. GUERIN Alain, Mme BISSON Chantal, M. MARIE Jean-Paul,
    M. TOUTAIN Éric, Mme VAUTIER Laurence.
    Absents excusés : M. PICARD Olivier (pouvoir à M. LEBAILLY Gérard), Mme FOUCHER Nadia (pouvoir à Mme ROUSSEL Annick)
    Absents : M. LENOIR Thierry, Mme AUBRY Céline.
    Secrétaire de séance : Mme LECOQ Sylvie

    Délibération n° 2024-03-12/07
    Objet : Subventions aux associations - Année 2024

    Monsieur le Maire présente au Conseil municipal les demandes de subventions reçues en mairie.

    Considérant l'intérêt local des associations,

    Après en avoir délibéré, le Conseil municipal, par 10 voix pour, 2 voix contre (M. DUVAL Patrice et Mme BISSON Chantal) et 1 abstention (M. HAMEL Didier),

    DÉCIDE d'attribuer les subventions suivantes :
    - 1 500 € à l'Amicale des anciens
    - 350,50 € au Club de pétanque
    - 2 000 euros à l'association « Les Amis du moulin »

    PRÉCISE que les crédits sont inscrits à l'article 65748 du budget.

    Fait et délibéré les jour, mois et an que dessus.
    Pour extrait conforme,
    Le Maire,
    Gérard LEBAILLY

    Acte rendu exécutoire après dépôt en préfecture le 14/03/2024
    et publication le 15/03/2024
    """

  static let communityOfCommunes = """
    COMMUNAUTE DE COMMUNES DES TROIS VALLEES
    12 rue des Tilleuls - 99320 VALMONT-SUR-ERVE                                  Envoyé en préfecture le 04/07/2023
                                                                                  Reçu en préfecture le 04/07/2023
                                                                                  Publié le 06/07/2023
                                                                                  ID : 099-249900123-20230629-DEL_2023_064-DE
    EXTRAIT DU PROCES-VERBAL DES DELIBERATIONS DU CONSEIL COMMUNAUTAIRE

    SEANCE DU 29 JUIN 2023

    N° 2023-064

    Nombre de conseillers en exercice : 32
    Nombre de présents : 25
    Nombre de pouvoirs : 4
    Nombre de votants
    29
    Date de convocation : 22 juin 2023

    Le vingt-neuf juin deux mille vingt-trois à 19 heures, les membres du Conseil communautaire légalement convoqués se sont réunis à la salle polyvalente de Valmont-sur-Erve sous la présidence de Mme Béatrice FONTENEAU, Présidente.

    Présents : Béatrice FONTENEAU, Hervé QUILLET, Sandrine MAUBOUSSIN, Alexandre LE GUEN, Josiane PRUDHOMME
    Pouvoirs : Yannick TESSON a donné pouvoir à Hervé QUILLET ; Marie-Line ABOT a donné pouvoir à Alexandre LE GUEN
    Absents : Franck DESNOS
    Monsieur Alexandre LE GUEN est désigné secrétaire de séance.

    OBJET : ATTRIBUTION D'UN FONDS DE CONCOURS A LA COMMUNE DE VALMONT-SUR-ERVE

    Rapporteur : Hervé QUILLET

    Vu le Code général des collectivités territoriales et notamment l'article L. 5214-16 V ;
    Vu la délibération n° 2022-118 du 15 décembre 2022 relative au règlement des fonds de concours ;

    Le Conseil communautaire, après en avoir délibéré :
    - ATTRIBUE un fonds de concours de 45 000 € à la commune de Valmont-sur-Erve pour la rénovation de l'école ;
    - AUTORISE Mme la Présidente à signer la convention correspondante.

    Vote : Pour 27 – Contre 0 – Abstentions 2

    ADOPTÉ À LA MAJORITÉ

    La Présidente,
    Béatrice FONTENEAU
    """

  static let region = """
    RÉGION VAL-DE-BRENNE

    DÉLIBÉRATION DE LA COMMISSION PERMANENTE
    Réunion du 17 novembre 2023

    Délibération n° CP-2023-1104

    SOUTIEN AUX FESTIVALS - PROGRAMMATION 2023

    Sous la présidence de Monsieur Étienne CASTAING

    Présents : M. Étienne CASTAING, Mme Rachida BELKACEM, M. Loïc PENNEC
    Excusés ayant donné procuration : M. Jean ARNAUD à Mme Rachida BELKACEM
    Excusés : Mme Solène VIDAL

    La Commission permanente du Conseil régional,

    Vu le Code général des collectivités territoriales ;
    Vu le budget régional ;

    DÉCIDE

    Article 1 : d'attribuer une subvention de 155 000 euros à l'association Les Nuits de la Brenne pour l'édition 2023 du festival.

    Article 2 : d'allouer une subvention de fonctionnement d'un montant de 12 500,00 € au Théâtre du Passeur.

    Article 3 : d'autoriser le Président à signer les conventions afférentes.

    Résultat du vote : adopté à l'unanimité moins 2 abstentions (Mme Rachida BELKACEM, M. Loïc PENNEC)

    Le Président du Conseil régional,
    Étienne CASTAING
    """

  static let syndicate = """
    SYNDICAT MIXTE DE TRAITEMENT DES DECHETS DU HAUT-PAYS

    Délibération du Comité syndical

    Séance du jeudi 8 février 2024
    Délibération n° 24.02.11

    L'an deux mille vingt-quatre et le huit du mois de février à dix-huit heures, le Comité syndical s'est réuni au siège du syndicat sous la présidence de Monsieur Bernard MOLINIER.

    Nombre de délégués en exercice : 24     Présents : 18     Votants : 20

    Présents : MM. Bernard MOLINIER, Alain FABRE, Christian SOULIÉ, Mmes Nathalie REY, Odile CARRIÈRE
    Absents excusés : MM. Paul GRANIER, Yves AZAM
    Procurations : M. Paul GRANIER à M. Alain FABRE
    M. Christian SOULIÉ a été élu secrétaire de séance.

    Objet : Débat d'orientation budgétaire 2024

    Le Président rappelle que la tenue d'un débat d'orientation budgétaire est obligatoire.

    Le Comité syndical, ouï l'exposé du Président,
    PREND ACTE de la tenue du débat d'orientation budgétaire pour l'exercice 2024.

    Ainsi fait et délibéré les jour, mois et an susdits.
    Le Président,
    Bernard MOLINIER
    """

  static let town = """
    VILLE DE BOURG-LES-MARAIS
    CONSEIL MUNICIPAL DU 19 DÉCEMBRE 2022
    DÉLIBÉRATION N° D2022_12_19_04

    FINANCES
    Objet : Décision modificative n° 3 - Budget principal

    Rapporteur : M. Thomas WEBER

    Le Conseil municipal, légalement convoqué le 13 décembre 2022, s'est réuni en séance publique sous la présidence de Mme Claire SCHMITT, Maire.

    Étaient présents :
    Mme SCHMITT - M. WEBER - Mme KELLER - M. HUBER - Mme ZIMMERMANN
    M. MULLER - Mme BAUER
    Étaient absents et représentés :
    M. FISCHER par M. WEBER
    Mme WAGNER par Mme KELLER
    Était absent : M. KLEIN
    Secrétaire de séance : Mme BAUER

    Le quorum étant atteint, le Conseil peut valablement délibérer.

    EXPOSÉ DES MOTIFS
    Il convient d'ajuster les crédits ouverts au budget primitif.

    DÉLIBÉRATION
    Le Conseil municipal,
    Vu l'article L. 1612-11 du CGCT,
    Sur le rapport de M. WEBER,
    Après en avoir délibéré,
    APPROUVE la décision modificative n° 3 du budget principal ;
    AUTORISE Mme la Maire à signer tout document.

    VOTE
    Pour                Contre               Abstention
    7                   1                    1

    Mme ZIMMERMANN quitte la séance et ne prend pas part au vote.

    ADOPTÉE À LA MAJORITÉ

    Pour extrait conforme,
    La Maire
    Claire SCHMITT
    """

  static let order = """
    COMMUNE DE BOURG-LES-MARAIS
    ARRÊTÉ DU MAIRE N° 2024-118
    Objet : Réglementation de la circulation rue des Lavandières

    Le Maire de la commune de Bourg-les-Marais,
    Vu le Code général des collectivités territoriales, notamment ses articles L. 2213-1 à L. 2213-6 ;
    Vu le Code de la route ;
    Vu la délibération du Conseil municipal du 12 mars 2020 ;
    Considérant que des travaux de voirie nécessitent une déviation,

    ARRÊTE

    Article 1 : La circulation est interdite rue des Lavandières du 3 au 7 juin 2024.
    Article 2 : La signalisation est mise en place par l'entreprise.
    Article 3 : Le Directeur général des services est chargé de l'exécution du présent arrêté.

    Fait à Bourg-les-Marais, le 28 mai 2024
    Le Maire,
    Claire SCHMITT
    """

  static let minutes = """
    Commune de Saint-Clément-du-Gué

    PROCÈS-VERBAL DE LA SÉANCE DU CONSEIL MUNICIPAL
    DU MARDI 9 AVRIL 2024

    L'an deux mille vingt-quatre, le neuf avril à vingt heures, le conseil municipal s'est réuni en mairie sous la présidence de M. Denis PELLETIER, maire.

    Présents : M. Denis PELLETIER, Mme Agnès MOREAU, M. Louis BRIAND, Mme Sophie CHARRON, M. Karim HADDAD
    Absente excusée ayant donné pouvoir : Mme Julie GODARD à Mme Agnès MOREAU
    Absent : M. Rémi FAVRE
    Secrétaire de séance : M. Louis BRIAND

    Ordre du jour :
    1. Approbation du procès-verbal du 5 mars 2024
    2. Vote du compte administratif 2023
    3. Subvention au comité des fêtes
    4. Questions diverses

    1. Approbation du procès-verbal du 5 mars 2024
    Le procès-verbal est adopté à l'unanimité.

    2. Vote du compte administratif 2023
    Mme Agnès MOREAU prend la présidence. M. Denis PELLETIER quitte la séance et ne prend pas part au vote.
    Le compte administratif présente un excédent de 125 340,12 €.
    Le conseil municipal, après en avoir délibéré, par quatre voix pour et une abstention (M. Karim HADDAD), APPROUVE le compte administratif 2023.

    3. Subvention au comité des fêtes
    Le conseil municipal, après en avoir délibéré, à l'unanimité, DÉCIDE d'attribuer une subvention de 800 € au comité des fêtes pour la fête de la Saint-Clément.

    4. Questions diverses
    M. Briand signale un nid-de-poule route du Gué.

    La séance est levée à 21 h 45.

    Le maire,
    Denis PELLETIER
    """

  static let metropolis = """
    MÉTROPOLE DE VALROMANE
    Conseil métropolitain

    Séance du lundi 25 septembre 2023
    Délibération n° 2023-0187

    Commission Habitat

    OBJET : Aide à la production de logements locatifs sociaux - Garantie d'emprunt et subvention

    Date de convocation : 15 septembre 2023
    Nombre de membres en exercice : 83
    Présents : 70      Pouvoirs : 9      Absents : 4

    Secrétaire élu : M. Antoine GARNIER
    Présidence : M. Philippe DORIAN

    Le Conseil,
    Vu le dossier annexé,
    Ouï l'avis de sa commission Habitat,

    DÉLIBÈRE

    1° - Accorde une subvention d'un montant de 240 000 € à la société d'HLM Habitat Romane pour la construction de 24 logements.

    2° - Autorise Monsieur le Président à signer la convention.

    3° - La dépense sera imputée au budget principal, chapitre 204.

    Adopté par 75 voix pour, 3 contre (Mme Lina ROSSI, M. Paul VERNE, M. Hugo SAUGE) et 1 abstention (M. Marc TULLIER).

    N'a pas pris part au vote : M. Antoine GARNIER.

    Et ont signé les membres présents,
    Pour extrait conforme,
    Le Président,
    Philippe DORIAN
    """

}

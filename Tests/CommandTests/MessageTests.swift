import SystemTestSupport
import Testing

/// The language and the colours of what is said on a terminal.
struct MessageTests {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.copy(Fixtures.cleanAct, to: "act.pdf")
  }

  @Test func `are all there in both languages`() async throws {
    let listed = try await Launch.python(
      [Places.root + "/Tests/TestSupport/list_messages.py", Places.root]
    ).run()
    #expect(listed.text + listed.errors == "")
  }

  @Test(arguments: [
    ("none.pdf", "none.pdf: erreur: ce fichier n'existe pas ; vérifiez le chemin\n"),
    (
      "empty.pdf",
      "empty.pdf: erreur: le fichier est vide ; téléchargez-le ou numérisez-le de nouveau\n"
    ),
    ("shop.txt", "aucune délibération n'a été trouvée dans le document : il semble être un texte"),
    (
      "--pipeline wrong.yaml act.pdf",
      "la définition est fausse (wrong.yaml, ligne 2) : la clé « x » est inconnue"
    ),
    ("tabels", "vouliez-vous dire « extract tables » ?"),
    ("load act.json --database a.sqlite", "a.sqlite : 1 document chargé\n"),
    ("export scdl-deliberations act.json -o x", "  COLL_SIRET : absent : 1\n"),
    ("batch act.pdf -o out", "1 documents sur 1, dont 0 auparavant ; 1 contenus de"),
    ("tables act.pdf empty.pdf --format json", "prennent un seul fichier"),
    ("--help >&2", "CODES DE SORTIE\n  0   fait ; aussi : lisible, mais sans délibération"),
    ("batch --help >&2", "Le dossier des sorties et du registre."),
    ("check act.json >&2", " réussis, 0 échoués, "),
    (
      "export scdl-deliberations act.json -o x; cat x/rejects.csv >&2",
      "COLL_SIRET: absent; DELIB_MATIERE_CODE: absent"
    ),
  ])
  func `are French under a French locale`(arguments: String, words: String) async throws {
    try sandbox.write("", to: "empty.pdf")
    try sandbox.write("version: 1\nx: 2\n", to: "wrong.yaml")
    try sandbox.write("Liste des courses pour le repas de dimanche\n", to: "shop.txt")
    try sandbox.write(await sandbox.extract("act.pdf").output, to: "act.json")
    let french = try await sandbox.shell(
      "LANG=fr_FR.UTF-8 LC_ALL= LC_MESSAGES= \"$0\" \(arguments) || :"
    )
    #expect(french.errors.contains(words), "\(french.errors)")
    let english = try await sandbox.shell(
      "LANG=de_DE.UTF-8 LC_ALL= LC_MESSAGES= \"$0\" \(arguments) || :"
    )
    #expect(!english.errors.contains(words))
  }

  @Test func `leave the output as it is in any language`() async throws {
    let english = try await sandbox.extract("act.pdf")
    let french = try await sandbox.shell("LC_ALL=fr_FR.UTF-8 \"$0\" act.pdf")
    #expect(french.output == english.output)
  }

  @Test(arguments: [("A=1", true), ("NO_COLOR=1", false), ("TERM=dumb", false)])
  func `have a colour on a terminal alone`(variables: String, isColoured: Bool) async throws {
    let shown = try await sandbox.shell(
      "unset NO_COLOR; export TERM=xterm \(variables); script -qec '\"'$0'\" none.pdf' /dev/null || :"
    )
    #expect(shown.text.contains("\u{1B}[31merror\u{1B}[0m") == isColoured, "\(shown.text)")
    #expect(shown.text.contains("error"))
    let piped = try await sandbox.shell("TERM=xterm \"$0\" none.pdf || :")
    #expect(!piped.errors.contains("\u{1B}"))
  }
}

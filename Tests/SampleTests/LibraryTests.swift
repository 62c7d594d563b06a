import Foundation
import SystemTestSupport
import Testing

/// The library `Deliberations`: its example, and its documentation.
struct LibraryTests {
  /// Where the tests were built, and with them the example.
  private static let products = Bundle.main.bundlePath
  private static let modules = products + "/Modules"

  @Test func `reads a document for the example program`() async throws {
    let act = Places.samples + "/saint-aubin-les-forges/2024/2024-031/source.pdf"
    let outcome = try await Launch(Self.products + "/example", [act]).run()
    #expect(outcome.ending == .exited(0), "\(outcome.errors)")
    #expect(outcome.text.hasPrefix("2024-031 | 2024-05-28 | "), "\(outcome.text)")
    #expect(outcome.text.hasSuffix(" | 33230 €\n"), "\(outcome.text)")
  }

  @Test func `documents itself without a warning`() async throws {
    let sandbox = try Sandbox()
    let outcome = try await sandbox.shell(
      """
      mkdir graphs
      cd '\(Places.root)'
      swift symbolgraph-extract -module-name Deliberations -I '\(Self.modules)' \
        -output-dir "$OLDPWD/graphs" -minimum-access-level public \
        -target "$(uname -m)-unknown-linux-gnu" $(
          find '\(Self.products)/' -maxdepth 2 -name module.modulemap -printf '-Xcc -fmodule-map-file=%p '
          find .build/checkouts Sources -path '*Sources/*' -not -path '*Tests*' -name module.modulemap \
            -printf '-I %h '
          pkg-config --cflags-only-I glib-2.0 poppler | sed 's/-I/-Xcc -I/g')
      cd "$OLDPWD"
      docc convert '\(Places.root)/Sources/Deliberations/Deliberations.docc' --warnings-as-errors \
        --additional-symbol-graph-dir graphs --fallback-display-name Deliberations \
        --fallback-bundle-identifier org.example.deliberations --output-path documentation 2>&1
      ls documentation/data/documentation/deliberations.json
      """
    )
    #expect(outcome.ending == .exited(0), "\(outcome.text)\(outcome.errors)")
  }
}

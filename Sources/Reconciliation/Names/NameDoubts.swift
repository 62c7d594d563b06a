import DeliberationModel
import PageModel

/// Lifts the doubt of a beneficiary's name that another row prints clearly, letter for letter.
///
/// Where a title ends and a name begins is a guess in a table whose columns are lost; the same name
/// in a row without doubt confirms it.
struct NameDoubts {
  /// Lifts the doubts of an act.
  func settle(in act: inout Deliberation) {
    var clear: Set<String> = []
    for grant in act.grants where !grant.doubts.contains(.name) {
      if let name = grant.beneficiary?.value { clear.insert(FoldedText(name).key) }
    }
    for index in act.grants.indices where act.grants[index].doubts.contains(.name) {
      guard let name = act.grants[index].beneficiary?.value else { continue }
      if clear.contains(FoldedText(name).key) { act.grants[index].doubts.remove(.name) }
    }
  }
}

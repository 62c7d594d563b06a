/// What was found in a document, not what it is titled.
public enum DocumentKind: String, Hashable, Sendable {
  /// One act.
  case act
  /// Acts that each have a roll of their own: a recueil.
  case collection
  /// Several acts of one session.
  case minutes
  /// Acts of which only number, object and result are told.
  case list
  /// An annex of an act that is elsewhere.
  case annex
  /// Nothing that an assembly decided.
  case other
}

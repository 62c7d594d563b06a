import DeliberationModel

/// Which labels count in which part of an act: "Vu" opens a visa before the first article, not
/// inside one.
enum SectionLabels {
  private static let attendance: [Label] = [
    .present, .excused, .absent, .proxies, .secretary, .membersCount, .presentCount, .votersCount,
  ]
  /// What no line of the attendance begins with.
  static let deciding: [Label] = [
    .deliberated, .decides, .article, .voteHeading, .yes, .no, .abstain, .adopted, .noted,
  ]
  static let options = LabelSet([.yes, .no, .abstain, .voteHeading])
  static let attendanceAndDeciding = LabelSet(attendance + deciding)
  /// Lists of people, which can stand side by side in columns.
  static let lists = LabelSet([.present, .excused, .absent, .proxies])

  private static let always: [Label] = [
    .deliberated, .decides, .proposal, .article, .voteHeading, .yes, .no, .abstain, .votesAbsent,
    .adopted, .rejected, .withdrawn, .noted, .adjourned,
  ]
  private static let headLabels: [Label] = [
    .transmissionDate, .publicationDate, .convocationDate, .actHeading, .minutesHeading,
    .sessionDate, .presidency, .secretary, .present, .excused, .absent, .attendingWithoutVote,
    .excusedWithoutVote, .proxies, .membersCount, .presentCount, .representedCount, .votersCount,
    .number, .title, .rapporteur,
  ]
  /// What stands before the end of the attendance.
  static let head = LabelSet(headLabels)
  /// What can stand beside something else on a line of the preface.
  static let cell = LabelSet([.sessionDate, .convocationDate, .presidency, .secretary, .number])
  static let preface = LabelSet(headLabels + always + [.enacting, .citation, .recital])
  static let preamble = LabelSet(always + [.enacting, .citation, .recital])
  static let enacted = preamble.with(.operative)
  static let article = LabelSet(always)
  static let body = LabelSet(always + [.operative])
}

import DeliberationModel
import PageModel

extension Election {
  /// Writes an election.
  func write(to writer: inout JSONWriter) {
    writer.string("office", office)
    writer.string("body", body)
    writer.objects("rounds", rounds) { writer, round in
      writer.integer("votes_cast", round.votesCast)
      writer.integer("blank", round.blank)
      writer.integer("void", round.void)
      writer.objects("candidates", round.candidates) { writer, candidate in
        candidate.person?.write("person", to: &writer)
        writer.string("list", candidate.list)
        writer.integer("votes", candidate.votes)
        if candidate.needsReview { writer.bool("needs_review", true) }
      }
    }
    writer.objects("elected", elected) { writer, elected in
      elected.person.write("person", to: &writer)
      writer.string("capacity", elected.capacity.rawValue)
    }
    source.write(to: &writer)
  }
}

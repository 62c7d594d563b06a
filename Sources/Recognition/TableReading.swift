import PageModel

extension PageRecogniser {
  /// The size of the third image on which a cell is read.
  private static let smaller: Float = 0.75

  /// Reads cells; what is doubtful is read again on a softer image, and on a smaller one where the
  /// two readings differ.
  ///
  /// Nothing in a number tells a wrong digit, so every number is doubtful.
  borrowing func read(
    _ cells: [PixelBox],
    of grey: borrowing Pixels,
    scale: Float,
    milliseconds: () -> Int
  ) -> [[RecognisedWord]] {
    text.setImage(grey, pixelsPerPoint: scale)
    var readings = cells.map { cell in
      [reading(of: cell, as: .block, milliseconds: milliseconds())]
    }
    let doubtful = readings.indices.filter { readings[$0][0].isDoubtful }
    if !doubtful.isEmpty, let soft = grey.softened() {
      text.setImage(soft, pixelsPerPoint: scale)
      for index in doubtful {
        let again = readingAgain(readings[index][0], in: cells[index], milliseconds())
        readings[index].append(again)
      }
    }
    let differing = doubtful.filter { CellAgreement.agreed(among: readings[$0]) == nil }
    if !differing.isEmpty, let small = grey.scaled(by: Self.smaller) {
      text.setImage(small, pixelsPerPoint: scale * Self.smaller)
      for index in differing {
        let cell = cells[index].scaled(by: Self.smaller)
        var again = readingAgain(readings[index][0], in: cell, milliseconds())
        again.scale(by: 1 / Self.smaller)
        readings[index].append(again)
      }
    }
    return readings.map { readings in
      guard readings.count > 1 else { return readings[0].cleaned }
      return CellAgreement.settled(readings).cleaned
    }
  }

  /// A number has nothing but digits to choose from.
  private borrowing func readingAgain(
    _ first: CellReading,
    in cell: PixelBox,
    _ milliseconds: Int
  ) -> CellReading {
    reading(
      of: cell,
      as: first.isNumber ? .line : .block,
      digitsOnly: first.isNumber,
      milliseconds: milliseconds
    )
  }

  private borrowing func reading(
    of cell: PixelBox,
    as layout: TextRecogniser.Layout,
    digitsOnly: Bool = false,
    milliseconds: Int
  ) -> CellReading {
    var words: [RecognisedWord] = []
    text.recognise(cell, as: layout, digitsOnly: digitsOnly, milliseconds: milliseconds) {
      words.append($0)
    }
    return CellReading(words)
  }
}

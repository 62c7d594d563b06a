/// An article of an act.
public struct Article: Hashable, Sendable {
  /// The number.
  public var number: Int
  /// Whether the number is printed; unnumbered operative clauses are counted from 1.
  public var numberIsPrinted: Bool
  /// The prose without the heading "Article 1 :".
  public var text: Printed<String>
  /// The euro amounts of the prose, in printed order.
  public var amounts: [Printed<Amount>] = []
  /// The places in `amounts` that a program must not trust.
  public var amountsInDoubt: Set<Int> = []
  /// The numbers of the annexes that the article cites, ascending, each once.
  public var annexes: [Int] = []
  /// The printed result of an article adopted outside any counted vote block.
  public var result: VoteResult?

  /// Makes an article.
  public init(number: Int, numberIsPrinted: Bool = true, text: Printed<String>) {
    self.number = number
    self.numberIsPrinted = numberIsPrinted
    self.text = text
  }
}

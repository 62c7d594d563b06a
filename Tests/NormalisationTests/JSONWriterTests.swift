import Testing

@testable import Normalisation

struct `Written JSON` {
  private func compact(_ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter(pretty: false)
    writer.object { writer in body(&writer) }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    (95_808_000, "958080.00"), (0, "0.00"), (5, "0.05"), (50, "0.50"), (-5, "-0.05"),
    (-5_400_000, "-54000.00"), (442_567_772, "4425677.72"),
    (9_007_199_254_740_993, "90071992547409.93"),
    (Int.max, "92233720368547758.07"), (Int.min, "-92233720368547758.08"),
  ])
  func `has euros with their exact cents`(cents: Int, number: String) {
    #expect(compact { $0.euros("value", cents: cents) } == "{\"value\":\(number)}")
  }

  @Test(
    arguments: [
      (595.32, "595.3"), (0, "0.0"), (-0.25, "-0.3"), (0.04, "0.0"), (841.98, "842.0"),
    ] as [(Float, String)]
  )
  func `has points to a tenth`(points: Float, number: String) {
    #expect(compact { $0.points("width", points) } == "{\"width\":\(number)}")
  }

  @Test(arguments: [
    ("dit \"oui\"", #"dit \"oui\""#), (#"a\b"#, #"a\\b"#), ("a\nb\tc", #"a\nb\tc"#),
    ("\u{0}\u{1F}\u{D}", #"\u0000\u001f\u000d"#), ("été € 😀 /", "été € 😀 /"), ("", ""),
    ("\u{7F}\u{2028}", "\u{7F}\u{2028}"),
  ])
  func `has strings with only the escapes that JSON asks for`(value: String, escaped: String) {
    #expect(compact { $0.string("text", value) } == "{\"text\":\"\(escaped)\"}")
  }

  @Test func `keeps keys in the order given and leaves absent values out`() {
    let text = compact { writer in
      writer.integer("z", 1)
      writer.string("absent", nil)
      writer.bool("a", true)
      writer.integer("none", nil)
      writer.euros("no", cents: nil)
      writer.points("nan", .nan)
      writer.objects("empty", [Int]()) { writer, item in writer.integer("n", item) }
      writer.bool("m", false)
    }
    #expect(text == #"{"z":1,"a":true,"m":false}"#)
  }

  @Test func `nests objects and arrays`() {
    let text = compact { writer in
      writer.array("empty") { _ in }
      writer.array("numbers") { writer in for number in 1...2 { writer.integer(nil, number) } }
      writer.objects("items", [3, 4]) { writer, item in writer.integer("n", item) }
      writer.object("last") { _ in }
    }
    #expect(text == #"{"empty":[],"numbers":[1,2],"items":[{"n":3},{"n":4}],"last":{}}"#)
  }

  @Test func `is indented by two spaces where it is for people`() {
    var writer = JSONWriter(pretty: true)
    writer.object { writer in
      writer.integer("a", 1)
      writer.array("b") { writer in writer.string(nil, "x") }
      writer.object("c") { _ in }
    }
    let text = String(decoding: writer.bytes, as: UTF8.self)
    #expect(text == "{\n  \"a\": 1,\n  \"b\": [\n    \"x\"\n  ],\n  \"c\": {}\n}")
  }
}

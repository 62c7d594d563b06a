import PageModel
import SystemTestSupport
import Testing

/// Words and lines of a page.
struct LineTests {
  @Test func `reads a line for each baseline from the top of the page to its foot`() throws {
    let document = try Reading.pages([["Premier", "Deuxième – été", "Troisième : 12 €"]])
    #expect(document.texts(onPage: 1) == ["Premier", "Deuxième – été", "Troisième : 12 €"])
  }

  @Test func `reads the print of a sample line by line`() throws {
    let texts = try Reading.sample("haute-lys/2023/2023-041").texts(onPage: 1)
    #expect(
      texts.prefix(8) == [
        "Envoi au contrôle de légalité le : 2 juin 2023",
        "Publication électronique le : 5 juin 2023",
        "DEPARTEMENT DE LA HAUTE-LYS",
        "DELIBERATION DE LA COMMISSION PERMANENTE",
        "DU CONSEIL DEPARTEMENTAL",
        "REUNION DU 22 MAI 2023",
        "PRESIDENCE DE MADAME HELENE VASSEUR-LOMBARD",
        "Secrétaire : Mme Céline WATTRELOT",
      ]
    )
  }

  @Test func `parts the cells of a line by tabs and the words of a cell by spaces`() throws {
    let document = try Reading.pages([["Code opération\tLibellé\tAE €", "C05-313A01\tLecture\t10"]])
    #expect(
      document.texts(onPage: 1) == ["Code opération\tLibellé\tAE €", "C05-313A01\tLecture\t10"]
    )
  }

  @Test(arguments: [
    ("C05-313A01", ["C05-313A01", "65734/93313", "320", "000,00", "141", "250,00"]),
    ("C05-313B04", ["C05-313B04", "65748/93313", "75", "000,00", "48", "600,00"]),
  ])
  func `glues no words across the cells of a ruled table`(
    start: String,
    words: [String]
  ) throws {
    let document = try Reading.sample("haute-lys/2023/2023-041")
    let line = try #require(document.line(startingWith: start))
    #expect(document.words(of: line) == words)
  }

  @Test func `sets a tab between the columns of a ruled table`() throws {
    let document = try Reading.sample("haute-lys/2023/2023-041")
    let line = try #require(document.line(startingWith: "C05-313A01"))
    #expect(document.text(line) == "C05-313A01\t65734/93313\t320 000,00\t141 250,00")
  }

  @Test func `sets a tab between two blocks that stand side by side`() throws {
    let document = try Reading.sample("val-d-yerre/2024/2024-063")
    let line = try #require(document.line(startingWith: "Communauté d’agglomération"))
    #expect(
      document.text(line) == "Communauté d’agglomération\tAccusé de réception en préfecture"
    )
  }

  @Test(arguments: [
    "haute-lys/2023/2023-041", "haute-lys/2024/2024-118", "saint-aubin-les-forges/2024/2024-017",
    "val-d-yerre/2024/2024-063",
  ])
  func `joins a line of its words, and the document of its lines`(sample: String) throws {
    let document = try Reading.sample(sample)
    var end = 0
    for line in document.lines {
      let text = document.text(line)
      #expect(text.split { $0 == " " || $0 == "\t" }.map(String.init) == document.words(of: line))
      #expect(line.range.bounds.lowerBound == end)
      end = line.range.bounds.upperBound + 1
    }
    #expect(end == document.bytes.count)
    #expect(String(validating: document.bytes, as: UTF8.self) != nil)
  }

  @Test(arguments: [
    "haute-lys/2023/2023-041", "haute-lys/2024/2024-118", "saint-aubin-les-forges/2024/2024-017",
    "val-d-yerre/2024/2024-063",
  ])
  func `keeps words in their line and lines on their page`(sample: String) throws {
    let document = try Reading.sample(sample)
    for line in document.lines {
      let box = try #require(line.box)
      let page = document.pages[Int(line.page) - 1]
      let (width, height) = (try #require(page.width), try #require(page.height))
      #expect(box.x0 >= 0 && box.y0 >= 0 && box.x1 <= width && box.y1 <= height)
      var right: Float = 0
      for word in document.words[Int(line.words.lowerBound)..<Int(line.words.upperBound)] {
        #expect(word.box.union(box) == box)
        #expect(word.box.x0 >= right - 0.5 * word.box.height)
        right = word.box.x1
      }
    }
  }

  @Test func `opens a paragraph after white space and not inside running text`() throws {
    let document = try Reading.sample("haute-lys/2023/2023-041")
    let expected = [
      ("Étaient présents :", true), ("BOULANGEOT, Mme", false), ("Excusé(s) :", true),
      ("VANHERSECKE.", false), ("Article 1", true), ("communes, des participations", false),
    ]
    for (start, opens) in expected {
      let line = try #require(document.line(startingWith: start), "no line '\(start)'")
      #expect(line.opensParagraph == opens, "\(start)")
    }
  }

  @Test func `opens a paragraph at the head of every page`() throws {
    let document = try Reading.pages([["Un", "deux"], ["Trois", "quatre"]])
    #expect(document.lines.map(\.opensParagraph) == [true, false, true, false])
  }
}

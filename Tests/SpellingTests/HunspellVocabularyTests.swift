import PageModel
import Spelling
import Testing

/// The dictionary of the system.
struct HunspellVocabularyTests {
  @Test(arguments: [
    ("règlement", true), ("regiement", false), ("Règlement", true), ("délibérations", true),
    ("commu", false), ("porte-monnaie", true), ("œuvre", true), ("", true),
  ])
  func `knows the words of French`(word: String, isKnown: Bool) throws {
    let french = try #require(HunspellVocabulary.french)
    #expect(french.contains(word) == isKnown)
    #expect(french.contains(word) == isKnown, "the second answer is that of the first")
  }

  @Test func `is absent where no dictionary is installed`() {
    #expect(HunspellVocabulary(language: "fr", folders: ["/nowhere"]) == nil)
    #expect(HunspellVocabulary(language: "xx") == nil)
  }
}

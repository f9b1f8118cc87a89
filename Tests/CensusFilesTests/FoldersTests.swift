import CensusFiles
import Testing

@Suite("Folders")
struct FoldersTests {
  @Test(
    "The folder above is told by the path alone",
    arguments: [
      ("c", "."), ("store", "."), (".", "."), ("a/c", "a"), ("a/c/", "a"), ("/c", "/"), ("/", "/"),
      ("/srv/census/", "/srv"), ("开平区/存储", "开平区"), ("", "."),
    ])
  func above(_ path: String, _ folder: String) {
    #expect(Folders.above(path) == folder)
  }
}

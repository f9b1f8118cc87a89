import CensusBundles
import CensusDomain
import CensusHub
import CensusSync
import CensusTestSupport
import Foundation
import Testing

/// A laptop that only collects bundles and passes them on.
@Suite struct CollectingTests {
  @Test func `keeps each bundle once, refuses what is damaged, and all of it arrives`() async throws
  {
    let scene = try BundleScene()
    let laptop = try CollectingFolder(path: scene.path("laptop"))
    var paths: [String] = []
    for (index, surveyor) in ["李娜", "张伟"].enumerated() {
      let device = try await scene.device(surveyor)
      try device.record(try SampleData.fireSources(4)[(index * 2)..<(index * 2 + 2)])
      paths.append(try scene.export(device, to: "\(index).zip").path)
    }
    for path in paths {
      #expect(try !laptop.take(path).isRepeated)
      #expect(try laptop.take(path).isRepeated)
    }
    let whole = try Data(contentsOf: URL(fileURLWithPath: paths[0]))
    let cut = try scene.photos.file(Array(whole.dropLast(100)))
    #expect(throws: CensusError.self) { try laptop.take(cut) }
    let kept = try CollectingFolder.bundles(in: laptop.path)
    #expect(kept.count == 2)
    for path in kept { try scene.take(path) }
    #expect(try await scene.world.entries().count == 4)
  }
}

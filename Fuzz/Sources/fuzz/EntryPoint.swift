import CFuzzer
import Foundation

/// What libFuzzer calls with each input (https://llvm.org/docs/LibFuzzer.html); `FUZZ_TARGET` says which reader
/// gets it.
///
/// One program holds all targets, since each link of it with its sanitizers takes as long as a minute of
/// fuzzing.
private func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  target.run(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

/// Starts libFuzzer; SwiftPM links a program's `main` to the function of this name.
@_cdecl("fuzz_main")
public func main(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  var count = count
  var arguments = arguments
  return LLVMFuzzerRunDriver(&count, &arguments, testOneInput)
}

/// The reader that this process feeds.
private let target: FuzzTarget = {
  let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    fatalError(
      "FUZZ_TARGET is one of \(FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")).")
  }
  return target
}()

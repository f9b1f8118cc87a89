import CPCRE2
import CensusDomain

/// A regular expression of a schema's `pattern`, compiled once to machine code by PCRE2.
///
/// JSON Schema asks for ECMA-262 expressions; PCRE2 without UCP properties reads the portable subset
/// of them alike, and `$` is bound to the very end as there.
final class Pattern: @unchecked Sendable {
  // Sendable: the compiled code is never changed after init (PCRE2 states that it may be shared
  // between threads); the scratch space of a match belongs to the caller's PatternScratch.
  let source: String
  /// Whether this is the pattern that refuses blank texts and nothing else.
  let isAgainstBlanks: Bool
  private let code: OpaquePointer

  /// Compiles `source`.
  /// - Throws: ``Failure`` with PCRE2's own words and the offset.
  init(_ source: String) throws(Failure) {
    self.source = source
    isAgainstBlanks = BlankText.isPattern(source)
    var errorNumber: Int32 = 0
    var errorOffset = 0
    var copy = source
    let options = PCRE2_UTF | UInt32(PCRE2_DOLLAR_ENDONLY) | UInt32(PCRE2_NEVER_BACKSLASH_C)
    let compiled = copy.withUTF8 {
      pcre2_compile_8($0.baseAddress, $0.count, options, &errorNumber, &errorOffset, nil)
    }
    guard let compiled else {
      var words = [UInt8](repeating: 0, count: 256)
      let length = pcre2_get_error_message_8(errorNumber, &words, words.count)
      throw Failure(
        detail: String(decoding: words.prefix(Int(max(0, length))), as: UTF8.self),
        offset: errorOffset)
    }
    code = compiled
    // Without the compiler for this machine matching still works, interpreted.
    _ = pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE)
  }

  deinit { pcre2_code_free_8(code) }

  /// Whether the expression matches anywhere in `text`, which must be valid UTF-8.
  func matches(_ text: UnsafeBufferPointer<UInt8>, scratch: PatternScratch) -> Bool {
    if isAgainstBlanks, BlankText.isSurelyFilled(text) { return true }
    // A null subject is refused by some versions, even with length zero.
    guard let base = text.baseAddress else {
      var empty: UInt8 = 0
      return pcre2_match_8(code, &empty, 0, 0, PCRE2_NO_UTF_CHECK, scratch.data, scratch.context)
        >= 0
    }
    return pcre2_match_8(
      code, base, text.count, 0, PCRE2_NO_UTF_CHECK, scratch.data, scratch.context) >= 0
  }

  /// Why an expression cannot be used.
  struct Failure: Error {
    let detail: String
    let offset: Int
  }
}

/// The working memory of matches; one for each validator, never shared between threads.
final class PatternScratch {
  fileprivate let data = pcre2_match_data_create_8(1, nil)
  fileprivate let context = pcre2_match_context_create_8(nil)

  init() {
    // Bounds what a hostile text can cost against an expression with nested repetition.
    pcre2_set_match_limit_8(context, 100_000)
  }

  deinit {
    pcre2_match_data_free_8(data)
    pcre2_match_context_free_8(context)
  }
}

@available(*, unavailable)
extension PatternScratch: Sendable {}

public import CensusDomain

/// Why a document is not one that is accepted, and where.
public struct JSONFailure: Error, Sendable, Equatable {
  /// The rules that a document can break.
  ///
  /// The raw values are those of the C interface below.
  public enum Reason: Int32, Sendable, CaseIterable {
    case empty = 1
    case tooLong
    case tooDeep
    case tooManyValues
    case byteOrderMark
    case invalidUTF8
    case controlCharacter
    case unclosedString
    case invalidEscape
    case invalidNumber
    case numberOutOfRange
    case duplicateKey
    case trailingContent
    case syntax
    case outOfMemory
  }

  /// The rule that was broken.
  public var reason: Reason
  /// The byte at which the fault was met; nil where it is not known.
  public var offset: Int?

  /// Makes a failure.
  public init(_ reason: Reason, offset: Int? = nil) {
    self.reason = reason
    self.offset = offset
  }

  /// The failure as a sentence for people.
  public var message: LocalizedText {
    guard let offset else {
      return LocalizedText(zh: "\(words.zh)。", en: "\(words.en).")
    }
    return LocalizedText(
      zh: "\(words.zh)（第 \(offset) 字节处）。", en: "\(words.en) (at byte \(offset)).")
  }

  private var words: (zh: String, en: String) {
    switch reason {
    case .empty: ("JSON 文档是空的", "The JSON document is empty")
    case .tooLong: ("JSON 文档超过长度上限", "The JSON document is longer than the limit")
    case .tooDeep: ("JSON 嵌套层数超过上限", "The JSON document nests deeper than the limit")
    case .tooManyValues: ("JSON 文档的值过多", "The JSON document holds too many values")
    case .byteOrderMark:
      ("JSON 文档以字节顺序标记开头", "The JSON document begins with a byte order mark")
    case .invalidUTF8: ("JSON 文档不是有效的 UTF-8", "The JSON document is not valid UTF-8")
    case .controlCharacter:
      ("JSON 字符串含有未转义的控制字符", "A JSON string holds a control character that is not escaped")
    case .unclosedString: ("JSON 字符串没有结束", "A JSON string does not end")
    case .invalidEscape:
      (
        "JSON 字符串的转义无效，或代理项不成对",
        "A JSON string holds an escape that is not valid or a surrogate without its pair"
      )
    case .invalidNumber: ("JSON 数字的写法无效", "A JSON number is not written as one")
    case .numberOutOfRange:
      ("JSON 数字超出双精度范围", "A JSON number is beyond the range of double precision")
    case .duplicateKey: ("JSON 对象有重复的键", "A JSON object names a member twice")
    case .trailingContent: ("JSON 文档之后还有内容", "Something follows the JSON document")
    case .syntax: ("JSON 语法有误", "The JSON syntax is not right")
    case .outOfMemory: ("内存不足，无法读取 JSON", "There is not enough memory to read the JSON")
    }
  }
}

extension JSONFailure: CustomStringConvertible {
  /// The English sentence.
  public var description: String { message.en }
}

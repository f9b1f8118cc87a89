import CensusDomain

extension CSVReader.Failure {
  /// What is wrong with the record and what to do about it.
  public var message: LocalizedText {
    switch self {
    case .textAfterQuote:
      LocalizedText(
        zh: "引号结束后还有文字；字段内的引号须写两次。",
        en: "There is text after a closing quote; a quote inside a field must be doubled.")
    case .unclosedQuote:
      LocalizedText(zh: "引号没有结束。", en: "A quote is not closed.")
    case .tooLong:
      LocalizedText(
        zh: "该行超过 \(CSVReader.maximumRecordBytes) 字节。",
        en: "The row has more than \(CSVReader.maximumRecordBytes) bytes.")
    case .notUTF8:
      LocalizedText(
        zh: "文字不是 UTF-8 编码（可能是 GBK）；请在 Excel 中另存为“CSV UTF-8”，或用 iconv -f GB18030 -t UTF-8 转换。",
        en: """
          The text is not UTF-8 (perhaps GBK); save it in Excel as “CSV UTF-8”, or convert it with \
          iconv -f GB18030 -t UTF-8.
          """)
    }
  }
}

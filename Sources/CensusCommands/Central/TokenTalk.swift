import CensusAPI
import CensusDomain
import CensusReports

/// Shows a token at the only moment when it can be seen.
enum TokenTalk {
  static func print(_ issued: IssuedToken, format: OutputFormat, language: Language) throws {
    try Particulars.print(
      issued,
      [
        (LocalizedText(zh: "持有者", en: "holder"), issued.holder),
        (LocalizedText(zh: "令牌", en: "token"), issued.token),
      ], format: format, language: language)
    Console.say(
      LocalizedText(
        zh: "令牌只显示这一次：存入文件（chmod 600），用 --token-file 使用。",
        en:
          "The token is shown only now: put it into a file (chmod 600) and use it with --token-file."
      ),
      language)
  }
}

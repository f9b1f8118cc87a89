import ArgumentParser

/// `hazcensus central relay`: the way to the central above.
struct CentralRelay: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "relay", abstract: "Forward to the city's central. 向上级中心转报。",
    discussion: """
      A district's central forwards what it has accepted, with the county's reviews, to the city's
      central; the city's reviews come back the same way. It may be off for weeks: it goes on from
      what the city has confirmed.
      1. here:  hazcensus central relay status            (shows this central's relay identifier)
      2. city:  hazcensus central device add ID --relay --surveyor NAME --region 130205
      3. here:  hazcensus central relay run --to URL --token-file FILE, or, beside a served central,
                hazcensus central serve --relay-to URL --relay-token-file FILE
      The city imports its own inventory and needs the forms that the districts use.
      区县中心把已接收的记录和县级审核转报市级中心，市级审核按原路返回；中断数周也能接续。
      """,
    subcommands: [RelayRun.self, RelayStatusCommand.self])
}

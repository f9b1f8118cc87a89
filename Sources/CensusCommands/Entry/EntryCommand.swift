import ArgumentParser

/// `hazcensus entry`: the entries on this device.
struct EntryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entry", abstract: "Fill, mend and list entries. 填写、修改、查看记录。",
    subcommands: [
      EntryNew.self, EntryEdit.self, EntryShow.self, EntryList.self, EntryFinalize.self,
      EntryDiscard.self, EntryImport.self, EntryAttach.self, EntryAttachments.self,
      EntryMigrate.self,
    ])
}

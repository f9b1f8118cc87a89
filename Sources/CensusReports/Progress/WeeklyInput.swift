import CensusDomain

/// Everything that a weekly report is made from; equal inputs give equal reports.
public struct WeeklyInput: Sendable, Hashable {
  /// The two week ends and what lies between them.
  public var progress: ProgressInput
  /// What happened to entries within the week.
  public var events: [EntryEvents]
  /// The devices that are not withdrawn.
  public var devices: [DeviceSync]
  /// Objects done, day by day.
  public var history: DoneHistory
  /// From how many days without a sync on silence is a problem; 7 is our proposal.
  public var silenceThreshold: Int

  /// Makes an input.
  public init(
    progress: ProgressInput, events: [EntryEvents] = [], devices: [DeviceSync] = [],
    history: DoneHistory, silenceThreshold: Int = 7
  ) {
    self.progress = progress
    self.events = events
    self.devices = devices
    self.history = history
    self.silenceThreshold = silenceThreshold
  }
}

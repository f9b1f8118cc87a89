/// What a simulated network does to one request.
enum NetworkFault: String, CaseIterable {
  /// Nothing; the request and its answer arrive.
  case none
  /// The request never arrives.
  case requestLost
  /// The central acts, and its answer never arrives.
  case answerLost
  /// Half of the request arrives, and the line is cut.
  case requestCut
  /// The request arrives twice.
  case duplicated
  /// Something else happens at the central before the request arrives.
  case delayed
  /// Something else happens at the central before the answer arrives.
  case overtaken
  /// A bit of the request's body is flipped.
  case requestCorrupt
  /// A bit of the answer's body is flipped.
  case answerCorrupt
  /// The answer ends early.
  case answerCut
  /// A network's login page answers with status 200.
  case portal
  /// The central, or a proxy, asks to come again later.
  case tooMany
  case unavailable
  /// A proxy answers with its own page.
  case badGateway
  /// The central stops before it has acted, and is started again.
  case centralStopsBefore
  /// The central stops after it has acted, and is started again.
  case centralStopsAfter

  static func draw(_ random: inout SimulationRandom) -> NetworkFault {
    random.chance(70) ? .none : random.pick(allCases) ?? .none
  }
}

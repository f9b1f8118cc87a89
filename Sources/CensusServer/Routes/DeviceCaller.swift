import CensusDomain
import CensusHub

/// Takes the device out of a request's context.
enum DeviceCaller {
  /// The device that asks.
  ///
  /// - Throws: ``CensusError`` with code `permission` where an account asks for what is a device's.
  static func identity(_ context: CensusContext) throws(CensusError) -> DeviceIdentity {
    guard let caller = context.caller, let device = caller.device, let region = caller.region else {
      throw CensusError(
        .permission, zh: "此接口只供已登记的设备使用。", en: "This route is for enrolled devices only.",
        remedy: LocalizedText(
          zh: "请用设备令牌，而不是账号令牌。", en: "Use a device's token, not an account's."))
    }
    return DeviceIdentity(
      id: device, surveyor: caller.name, region: region, isRelay: caller.role == .relay)
  }
}

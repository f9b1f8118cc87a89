/// The version of this program, as it names itself to people and to a central.
public enum ProgramVersion {
  /// The version, by semantic versioning.
  public static let current = "0.1.0"
}

/// By what the central above knows whether the place in its feed is its own; its witness has it as well.
enum RelayHeadSchema {
  static let sql = """
    ALTER TABLE relay ADD COLUMN head BLOB CHECK (length(head) = 32);
    DROP INDEX relayWitness;
    CREATE INDEX relayWitness ON relay (
      id, sent, taken, head, openKey, openAfter, openThrough, lastRun);
    """
}

import CensusSQLite
import GRDB

/// Indexes and seals that cover what no hash covered, so that a flipped bit in it is found.
///
/// `PRAGMA integrity_check` compares each row with its entry in each index. With every column of a table
/// in some index, none of its values can change alone. What `revision`, `auditEntry`, `form` and
/// `inventoryHistory` hold is hashed; `entry`, `item`, `requirement` and `progress` are recounted. An
/// index that was there grows wider where that spares a new one.
enum WitnessSchema {
  static let sql = """
    CREATE INDEX settingWitness ON setting (value);
    CREATE INDEX townWitness ON town (name);
    CREATE INDEX deviceWitness ON device (
      surveyor, region, lastSequence, lastHash, lastSeen, addedAt, revokedAt, programVersion,
      clockSkew, unsent, declaredAt, rejoinedFrom, isRelay, carrier,
      isDesk);
    CREATE INDEX accountWitness ON account (role, region, addedAt, revokedAt);
    CREATE INDEX quarantineWitness ON quarantine (
      at, batch, entry, parent, author, form, objectCode, faults);
    DROP INDEX reviewOfEntry;
    CREATE INDEX reviewOfEntry ON review (
      entry, cursor, id, revision, level, verdict, comment, fields, reviewer, at);
    DROP INDEX claimByValue;
    CREATE INDEX claimByValue ON claim (form, rule, value, fromDay, toDay);
    CREATE INDEX versionWitness ON inventoryVersion (
      frozenAt, reason, added, removed, changed, hazards, hash);
    DROP INDEX expenseByDay;
    CREATE INDEX expenseByDay ON expenseLine (payDate, voucher, addedAt);
    DROP INDEX activityByDay;
    CREATE INDEX activityByDay ON activity (date, addedAt);
    CREATE INDEX settledWitness ON settled (cursor);
    CREATE INDEX attachmentWitness ON declaredAttachment (arrivedAt) WHERE arrivedAt IS NOT NULL;
    CREATE INDEX uploadWitness ON upload (size, received, expiresAt);
    CREATE INDEX formWitness ON form (addedAt, hash);
    CREATE INDEX relayWitness ON relay (
      id, sent, taken, openKey, openAfter, openThrough, lastRun);
    CREATE INDEX refusalWitness ON relayRefusal (hash, faults, at);
    CREATE INDEX relayAttachmentWitness ON relayAttachment (sentAt);
    CREATE INDEX bundleWitness ON bundle (takenAt, answered, cursor, inventory);
    CREATE INDEX bundleKeyWitness ON bundleKey (signing, sealing);

    -- A receipt is long and written with each batch, so it is sealed instead of being kept twice.
    ALTER TABLE batch ADD COLUMN seal BLOB CHECK (length(seal) = 32);
    DROP TRIGGER batchIsNeverChanged;
    """

  /// Seals the batches that were there before they had seals.
  static func sealBatches(_ db: Database) throws {
    let batches = try HotStatement(db, "SELECT rowid, digest, receivedAt, receipt FROM batch")
    let update = try HotStatement(db, "UPDATE batch SET seal = ?2 WHERE rowid = ?1")
    while try batches.step() {
      let seal = BatchSeal.of(
        digest: batches.blob(1), receivedAt: batches.integer(2), receipt: batches.blob(3))
      update.bind(1, batches.integer(0))
      update.bind(2, seal)
      try update.run()
    }
  }
}

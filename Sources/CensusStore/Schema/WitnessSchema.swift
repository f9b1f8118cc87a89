/// Indexes that hold a second copy of what no hash covers, so that a flipped bit in either is found.
///
/// `PRAGMA integrity_check` compares each row with its entry in each index. With every column of a table
/// in some index, none of its values can change alone. What `revision` and `auditEntry` hold is hashed,
/// and `outbox` follows from receipts. An index that was there grows wider where that spares a new one.
enum WitnessSchema {
  static let sql = """
    -- All but `nextSequence`, which each save moves and which follows from the revisions.
    CREATE INDEX deviceWitness ON device (
      id, district, surveyor, createdAt, central, cursor, inventoryVersion, lastSyncAt, startsAfter,
      feedHead);
    -- The other columns of `entry` follow from its revision, and its state is one of few words.
    DROP INDEX entryByObject;
    CREATE INDEX entryByObject ON entry (objectCode, form, updatedAt);
    -- Before its first revision nothing else tells an entry's columns.
    CREATE INDEX draftedWitness ON entry (formVersion, townCode, author) WHERE head IS NULL;
    DROP INDEX claimByValue;
    CREATE INDEX claimByValue ON claim (form, rule, value, fromDay, toDay);
    CREATE INDEX draftWitness ON draft (updatedAt, base, content);
    CREATE INDEX batchWitness ON batch (key, firstSequence, lastSequence);
    CREATE INDEX suspectsWitness ON suspects (
      part, partsThrough, singlesThrough, culprit, refusalZh, refusalEn);
    CREATE INDEX receiptWitness ON receipt (receivedAt, disposition, auditHead, faults);
    DROP INDEX reviewByEntry;
    CREATE INDEX reviewByEntry ON review (entry, at, revision, json);
    CREATE INDEX inventoryWitness ON inventoryObject (version, townCode, shouldSurvey, json);
    CREATE INDEX linkWitness ON link (count, bytes, bytesPerSecond);
    CREATE INDEX asideWitness ON aside (disposition);
    CREATE INDEX resolutionWitness ON resolution (entry, isAutomatic, at, mine, theirs, fields);
    CREATE INDEX formerWitness ON formerIdentity (lastSequence, endedAt);
    CREATE INDEX rejoinWitness ON rejoin (id, startedAt);
    CREATE INDEX attachmentWitness ON attachment (sentAt);
    CREATE INDEX formWitness ON form (takenAt, hash);
    CREATE INDEX bundleKeyWitness ON bundleKey (secret);
    """
}

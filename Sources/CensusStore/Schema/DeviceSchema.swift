import CensusDomain
import CensusSQLite
import GRDB

/// The schema of a device's store; a shipped step is never edited, a change is a further step.
public enum DeviceSchema {
  /// "HCDV" in ASCII.
  public static let identity = StoreIdentity(
    applicationID: 0x4843_4456, newestVersion: 2,
    name: LocalizedText(zh: "本程序的设备存储", en: "a device's store of this program"))

  /// The steps to the newest schema.
  public static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 device store") { db in
      try db.execute(sql: AuditTrail.schema)
      try db.execute(sql: version1)
    }
    migrator.registerMigration("2 link") { db in try db.execute(sql: link) }
    migrator.registerMigration("3 conflicts") { db in
      try db.execute(sql: ConflictSchema.sql)
    }
    migrator.registerMigration("4 rejoin") { db in try db.execute(sql: RejoinSchema.sql) }
    migrator.registerMigration("5 attachments") { db in
      try db.execute(sql: AttachmentSchema.sql)
    }
    migrator.registerMigration("7 forms") { db in try db.execute(sql: FormSchema.sql) }
    migrator.registerMigration("8 bundles") { db in try db.execute(sql: BundleSchema.sql) }
    migrator.registerMigration("9 feed") { db in try db.execute(sql: FeedSchema.sql) }
    migrator.registerMigration("10 suspects") { db in try db.execute(sql: suspects) }
    migrator.registerMigration("11 witnesses") { db in
      try db.execute(sql: WitnessSchema.sql)
    }
    migrator.registerMigration("12 unseen") { db in try db.execute(sql: UnseenSchema.sql) }
    migrator.registerMigration("13 unseen's witness") { db in
      try db.execute(sql: UnseenSchema.witness)
    }
    return migrator
  }

  private static let version1 = """
    -- One row: who this device is, and how far it has come with the central.
    CREATE TABLE device (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      id BLOB NOT NULL CHECK (length(id) = 16),
      district TEXT NOT NULL CHECK (length(district) = 6),
      surveyor TEXT NOT NULL CHECK (surveyor <> ''),
      createdAt INTEGER NOT NULL,
      central TEXT,
      cursor INTEGER NOT NULL DEFAULT 0 CHECK (cursor >= 0),
      nextSequence INTEGER NOT NULL DEFAULT 1 CHECK (nextSequence >= 1),
      inventoryVersion INTEGER NOT NULL DEFAULT 0,
      lastSyncAt INTEGER
    ) STRICT;

    -- Immutable states of entries. `sequence` is this device's own numbering; other devices'
    -- revisions, which came by a pull, have none.
    CREATE TABLE revision (
      id INTEGER PRIMARY KEY,
      entry BLOB NOT NULL CHECK (length(entry) = 16),
      number INTEGER NOT NULL CHECK (number >= 1),
      parent BLOB CHECK (length(parent) = 32),
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      sequence INTEGER UNIQUE CHECK (sequence >= 1),
      record BLOB NOT NULL,
      CHECK ((number = 1) = (parent IS NULL)),
      UNIQUE (entry, number, hash)
    ) STRICT;
    CREATE TRIGGER revisionIsNeverChanged BEFORE UPDATE ON revision
      BEGIN SELECT RAISE(ABORT, 'revisions are immutable'); END;
    CREATE TRIGGER revisionIsNeverDeleted BEFORE DELETE ON revision
      BEGIN SELECT RAISE(ABORT, 'revisions are kept'); END;

    -- The standing of each entry. No head: there is only a draft so far.
    CREATE TABLE entry (
      id INTEGER PRIMARY KEY,
      entry BLOB NOT NULL UNIQUE CHECK (length(entry) = 16),
      form TEXT NOT NULL,
      formVersion INTEGER NOT NULL,
      objectCode TEXT NOT NULL,
      townCode TEXT NOT NULL,
      author TEXT NOT NULL,
      head INTEGER REFERENCES revision (id),
      -- Not IN: SQLite would fill a temporary table with its values for every row it writes.
      state TEXT NOT NULL CHECK (
        state = 'draft' OR state = 'ready' OR state = 'sent' OR state = 'returned'
        OR state = 'rejected' OR state = 'conflict' OR state = 'accepted'),
      updatedAt INTEGER NOT NULL,
      CHECK ((state = 'draft') = (head IS NULL))
    ) STRICT;
    CREATE INDEX entryByObject ON entry (objectCode, form);

    -- What the head revisions of entries claim under the rules across records of their forms.
    -- The days are empty under a rule without a span.
    CREATE TABLE claim (
      entry BLOB NOT NULL REFERENCES entry (entry),
      rule TEXT NOT NULL CHECK (rule <> ''),
      form TEXT NOT NULL,
      value TEXT NOT NULL,
      fromDay TEXT NOT NULL,
      toDay TEXT NOT NULL,
      PRIMARY KEY (entry, rule)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX claimByValue ON claim (form, rule, value, fromDay);

    -- The working copy of an entry that is being filled or mended; it never leaves the device.
    CREATE TABLE draft (
      entry BLOB PRIMARY KEY REFERENCES entry (entry),
      content TEXT NOT NULL,
      updatedAt INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- Final revisions that the central has not answered for yet.
    CREATE TABLE outbox (
      sequence INTEGER PRIMARY KEY REFERENCES revision (sequence)
    ) STRICT;

    -- The batch under way, written before its first byte is sent, so that a repeat bears the same key.
    CREATE TABLE batch (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      key BLOB NOT NULL CHECK (length(key) = 16),
      firstSequence INTEGER NOT NULL,
      lastSequence INTEGER NOT NULL CHECK (lastSequence >= firstSequence)
    ) STRICT;

    -- The central's answers, one for each revision sent.
    CREATE TABLE receipt (
      sequence INTEGER PRIMARY KEY REFERENCES revision (sequence),
      disposition TEXT NOT NULL CHECK (
        disposition = 'accepted' OR disposition = 'duplicate' OR disposition = 'superseded'
        OR disposition = 'conflict' OR disposition = 'rejected'),
      faults TEXT,
      auditHead BLOB NOT NULL CHECK (length(auditHead) = 32),
      receivedAt INTEGER NOT NULL
    ) STRICT;

    -- Reviews that came back from the central.
    CREATE TABLE review (
      id BLOB PRIMARY KEY CHECK (length(id) = 16),
      entry BLOB NOT NULL,
      revision BLOB NOT NULL CHECK (length(revision) = 32),
      json TEXT NOT NULL,
      at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX reviewByEntry ON review (entry, at);

    -- The inventory's current version, as pulled from the central.
    CREATE TABLE inventoryObject (
      objectCode TEXT NOT NULL,
      hazard TEXT NOT NULL,
      version INTEGER NOT NULL,
      townCode TEXT NOT NULL,
      shouldSurvey INTEGER NOT NULL CHECK (shouldSurvey IN (0, 1)),
      json TEXT NOT NULL,
      PRIMARY KEY (objectCode, hazard)
    ) STRICT, WITHOUT ROWID;
    """
}

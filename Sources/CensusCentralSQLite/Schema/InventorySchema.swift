/// Tables of the inventory, what its objects require, and how far each has come.
enum InventorySchema {
  static let sql = """
    CREATE TABLE inventoryVersion (
      version INTEGER PRIMARY KEY CHECK (version > 0),
      cursor INTEGER NOT NULL UNIQUE CHECK (cursor > 0),
      frozenAt INTEGER NOT NULL,
      reason TEXT NOT NULL CHECK (version = 1 OR reason <> ''),
      added INTEGER NOT NULL,
      removed INTEGER NOT NULL,
      changed INTEGER NOT NULL,
      hazards TEXT NOT NULL,
      hash BLOB NOT NULL CHECK (length(hash) = 32)
    ) STRICT;

    -- A row holds from version `since` up to, and not with, version `until`.
    CREATE TABLE inventoryHistory (
      objectCode TEXT NOT NULL CHECK (length(objectCode) BETWEEN 1 AND 24),
      hazard TEXT NOT NULL,
      since INTEGER NOT NULL REFERENCES inventoryVersion (version),
      until INTEGER REFERENCES inventoryVersion (version) CHECK (until > since),
      forms TEXT NOT NULL,
      name TEXT NOT NULL,
      townCode TEXT NOT NULL CHECK (length(townCode) = 9),
      longitude REAL,
      latitude REAL,
      shouldSurvey INTEGER NOT NULL CHECK (shouldSurvey IN (0, 1)),
      excludeReason TEXT,
      PRIMARY KEY (objectCode, hazard, since),
      CHECK (shouldSurvey = 1 OR excludeReason <> '')
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE item (
      id INTEGER PRIMARY KEY,
      objectCode TEXT NOT NULL,
      hazard TEXT NOT NULL,
      name TEXT NOT NULL,
      townCode TEXT NOT NULL,
      longitude REAL,
      latitude REAL,
      shouldSurvey INTEGER NOT NULL CHECK (shouldSurvey IN (0, 1)),
      excludeReason TEXT,
      formCount INTEGER NOT NULL CHECK (formCount >= 0),
      stage INTEGER NOT NULL DEFAULT 0 CHECK (stage BETWEEN 0 AND 4),
      author TEXT NOT NULL DEFAULT '',
      UNIQUE (objectCode, hazard),
      CHECK ((stage = 0) = (author = ''))
    ) STRICT;

    CREATE TABLE requirement (
      objectCode TEXT NOT NULL,
      form TEXT NOT NULL,
      item INTEGER NOT NULL REFERENCES item (id),
      stage INTEGER NOT NULL DEFAULT 0 CHECK (stage BETWEEN 0 AND 4),
      author TEXT NOT NULL DEFAULT '',
      PRIMARY KEY (objectCode, form),
      CHECK ((stage = 0) = (author = ''))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX requirementOfItem ON requirement (item);

    CREATE TABLE progress (
      hazard TEXT NOT NULL,
      townCode TEXT NOT NULL,
      author TEXT NOT NULL,
      stage INTEGER NOT NULL CHECK (stage BETWEEN 0 AND 4),
      count INTEGER NOT NULL CHECK (count >= 0),
      PRIMARY KEY (hazard, townCode, author, stage)
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER itemIsAdded AFTER INSERT ON item WHEN NEW.shouldSurvey = 1 BEGIN
      INSERT INTO progress VALUES (NEW.hazard, NEW.townCode, NEW.author, NEW.stage, 1)
        ON CONFLICT (hazard, townCode, author, stage) DO UPDATE SET count = count + 1;
    END;
    CREATE TRIGGER itemIsRemoved AFTER DELETE ON item WHEN OLD.shouldSurvey = 1 BEGIN
      UPDATE progress SET count = count - 1
        WHERE hazard = OLD.hazard AND townCode = OLD.townCode
          AND author = OLD.author AND stage = OLD.stage;
    END;
    CREATE TRIGGER itemHasMoved AFTER UPDATE OF stage, author ON item WHEN OLD.shouldSurvey = 1 BEGIN
      UPDATE progress SET count = count - 1
        WHERE hazard = OLD.hazard AND townCode = OLD.townCode
          AND author = OLD.author AND stage = OLD.stage;
      INSERT INTO progress VALUES (NEW.hazard, NEW.townCode, NEW.author, NEW.stage, 1)
        ON CONFLICT (hazard, townCode, author, stage) DO UPDATE SET count = count + 1;
    END;
    CREATE TRIGGER itemIsReplacedNotEdited
      BEFORE UPDATE OF objectCode, hazard, townCode, shouldSurvey ON item
      BEGIN SELECT RAISE(ABORT, 'an inventory object is replaced, not edited'); END;
    """
}

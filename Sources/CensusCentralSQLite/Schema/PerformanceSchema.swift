/// Budget projects as their files state them, and what was found of their indicators.
enum PerformanceSchema {
  /// Both are only added to: a correction is a further row.
  static let tables = ["project", "indicatorRecord"]

  static let sql = """
    -- The exact bytes of each file; of one project and year the last one counts.
    CREATE TABLE project (
      id INTEGER PRIMARY KEY,
      project TEXT NOT NULL CHECK (project <> ''),
      year INTEGER NOT NULL CHECK (year BETWEEN 1 AND 9999),
      version INTEGER NOT NULL CHECK (version > 0),
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      json BLOB NOT NULL,
      addedAt INTEGER NOT NULL,
      UNIQUE (project, year, version)
    ) STRICT;
    CREATE INDEX projectWitness ON project (hash, addedAt);

    CREATE TABLE indicatorRecord (
      id INTEGER PRIMARY KEY,
      project TEXT NOT NULL CHECK (project <> ''),
      indicator TEXT NOT NULL CHECK (indicator <> ''),
      date TEXT NOT NULL CHECK (length(date) = 10),
      value TEXT NOT NULL,
      forecast TEXT NOT NULL,
      reason TEXT CHECK (reason IN ('funding', 'institution', 'staff', 'equipment', 'other')),
      likelihood TEXT CHECK (likelihood IN ('certain', 'possible', 'impossible')),
      note TEXT NOT NULL,
      attachment TEXT NOT NULL,
      attachmentHash BLOB CHECK (length(attachmentHash) = 32),
      addedAt INTEGER NOT NULL
    ) STRICT;
    -- It covers every column, so that none changes alone unseen.
    CREATE INDEX indicatorByDay ON indicatorRecord (
      project, date, indicator, value, forecast, reason, likelihood, note, attachment,
      attachmentHash, addedAt);
    """
}

/// Tables of the survey's spending and activities.
enum LedgerSchema {
  static let sql = """
    CREATE TABLE expenseLine (
      id INTEGER PRIMARY KEY,
      voucher TEXT NOT NULL CHECK (voucher <> ''),
      payDate TEXT NOT NULL CHECK (length(payDate) = 10),
      payee TEXT NOT NULL,
      summary TEXT NOT NULL,
      amountFen INTEGER NOT NULL CHECK (amountFen <> 0),
      isPublicity INTEGER NOT NULL CHECK (isPublicity IN (0, 1)),
      reason TEXT NOT NULL,
      economicCode TEXT NOT NULL CHECK (economicCode GLOB '3[0-9][0-9][0-9][0-9]'),
      -- The line's number among equal ones of its voucher.
      repetition INTEGER NOT NULL CHECK (repetition > 0),
      addedAt INTEGER NOT NULL,
      UNIQUE (
        voucher, payDate, payee, summary, amountFen, isPublicity, reason, economicCode, repetition)
    ) STRICT;
    CREATE INDEX expenseByDay ON expenseLine (payDate, voucher);

    CREATE TABLE activity (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('publicity', 'training', 'satisfaction')),
      date TEXT NOT NULL CHECK (length(date) = 10),
      title TEXT NOT NULL CHECK (title <> ''),
      organiser TEXT NOT NULL,
      place TEXT NOT NULL,
      townCode TEXT NOT NULL,
      count INTEGER NOT NULL CHECK (count >= 0),
      satisfied INTEGER NOT NULL CHECK (satisfied BETWEEN 0 AND valid),
      valid INTEGER NOT NULL CHECK (valid >= 0),
      note TEXT NOT NULL,
      addedAt INTEGER NOT NULL,
      UNIQUE (
        kind, date, title, organiser, place, townCode, count, satisfied, valid, note)
    ) STRICT;
    CREATE INDEX activityByDay ON activity (date);
    """
}

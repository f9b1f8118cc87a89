/// The ledger again, with the voucher that a line refunds among what tells lines apart.
enum RefundSchema {
  static let sql = """
    CREATE TABLE line (
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
      -- Empty where the line refunds nothing or does not say what.
      refundOf TEXT NOT NULL DEFAULT '' CHECK (refundOf = '' OR amountFen < 0),
      UNIQUE (
        voucher, payDate, payee, summary, amountFen, isPublicity, reason, economicCode, repetition,
        refundOf)
    ) STRICT;
    INSERT INTO line (
      id, voucher, payDate, payee, summary, amountFen, isPublicity, reason, economicCode,
      repetition, addedAt)
    SELECT id, voucher, payDate, payee, summary, amountFen, isPublicity, reason, economicCode,
      repetition, addedAt
    FROM expenseLine ORDER BY id;
    DROP TABLE expenseLine;
    ALTER TABLE line RENAME TO expenseLine;
    CREATE INDEX expenseByDay ON expenseLine (payDate, voucher, addedAt);
    """
}

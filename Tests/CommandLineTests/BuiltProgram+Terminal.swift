import Foundation

/// A person at a terminal, over the built program.
extension BuiltProgram {
  /// Gives the program a terminal for its input and its talk.
  ///
  /// What is typed waits there from the start; Ctrl-D at its end stops a program that asks for more.
  private static let terminal = """
    import os, pty, subprocess, sys, termios
    master, slave = pty.openpty()
    modes = termios.tcgetattr(slave)
    modes[3] &= ~termios.ECHO
    termios.tcsetattr(slave, termios.TCSANOW, modes)
    os.write(master, os.fsencode(sys.argv[1]) + b"\\x04")
    program = subprocess.Popen(sys.argv[2:], stdin=slave, stderr=slave)
    os.close(slave)
    while True:
        try:
            piece = os.read(master, 65536)
        except OSError:
            break
        if not piece:
            break
        sys.stderr.buffer.write(piece)
        sys.stderr.buffer.flush()
    sys.exit(program.wait())
    """

  /// Runs the program on a terminal where `answers` are typed, each with Enter.
  func run(_ arguments: [String], typing answers: [String]) throws -> Outcome {
    let typed = answers.map { $0 + "\n" }.joined()
    return try run(
      executable: "/usr/bin/python3", ["-c", Self.terminal, typed, Self.path] + arguments)
  }
}

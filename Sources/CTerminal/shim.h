#include <wchar.h>
// The C library has it, and shows it only to programs that ask for X/Open, which Swift's importer does
// not (wcwidth(3)).
extern int wcwidth(wchar_t character);

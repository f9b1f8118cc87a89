// Stands between a program and its disk: writes down in one order what is done to the files below a
// folder and what the program told others, and can fail or kill at the n-th call of a kind.
//
// Loaded by LD_PRELOAD; told what to do by the environment:
//   FAULTS_ROOT   the folder whose files count
//   FAULTS_TRACE  the file to which records are appended; none: nothing is written down
//   FAULTS_TELLS  "1": also what goes to standard output and to sockets
//   FAULTS_FAIL   KIND:N:ERRNO:once|sticky   the n-th call of the kind fails, or all from it on
//   FAULTS_KILL   KIND:N:before|after        SIGKILL at the n-th call of the kind
//   FAULTS_FIRED  a file that is made when the call to fail or kill at was reached
// KIND is open, write, sync, truncate, rename, unlink, mkdir or any.
//
// One lock is held over each call and its record, so the order of the trace is the order of effects.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum kind { OPEN, WRITE, SYNC, TRUNCATE, RENAME, UNLINK, MKDIR, TELL, KINDS };
static const char *const names[] = {"open", "write", "sync", "truncate", "rename", "unlink", "mkdir"};

struct record {
  uint32_t kind, pid, first, second; // lengths of the two parts that follow
  uint64_t inode, offset, flags;
};

enum { MOST_FILES = 65536 };
static char tracked[MOST_FILES]; // whether a descriptor is a file below the root
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char root[4096];
static size_t root_length;
static int trace = -1, tells, target = -1, error_number, is_sticky, is_kill, is_after;
static long wanted, counts[KINDS], total;
static const char *fired;

static int kind_named(const char *name, size_t length) {
  for (int k = 0; k < TELL; k++)
    if (strlen(names[k]) == length && !strncmp(names[k], name, length)) return k;
  return KINDS; // any
}

__attribute__((constructor)) static void begin(void) {
  const char *text = getenv("FAULTS_ROOT");
  if (!text || !realpath(text, root)) return;
  root_length = strlen(root);
  if ((text = getenv("FAULTS_TRACE")))
    trace = syscall(SYS_openat, AT_FDCWD, text, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  tells = (text = getenv("FAULTS_TELLS")) && *text == '1';
  fired = getenv("FAULTS_FIRED");
  char mode[16] = "";
  const char *fail = getenv("FAULTS_FAIL"), *kill_at = getenv("FAULTS_KILL");
  text = fail ? fail : kill_at;
  const char *colon = text ? strchr(text, ':') : NULL;
  if (!colon) return;
  target = kind_named(text, colon - text);
  is_kill = !fail;
  if (fail) sscanf(colon, ":%ld:%d:%15s", &wanted, &error_number, mode);
  else sscanf(colon, ":%ld:%15s", &wanted, mode);
  is_sticky = !strcmp(mode, "sticky");
  is_after = !strcmp(mode, "after");
}

static int below(const char *path) {
  return root_length && !strncmp(path, root, root_length) &&
         (path[root_length] == '/' || !path[root_length]);
}

// The absolute path of a name that need not exist, as far as its folder is real.
static int absolute(int folder, const char *path, char *out) {
  char base[4096] = "";
  if (path[0] == '/') {
    snprintf(out, 4096, "%s", path);
  } else {
    if (folder == AT_FDCWD) {
      if (!getcwd(base, sizeof base)) return 0;
    } else {
      char link[64];
      snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
      ssize_t n = readlink(link, base, sizeof base - 1);
      if (n < 0) return 0;
      base[n] = 0;
    }
    if (snprintf(out, 4096, "%s/%s", base, path) >= 4096) return 0;
  }
  // Paths are compared as text, so the few that carry them differently are made plain.
  char *slash = strrchr(out, '/');
  if (slash && slash > out) {
    char name[256], real[4096];
    snprintf(name, sizeof name, "%s", slash + 1);
    *slash = 0;
    if (realpath(out, real)) {
      if (snprintf(out, 4096, "%s/%s", real, name) >= 4096) return 0;
    } else {
      *slash = '/';
    }
  }
  size_t length = strlen(out);
  while (length > 1 && out[length - 1] == '/') out[--length] = 0;
  return below(out);
}

static void put(enum kind kind, uint64_t inode, uint64_t offset, uint64_t flags, const void *first,
                size_t first_length, const void *second, size_t second_length) {
  if (trace < 0) return;
  struct record head = {kind, (uint32_t)getpid(), (uint32_t)first_length, (uint32_t)second_length,
                        inode, offset, flags};
  struct iovec parts[] = {{&head, sizeof head},
                          {(void *)first, first_length},
                          {(void *)second, second_length}};
  int kept = errno;
  // A record that cannot be written would make the trace a lie.
  if (syscall(SYS_writev, trace, parts, 3) !=
      (long)(sizeof head + first_length + second_length))
    abort();
  errno = kept;
}

static void note_fired(void) {
  if (!fired) return;
  int file = syscall(SYS_openat, AT_FDCWD, fired, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  if (file >= 0) syscall(SYS_close, file);
}

// Called with the lock held, before a call: true if it has to fail.
static int arrive(enum kind kind) {
  counts[kind]++;
  total++;
  if (target != (int)kind && target != KINDS) return 0;
  long now = target == KINDS ? total : counts[kind];
  if (is_kill) {
    if (now == wanted && !is_after) {
      note_fired();
      kill(getpid(), SIGKILL);
      pause();
    }
    return 0;
  }
  if (now < wanted || (now > wanted && !is_sticky)) return 0;
  note_fired();
  return 1;
}

// Called with the lock held, after a call.
static void leave(enum kind kind) {
  if (!is_kill || !is_after || (target != (int)kind && target != KINDS)) return;
  if ((target == KINDS ? total : counts[kind]) != wanted) return;
  note_fired();
  kill(getpid(), SIGKILL);
  pause();
}

static uint64_t inode_of(int file) {
  struct stat about;
  return fstat(file, &about) ? 0 : about.st_ino;
}

static int is_tracked(int file) { return file >= 0 && file < MOST_FILES && tracked[file]; }

#define REAL(type, name, ...)                                                                      \
  static type (*real)(__VA_ARGS__);                                                                \
  if (!real) real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)

static int do_open(int folder, const char *path, int flags, mode_t mode) {
  char full[4096];
  if (!root_length || !absolute(folder, path, full))
    return syscall(SYS_openat, folder, path, flags, mode);
  pthread_mutex_lock(&lock);
  int file = -1;
  if (arrive(OPEN)) {
    errno = error_number;
  } else {
    struct stat before;
    int is_new = lstat(full, &before) != 0;
    file = syscall(SYS_openat, folder, path, flags, mode);
    if (file >= 0) {
      struct stat about;
      fstat(file, &about);
      if (file < MOST_FILES) tracked[file] = 1;
      if (S_ISREG(about.st_mode))
        put(OPEN, about.st_ino, 0, (is_new ? 1 : 0) | (flags & O_TRUNC ? 2 : 0), full,
            strlen(full), NULL, 0);
    }
    leave(OPEN);
  }
  int kept = errno;
  pthread_mutex_unlock(&lock);
  errno = kept;
  return file;
}

#define MODE                                                                                       \
  mode_t mode = 0;                                                                                 \
  if (flags & (O_CREAT | __O_TMPFILE)) {                                                           \
    va_list rest;                                                                                  \
    va_start(rest, flags);                                                                         \
    mode = va_arg(rest, mode_t);                                                                   \
    va_end(rest);                                                                                  \
  }

int open(const char *path, int flags, ...) { MODE return do_open(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) {
  MODE return do_open(AT_FDCWD, path, flags | O_LARGEFILE, mode);
}
int openat(int folder, const char *path, int flags, ...) {
  MODE return do_open(folder, path, flags, mode);
}
int openat64(int folder, const char *path, int flags, ...) {
  MODE return do_open(folder, path, flags | O_LARGEFILE, mode);
}
int __open_2(const char *path, int flags) { return do_open(AT_FDCWD, path, flags, 0); }
int __open64_2(const char *path, int flags) { return do_open(AT_FDCWD, path, flags, 0); }
int creat(const char *path, mode_t mode) {
  return do_open(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode);
}

// Foundation writes temporary files by it.
int mkstemp(char *pattern) {
  size_t length = strlen(pattern);
  for (int i = 0; i < 100; i++) {
    snprintf(pattern + length - 6, 7, "%03x%03x", (unsigned)(getpid() & 0xfff),
             (unsigned)(random() & 0xfff));
    int file = do_open(AT_FDCWD, pattern, O_CREAT | O_EXCL | O_RDWR, 0600);
    if (file >= 0 || errno != EEXIST) return file;
  }
  return -1;
}
int mkstemp64(char *pattern) { return mkstemp(pattern); }

int close(int file) {
  if (file >= 0 && file < MOST_FILES) tracked[file] = 0;
  return syscall(SYS_close, file);
}

static void tell(int file, const struct iovec *parts, int count) {
  struct stat about;
  if (!tells || trace < 0) return;
  if (file != 1 && (fstat(file, &about) || !S_ISSOCK(about.st_mode))) return;
  size_t length = 0;
  for (int i = 0; i < count; i++) length += parts[i].iov_len;
  char *whole = malloc(length + 1);
  if (!whole) abort();
  size_t at = 0;
  for (int i = 0; i < count; i++) {
    memcpy(whole + at, parts[i].iov_base, parts[i].iov_len);
    at += parts[i].iov_len;
  }
  // Before it is sent: whoever gets it may rely on it from now on.
  pthread_mutex_lock(&lock);
  put(TELL, file, 0, 0, NULL, 0, whole, length);
  pthread_mutex_unlock(&lock);
  free(whole);
}

static ssize_t do_write(int file, const struct iovec *parts, int count, off64_t offset) {
  if (!is_tracked(file)) {
    if (offset < 0) tell(file, parts, count);
    return offset < 0 ? syscall(SYS_writev, file, parts, count)
                      : syscall(SYS_pwritev, file, parts, count, offset, 0);
  }
  pthread_mutex_lock(&lock);
  ssize_t done = -1;
  if (arrive(WRITE)) {
    errno = error_number;
  } else {
    off64_t at = offset;
    if (at < 0) {
      int is_append = fcntl(file, F_GETFL) & O_APPEND;
      at = is_append ? lseek(file, 0, SEEK_END) : lseek(file, 0, SEEK_CUR);
    }
    done = offset < 0 ? syscall(SYS_writev, file, parts, count)
                      : syscall(SYS_pwritev, file, parts, count, offset, 0);
    size_t left = done > 0 ? done : 0;
    off64_t place = at;
    uint64_t inode = inode_of(file);
    for (int i = 0; i < count && left > 0; i++) {
      size_t part = parts[i].iov_len < left ? parts[i].iov_len : left;
      put(WRITE, inode, place, 0, NULL, 0, parts[i].iov_base, part);
      place += part;
      left -= part;
    }
    leave(WRITE);
  }
  int kept = errno;
  pthread_mutex_unlock(&lock);
  errno = kept;
  return done;
}

ssize_t write(int file, const void *bytes, size_t length) {
  struct iovec part = {(void *)bytes, length};
  return do_write(file, &part, 1, -1);
}
ssize_t writev(int file, const struct iovec *parts, int count) {
  return do_write(file, parts, count, -1);
}
ssize_t pwrite(int file, const void *bytes, size_t length, off_t offset) {
  struct iovec part = {(void *)bytes, length};
  return do_write(file, &part, 1, offset);
}
ssize_t pwrite64(int file, const void *bytes, size_t length, off64_t offset) {
  struct iovec part = {(void *)bytes, length};
  return do_write(file, &part, 1, offset);
}
ssize_t pwritev(int file, const struct iovec *parts, int count, off_t offset) {
  return do_write(file, parts, count, offset);
}
ssize_t pwritev64(int file, const struct iovec *parts, int count, off64_t offset) {
  return do_write(file, parts, count, offset);
}
// stdio writes by calls of its own inside the C library, which nothing can stand between.
size_t fwrite(const void *bytes, size_t size, size_t count, FILE *stream) {
  REAL(size_t, fwrite, const void *, size_t, size_t, FILE *);
  struct iovec part = {(void *)bytes, size * count};
  if (stream == stdout) tell(1, &part, 1);
  return real(bytes, size, count, stream);
}
ssize_t send(int file, const void *bytes, size_t length, int flags) {
  struct iovec part = {(void *)bytes, length};
  tell(file, &part, 1);
  return syscall(SYS_sendto, file, bytes, length, flags, NULL, 0);
}
ssize_t sendmsg(int file, const struct msghdr *message, int flags) {
  tell(file, message->msg_iov, (int)message->msg_iovlen);
  return syscall(SYS_sendmsg, file, message, flags);
}

static int do_sync(int file, long number) {
  if (!is_tracked(file)) return syscall(number, file);
  pthread_mutex_lock(&lock);
  int result = -1;
  if (arrive(SYNC)) {
    errno = error_number;
  } else {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t n = readlink(link, path, sizeof path);
    struct stat about;
    fstat(file, &about);
    result = syscall(number, file);
    if (!result)
      put(SYNC, about.st_ino, 0, S_ISDIR(about.st_mode) ? 1 : 0, path, n > 0 ? n : 0, NULL, 0);
    leave(SYNC);
  }
  int kept = errno;
  pthread_mutex_unlock(&lock);
  errno = kept;
  return result;
}
int fsync(int file) { return do_sync(file, SYS_fsync); }
int fdatasync(int file) { return do_sync(file, SYS_fdatasync); }

static int do_truncate(int file, off64_t length) {
  if (!is_tracked(file)) return syscall(SYS_ftruncate, file, length);
  pthread_mutex_lock(&lock);
  int result = -1;
  if (arrive(TRUNCATE)) {
    errno = error_number;
  } else {
    result = syscall(SYS_ftruncate, file, length);
    if (!result) put(TRUNCATE, inode_of(file), length, 0, NULL, 0, NULL, 0);
    leave(TRUNCATE);
  }
  int kept = errno;
  pthread_mutex_unlock(&lock);
  errno = kept;
  return result;
}
int ftruncate(int file, off_t length) { return do_truncate(file, length); }
int ftruncate64(int file, off64_t length) { return do_truncate(file, length); }

static int do_rename(int from_folder, const char *from, int to_folder, const char *to,
                     unsigned flags, int is_link) {
  char full_from[4096], full_to[4096];
  long number = is_link ? SYS_linkat : SYS_renameat2;
  int counts_from = absolute(from_folder, from, full_from);
  int counts_to = absolute(to_folder, to, full_to);
  if (!root_length || (!counts_from && !counts_to))
    return syscall(number, from_folder, from, to_folder, to, flags);
  pthread_mutex_lock(&lock);
  int result = -1;
  if (arrive(RENAME)) {
    errno = error_number;
  } else {
    result = syscall(number, from_folder, from, to_folder, to, flags);
    if (!result) {
      struct stat about = {0};
      lstat(full_to, &about);
      put(RENAME, about.st_ino, is_link, S_ISDIR(about.st_mode) ? 1 : 0, full_from,
          strlen(full_from), full_to, strlen(full_to));
    }
    leave(RENAME);
  }
  int kept = errno;
  pthread_mutex_unlock(&lock);
  errno = kept;
  return result;
}
int rename(const char *from, const char *to) {
  return do_rename(AT_FDCWD, from, AT_FDCWD, to, 0, 0);
}
int renameat(int from_folder, const char *from, int to_folder, const char *to) {
  return do_rename(from_folder, from, to_folder, to, 0, 0);
}
int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags) {
  return do_rename(from_folder, from, to_folder, to, flags, 0);
}
int link(const char *from, const char *to) {
  return do_rename(AT_FDCWD, from, AT_FDCWD, to, 0, 1);
}
int linkat(int from_folder, const char *from, int to_folder, const char *to, int flags) {
  return do_rename(from_folder, from, to_folder, to, flags, 1);
}

static int do_name(enum kind kind, int folder, const char *path, long number, long argument) {
  char full[4096];
  if (!root_length || !absolute(folder, path, full))
    return syscall(number, folder, path, argument);
  pthread_mutex_lock(&lock);
  int result = -1;
  if (arrive(kind)) {
    errno = error_number;
  } else {
    result = syscall(number, folder, path, argument);
    if (!result) put(kind, 0, 0, 0, full, strlen(full), NULL, 0);
    leave(kind);
  }
  int kept = errno;
  pthread_mutex_unlock(&lock);
  errno = kept;
  return result;
}
int unlink(const char *path) { return do_name(UNLINK, AT_FDCWD, path, SYS_unlinkat, 0); }
int unlinkat(int folder, const char *path, int flags) {
  return do_name(UNLINK, folder, path, SYS_unlinkat, flags);
}
int remove(const char *path) {
  struct stat about;
  int is_folder = !lstat(path, &about) && S_ISDIR(about.st_mode);
  return do_name(UNLINK, AT_FDCWD, path, SYS_unlinkat, is_folder ? AT_REMOVEDIR : 0);
}
int rmdir(const char *path) { return do_name(UNLINK, AT_FDCWD, path, SYS_unlinkat, AT_REMOVEDIR); }
int mkdir(const char *path, mode_t mode) {
  return do_name(MKDIR, AT_FDCWD, path, SYS_mkdirat, mode);
}
int mkdirat(int folder, const char *path, mode_t mode) {
  return do_name(MKDIR, folder, path, SYS_mkdirat, mode);
}

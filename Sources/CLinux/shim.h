#include <errno.h>
#include <linux/landlock.h>
#include <malloc.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

// `prctl` and `syscall` take a variable number of arguments, so Swift does not import them.

/// Refuses new privileges to this process and all that it starts; 0 when done.
static inline int clinux_refuse_new_privileges(void) {
  return prctl(PR_SET_NO_NEW_PRIVS, 1L, 0L, 0L, 0L);
}

/// Lets no process without privileges look into this one, and no core be dumped; 0 when done.
static inline int clinux_forbid_dumps(void) {
  return prctl(PR_SET_DUMPABLE, 0L, 0L, 0L, 0L);
}

/// Has the kernel kill this process when the thread that started it ends; 0 when done.
static inline int clinux_die_with_parent(void) {
  return prctl(PR_SET_PDEATHSIG, (unsigned long)SIGKILL, 0L, 0L, 0L);
}

// MARK: - Constants that glibc shows to GNU programs only

/// `O_PATH`: a place in the file system, without a right to read it.
static const int clinux_place = 010000000;
/// `CLONE_THREAD | CLONE_VM`.
static const uint64_t clinux_thread = 0x00010100;

/// Closes the open files of a range of numbers; 0 when done.
static inline int clinux_close_range(unsigned first, unsigned last) {
  return (int)syscall(SYS_close_range, first, last, 0);
}

// MARK: - A file that goes when the process is asked to end: a handler may call `unlink`, but not Swift

enum { clinux_longest_path = 4096 };

/// Its path; empty where there is none.
static inline char *clinux_passing(void) {
  static char path[clinux_longest_path];
  return path;
}

static inline void clinux_remove_now(void) {
  if (clinux_passing()[0]) unlink(clinux_passing());
}

static inline void clinux_end(int signal) {
  clinux_remove_now();
  struct sigaction action = {.sa_handler = SIG_DFL};
  sigaction(signal, &action, NULL);
  raise(signal);
}

/// Has a request to end remove this file first, or none; a signal that is ignored stays ignored.
static inline void clinux_remove_at_end(const char *path) {
  clinux_passing()[0] = 0;
  if (!path || strlen(path) >= clinux_longest_path) return;
  strcpy(clinux_passing(), path);
  const int signals[] = {SIGHUP, SIGINT, SIGTERM};
  for (int index = 0; index < 3; ++index) {
    struct sigaction action;
    if (sigaction(signals[index], NULL, &action) || action.sa_handler == SIG_IGN) continue;
    action = (struct sigaction){.sa_handler = clinux_end};
    sigaction(signals[index], &action, NULL);
  }
}

// MARK: - Landlock, for which glibc has no functions

/// The rules as the newest kernel knows them; an older one takes the first `size` bytes.
struct clinux_landlock {
  uint64_t files;
  uint64_t network;
  uint64_t scopes;
};

/// The version of Landlock that the kernel has, from 1; negative where it has none.
static inline int clinux_landlock_version(void) {
  return (int)syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
}

/// Makes a set of rules that refuse all rights it names; answers its descriptor, or -1.
static inline int clinux_landlock_make(const struct clinux_landlock *rights, size_t size) {
  return (int)syscall(SYS_landlock_create_ruleset, rights, size, 0);
}

/// Allows some rights below an open path; 0 when done.
static inline int clinux_landlock_allow(int rules, int path, uint64_t rights) {
  struct landlock_path_beneath_attr below = {.allowed_access = rights, .parent_fd = path};
  return (int)syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &below, 0);
}

/// Puts the rules on this thread and all that it starts, for good; 0 when done.
static inline int clinux_landlock_enforce(int rules) {
  return (int)syscall(SYS_landlock_restrict_self, rules, 0);
}

// MARK: - Open files from process to process; the macros for them are not imported

/// Sends bytes and an open file with them; answers how many bytes went, or -1.
static inline ssize_t clinux_send(int socket, const void *bytes, size_t count, int file) {
  struct iovec part = {(void *)bytes, count};
  union {
    char room[CMSG_SPACE(sizeof(int))];
    struct cmsghdr head;
  } control;
  memset(&control, 0, sizeof control);
  struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1};
  message.msg_control = control.room;
  message.msg_controllen = sizeof control.room;
  struct cmsghdr *head = CMSG_FIRSTHDR(&message);
  head->cmsg_level = SOL_SOCKET;
  head->cmsg_type = SCM_RIGHTS;
  head->cmsg_len = CMSG_LEN(sizeof(int));
  memcpy(CMSG_DATA(head), &file, sizeof file);
  return sendmsg(socket, &message, MSG_NOSIGNAL);
}

/// Takes bytes, and the open file that came with them or -1; answers how many, or -1.
static inline ssize_t clinux_receive(int socket, void *bytes, size_t count, int *file) {
  struct iovec part = {bytes, count};
  union {
    char room[CMSG_SPACE(sizeof(int))];
    struct cmsghdr head;
  } control;
  struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1};
  message.msg_control = control.room;
  message.msg_controllen = sizeof control.room;
  *file = -1;
  ssize_t received = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
  struct cmsghdr *head = received < 0 ? NULL : CMSG_FIRSTHDR(&message);
  if (head && head->cmsg_level == SOL_SOCKET && head->cmsg_type == SCM_RIGHTS &&
      head->cmsg_len == CMSG_LEN(sizeof(int)))
    memcpy(file, CMSG_DATA(head), sizeof *file);
  return received;
}

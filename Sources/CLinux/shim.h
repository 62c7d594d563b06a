#include <malloc.h>
#include <signal.h>
#include <sys/prctl.h>

// `prctl` takes a variable number of arguments, so Swift does not import it.

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

#include <errno.h>
#include <seccomp.h>

// Macros with arguments, which Swift does not import.

/// A call is refused with an error code.
static inline uint32_t cseccomp_refuse(int code) { return SCMP_ACT_ERRNO(code); }

/// A call is allowed.
static inline uint32_t cseccomp_allow(void) { return SCMP_ACT_ALLOW; }

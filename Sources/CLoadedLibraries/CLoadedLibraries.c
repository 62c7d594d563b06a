#include "CLoadedLibraries.h"
#include <dlfcn.h>
#include <pthread.h>

#if defined(__x86_64__)
#define JUMP(name) "jmp *address_of_" #name "(%rip)"
#elif defined(__aarch64__)
#define JUMP(name) \
  "adrp x16, address_of_" #name "\n ldr x16, [x16, :lo12:address_of_" #name "]\n br x16"
#else
#error "deliberations knows how to load libraries on x86-64 and ARM64 only: see Sources/CLoadedLibraries"
#endif

/// An address, and a function that jumps to it with the arguments as they are.
#define FUNCTION(name) \
  __attribute__((visibility("hidden"))) void *address_of_##name; \
  __asm__(".text\n.p2align 4\n.globl loaded_" #name "\n.hidden loaded_" #name "\n.type loaded_" #name \
          ", %function\nloaded_" #name ":\n" JUMP(name));
LOADED_DICTIONARY(FUNCTION)
LOADED_RECOGNITION(FUNCTION)
LOADED_RENDERING(FUNCTION)

/// The first of some names of a library that the system has: the number in it changes with its
/// version.
static void *library(const char *const *names) {
  for (; *names; ++names) {
    void *found = dlopen(*names, RTLD_LAZY | RTLD_LOCAL);
    if (found) return found;
  }
  return NULL;
}

// The functions of a library are looked for in those that it depends on too.
#define FIND(name) isWhole = isWhole && (address_of_##name = dlsym(found, #name)) != NULL;
#define LIBRARY(list, function, ...) \
  static bool is_##function; \
  static void load_##function(void) { \
    void *found = library((const char *const[]){__VA_ARGS__, NULL}); \
    bool isWhole = found != NULL; \
    list(FIND) is_##function = isWhole; \
  } \
  bool loaded_##function(void) { \
    static pthread_once_t once = PTHREAD_ONCE_INIT; \
    pthread_once(&once, load_##function); \
    return is_##function; \
  }

LIBRARY(LOADED_DICTIONARY, dictionary, "libhunspell-1.7.so.0", "libhunspell-1.7.so")
LIBRARY(LOADED_RECOGNITION, recognition, "libtesseract.so.5", "libtesseract.so")
LIBRARY(LOADED_RENDERING, rendering, "libpoppler-glib.so.8", "libpoppler-glib.so")

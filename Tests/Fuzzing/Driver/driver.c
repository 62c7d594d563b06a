#include <stddef.h>
#include <stdint.h>

/// Of FuzzTargets; `main` comes from libFuzzer.
extern int fuzz_read(const uint8_t *start, size_t count);

int LLVMFuzzerTestOneInput(const uint8_t *start, size_t count) { return fuzz_read(start, count); }

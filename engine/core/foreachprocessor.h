#pragma once

// Put before a free function: it is compiled three times, and the best for the processor is taken when the program
// starts. Not with sanitizers, whose runtime is not ready that early.
#if defined(__x86_64__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) && defined(NDEBUG)
#define SPOTCHECK_FOR_EACH_PROCESSOR [[gnu::target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")]]
#else
#define SPOTCHECK_FOR_EACH_PROCESSOR
#endif

#include "interrupt.h"

#include <atomic>
#include <csignal>

namespace spotcheck::cli {

namespace {

// A signal handler reaches nothing but what is global.
std::atomic<bool> interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler must not wait for a lock");

extern "C" void rememberInterrupt(int)
{
    interrupted.store(true);
}

} // namespace

void watchForInterrupt()
{
    struct sigaction action = {};
    action.sa_handler = rememberInterrupt;
    action.sa_flags = SA_RESTART | SA_RESETHAND;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

bool wasInterrupted()
{
    return interrupted.load();
}

} // namespace spotcheck::cli

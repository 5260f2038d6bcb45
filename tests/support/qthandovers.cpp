// What the thread sanitizer has to know of Qt (preset `tsan` alone). Qt itself is not built for the sanitizer and
// synchronises by system calls that it does not follow, so whatever one thread hands to another through Qt would look
// like a race. These functions take the place of Qt's own in a test program, tell the sanitizer what Qt promises, and
// go on to Qt: what was done before a call was posted, or a task started, happens before it runs; what a thread or a
// task did happens before the end that somebody waited for. Nothing else is said to be ordered.
#include <dlfcn.h>
#include <sanitizer/tsan_interface.h>

#include <functional>
#include <utility>

#include <QDeadlineTimer>
#include <QMetaObject>
#include <QThread>
#include <QThreadPool>

namespace {

template <typename Function>
Function next(const char *name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

/// Stands for a posted call: the thread that runs or drops it has seen all that was done before it was posted.
class PostedCall : public QtPrivate::QSlotObjectBase {
public:
    explicit PostedCall(QtPrivate::QSlotObjectBase *call) : QSlotObjectBase(&run), m_call(call) {}

private:
    [[gnu::no_sanitize("thread")]] static void run(int operation, QSlotObjectBase *self, QObject *receiver,
                                                   void **arguments, bool *)
    {
        __tsan_acquire(self);
        auto *posted = static_cast<PostedCall *>(self);
        if (operation == Call) {
            posted->m_call->call(receiver, arguments);
            __tsan_release(self); // whoever posted it may be the last to let go of it
        } else if (operation == Destroy) {
            posted->m_call->destroyIfLastRef();
            delete posted;
        }
    }

    QtPrivate::QSlotObjectBase *m_call;
};

} // namespace

bool QMetaObject::invokeMethodImpl(QObject *object, QtPrivate::QSlotObjectBase *slot, Qt::ConnectionType type,
                                   void *result)
{
    static const auto real = next<decltype(&QMetaObject::invokeMethodImpl)>(
        "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv");
    auto *posted = new PostedCall(slot);
    __tsan_release(QThread::currentThread());
    __tsan_release(posted);
    return real(object, posted, type, result);
}

void QThreadPool::start(std::function<void()> task, int priority)
{
    static const auto real =
        next<void (*)(QThreadPool *, std::function<void()>, int)>("_ZN11QThreadPool5startESt8functionIFvvEEi");
    auto *kept = new std::function<void()>(std::move(task)); // lost where the pool drops the task
    __tsan_release(kept);
    real(
        this,
        [this, kept] {
            __tsan_acquire(kept);
            (*kept)();
            delete kept;
            __tsan_release(this);
        },
        priority);
}

bool QThreadPool::waitForDone(int milliseconds)
{
    static const auto real = next<bool (*)(QThreadPool *, int)>("_ZN11QThreadPool11waitForDoneEi");
    const bool done = real(this, milliseconds);
    __tsan_acquire(this);
    return done;
}

bool QThread::wait(QDeadlineTimer deadline)
{
    static const auto real = next<bool (*)(QThread *, QDeadlineTimer)>("_ZN7QThread4waitE14QDeadlineTimer");
    const bool ended = real(this, deadline);
    __tsan_acquire(this);
    return ended;
}

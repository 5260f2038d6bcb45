#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include <spotcheck/core/jobmonitor.h>

namespace spotcheck {

/// The program's version, "0.1.0".
std::string engineVersion();

/// Versions of the libraries in use, one "name version" a line, for About and the log.
std::string libraryVersions();

/// What computes networks, the trainings of CFA and ReConPatch and PaDiM's and SPADE's places, and estimates which
/// distances are worth measuring; all else runs on the processor.
enum class Device {
    Processor,
    Cuda, ///< the first card of NVIDIA's, where LibTorch is built for it; else the processor
};

/// Processors to use. 0 means all. Called once at the start of a program, before any other engine function:
/// it also tells LibTorch, OpenMP, OpenBLAS and OpenCV to keep to one thread each, because the engine runs
/// whole pictures side by side (LibTorch alone would take one thread in all on virtual machines).
/// That way a score never depends on the number of threads.
void configureRuntime(int threads = 0, Device device = Device::Processor);

/// OpenBLAS picks its kernels by processor model when it is loaded, and takes the slowest ones for models newer
/// than itself: every search would take four times as long. Where that happened, starts the program again in
/// place with OPENBLAS_CORETYPE set from what the processor can do. To be called first in `main`; returns where
/// nothing is to be done, or where the variable is set already.
void restartWithSuitableBlas(char **arguments);

/// Number of threads set by `configureRuntime`, at least 1.
int runtimeThreads();

/// As `configureRuntime` was told.
Device runtimeDevice();

/// Keeps LibTorch, Faiss and OpenMP on the calling thread to that one thread: their thread count belongs to
/// each thread. Called at the start of every thread that computes beside others.
void useOneThreadBelow();

/// Calls `body(index)` for 0 <= index < count on `runtimeThreads()` threads, indices handed out in order.
/// The first exception stops the rest and is rethrown here. Asks `monitor` for cancellation before each index.
void parallelFor(std::int64_t count, JobMonitor &monitor, const std::function<void(std::int64_t)> &body);

/// Splits [0, count) into one contiguous range a thread: `body(begin, end)`. For arithmetic over large arrays.
void parallelRanges(std::int64_t count, const std::function<void(std::int64_t, std::int64_t)> &body);

/// Hexadecimal SHA-256 of a file's content. \throws Error(FileNotFound, FileUnreadable)
std::string sha256OfFile(const std::filesystem::path &file);

/// Writes a whole file so that either the old or the new content is there, never half: a temporary file in
/// the same folder, flushed to the disk, renamed. \throws Error(WriteFailed)
void writeFileAtomically(const std::filesystem::path &file, const std::function<void(std::ostream &)> &write);

/// Largest resident memory of this process so far, in bytes.
std::uint64_t peakMemoryBytes();

} // namespace spotcheck

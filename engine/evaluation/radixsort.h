#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <spotcheck/core/jobmonitor.h>
#include <spotcheck/core/runtime.h>

namespace spotcheck {

/// Unsigned integers in the order of the floats; not for NaN.
inline std::uint32_t orderedKey(float value)
{
    const auto bits = std::bit_cast<std::uint32_t>(value);
    return (bits & 0x80000000U) != 0 ? ~bits : bits | 0x80000000U;
}

/// The computation behind `sortByValue`.
template <class Item, class ValueOf>
class PixelSort {
public:
    PixelSort(ValueOf valueOf, JobMonitor &monitor) : m_valueOf(valueOf), m_monitor(monitor) {}

    void sort(std::span<Item> items)
    {
        if (items.size() < smallest) {
            sortSmall(items);
            return;
        }
        const Bounds bounds = distribute(items, 0);
        parallelFor(buckets, m_monitor, [&](std::int64_t bucket) {
            const auto index = static_cast<std::size_t>(bucket);
            sortFrom(items.subspan(bounds[index], bounds[index + 1] - bounds[index]), 1);
        });
    }

private:
    static constexpr std::array<int, 3> shifts{21, 10, 0}; // digits of 11, 11 and 10 bits
    static constexpr std::size_t buckets = 2048;
    static constexpr std::size_t smallest = 512; // below, comparing is faster than counting 2,048 buckets
    static constexpr std::size_t between = std::size_t(1) << 20U; // items between two questions for cancellation
    using Bounds = std::vector<std::size_t>;                      // buckets + 1

    static std::size_t digitMask(std::size_t level) { return level + 1 < shifts.size() ? 0x7FFU : 0x3FFU; }

    std::size_t digit(const Item &item, std::size_t level) const
    {
        return (orderedKey(m_valueOf(item)) >> shifts[level]) & digitMask(level);
    }

    void sortSmall(std::span<Item> items) const
    {
        std::sort(items.begin(), items.end(),
                  [this](const Item &a, const Item &b) { return m_valueOf(a) < m_valueOf(b); });
    }

    void sortFrom(std::span<Item> items, std::size_t level) const
    {
        if (items.size() < 2 || level == shifts.size())
            return;
        if (items.size() < smallest) {
            sortSmall(items);
            return;
        }
        const Bounds bounds = distribute(items, level);
        for (std::size_t bucket = 0; bucket < buckets; ++bucket)
            sortFrom(items.subspan(bounds[bucket], bounds[bucket + 1] - bounds[bucket]), level + 1);
    }

    // Moves every item into the range of its digit.
    Bounds distribute(std::span<Item> items, std::size_t level) const
    {
        Bounds bounds(buckets + 1, 0);
        for (std::size_t start = 0; start < items.size(); start += between) {
            m_monitor.throwIfCancelled();
            for (const Item &item : items.subspan(start, std::min(between, items.size() - start)))
                ++bounds[digit(item, level) + 1];
        }
        for (std::size_t bucket = 0; bucket < buckets; ++bucket)
            bounds[bucket + 1] += bounds[bucket];

        Bounds next = bounds; // where the next item of each bucket goes
        std::size_t steps = 0;
        for (std::size_t bucket = 0; bucket < buckets; ++bucket) {
            while (next[bucket] < bounds[bucket + 1]) {
                Item item = items[next[bucket]];
                for (std::size_t home = digit(item, level); home != bucket; home = digit(item, level)) {
                    std::swap(item, items[next[home]++]);
                    ++steps;
                }
                items[next[bucket]++] = item;
                if (++steps > between) {
                    m_monitor.throwIfCancelled();
                    steps = 0;
                }
            }
        }
        return bounds;
    }

    ValueOf m_valueOf;
    JobMonitor &m_monitor;
};

/// Sorts `items` in place, ascending in `valueOf(item)` (a float, not NaN), most significant digit first
/// ("American flag sort", McIlroy, Bostic, McIlroy 1993): no second buffer, which matters for gigabytes of pixels,
/// and several times as fast as comparing. The order of equal values is not defined.
/// When cancelled, `items` are left incomplete. \throws Cancelled
template <class Item, class ValueOf>
void sortByValue(std::span<Item> items, ValueOf valueOf, JobMonitor &monitor)
{
    PixelSort<Item, ValueOf>(valueOf, monitor).sort(items);
}

} // namespace spotcheck

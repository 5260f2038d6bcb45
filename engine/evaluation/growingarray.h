#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <limits>
#include <memory>
#include <new>
#include <span>
#include <type_traits>

namespace spotcheck {

/// An array that grows by realloc: large blocks are moved by the page table instead of copied, so that growing
/// never needs old and new side by side, as std::vector does. Room that is not used yet takes no memory.
template <class Item>
class GrowingArray {
    static_assert(std::is_trivially_copyable_v<Item>);

public:
    std::size_t size() const { return m_size; }
    std::span<Item> items() { return {m_items.get(), m_size}; }

    /// Makes room for `count` more. \throws std::bad_alloc
    void reserveMore(std::size_t count)
    {
        if (count > limit - m_size)
            throw std::bad_alloc();
        if (m_size + count <= m_capacity)
            return;
        const std::size_t capacity = std::max(m_size + count, m_capacity + m_capacity / 2);
        void *grown = std::realloc(m_items.get(), capacity * sizeof(Item));
        if (grown == nullptr)
            throw std::bad_alloc();
        static_cast<void>(m_items.release()); // realloc has freed or moved it
        m_items.reset(static_cast<Item *>(grown));
        m_capacity = capacity;
    }

    /// After `reserveMore`.
    void push(Item item) { m_items.get()[m_size++] = item; }

private:
    struct Free {
        void operator()(Item *items) const { std::free(items); }
    };
    static constexpr std::size_t limit = std::numeric_limits<std::size_t>::max() / sizeof(Item) / 2;

    std::unique_ptr<Item, Free> m_items;
    std::size_t m_size = 0;
    std::size_t m_capacity = 0;
};

} // namespace spotcheck

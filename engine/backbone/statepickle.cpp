#include "backbone/statepickle.h"

#include <algorithm>
#include <array>
#include <bit>
#include <optional>
#include <string>
#include <unordered_map>

#include "backbone/boundedbytes.h"
#include "model/safetensorsheader.h"

namespace spotcheck {

namespace {

/// State dicts of the largest networks here take 30,000; this many take 100 MB.
constexpr std::uint64_t mostOperations = 1'000'000;
constexpr std::size_t mostItems = 8; ///< of a call's arguments and of a tensor's shape

/// Operation codes, named as in Python's pickletools.
enum Operation : std::uint8_t {
    Mark = '(',
    Stop = '.',
    BinInt = 'J',
    BinInt1 = 'K',
    BinInt2 = 'M',
    None = 'N',
    BinPersId = 'Q',
    Reduce = 'R',
    BinString = 'T',
    ShortBinString = 'U',
    BinFloat = 'G',
    BinUnicode = 'X',
    EmptyList = ']',
    Append = 'a',
    Build = 'b',
    Global = 'c',
    EmptyDict = '}',
    Appends = 'e',
    BinGet = 'h',
    LongBinGet = 'j',
    BinPut = 'q',
    LongBinPut = 'r',
    SetItem = 's',
    Tuple = 't',
    EmptyTuple = ')',
    SetItems = 'u',
    Proto = 0x80,
    NewObject = 0x81,
    Tuple1 = 0x85,
    Tuple2 = 0x86,
    Tuple3 = 0x87,
    NewTrue = 0x88,
    NewFalse = 0x89,
    Long1 = 0x8A,
    ShortBinUnicode = 0x8C, // this and the next ones since protocol 4
    StackGlobal = 0x93,
    Memoize = 0x94,
    Frame = 0x95,
};

struct KnownGlobal {
    std::string_view name;
    PickledGlobal global;
};

using Kind = PickledGlobal::Kind;

constexpr std::array<KnownGlobal, 11> knownGlobals{{
    {"collections.OrderedDict", {Kind::OrderedDict, {}}},
    {"argparse.Namespace", {Kind::Namespace, {}}},
    {"torch._utils._rebuild_tensor_v2", {Kind::RebuildTensor, {}}},
    {"torch._utils._rebuild_parameter", {Kind::RebuildParameter, {}}},
    {"torch.DoubleStorage", {Kind::Storage, TensorType::Float64}},
    {"torch.FloatStorage", {Kind::Storage, TensorType::Float32}},
    {"torch.HalfStorage", {Kind::Storage, TensorType::Float16}},
    {"torch.BFloat16Storage", {Kind::Storage, TensorType::BFloat16}},
    {"torch.LongStorage", {Kind::Storage, TensorType::Int64}},
    {"torch.IntStorage", {Kind::Storage, TensorType::Int32}},
    {"torch.ByteStorage", {Kind::Storage, TensorType::UInt8}},
}};

/// Pickle's stack machine, reduced to what makes data.
class Machine {
public:
    Machine(std::span<const std::byte> bytes, std::vector<PickledValue> &values) : m_bytes(bytes), m_values(values) {}

    PickleIndex run()
    {
        for (std::uint64_t count = 0; count < mostOperations; ++count) {
            m_operationAt = m_at;
            const auto operation = next<std::uint8_t>();
            if (operation == Stop)
                return pop();
            if (!makeScalar(operation) && !makeContainer(operation) && !fillContainer(operation) &&
                !useMemo(operation) && !makeTensor(operation))
                refuse("asks for operation " + std::to_string(operation) + ", which no state dict needs");
        }
        refuse("has more than " + std::to_string(mostOperations) + " operations");
    }

    std::uint64_t position() const { return m_at; }

private:
    BoundedBytes m_bytes;
    std::vector<PickledValue> &m_values;
    std::uint64_t m_at = 0;
    std::uint64_t m_operationAt = 0;
    std::vector<PickleIndex> m_stack;
    std::vector<std::size_t> m_marks; ///< heights of the stack
    std::unordered_map<std::uint32_t, PickleIndex> m_memo;

    [[noreturn]] void refuse(const std::string &reason) const
    {
        throw Refusal("its pickle " + reason + " (at byte " + std::to_string(m_operationAt) + ")");
    }

    template <typename Number>
    Number next()
    {
        const auto value = m_bytes.number<Number>(m_at);
        m_at += sizeof(Number);
        return value;
    }

    std::string_view nextText(std::uint64_t length)
    {
        const std::string_view text = m_bytes.text(m_at, length);
        m_at += length;
        return text;
    }

    std::string_view nextLine()
    {
        const std::string_view rest = m_bytes.text(m_at, m_bytes.size() - m_at);
        const std::size_t end = rest.find('\n');
        if (end == std::string_view::npos)
            refuse("ends within a name");
        m_at += end + 1;
        return rest.substr(0, end);
    }

    bool push(PickledValue value)
    {
        m_stack.push_back(static_cast<PickleIndex>(m_values.size()));
        m_values.push_back(std::move(value));
        return true;
    }

    PickleIndex pop()
    {
        // What lies below a mark is reached only by those who take the mark away.
        if (m_stack.size() <= (m_marks.empty() ? 0 : m_marks.back()))
            refuse("takes a value that is not there");
        const PickleIndex index = m_stack.back();
        m_stack.pop_back();
        return index;
    }

    PickleIndex top()
    {
        const PickleIndex index = pop();
        m_stack.push_back(index);
        return index;
    }

    std::vector<PickleIndex> popToMark()
    {
        if (m_marks.empty())
            refuse("takes a mark that is not there");
        const auto begin = m_stack.begin() + static_cast<std::ptrdiff_t>(m_marks.back());
        std::vector<PickleIndex> items(begin, m_stack.end());
        m_stack.erase(begin, m_stack.end());
        m_marks.pop_back();
        return items;
    }

    bool pushTuple(std::size_t count)
    {
        std::vector<PickleIndex> items(count);
        for (std::size_t i = count; i > 0; --i)
            items[i - 1] = pop();
        return push(PickledSequence{std::move(items)});
    }

    template <typename Value>
    Value &as(PickleIndex index, const char *meaning)
    {
        Value *value = std::get_if<Value>(&m_values[index]);
        if (!value)
            refuse(std::string("has something else where ") + meaning + " belongs");
        return *value;
    }

    std::int64_t nextLong()
    {
        const auto length = next<std::uint8_t>();
        if (length > sizeof(std::int64_t))
            refuse("holds a number that needs more than 64 bits");
        std::uint64_t bits = 0;
        for (unsigned i = 0; i < length; ++i)
            bits |= std::uint64_t{next<std::uint8_t>()} << (8 * i);
        const unsigned unused = 64U - 8U * length; // two's complement: the sign is spread over them
        return length == 0 ? 0 : static_cast<std::int64_t>(bits << unused) >> unused;
    }

    bool makeScalar(std::uint8_t operation)
    {
        switch (operation) {
        case Proto:
            if (const auto protocol = next<std::uint8_t>(); protocol < 2 || protocol > 5)
                refuse("is of protocol " + std::to_string(protocol) + ", PyTorch's is 2, and up to 5 are read");
            return true;
        case Frame: // says how far to read ahead
            next<std::uint64_t>();
            return true;
        case None:
            return push(std::monostate());
        case NewTrue:
            return push(true);
        case NewFalse:
            return push(false);
        case BinInt:
            return push(std::int64_t{next<std::int32_t>()});
        case BinInt1:
            return push(std::int64_t{next<std::uint8_t>()});
        case BinInt2:
            return push(std::int64_t{next<std::uint16_t>()});
        case Long1:
            return push(nextLong());
        case BinFloat: // the one big-endian number
            return push(std::bit_cast<double>(__builtin_bswap64(next<std::uint64_t>())));
        case BinUnicode:
        case BinString:
            return push(nextText(next<std::uint32_t>()));
        case ShortBinString:
        case ShortBinUnicode:
            return push(nextText(next<std::uint8_t>()));
        default:
            return false;
        }
    }

    bool makeContainer(std::uint8_t operation)
    {
        switch (operation) {
        case Mark:
            m_marks.push_back(m_stack.size());
            return true;
        case EmptyDict:
            return push(PickledDict());
        case EmptyList:
        case EmptyTuple:
            return push(PickledSequence());
        case Tuple1:
            return pushTuple(1);
        case Tuple2:
            return pushTuple(2);
        case Tuple3:
            return pushTuple(3);
        case Tuple:
            return push(PickledSequence{popToMark()});
        default:
            return false;
        }
    }

    bool fillContainer(std::uint8_t operation)
    {
        std::vector<PickleIndex> items;
        if (operation == SetItems || operation == Appends)
            items = popToMark();
        else if (operation == SetItem)
            items = {pop(), pop()};
        else if (operation == Append)
            items = {pop()};
        else
            return false;
        if (operation == SetItem)
            std::ranges::reverse(items);
        const PickleIndex container = top();
        if (std::ranges::find(items, container) != items.end())
            refuse("puts a container into itself");
        if (operation == Append || operation == Appends) {
            std::vector<PickleIndex> &list = as<PickledSequence>(container, "a list").items;
            list.insert(list.end(), items.begin(), items.end());
            return true;
        }
        if (items.size() % 2 != 0)
            refuse("has a key without a value");
        PickledDict &dict = as<PickledDict>(container, "a dict");
        for (std::size_t i = 0; i < items.size(); i += 2)
            dict.items.emplace_back(items[i], items[i + 1]);
        return true;
    }

    bool useMemo(std::uint8_t operation)
    {
        switch (operation) {
        case BinPut:
            m_memo[next<std::uint8_t>()] = top();
            return true;
        case LongBinPut:
            m_memo[next<std::uint32_t>()] = top();
            return true;
        case Memoize:
            m_memo.insert_or_assign(static_cast<std::uint32_t>(m_memo.size()), top());
            return true;
        case BinGet:
            return recall(next<std::uint8_t>());
        case LongBinGet:
            return recall(next<std::uint32_t>());
        default:
            return false;
        }
    }

    bool recall(std::uint32_t place)
    {
        const auto found = m_memo.find(place);
        if (found == m_memo.end())
            refuse("recalls a value that was never kept");
        m_stack.push_back(found->second);
        return true;
    }

    bool makeTensor(std::uint8_t operation)
    {
        switch (operation) {
        case Global:
            return push(nextGlobal());
        case StackGlobal:
            return push(globalOnStack());
        case NewObject:
            return makeNamespace();
        case BinPersId:
            return push(storage(as<PickledSequence>(pop(), "a storage's description").items));
        case Reduce:
            return reduce();
        case Build:
            // Modules leave their versions on the dict, and a namespace has nothing else. Only dicts may be given
            // attributes; they are dropped.
            as<PickledDict>(pop(), "a dict of attributes");
            as<PickledDict>(top(), "a dict");
            return true;
        default:
            return false;
        }
    }

    PickledGlobal nextGlobal()
    {
        std::string name(nextLine());
        name += '.';
        name += nextLine();
        return knownGlobal(name);
    }

    PickledGlobal globalOnStack()
    {
        const std::string name(as<std::string_view>(pop(), "a name"));
        const std::string module(as<std::string_view>(pop(), "a module's name"));
        return knownGlobal(module + '.' + name);
    }

    PickledGlobal knownGlobal(const std::string &name)
    {
        const auto known = std::ranges::find(knownGlobals, name, &KnownGlobal::name);
        if (known == knownGlobals.end())
            refuse("wants to use " + quotedName(name) +
                   ": only tensors are read, and no code is ever run. Where the file is a whole module, save its "
                   "state_dict() instead");
        return known->global;
    }

    /// The options that training scripts keep beside the tensors: an empty dict, whose attributes are dropped.
    bool makeNamespace()
    {
        const std::vector<PickleIndex> arguments = fewItems(pop(), "a call's arguments");
        const PickledGlobal callee = as<PickledGlobal>(pop(), "a known name");
        if (callee.kind != Kind::Namespace || !arguments.empty())
            refuse("makes an object, which no state dict needs");
        return push(PickledDict());
    }

    /// ("storage", type, key, device, elements) and, in old files, a view, which has to be None.
    PickledStorage storage(const std::vector<PickleIndex> &items)
    {
        if (items.size() != 5 && items.size() != 6)
            refuse("describes a storage by " + std::to_string(items.size()) + " values");
        if (as<std::string_view>(items[0], "the word storage") != "storage")
            refuse("refers to something that is no storage");
        if (items.size() == 6)
            as<std::monostate>(items[5], "None for a storage's view");
        const PickledGlobal type = as<PickledGlobal>(items[1], "a storage's type");
        if (type.kind != Kind::Storage)
            refuse("has something else where a storage's type belongs");
        return {type.type, as<std::string_view>(items[2], "a storage's key"),
                as<std::int64_t>(items[4], "a storage's length")};
    }

    bool reduce()
    {
        const std::vector<PickleIndex> arguments = fewItems(pop(), "a call's arguments");
        const PickledGlobal callee = as<PickledGlobal>(pop(), "a known name");
        switch (callee.kind) {
        case Kind::OrderedDict:
            if (!arguments.empty())
                refuse("fills a dict while making it");
            return push(PickledDict());
        case Kind::RebuildTensor:
            return push(tensor(arguments));
        case Kind::RebuildParameter:
            if (arguments.size() != 3)
                refuse("describes a parameter by " + std::to_string(arguments.size()) + " values");
            as<PickledTensor>(arguments.front(), "a parameter's tensor");
            m_stack.push_back(arguments.front());
            return true;
        case Kind::Storage:
        case Kind::Namespace:
            break;
        }
        refuse("calls a storage's type or a namespace");
    }

    /// (storage, offset, shape, strides, requires_grad, hooks) and, since PyTorch 2, metadata.
    PickledTensor tensor(const std::vector<PickleIndex> &arguments)
    {
        if (arguments.size() != 6 && arguments.size() != 7)
            refuse("describes a tensor by " + std::to_string(arguments.size()) + " values");
        return {as<PickledStorage>(arguments[0], "a tensor's storage"),
                as<std::int64_t>(arguments[1], "a tensor's offset"), numbers(arguments[2], "a tensor's shape"),
                numbers(arguments[3], "a tensor's strides")};
    }

    /// A copy. Its length is bounded because one long sequence could be asked for many times.
    std::vector<PickleIndex> fewItems(PickleIndex index, const char *meaning)
    {
        const std::vector<PickleIndex> &items = as<PickledSequence>(index, meaning).items;
        if (items.size() > mostItems)
            refuse("has " + std::to_string(items.size()) + " values for " + meaning);
        return items;
    }

    std::vector<std::int64_t> numbers(PickleIndex index, const char *meaning)
    {
        std::vector<std::int64_t> values;
        for (const PickleIndex item : fewItems(index, meaning))
            values.push_back(as<std::int64_t>(item, meaning));
        return values;
    }
};

} // namespace

StatePickle::StatePickle(std::span<const std::byte> bytes)
{
    Machine machine(bytes, m_values);
    m_root = machine.run();
    m_length = machine.position();
}

const PickledValue *StatePickle::find(const PickledDict &dict, std::string_view key) const
{
    for (const auto &[name, value] : dict.items)
        if (const auto *text = std::get_if<std::string_view>(&m_values[name]); text && *text == key)
            return &m_values[value];
    return nullptr;
}

} // namespace spotcheck

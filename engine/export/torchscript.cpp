#include <spotcheck/export/torchscript.h>

#include <memory>
#include <new>
#include <string_view>
#include <type_traits>

#include <torch/csrc/jit/serialization/export.h>
#include <torch/script.h>

#include <spotcheck/core/abandonedfiles.h>
#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>

#include "export/exportedparts.h"

namespace spotcheck {

namespace {

using torch::jit::CompilationUnit;
using torch::jit::Module;

template <class Value>
constexpr at::ScalarType scalarType = std::is_same_v<Value, float>          ? at::kFloat
                                      : std::is_same_v<Value, std::int64_t> ? at::kLong
                                                                            : at::kByte;

/// Takes the values over, without a copy but for kernels, which networks want channels last.
at::Tensor tensorOf(ModuleScript::Tensor tensor)
{
    const at::Tensor result = std::visit(
        [&tensor]<class Value>(std::vector<Value> &values) {
            const auto owner = std::make_shared<std::vector<Value>>(std::move(values));
            return at::from_blob(
                owner->data(), tensor.shape, [owner](void *) {}, at::TensorOptions(scalarType<Value>));
        },
        tensor.values);
    return result.dim() == 4 ? result.contiguous(at::MemoryFormat::ChannelsLast) : result;
}

c10::TypePtr typeOf(const ModuleScript::Constant &constant)
{
    if (std::holds_alternative<bool>(constant))
        return c10::BoolType::get();
    if (std::holds_alternative<std::int64_t>(constant))
        return c10::IntType::get();
    return c10::FloatType::get();
}

Module moduleOf(ModuleScript script, const std::string &name, const std::shared_ptr<CompilationUnit> &unit,
                const std::vector<std::pair<std::string, Module>> &submodules = {})
{
    Module module(c10::QualifiedName("__torch__.spotcheck." + name), unit);
    // Python's eval() and freeze() look for it.
    module.register_attribute("training", c10::BoolType::get(), false);
    for (ModuleScript::Tensor &tensor : script.takeTensors()) {
        const std::string tensorName = tensor.name;
        module.register_buffer(tensorName, tensorOf(std::move(tensor)));
    }
    for (const auto &[constantName, constant] : script.constants()) {
        const c10::IValue value = std::visit([](auto held) { return c10::IValue(held); }, constant);
        module.register_attribute(constantName, typeOf(constant), value);
    }
    for (const auto &[submoduleName, submodule] : submodules)
        module.register_module(submoduleName, submodule);
    module.define(script.source());
    return module;
}

Module moduleOf(ExportedParts parts)
{
    const auto unit = std::make_shared<CompilationUnit>();
    const Module backbone = moduleOf(std::move(parts.backbone), "Backbone", unit);
    const Module detector = moduleOf(std::move(parts.detector), "Detector", unit);
    return moduleOf(std::move(parts.whole), "Inspection", unit, {{"backbone", backbone}, {"detector", detector}});
}

/// LibTorch's writer ends the program when its destructor cannot write. So it is told that all went well, and
/// writeFileAtomically looks at the stream afterwards.
void save(const Module &module, const std::string &metadata, const std::filesystem::path &file)
{
    removeAbandonedFiles(file.parent_path());
    writeFileAtomically(file, [&](std::ostream &stream) {
        const auto write = [&stream](const void *bytes, std::size_t count) {
            stream.write(static_cast<const char *>(bytes), static_cast<std::streamsize>(count));
            return count;
        };
        torch::jit::ExportModule(module, write, {{"spotcheck.json", metadata}});
    });
}

} // namespace

void exportTorchScript(const Model &model, const TorchScriptOptions &options, const std::filesystem::path &file)
{
    try {
        ExportedParts parts = model.exportedParts(options);
        const std::string metadata = parts.metadata;
        save(moduleOf(std::move(parts)), metadata, file);
    } catch (const Error &) {
        throw;
    } catch (const std::bad_alloc &) {
        throw Error(ErrorCode::OutOfMemory, file);
    } catch (const std::exception &problem) {
        const std::string_view text = problem.what();
        throw Error(ErrorCode::Internal, file, std::string(text.substr(0, text.find('\n'))));
    }
}

} // namespace spotcheck

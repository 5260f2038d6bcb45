# Targets that look the sources over: `cmake --build --preset format-check`, `cmake --build --preset tidy`.
# Developers' tools: nothing is checked where they are not installed.
file(GLOB_RECURSE all_sources CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}
     ${PROJECT_SOURCE_DIR}/app/*.cpp ${PROJECT_SOURCE_DIR}/app/*.h ${PROJECT_SOURCE_DIR}/engine/*.cpp
     ${PROJECT_SOURCE_DIR}/engine/*.h ${PROJECT_SOURCE_DIR}/ui/*.cpp ${PROJECT_SOURCE_DIR}/ui/*.h
     ${PROJECT_SOURCE_DIR}/tests/*.cpp ${PROJECT_SOURCE_DIR}/tests/*.h)

find_program(CLANG_FORMAT clang-format)
if(CLANG_FORMAT)
    add_custom_target(format-check COMMAND ${CLANG_FORMAT} --dry-run --Werror ${all_sources}
                      WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} VERBATIM)
endif()

# Clang 14 cannot compile some headers of LibTorch 1.13 as C++20, so the few files that include those are left out, with
# pretrain/, most of which does, and the tests (Qt Test's macros alone bring a page of findings each).
find_program(RUN_CLANG_TIDY run-clang-tidy)
if(RUN_CLANG_TIDY)
    set(torch_files "pretrain/|backbone/(backbone|network|networkscript)[.]cpp|export/torchscript[.]cpp")
    # -Wno-restrict is GCC's own. About an hour of one core, shared by all there are.
    add_custom_target(tidy COMMAND ${RUN_CLANG_TIDY} -quiet -p ${PROJECT_BINARY_DIR}
                      -extra-arg=-Wno-unknown-warning-option
                      "^${PROJECT_SOURCE_DIR}/(app/|ui/|engine/(?!${torch_files}))"
                      WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} VERBATIM)
    add_dependencies(tidy spotcheck spotcheck-cli) # for what Qt's tools generate
endif()

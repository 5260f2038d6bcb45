# Installs the engine into a folder of its own, builds the program in this folder against it, and compares what it says
# with the command line. Called by CTest with BUILD, CONSUMER, WORK, CLI, README and the compiler's settings.
function(run)
    execute_process(COMMAND ${ARGV} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
    if(NOT result EQUAL 0)
        message(FATAL_ERROR "${ARGV}\n${output}")
    endif()
endfunction()

file(READ ${CONSUMER}/main.cpp program)
file(READ ${README} readme)
string(FIND "${readme}" "${program}" shown)
if(shown EQUAL -1)
    message(FATAL_ERROR "README.md shows another program than tests/consumer/main.cpp")
endif()

file(REMOVE_RECURSE ${WORK})
foreach(component development data)
    run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${WORK}/prefix --component ${component})
endforeach()
# Not where it was installed to: nothing in the package may name that folder.
file(RENAME ${WORK}/prefix ${WORK}/moved)
run(${CMAKE_COMMAND} -S ${CONSUMER} -B ${WORK}/build -G ${GENERATOR} -DCMAKE_PREFIX_PATH=${WORK}/moved
    -DCMAKE_CXX_COMPILER=${COMPILER} "-DCMAKE_CXX_FLAGS=${FLAGS}" -DCMAKE_BUILD_TYPE=${BUILD_TYPE})
run(${CMAKE_COMMAND} --build ${WORK}/build)

set(set ${WORK}/set)
run(${CLI} sample ${set} --normals 5 --good 1 --defective 1 --size 128)
run(${CLI} train --detector patchcore --dataset ${set} --output ${WORK}/model.spotcheck --input-size 64)
file(GLOB_RECURSE picture ${set}/test/*.png)
list(GET picture 0 picture)
run(${CLI} inspect ${WORK}/model.spotcheck ${picture} --output ${WORK}/results)
file(READ ${WORK}/results/results.json results)
string(JSON expected_score GET "${results}" images 0 score)
string(JSON expected_verdict GET "${results}" images 0 verdict)

execute_process(COMMAND ${WORK}/build/consumer ${WORK}/model.spotcheck ${picture} RESULT_VARIABLE result
                OUTPUT_VARIABLE said ERROR_VARIABLE error OUTPUT_STRIP_TRAILING_WHITESPACE)
if(NOT result EQUAL 0)
    message(FATAL_ERROR "the program failed: ${result} ${error}")
endif()
# The program rounds to six digits, the command line does not: the first decimal tells enough.
string(REGEX MATCH "^[0-9]+\\.[0-9]" expected_begin "${expected_score}")
string(FIND "${said}" "${expected_begin}" place)
if(NOT place EQUAL 0 OR NOT said MATCHES " ${expected_verdict}$")
    message(FATAL_ERROR "the program says \"${said}\", the command line ${expected_score} ${expected_verdict}")
endif()
message(STATUS "${said}")

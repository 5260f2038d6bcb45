# Installs into a folder, compares the list of files, moves the folder, and runs the programs from there. Called by CTest
# with BUILD, WORK and EXPECTED.
file(REMOVE_RECURSE ${WORK})
foreach(component application data)
    execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD} --prefix ${WORK}/prefix --component ${component}
                    OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
endforeach()

file(GLOB_RECURSE installed RELATIVE ${WORK}/prefix ${WORK}/prefix/*)
file(STRINGS ${EXPECTED} expected REGEX "^[^#]")
list(SORT installed)
list(SORT expected)
set(missing ${expected})
set(unexpected ${installed})
list(REMOVE_ITEM missing ${installed})
list(REMOVE_ITEM unexpected ${expected})
if(missing OR unexpected)
    message(FATAL_ERROR "missing: ${missing}\nnot in tests/installer/files.txt: ${unexpected}")
endif()

# From here on nothing is where it was installed to, and nobody's own settings and weights help.
file(RENAME ${WORK}/prefix ${WORK}/moved)
set(share ${WORK}/moved/share)
set(ENV{HOME} ${WORK}/home)
unset(ENV{SPOTCHECK_WEIGHTS})
unset(ENV{XDG_DATA_HOME})

# say(RESULT LANGUAGE PROGRAM ARGUMENTS...)
function(say result language)
    set(ENV{LC_ALL} ${language})
    set(ENV{LANGUAGE} "")
    execute_process(COMMAND ${WORK}/moved/bin/${ARGN} OUTPUT_VARIABLE output COMMAND_ERROR_IS_FATAL ANY)
    set(${result} "${output}" PARENT_SCOPE)
endfunction()

say(weights C.UTF-8 spotcheck-cli weights verify)
if(NOT weights MATCHES "embedded-resnet18")
    message(FATAL_ERROR "the embedded network was not found:\n${weights}")
endif()
say(ignored C.UTF-8 spotcheck-cli sample ${WORK}/plates --normals 5 --good 1 --defective 1 --size 128)
say(ignored C.UTF-8 spotcheck-cli train --detector patchcore --dataset ${WORK}/plates --output ${WORK}/plate.spotcheck
    --input-size 64)
say(english C.UTF-8 spotcheck --help)
say(german de_DE.UTF-8 spotcheck --help)
say(korean ko_KR.UTF-8 spotcheck --help)
if(NOT english MATCHES "Workbench for visual anomaly inspection" OR english STREQUAL german OR english STREQUAL korean
   OR german MATCHES "Workbench for" OR korean MATCHES "Workbench for")
    message(FATAL_ERROR "the translations were not found:\n${english}${german}${korean}")
endif()

file(READ ${share}/man/man1/spotcheck-cli.1 manual)
file(READ ${share}/bash-completion/completions/spotcheck-cli completion)
if(NOT manual MATCHES "\\.SS train" OR NOT manual MATCHES "calibration\\\\-share" OR NOT completion MATCHES "--calibration-share")
    message(FATAL_ERROR "the manual page or the completion lacks what --help says of train")
endif()

# check(PROGRAM ARGUMENTS...): where the program is installed.
function(check program)
    find_program(path_of_${program} ${program})
    if(path_of_${program})
        execute_process(COMMAND ${path_of_${program}} ${ARGN} COMMAND_ERROR_IS_FATAL ANY)
    else()
        message(STATUS "${program} is not installed: not checked with it")
    endif()
endfunction()
check(desktop-file-validate ${share}/applications/spotcheck.desktop)
check(appstreamcli validate --no-net ${share}/metainfo/org.spotcheck.Spotcheck.metainfo.xml)
check(xmllint --noout ${share}/mime/packages/spotcheck.xml)
check(bash -n ${share}/bash-completion/completions/spotcheck-cli)

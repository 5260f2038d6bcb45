# Run by CPack on the staged files, before they are packed. Only Debian packages need it.
if(NOT CPACK_GENERATOR STREQUAL "DEB")
    return()
endif()

function(compress file result)
    execute_process(COMMAND ${CPACK_GZIP} -9nc ${file} OUTPUT_FILE ${result} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

# Nobody's address stands in the change log, until somebody gives the packages away.
file(READ ${CPACK_DEBIAN_CONTROL_FOLDER}/changelog changelog)
string(REPLACE "Spotcheck developers <spotcheck@localhost>" "${CPACK_PACKAGE_CONTACT}" changelog "${changelog}")
file(WRITE ${CPACK_TEMPORARY_DIRECTORY}/changelog "${changelog}")

foreach(component application data development)
    string(TOUPPER ${component} name)
    set(prefix ${CPACK_TEMPORARY_DIRECTORY}/${component}${CPACK_PACKAGING_INSTALL_PREFIX})
    set(documents ${prefix}/share/doc/${CPACK_DEBIAN_${name}_PACKAGE_NAME})
    file(MAKE_DIRECTORY ${documents})
    file(COPY ${CPACK_DEBIAN_CONTROL_FOLDER}/copyright DESTINATION ${documents})
    compress(${CPACK_TEMPORARY_DIRECTORY}/changelog ${documents}/changelog.Debian.gz)
    file(REMOVE ${documents}/LICENSE) # Debian has that text in common-licenses
    if(EXISTS ${documents}/CHANGELOG.md)
        compress(${documents}/CHANGELOG.md ${documents}/changelog.gz)
        file(REMOVE ${documents}/CHANGELOG.md)
    endif()
    file(GLOB pages ${prefix}/share/man/man1/*.1)
    foreach(page IN LISTS pages)
        compress(${page} ${page}.gz)
        file(REMOVE ${page})
    endforeach()
endforeach()

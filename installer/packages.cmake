# CPack: `installer/package.sh` makes the packages. installer/README.md says which of them were tried.
set(SPOTCHECK_MAINTAINER "Spotcheck developers <spotcheck@localhost>" CACHE STRING
    "Who answers for the packages: whoever gives them away enters an address")
set(CPACK_PACKAGE_NAME spotcheck)
set(CPACK_PACKAGE_VENDOR "Spotcheck developers")
set(CPACK_PACKAGE_CONTACT ${SPOTCHECK_MAINTAINER})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "workbench for visual anomaly inspection")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL application data development)
# Settings that differ from one kind of package to the next. "@at@": a sign that configure_file would take for its own.
set(at "@")
configure_file(${CMAKE_CURRENT_LIST_DIR}/packageoptions.cmake.in ${CMAKE_BINARY_DIR}/packageoptions.cmake @ONLY)
set(CPACK_PROJECT_CONFIG_FILE ${CMAKE_BINARY_DIR}/packageoptions.cmake)

# Debian. Component "application" is the package spotcheck, "data" is spotcheck-data, "development" libspotcheck-dev.
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(same_version "= ${PROJECT_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}")

set(CPACK_DEBIAN_APPLICATION_PACKAGE_NAME spotcheck)
set(CPACK_DEBIAN_APPLICATION_PACKAGE_SECTION science)
set(CPACK_DEBIAN_APPLICATION_PACKAGE_SHLIBDEPS ON)
# Other BLAS packages work, 20 to 50 times slower.
set(CPACK_DEBIAN_APPLICATION_PACKAGE_DEPENDS "spotcheck-data (${same_version}), libopenblas0-pthread")
# Qt's own texts, and a font with Korean.
set(CPACK_DEBIAN_APPLICATION_PACKAGE_RECOMMENDS "qt6-translations-l10n, fonts-dejavu-core, fonts-nanum")
set(CPACK_COMPONENT_APPLICATION_DESCRIPTION
"${CPACK_PACKAGE_DESCRIPTION_SUMMARY}
Spotcheck learns from pictures of good parts what they look like, and marks
what is different on new ones: heat maps, thresholds with their cost, reports,
and live inspection of a folder or a camera. Six detectors, no labels, no cloud.
The command line spotcheck-cli does the same in scripts.")

set(CPACK_DEBIAN_DATA_PACKAGE_NAME spotcheck-data)
set(CPACK_DEBIAN_DATA_PACKAGE_SECTION science)
set(CPACK_DEBIAN_DATA_PACKAGE_ARCHITECTURE all)
set(CPACK_COMPONENT_DATA_DESCRIPTION
"embedded network of the inspection workbench Spotcheck
The ResNet-18 that Spotcheck looks at pictures with, trained by its developers
on generated pictures. Other networks can be imported.")

set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libspotcheck-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
# What the static library is linked with (engine/SpotcheckConfig.cmake.in).
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS
    "spotcheck-data (${same_version}), libopencv-dev, libtorch-dev, libdnnl-dev, libfaiss-dev, libspdlog-dev, libssl-dev, libblas-dev, liblapack-dev, libopenblas0-pthread")
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION
"engine of the inspection workbench Spotcheck, for other programs
Static library, headers and CMake configuration: find_package(Spotcheck), then
link Spotcheck::engine.")

# Change logs, copyright and compressed manual pages, as Debian wants them.
find_program(GZIP gzip)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/debian/finish.cmake)

# Windows and macOS: prepared, never run (installer/README.md).
set(CPACK_PACKAGE_INSTALL_DIRECTORY Spotcheck)
set(CPACK_PACKAGE_EXECUTABLES spotcheck Spotcheck)
set(CPACK_CREATE_DESKTOP_LINKS spotcheck)

include(CPack)
include(CPackIFW)
cpack_add_component(application DISPLAY_NAME Spotcheck REQUIRED DEPENDS data
                    DESCRIPTION ${CPACK_COMPONENT_APPLICATION_DESCRIPTION})
cpack_add_component(data DISPLAY_NAME "Embedded network" REQUIRED DESCRIPTION ${CPACK_COMPONENT_DATA_DESCRIPTION})
cpack_add_component(development DISPLAY_NAME "Engine for other programs" DISABLED DEPENDS data
                    DESCRIPTION ${CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION})
foreach(component application data development)
    cpack_ifw_configure_component(${component} VERSION ${PROJECT_VERSION}
                                  LICENSES "Apache License 2.0" ${PROJECT_SOURCE_DIR}/LICENSE)
endforeach()

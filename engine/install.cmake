# The engine for other programs: find_package(Spotcheck), then link Spotcheck::engine. See README, "Use from C++".
# Everything is in the component "development", except the embedded backbone, which is in "data" (installer/install.cmake).
include(CMakePackageConfigHelpers)
set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/Spotcheck)
set(weights_folder ${CMAKE_INSTALL_DATADIR}/spotcheck/weights)

set_target_properties(spotcheck_engine PROPERTIES EXPORT_NAME engine)
install(TARGETS spotcheck_engine EXPORT SpotcheckTargets
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development
        INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY include/spotcheck DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development
        FILES_MATCHING PATTERN *.h)
install(EXPORT SpotcheckTargets NAMESPACE Spotcheck:: DESTINATION ${package_folder} COMPONENT development)

configure_package_config_file(SpotcheckConfig.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/SpotcheckConfig.cmake
                              INSTALL_DESTINATION ${package_folder} PATH_VARS weights_folder)
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/SpotcheckConfigVersion.cmake
                                 COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/SpotcheckConfig.cmake ${CMAKE_CURRENT_BINARY_DIR}/SpotcheckConfigVersion.cmake
        DESTINATION ${package_folder} COMPONENT development)

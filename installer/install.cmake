# What `cmake --install` puts where. Components: "application" (both programs and what a desktop needs to know of them),
# "data" (the embedded backbone), and "development" (engine/install.cmake). Everything is found from the program's own
# place, so that the prefix may be moved.
set(desktop ${PROJECT_SOURCE_DIR}/resources/desktop)
set(documents ${CMAKE_INSTALL_DATADIR}/doc/spotcheck)

# An installation holds what was asked for; CPack would otherwise build the tests first.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)

install(TARGETS spotcheck spotcheck-cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT application)
install(FILES ${PROJECT_SOURCE_DIR}/resources/backbone/embedded-resnet18.safetensors
        DESTINATION ${CMAKE_INSTALL_DATADIR}/spotcheck/weights COMPONENT data)
# Models remember the weights they were made with; those of before still open.
install(DIRECTORY ${PROJECT_SOURCE_DIR}/resources/backbone/former/
        DESTINATION ${CMAKE_INSTALL_DATADIR}/spotcheck/weights/former COMPONENT data
        FILES_MATCHING PATTERN *.safetensors)

install(FILES ${desktop}/spotcheck.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications COMPONENT application)
install(FILES ${desktop}/org.spotcheck.Spotcheck.metainfo.xml
        DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo COMPONENT application)
install(FILES ${desktop}/spotcheck-mime.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages
        RENAME spotcheck.xml COMPONENT application)
set(icons ${CMAKE_INSTALL_DATADIR}/icons/hicolor)
install(DIRECTORY ${desktop}/icons/hicolor/ DESTINATION ${icons} COMPONENT application FILES_MATCHING PATTERN *.png)
install(FILES ${PROJECT_SOURCE_DIR}/resources/icons/spotcheck.svg DESTINATION ${icons}/scalable/apps COMPONENT application)
install(FILES ${desktop}/icons/application-x-spotcheck-model.svg ${desktop}/icons/application-x-spotcheck-project.svg
        DESTINATION ${icons}/scalable/mimetypes COMPONENT application)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/CHANGELOG.md
        DESTINATION ${documents} COMPONENT application)

# Manual pages and bash completion. Made by running the command line, which a cross build cannot.
set(manual ${CMAKE_CURRENT_LIST_DIR}/manual)
set(made ${CMAKE_BINARY_DIR}/manual)
configure_file(${manual}/spotcheck.1.in ${made}/spotcheck.1 @ONLY)
add_custom_command(
    OUTPUT ${made}/spotcheck-cli.1 ${made}/spotcheck-cli
    COMMAND ${CMAKE_COMMAND} -DCLI=$<TARGET_FILE:spotcheck-cli> -DVERSION=${PROJECT_VERSION}
            -DMANUAL_TEMPLATE=${manual}/spotcheck-cli.1.in -DMANUAL=${made}/spotcheck-cli.1
            -DCOMPLETION_TEMPLATE=${manual}/spotcheck-cli.bash.in -DCOMPLETION=${made}/spotcheck-cli
            -P ${manual}/manual.cmake
    DEPENDS spotcheck-cli ${manual}/manual.cmake ${manual}/spotcheck-cli.1.in ${manual}/spotcheck-cli.bash.in
    COMMENT "Writing the manual page of spotcheck-cli"
    VERBATIM)
add_custom_target(manual ALL DEPENDS ${made}/spotcheck-cli.1)
install(FILES ${made}/spotcheck.1 ${made}/spotcheck-cli.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT application)
install(FILES ${made}/spotcheck-cli DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
        COMPONENT application)

include(${CMAKE_CURRENT_LIST_DIR}/packages.cmake)

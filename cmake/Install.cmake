# cmake --install: the program always; the library with its CMake package when its own libraries come from the system
# (a static library built against archives inside the build folder would be of no use outside it).

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

install(TARGETS cablelint_cli COMPONENT program)
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" "${PROJECT_SOURCE_DIR}/README.md"
  DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT program)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/examples" DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT program)
# The program has the shipped rules inside; these are for reading, and for editors.
install(DIRECTORY "${PROJECT_SOURCE_DIR}/rules" DESTINATION "${CMAKE_INSTALL_DATADIR}/cablelint" COMPONENT program)

get_target_property(imported ${yaml_cpp} IMPORTED)
set(CABLELINT_INSTALLS_LIBRARY "${imported}")
if(CABLELINT_INSTALLS_LIBRARY)
  set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/cablelint")
  install(TARGETS cablelint EXPORT cablelint-targets
    ARCHIVE COMPONENT library
    LIBRARY COMPONENT program NAMELINK_COMPONENT library
    FILE_SET HEADERS COMPONENT library)
  install(EXPORT cablelint-targets NAMESPACE cablelint:: DESTINATION "${package_dir}" COMPONENT library)
  configure_file("${PROJECT_SOURCE_DIR}/cmake/cablelint-config.cmake.in"
    "${PROJECT_BINARY_DIR}/cablelint-config.cmake" @ONLY)
  write_basic_package_version_file("${PROJECT_BINARY_DIR}/cablelint-config-version.cmake"
    COMPATIBILITY SameMinorVersion)
  install(FILES
    "${PROJECT_BINARY_DIR}/cablelint-config.cmake"
    "${PROJECT_BINARY_DIR}/cablelint-config-version.cmake"
    "${PROJECT_SOURCE_DIR}/cmake/Findre2.cmake"
    DESTINATION "${package_dir}" COMPONENT library)
  configure_file("${PROJECT_SOURCE_DIR}/cmake/cablelint.pc.in" "${PROJECT_BINARY_DIR}/cablelint.pc" @ONLY)
  install(FILES "${PROJECT_BINARY_DIR}/cablelint.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig" COMPONENT library)
endif()

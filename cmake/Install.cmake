# cmake --install: the program always; the library with its CMake package when its own libraries come from the system
# (a static library built against archives inside the build folder would be of no use outside it).

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

install(TARGETS cablelint_cli)
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DOCDIR}")

get_target_property(imported ${yaml_cpp} IMPORTED)
if(imported)
  set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/cablelint")
  install(TARGETS cablelint EXPORT cablelint-targets FILE_SET HEADERS)
  install(EXPORT cablelint-targets NAMESPACE cablelint:: DESTINATION "${package_dir}")
  configure_file("${PROJECT_SOURCE_DIR}/cmake/cablelint-config.cmake.in"
    "${PROJECT_BINARY_DIR}/cablelint-config.cmake" @ONLY)
  write_basic_package_version_file("${PROJECT_BINARY_DIR}/cablelint-config-version.cmake"
    COMPATIBILITY SameMinorVersion)
  install(FILES
    "${PROJECT_BINARY_DIR}/cablelint-config.cmake"
    "${PROJECT_BINARY_DIR}/cablelint-config-version.cmake"
    "${PROJECT_SOURCE_DIR}/cmake/Findre2.cmake"
    DESTINATION "${package_dir}")
endif()

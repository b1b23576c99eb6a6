# RE2 from the system: its own CMake package where it has one, else its pkg-config file.
find_package(re2 CONFIG QUIET)
if(NOT TARGET re2::re2)
  find_package(PkgConfig QUIET)
  if(PkgConfig_FOUND)
    pkg_check_modules(RE2_PC QUIET re2)
  endif()
  find_path(RE2_INCLUDE_DIR re2/re2.h HINTS ${RE2_PC_INCLUDE_DIRS})
  find_library(RE2_LIBRARY re2 HINTS ${RE2_PC_LIBRARY_DIRS})
  mark_as_advanced(RE2_INCLUDE_DIR RE2_LIBRARY)
  include(FindPackageHandleStandardArgs)
  find_package_handle_standard_args(re2 REQUIRED_VARS RE2_LIBRARY RE2_INCLUDE_DIR)
  if(re2_FOUND)
    find_package(Threads REQUIRED)
    add_library(re2::re2 UNKNOWN IMPORTED)
    set_target_properties(re2::re2 PROPERTIES
      IMPORTED_LOCATION "${RE2_LIBRARY}"
      INTERFACE_INCLUDE_DIRECTORIES "${RE2_INCLUDE_DIR}"
      INTERFACE_LINK_LIBRARIES Threads::Threads)
  endif()
endif()

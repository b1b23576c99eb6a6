# Mustache from the system: one header, which its package installs without a CMake package.
find_path(MUSTACHE_INCLUDE_DIR kainjow/mustache.hpp)
mark_as_advanced(MUSTACHE_INCLUDE_DIR)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(mustache REQUIRED_VARS MUSTACHE_INCLUDE_DIR)
if(mustache_FOUND AND NOT TARGET kainjow::mustache)
  add_library(kainjow::mustache INTERFACE IMPORTED GLOBAL)
  target_include_directories(kainjow::mustache INTERFACE "${MUSTACHE_INCLUDE_DIR}")
endif()

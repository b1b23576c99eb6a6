# cpack: cablelint_VERSION_ARCH.deb with the program, libcablelint-dev_VERSION_ARCH.deb with the library.
# Works in any build folder; `cmake --workflow --preset package` does all of it.

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "The cablelint project <maintainers@cablelint.invalid>" CACHE STRING
  "Who answers for packages made here")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "linter for the markings of State Department cables")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL program)
if(CABLELINT_INSTALLS_LIBRARY)
  list(APPEND CPACK_COMPONENTS_ALL library)
endif()
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME cablelint)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION
"cablelint reads US State Department cables, understands their structure and
markings, and reports what is wrong with them: a paragraph marked higher than
its header, a declassification date that could never be, an exemption cited
years after the order that knew it. What is right depends on the day a cable
was written, from E.O. 11652 to E.O. 13526.
.
Rules are YAML that can be read, tested and extended; reports come as text,
JSON, SARIF, JUnit and more. It works offline.")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME libcablelint-dev)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libdevel)
set(CPACK_COMPONENT_LIBRARY_DESCRIPTION
"The C++20 library behind cablelint: a static library, its headers, and packages
for CMake and pkg-config.")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_DEPENDS 
  "libyaml-cpp-dev, libfmt-dev, libre2-dev, libtbb-dev, libsimdjson-dev, zlib1g-dev, libzstd-dev, libsqlite3-dev")

set(CPACK_PRE_BUILD_SCRIPTS "${PROJECT_SOURCE_DIR}/cmake/debian/finish.cmake")
include(CPack)

# The only file that knows where a dependency comes from. Each is taken from the system where it is installed (preset
# `system`, which never touches the network) or built from its upstream release archive (preset `pinned`).

include(FetchContent)

# From the archives we want the library and nothing else.
set(ENABLE_DATE_TESTING OFF CACHE BOOL "")
set(YAML_CPP_BUILD_TESTS OFF CACHE BOOL "")
set(YAML_CPP_BUILD_TOOLS OFF CACHE BOOL "")
set(YAML_CPP_BUILD_CONTRIB OFF CACHE BOOL "")
set(RE2_BUILD_TESTING OFF CACHE BOOL "")
set(TBB_TEST OFF CACHE BOOL "")
set(TBB_STRICT OFF CACHE BOOL "")
set(TBBMALLOC_BUILD OFF CACHE BOOL "")
set(SIMDJSON_DEVELOPER_MODE OFF CACHE BOOL "")
set(ZSTD_BUILD_PROGRAMS OFF CACHE BOOL "")
set(ZSTD_BUILD_TESTS OFF CACHE BOOL "")
set(ZSTD_BUILD_SHARED OFF CACHE BOOL "")
set(BENCHMARK_ENABLE_TESTING OFF CACHE BOOL "")
set(BENCHMARK_ENABLE_INSTALL OFF CACHE BOOL "")
# Some of the archives ask for a CMake older than CMake 4 agrees to imitate.
set(CMAKE_POLICY_VERSION_MINIMUM 3.5)

# Provides one dependency, or adds its Debian package to missing_packages. NAME is the name find_package knows.
macro(cablelint_require name target package url sha256)
  FetchContent_Declare(${name} SYSTEM EXCLUDE_FROM_ALL URL "${url}" URL_HASH SHA256=${sha256} FIND_PACKAGE_ARGS QUIET)
  FetchContent_MakeAvailable(${name})
  if(NOT TARGET ${target})
    list(APPEND missing_packages ${package})
  endif()
endmacro()

set(missing_packages "")
cablelint_require(pegtl taocpp::pegtl tao-pegtl-dev
  https://github.com/taocpp/PEGTL/archive/3.2.7.tar.gz
  d6cd113d8bd14e98bcbe7b7f8fc1e1e33448dc359e8cd4cca30e034ec2f0642d)
cablelint_require(date date::date libhowardhinnant-date-dev
  https://github.com/HowardHinnant/date/archive/v3.0.1.tar.gz
  7a390f200f0ccd207e8cff6757e04817c1a0aec3e327b006b7eb451c57ee3538)
cablelint_require(yaml-cpp yaml-cpp libyaml-cpp-dev
  https://github.com/jbeder/yaml-cpp/archive/refs/tags/yaml-cpp-0.9.0.tar.gz
  25cb043240f828a8c51beb830569634bc7ac603978e0f69d6b63558dadefd49a)
cablelint_require(fmt fmt::fmt libfmt-dev
  https://github.com/fmtlib/fmt/archive/9.1.0.tar.gz
  5dea48d1fcddc3ec571ce2058e13910a0d4a6bab4cc09a809d8b1dd1c88ae6f2)
cablelint_require(nlohmann_json nlohmann_json::nlohmann_json nlohmann-json3-dev
  https://github.com/nlohmann/json/archive/v3.11.2.tar.gz
  d69f9deb6a75e2580465c6c4c5111b89c4dc2fa94e3a85fcd2ffcd9a143d9273)
cablelint_require(re2 re2::re2 libre2-dev
  https://github.com/google/re2/archive/refs/tags/2022-06-01.tar.gz
  f89c61410a072e5cbcf8c27e3a778da7d6fd2f2b5b1445cd4f4508bee946ab0f)
cablelint_require(CLI11 CLI11::CLI11 libcli11-dev
  https://github.com/CLIUtils/CLI11/archive/v2.4.2.tar.gz
  f2d893a65c3b1324c50d4e682c0cdc021dd0477ae2c048544f39eed6654b699a)
cablelint_require(TBB TBB::tbb libtbb-dev
  https://github.com/oneapi-src/oneTBB/archive/refs/tags/v2021.12.0.tar.gz
  c7bb7aa69c254d91b8f0041a71c5bcc3936acb64408a1719aec0b2b7639dd84f)
cablelint_require(simdjson simdjson::simdjson libsimdjson-dev
  https://github.com/simdjson/simdjson/archive/refs/tags/v3.0.1.tar.gz
  156b1bc5eb0561b2bd166b46d191fd3d95a3e709cc63761477d3b7aec2b6e9ed)
cablelint_require(ZLIB ZLIB::ZLIB zlib1g-dev
  https://github.com/madler/zlib/releases/download/v1.2.13/zlib-1.2.13.tar.gz
  b3a24de97a8fdbc835b9833169501030b8977031bcb54b3b3ac13740f846ab30)
if(NOT TARGET ZLIB::ZLIB AND TARGET zlibstatic)
  list(REMOVE_ITEM missing_packages zlib1g-dev)
  add_library(ZLIB::ZLIB INTERFACE IMPORTED GLOBAL)
  target_link_libraries(ZLIB::ZLIB INTERFACE zlibstatic)
  target_include_directories(ZLIB::ZLIB INTERFACE "${zlib_SOURCE_DIR}" "${zlib_BINARY_DIR}")
endif()
# Its CMake file stands deeper inside, and names no target that both ways share.
FetchContent_Declare(zstd SYSTEM EXCLUDE_FROM_ALL SOURCE_SUBDIR build/cmake
  URL https://github.com/facebook/zstd/releases/download/v1.5.5/zstd-1.5.5.tar.gz
  URL_HASH SHA256=9c4396cc829cfae319a6e2615202e82aad41372073482fce286fac78646d3ee4
  FIND_PACKAGE_ARGS QUIET)
FetchContent_MakeAvailable(zstd)
set(zstd "")
foreach(target zstd::libzstd_shared zstd::libzstd_static libzstd_static)
  if(TARGET ${target} AND NOT zstd)
    set(zstd ${target})
  endif()
endforeach()
if(NOT zstd)
  list(APPEND missing_packages libzstd-dev)
endif()
# Its own CMake file builds nothing but its tests, and its archive has the header outside the folder that users include.
FetchContent_Declare(mustache SYSTEM EXCLUDE_FROM_ALL SOURCE_SUBDIR none
  URL https://github.com/kainjow/Mustache/archive/v4.1.tar.gz
  URL_HASH SHA256=acd66359feb4318b421f9574cfc5a511133a77d916d0b13c7caa3783c0bfe167
  FIND_PACKAGE_ARGS QUIET)
FetchContent_MakeAvailable(mustache)
if(NOT TARGET kainjow::mustache AND EXISTS "${mustache_SOURCE_DIR}/mustache.hpp")
  file(COPY "${mustache_SOURCE_DIR}/mustache.hpp" DESTINATION "${PROJECT_BINARY_DIR}/mustache/kainjow")
  add_library(kainjow::mustache INTERFACE IMPORTED GLOBAL)
  target_include_directories(kainjow::mustache INTERFACE "${PROJECT_BINARY_DIR}/mustache")
endif()
if(NOT TARGET kainjow::mustache)
  list(APPEND missing_packages libkainjow-mustache-dev)
endif()
# SQLite has no build of its own for CMake, so it always comes from the system.
find_package(SQLite3 QUIET)
if(NOT TARGET SQLite::SQLite3)
  list(APPEND missing_packages libsqlite3-dev)
endif()
if(CABLELINT_BENCH)
  cablelint_require(benchmark benchmark::benchmark_main libbenchmark-dev
    https://github.com/google/benchmark/archive/refs/tags/v1.7.1.tar.gz
    6430e4092653380d9dc4ccb45a1e2dc9259d581f4866dc0759713126056bc1d7)
endif()

if(missing_packages)
  list(JOIN missing_packages " " packages)
  message(FATAL_ERROR "Libraries are missing. Install them:\n  sudo apt-get install ${packages}\n"
    "or let CMake download and build them:\n  cmake --workflow --preset pinned")
endif()

# yaml-cpp changed the name of its target in 0.8.
set(yaml_cpp yaml-cpp)
if(TARGET yaml-cpp::yaml-cpp)
  set(yaml_cpp yaml-cpp::yaml-cpp)
endif()

# The library's own libraries: those that users of the static library must link as well, and headers only.
set(CABLELINT_LINKED ${yaml_cpp} fmt::fmt re2::re2 TBB::tbb)
# Those that nothing but the library itself includes.
set(CABLELINT_LINKED_INSIDE simdjson::simdjson ZLIB::ZLIB ${zstd} SQLite::SQLite3)
set(CABLELINT_HEADERS_ONLY taocpp::pegtl date::date nlohmann_json::nlohmann_json kainjow::mustache)

# Boost.Test is never downloaded: without it there are no tests, and everything else works.
if(BUILD_TESTING)
  set(Boost_USE_STATIC_LIBS OFF)
  find_package(Boost 1.74 QUIET CONFIG COMPONENTS unit_test_framework)
  if(NOT TARGET Boost::unit_test_framework)
    message(WARNING "Boost.Test was not found, so the tests are not built. Mend it with:\n"
      "  sudo apt-get install libboost-test-dev")
    set(BUILD_TESTING OFF)
  endif()
endif()

# How every file of ours is compiled. Dependencies keep their own flags.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "Debug, RelWithDebInfo or Release" FORCE)
endif()

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE_PROGRAM}")
endif()

add_library(cablelint_compiler INTERFACE)
target_compile_options(cablelint_compiler INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor -Woverloaded-virtual
  -Wold-style-cast -Wno-missing-field-initializers
  # GCC 12 warns of overlaps in std::string that cannot be (its bug 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  $<$<BOOL:${CABLELINT_WERROR}>:-Werror>)

# Code arranged for the processors of the last ten years runs on all others, too.
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64" AND NOT CABLELINT_SANITIZE)
  target_compile_options(cablelint_compiler INTERFACE -mtune=skylake)
endif()

if(CABLELINT_SANITIZE)
  # Directory-wide, so that dependencies built from source are instrumented too.
  set(sanitize -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_compile_options(${sanitize} -O1)
  add_link_options(${sanitize})
endif()

if(CABLELINT_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    message(FATAL_ERROR "Fuzzing needs clang. Mend it with:\n"
      "  sudo apt-get install clang-16\n  cmake --workflow --preset fuzz")
  endif()
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

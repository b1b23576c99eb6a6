# The shipped rules and the templates of reports travel inside the binary: a small host tool turns rules/**/*.yaml and
# reports/*.{mustache,css,js} into one C++ file.
# The tool compiles the YAML reader itself, because the library cannot be built before its rules are.

function(cablelint_embed_rules target)
  if(NOT EXISTS "${PROJECT_SOURCE_DIR}/src/embed/main.cpp")
    return()
  endif()
  file(GLOB yaml_sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/cablelint/yaml/*.cpp")
  add_executable(cablelint_embed "${PROJECT_SOURCE_DIR}/src/embed/main.cpp" ${yaml_sources})
  target_include_directories(cablelint_embed PRIVATE "${PROJECT_SOURCE_DIR}" "${PROJECT_SOURCE_DIR}/src")
  target_link_libraries(cablelint_embed PRIVATE cablelint_compiler ${CABLELINT_LINKED} ${CABLELINT_HEADERS_ONLY})

  file(GLOB_RECURSE rules CONFIGURE_DEPENDS
    RELATIVE "${PROJECT_SOURCE_DIR}" "${PROJECT_SOURCE_DIR}/rules/*.yaml")
  file(GLOB templates CONFIGURE_DEPENDS
    RELATIVE "${PROJECT_SOURCE_DIR}" "${PROJECT_SOURCE_DIR}/reports/*.mustache" "${PROJECT_SOURCE_DIR}/reports/*.css"
    "${PROJECT_SOURCE_DIR}/reports/*.js")
  set(files ${rules} ${templates})
  set(generated "${PROJECT_BINARY_DIR}/generated/embedded_rules.cpp")
  list(TRANSFORM files PREPEND "${PROJECT_SOURCE_DIR}/" OUTPUT_VARIABLE inputs)
  add_custom_command(
    OUTPUT "${generated}"
    COMMAND cablelint_embed "${generated}" ${files}
    WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
    DEPENDS cablelint_embed ${inputs}
    COMMENT "Embedding the shipped rules and templates"
    VERBATIM)
  target_sources(${target} PRIVATE "${generated}")
endfunction()

# Sets `variable` to the source expression by which a Content-Security-Policy allows the script of that file,
# byte by byte: sha256-BASE64.
function(cablelint_script_hash variable file)
  file(SHA256 "${file}" hex)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
  set(alphabet "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  set(base64 "")
  # 64 hex digits and two zeros are 44 signs of base64, of which "=" takes the last one's place.
  string(APPEND hex "00")
  foreach(at RANGE 0 65 3)
    string(SUBSTRING "${hex}" ${at} 3 digits)
    math(EXPR high "0x${digits} >> 6")
    math(EXPR low "0x${digits} & 63")
    foreach(sign IN ITEMS ${high} ${low})
      string(SUBSTRING "${alphabet}" ${sign} 1 letter)
      string(APPEND base64 "${letter}")
    endforeach()
  endforeach()
  string(SUBSTRING "${base64}" 0 43 base64)
  set(${variable} "sha256-${base64}=" PARENT_SCOPE)
endfunction()

# The manual page and the completions of shells, written by the program itself.

set(CABLELINT_MANUAL_DIR "${PROJECT_BINARY_DIR}/manual")
file(MAKE_DIRECTORY "${CABLELINT_MANUAL_DIR}")
set(manual "${CABLELINT_MANUAL_DIR}/cablelint.1")
add_custom_command(OUTPUT "${manual}" COMMAND cablelint_cli man > "${manual}" DEPENDS cablelint_cli VERBATIM)
find_program(GZIP_PROGRAM gzip)
mark_as_advanced(GZIP_PROGRAM)
if(GZIP_PROGRAM)
  add_custom_command(OUTPUT "${manual}.gz" COMMAND "${GZIP_PROGRAM}" -9nkf "${manual}" DEPENDS "${manual}" VERBATIM)
  string(APPEND manual ".gz")
endif()

set(completions "")
foreach(shell bash fish zsh)
  set(completion "${CABLELINT_MANUAL_DIR}/cablelint.${shell}")
  add_custom_command(OUTPUT "${completion}" COMMAND cablelint_cli completions ${shell} > "${completion}"
    DEPENDS cablelint_cli VERBATIM)
  list(APPEND completions "${completion}")
endforeach()
add_custom_target(cablelint_manual ALL DEPENDS "${manual}" ${completions})

include(GNUInstallDirs)
install(FILES "${manual}" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1" COMPONENT program)
install(FILES "${CABLELINT_MANUAL_DIR}/cablelint.bash" RENAME cablelint
  DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" COMPONENT program)
install(FILES "${CABLELINT_MANUAL_DIR}/cablelint.fish"
  DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d" COMPONENT program)
install(FILES "${CABLELINT_MANUAL_DIR}/cablelint.zsh" RENAME _cablelint
  DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/site-functions" COMPONENT program)

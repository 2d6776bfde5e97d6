# kontingent_harden(<program>): hardens a program that is shipped, with every library of ours that goes into it: position
# independent code, relocations read-only before main(), stack protector, checked calls into libc, and landing pads for
# indirect branches. tests/style/hardening.test.mjs reads the built program and fails when one of them is missing.
#
# Builds with sanitizers or for the fuzzer are never shipped and go without: _FORTIFY_SOURCE hides calls from the sanitizers.
include(CheckCXXCompilerFlag)

# The targets of this project that <target> is linked from, itself among them.
function(kontingent_linked_targets target result)
  set(found)
  set(waiting ${target})
  while(waiting)
    list(POP_FRONT waiting one)
    if(NOT TARGET ${one})
      continue()
    endif()
    get_target_property(aliased ${one} ALIASED_TARGET)
    if(aliased)
      set(one ${aliased})
    endif()
    get_target_property(is_imported ${one} IMPORTED)
    get_target_property(type ${one} TYPE)
    if(is_imported OR type STREQUAL "INTERFACE_LIBRARY" OR one IN_LIST found)
      continue()
    endif()
    list(APPEND found ${one})
    foreach(property LINK_LIBRARIES INTERFACE_LINK_LIBRARIES)
      get_target_property(libraries ${one} ${property})
      if(libraries)
        list(APPEND waiting ${libraries})
      endif()
    endforeach()
  endwhile()
  set(${result} ${found} PARENT_SCOPE)
endfunction()

# Branch protection has another name on each processor.
function(kontingent_branch_protection result)
  foreach(flag -fcf-protection=full -mbranch-protection=standard)
    string(MAKE_C_IDENTIFIER "kontingent_takes${flag}" is_taken)
    check_cxx_compiler_flag(${flag} ${is_taken})
    if(${is_taken})
      set(${result} ${flag} PARENT_SCOPE)
      return()
    endif()
  endforeach()
  set(${result} "" PARENT_SCOPE)
endfunction()

function(kontingent_harden program)
  if(NOT CMAKE_SYSTEM_NAME STREQUAL "Linux" OR KONTINGENT_SANITIZE OR KONTINGENT_FUZZ)
    return()
  endif()
  kontingent_branch_protection(branch_protection)
  kontingent_linked_targets(${program} targets)
  foreach(target IN LISTS targets)
    # Some compilers define _FORTIFY_SOURCE by themselves, at another level. It needs an optimised build.
    target_compile_options(${target} PRIVATE
      -fPIE -fstack-protector-strong -fstack-clash-protection ${branch_protection}
      $<$<NOT:$<CONFIG:Debug>>:-U_FORTIFY_SOURCE>
      $<$<NOT:$<CONFIG:Debug>>:-D_FORTIFY_SOURCE=3>)
  endforeach()
  target_link_options(${program} PRIVATE -pie -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack -Wl,-z,separate-code)
endfunction()

# The sanitizers watch everything in the build, third-party sources included.
if(KONTINGENT_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()

# With clang the fuzz programs are part of that build; libFuzzer follows the branches of core alone.
set(KONTINGENT_FUZZ OFF)
if(KONTINGENT_SANITIZE AND CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  set(KONTINGENT_FUZZ ON)
endif()

# kontingent_fuzzed(<target>): lets libFuzzer see which branches of the target an input takes.
function(kontingent_fuzzed target)
  if(KONTINGENT_FUZZ)
    target_compile_options(${target} PRIVATE -fsanitize=fuzzer-no-link)
  endif()
endfunction()

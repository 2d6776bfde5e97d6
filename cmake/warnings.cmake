# kontingent_warnings: every target of ours links it PRIVATE. Third-party code never does.
add_library(kontingent_warnings INTERFACE)
target_compile_options(kontingent_warnings INTERFACE
  -Wall -Wextra -Wpedantic
  -Wconversion -Wsign-conversion -Wdouble-promotion -Wold-style-cast -Wcast-qual
  -Wnon-virtual-dtor -Woverloaded-virtual
  -Wformat=2 -Wimplicit-fallthrough -Wswitch-enum -Wundef -Wvla
  # In a group of sources a local name may hide another file's own; each file alone is compiled with the warning.
  $<IF:$<BOOL:$<TARGET_PROPERTY:UNITY_BUILD>>,$<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>,-Wshadow>
  # g++ 12 sees overlaps in "text" + std::string that are not there (GCC bug 105651).
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>
  $<$<BOOL:${KONTINGENT_WARNINGS_AS_ERRORS}>:-Werror>)

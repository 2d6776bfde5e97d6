# kontingent_wasm_options: compile and link options of the portal's wasm build; the target
# `portal` links it. kontingent_node_options: link options of test programs that run under node.
# Natively both are empty.
add_library(kontingent_wasm_options INTERFACE)
add_library(kontingent_node_options INTERFACE)

if(EMSCRIPTEN)
  # The same for all objects, so that core and ui are compiled once for portal and tests.
  add_compile_options(-Oz -flto -fno-exceptions -fno-rtti)
  add_link_options(-Oz -flto -fno-exceptions -fno-rtti)
  target_link_options(kontingent_wasm_options INTERFACE
    -sSTRICT -sMALLOC=emmalloc -sFILESYSTEM=0 -sENVIRONMENT=web -sDYNAMIC_EXECUTION=0)
  target_link_options(kontingent_node_options INTERFACE
    -sENVIRONMENT=node -sEXIT_RUNTIME=1 -sALLOW_MEMORY_GROWTH=1 -sSTACK_SIZE=1MB)
endif()

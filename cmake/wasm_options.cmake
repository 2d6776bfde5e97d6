# kontingent_wasm_options: link options of the portal's wasm build; the target `portal` links it.
# kontingent_node_options: link options of test programs that run under node. Natively both are empty.
# Core's compile options are the same for portal and tests, so that it is compiled once.
add_library(kontingent_wasm_options INTERFACE)
add_library(kontingent_node_options INTERFACE)

if(EMSCRIPTEN)
  # Test programs: package.json makes a .js file an ES module, which Emscripten's output is not.
  set(CMAKE_EXECUTABLE_SUFFIX_CXX .cjs)

  # Measured on a page with Dear ImGui, its GL backend and nlohmann/json, brotli 11: 136.7 KB with
  # -Oz -flto alone; -Os instead of -Oz +8.6 KB. The last three options: -0.3 KB.
  set(kontingent_smallest -Oz -flto -fno-exceptions -fno-rtti -fmerge-all-constants
      -fno-threadsafe-statics -fno-stack-protector)
  add_compile_options(${kontingent_smallest} -mbulk-memory -mnontrapping-fptoint -msign-ext)
  # What costs less than its call alone is inlined across files: -2 KB.
  add_link_options(${kontingent_smallest} -Wl,-mllvm,-inline-threshold=-50)
  # The passes run last, until nothing changes any more; to flatten and build anew: -1.3 KB. Not --traps-never-happen (-0.2 KB): the page
  # recognises a failure by the trap on the C++ side.
  target_link_options(kontingent_wasm_options INTERFACE
    -sSTRICT -sMALLOC=emmalloc -sFILESYSTEM=0
    -sBINARYEN_EXTRA_PASSES=--low-memory-unused,--gufa-optimizing,--converge,--flatten,--rereloop,-Oz,-Oz,--untee,-Oz)
  target_link_options(kontingent_node_options INTERFACE
    -O1 -sENVIRONMENT=node -sEXIT_RUNTIME=1 -sALLOW_MEMORY_GROWTH=1 -sSTACK_SIZE=1MB)
endif()

# kontingent_wasm_options: link options of the page's modules, with kontingent_divided (the portal's) or kontingent_undivided.
# kontingent_node_options: link options of test programs that run under node. Natively all are empty.
# Core's compile options are the same for portal and tests, so that it is compiled once.
add_library(kontingent_wasm_options INTERFACE)
add_library(kontingent_node_options INTERFACE)
add_library(kontingent_undivided INTERFACE)
add_library(kontingent_divided INTERFACE)

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
  target_link_options(kontingent_wasm_options INTERFACE -sSTRICT -sMALLOC=emmalloc -sFILESYSTEM=0)
  # The passes run last, until nothing changes any more; to flatten and build anew: -1.3 KB. Not --traps-never-happen (-0.2 KB): the page
  # recognises a failure by the trap on the C++ side.
  set(kontingent_whole_passes --low-memory-unused,--gufa-optimizing,--converge)
  set(kontingent_last_passes --flatten --rereloop -Oz -Oz --untee -Oz)
  list(APPEND kontingent_last_passes ${kontingent_last_passes}) # the second time gains 0.3 %
  # A function that others were put into takes the browser far longer to compile, at its first call: 24 ms for one of 31 KB
  # that took 5 apart. Without the limit: -100 bytes.
  list(PREPEND kontingent_last_passes --one-caller-inline-max-function-size=100)
  list(JOIN kontingent_last_passes "," passes)
  target_link_options(kontingent_undivided INTERFACE -sBINARYEN_EXTRA_PASSES=${kontingent_whole_passes},${passes})
  # A module that is divided after the link: its functions keep their names until then, and stay apart.
  target_link_options(kontingent_divided INTERFACE
    --profiling-funcs -sBINARYEN_EXTRA_PASSES=--one-caller-inline-max-function-size=0,${kontingent_whole_passes})
  target_link_options(kontingent_node_options INTERFACE
    -O1 -sENVIRONMENT=node -sEXIT_RUNTIME=1 -sALLOW_MEMORY_GROWTH=1 -sSTACK_SIZE=1MB)
endif()

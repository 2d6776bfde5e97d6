# Toolchain file of the wasm preset: Emscripten's own, found through the em++ on PATH, so that an
# emsdk, a distribution's package and script/emscripten's sandbox all work without naming a folder.
find_program(KONTINGENT_EMXX em++ HINTS $ENV{EMSDK}/upstream/emscripten NO_CMAKE_FIND_ROOT_PATH)
if(NOT KONTINGENT_EMXX)
  message(FATAL_ERROR "No em++ on PATH: run this through script/emscripten, or install emsdk.")
endif()
get_filename_component(emxx ${KONTINGENT_EMXX} REALPATH)
get_filename_component(emscripten_root ${emxx} DIRECTORY)
include(${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake)

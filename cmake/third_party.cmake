# Third-party sources: imgui, nlohmann_json::nlohmann_json, doctest::doctest, tinyxml2 and zlib, as cmake/third_party.txt pins them. They come
# from the cache where script/third-party has put them, or else from the pinned commits.
include(FetchContent)

set(third_party_list ${PROJECT_SOURCE_DIR}/cmake/third_party.txt)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${third_party_list})
set(KONTINGENT_THIRD_PARTY "" CACHE PATH "Folder with the sources of cmake/third_party.txt, one folder each; empty: from the cache, else fetched")

function(kontingent_cache_folder result)
  if(NOT "$ENV{KONTINGENT_CACHE}" STREQUAL "")
    set(cache "$ENV{KONTINGENT_CACHE}")
  elseif(NOT "$ENV{XDG_CACHE_HOME}" STREQUAL "")
    set(cache "$ENV{XDG_CACHE_HOME}/kontingent")
  else()
    set(cache "$ENV{HOME}/.cache/kontingent")
  endif()
  set(${result} ${cache} PARENT_SCOPE)
endfunction()

# Sets <name>_cached_folder to where the bootstrap has put that line of third_party.txt; empty where it has not.
function(kontingent_cached_folder name)
  file(STRINGS ${third_party_list} line REGEX "^${name} ")
  string(REPLACE " " ";" fields "${line}")
  list(GET fields 6 hash)
  string(SUBSTRING ${hash} 0 12 hash)
  kontingent_cache_folder(cache)
  set(folder ${cache}/third-party/${name}-${hash})
  if(NOT KONTINGENT_THIRD_PARTY STREQUAL "")
    set(folder ${KONTINGENT_THIRD_PARTY}/${name})
  endif()
  if(NOT EXISTS ${folder})
    set(folder "")
  endif()
  set(${name}_cached_folder "${folder}" PARENT_SCOPE)
endfunction()

# Sets <name>_folder (- becomes _): where the sources of that line of third_party.txt are.
function(kontingent_third_party_folder name)
  string(REPLACE "-" "_" variable ${name})
  file(STRINGS ${third_party_list} line REGEX "^${name} ")
  string(REPLACE " " ";" fields "${line}")
  list(GET fields 2 commit)
  list(GET fields 3 repository)
  list(GET fields 6 hash)
  string(SUBSTRING ${hash} 0 12 hash)
  kontingent_cache_folder(cache)
  if(NOT KONTINGENT_THIRD_PARTY STREQUAL "")
    set(folder ${KONTINGENT_THIRD_PARTY}/${name})
  elseif(EXISTS ${cache}/third-party/${name}-${hash})
    set(folder ${cache}/third-party/${name}-${hash})
  else()
    # SOURCE_SUBDIR names no folder: only the sources are wanted, not their build.
    FetchContent_Declare(${name} GIT_REPOSITORY ${repository} GIT_TAG ${commit} SOURCE_SUBDIR unused)
    FetchContent_MakeAvailable(${name})
    FetchContent_GetProperties(${name} SOURCE_DIR folder)
  endif()
  set_property(GLOBAL PROPERTY kontingent_folder_of_${name} ${folder})
  set(${variable}_folder ${folder} PARENT_SCOPE)
endfunction()

kontingent_third_party_folder(imgui)
kontingent_third_party_folder(nlohmann-json)
kontingent_third_party_folder(doctest)
kontingent_third_party_folder(tinyxml2)
kontingent_third_party_folder(zlib)

add_library(nlohmann_json INTERFACE)
add_library(nlohmann_json::nlohmann_json ALIAS nlohmann_json)
target_include_directories(nlohmann_json SYSTEM INTERFACE ${nlohmann_json_folder}/include)
# An error is a value, never an exception: the same natively and in wasm.
target_compile_definitions(nlohmann_json INTERFACE JSON_NOEXCEPTION)

add_library(doctest INTERFACE)
add_library(doctest::doctest ALIAS doctest)
target_include_directories(doctest SYSTEM INTERFACE ${doctest_folder})
if(EMSCRIPTEN)
  target_compile_definitions(doctest INTERFACE DOCTEST_CONFIG_NO_EXCEPTIONS_BUT_WITH_ALL_ASSERTS)
endif()

include(cmake/imgui_parts.cmake)
kontingent_imgui_sources(${imgui_folder} imgui_sources)
add_library(imgui STATIC ${imgui_sources})
target_include_directories(imgui SYSTEM PUBLIC ${imgui_folder})
target_compile_definitions(imgui
  PUBLIC IMGUI_USER_CONFIG="${PROJECT_SOURCE_DIR}/cmake/imgui_config.hpp"
  PRIVATE KONTINGENT_BUILDS_IMGUI)
# Nothing in Dear ImGui is infinite or not a number: 1.2 KB less (brotli 11) in the portal.
target_compile_options(imgui PRIVATE -w -ffast-math)

# Workbooks: XML, and what unpacks of zlib; documents: what packs.
add_library(tinyxml2 STATIC ${tinyxml2_folder}/tinyxml2.cpp)
target_include_directories(tinyxml2 SYSTEM PUBLIC ${tinyxml2_folder})
target_compile_options(tinyxml2 PRIVATE -w)

add_library(zlib STATIC
  ${zlib_folder}/adler32.c
  ${zlib_folder}/crc32.c
  ${zlib_folder}/deflate.c
  ${zlib_folder}/inffast.c
  ${zlib_folder}/inflate.c
  ${zlib_folder}/inftrees.c
  ${zlib_folder}/trees.c
  ${zlib_folder}/zutil.c)
target_include_directories(zlib SYSTEM PUBLIC ${zlib_folder})
target_compile_options(zlib PRIVATE -w)

# kontingent_components(<program>): what is shipped, with its versions, from the one place where each is known:
# cmake/third_party.txt, package-lock.json, and what the build has found for the libraries it links. Writes
#   <build>/components.json               for site/assemble.mjs (licences) and script/sbom.mjs
#   <build>/generated/components.cpp      for `kontingent --version --verbose`

# `name version` of an imported target that <target> links; nothing for what is part of the system.
function(kontingent_library_version target imported result)
  set(${result} "" PARENT_SCOPE)
  if(imported STREQUAL "Threads::Threads")
    return()
  endif()
  string(REGEX REPLACE "^PkgConfig::" "" prefix ${imported})
  string(REGEX REPLACE "::.*$" "" prefix ${prefix})
  get_target_property(folder ${target} SOURCE_DIR)
  get_directory_property(version DIRECTORY ${folder} DEFINITION ${prefix}_VERSION)
  get_directory_property(module DIRECTORY ${folder} DEFINITION ${prefix}_MODULE_NAME)
  if(NOT version)
    message(FATAL_ERROR "${imported}, which ${target} links, does not say its version in ${prefix}_VERSION: the list of what is shipped needs it")
  endif()
  if(NOT module)
    set(module ${prefix})
  endif()
  set(${result} "${module} ${version}" PARENT_SCOPE)
endfunction()

# Lines `name version` of all libraries of others that a program links.
function(kontingent_linked_libraries program result)
  set(found)
  kontingent_linked_targets(${program} targets)
  foreach(target IN LISTS targets)
    get_target_property(libraries ${target} LINK_LIBRARIES)
    foreach(library IN LISTS libraries)
      # An imported target is known only in the folder that has found it: here it is a name.
      set(is_imported TRUE)
      if(TARGET ${library})
        get_target_property(is_imported ${library} IMPORTED)
      endif()
      if(library MATCHES "::" AND is_imported)
        kontingent_library_version(${target} ${library} line)
        list(APPEND found ${line})
      endif()
    endforeach()
  endforeach()
  list(REMOVE_DUPLICATES found)
  list(SORT found)
  set(${result} ${found} PARENT_SCOPE)
endfunction()

function(kontingent_json_entries result)
  set(entries)
  foreach(line IN LISTS ARGN)
    string(REPLACE " " ";" fields "${line}")
    list(GET fields 0 name)
    list(GET fields 1 version)
    list(APPEND entries "    {\"name\": \"${name}\", \"version\": \"${version}\"}")
  endforeach()
  list(JOIN entries ",\n" text)
  set(${result} "${text}" PARENT_SCOPE)
endfunction()

# Where the sources of a line of third_party.txt are: where they were fetched to, else in the cache.
function(kontingent_folder_of name hash result)
  get_property(folder GLOBAL PROPERTY kontingent_folder_of_${name})
  if(NOT folder)
    kontingent_cache_folder(cache)
    string(SUBSTRING ${hash} 0 12 hash)
    set(folder ${cache}/third-party/${name}-${hash})
  endif()
  set(${result} ${folder} PARENT_SCOPE)
endfunction()

function(kontingent_json_sources result)
  set(entries)
  set(names name version commit repository origin files sha256 licence shipped_in)
  list(LENGTH names wanted)
  file(STRINGS ${third_party_list} lines REGEX "^[^#]")
  foreach(line IN LISTS lines)
    string(REPLACE " " ";" fields "${line}")
    list(LENGTH fields count)
    list(GET fields 0 name)
    if(NOT count EQUAL wanted)
      message(FATAL_ERROR "${third_party_list}: the line of ${name} has ${count} fields instead of ${wanted}: ${names}")
    endif()
    list(GET fields 6 hash)
    kontingent_folder_of(${name} ${hash} folder)
    set(members "\"folder\": \"${folder}\"")
    foreach(member value IN ZIP_LISTS names fields)
      string(APPEND members ", \"${member}\": \"${value}\"")
    endforeach()
    list(APPEND entries "    {${members}}")
  endforeach()
  list(JOIN entries ",\n" text)
  set(${result} "${text}" PARENT_SCOPE)
endfunction()

# Lines `name version` of the sources shipped in `where`, and for the site of npm's packages that are no development tools.
function(kontingent_shipped_sources where result)
  set(found)
  file(STRINGS ${third_party_list} lines REGEX "^[^#]")
  foreach(line IN LISTS lines)
    if(line MATCHES "^([^ ]+ [^ ]+) .*[ ,]${where}(,[a-z,]*)?$")
      list(APPEND found ${CMAKE_MATCH_1})
    endif()
  endforeach()
  if(where STREQUAL "site")
    set(lock_file ${PROJECT_SOURCE_DIR}/package-lock.json)
    set_property(DIRECTORY ${PROJECT_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${lock_file})
    file(READ ${lock_file} lock)
    string(JSON count LENGTH "${lock}" packages "" dependencies)
    math(EXPR last "${count} - 1")
    foreach(index RANGE ${last})
      string(JSON name MEMBER "${lock}" packages "" dependencies ${index})
      string(JSON version GET "${lock}" packages "node_modules/${name}" version)
      list(APPEND found "${name} ${version}")
    endforeach()
  endif()
  set(${result} ${found} PARENT_SCOPE)
endfunction()

function(kontingent_cpp_entries part result)
  set(text "")
  foreach(line IN LISTS ARGN)
    string(REPLACE " " "\", \"" pair "${line}")
    string(APPEND text "    {Part::${part}, \"${pair}\"},\n")
  endforeach()
  set(${result} "${text}" PARENT_SCOPE)
endfunction()

function(kontingent_components)
  set(libraries "")
  if(ARGC GREATER 0)
    kontingent_linked_libraries(${ARGV0} libraries)
    kontingent_shipped_sources(program program_sources)
    kontingent_shipped_sources(site site_sources)
    kontingent_cpp_entries(program in_program ${libraries} ${program_sources})
    kontingent_cpp_entries(site in_site ${site_sources})
    file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/generated/components.cpp CONTENT [[
// Made by cmake/components.cmake.
#include "cli/components.hpp"

namespace kontingent::cli {

static constexpr Component list[] = {
@in_program@@in_site@};

std::span<Component const> components() {
    return list;
}

std::string_view compiler() {
    return "@CMAKE_CXX_COMPILER_ID@ @CMAKE_CXX_COMPILER_VERSION@";
}

std::string_view program_version() {
    return "@PROJECT_VERSION@";
}

} // namespace kontingent::cli
]] @ONLY)
  endif()
  kontingent_json_entries(library_entries ${libraries})
  kontingent_json_sources(source_entries)
  set(toolchain "{\"name\": \"${CMAKE_CXX_COMPILER_ID}\", \"version\": \"${CMAKE_CXX_COMPILER_VERSION}\"}")
  if(EMSCRIPTEN)
    set(toolchain "{\"name\": \"emscripten\", \"version\": \"${EMSCRIPTEN_VERSION}\"}")
  endif()
  file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/components.json CONTENT [[{
  "name": "@PROJECT_NAME@",
  "version": "@PROJECT_VERSION@",
  "toolchain": @toolchain@,
  "libraries": [
@library_entries@
  ],
  "sources": [
@source_entries@
  ]
}
]] @ONLY)
endfunction()

# Licences of what Emscripten links into every module, for the site to carry. An emsdk has its licence in the file LICENSE;
# Debian's package in its copyright file.
function(kontingent_emscripten_licences)
  set(folder ${PROJECT_BINARY_DIR}/licences)
  file(MAKE_DIRECTORY ${folder})
  file(COPY_FILE ${EMSCRIPTEN_ROOT_PATH}/system/lib/libc/musl/COPYRIGHT ${folder}/musl.txt ONLY_IF_DIFFERENT)
  if(EXISTS ${EMSCRIPTEN_ROOT_PATH}/LICENSE)
    file(COPY_FILE ${EMSCRIPTEN_ROOT_PATH}/LICENSE ${folder}/emscripten.txt ONLY_IF_DIFFERENT)
  else()
    file(COPY_FILE ${EMSCRIPTEN_ROOT_PATH}/../doc/emscripten/copyright ${folder}/emscripten.copyright ONLY_IF_DIFFERENT)
  endif()
endfunction()

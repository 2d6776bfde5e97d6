# KONTINGENT_FONTS_DIR: the folder of inter-400.woff2 and inter-600.woff2, of the tables of their
# characters' widths, and of the typeface of documents as C++. The target `fonts` makes them there from
# npm's @fontsource/inter; what reads the files depends on it.
set(KONTINGENT_FONTS_DIR ${PROJECT_SOURCE_DIR}/build/fonts)

if(NOT EMSCRIPTEN)
  find_program(KONTINGENT_FONT_PYTHON NAMES python3 PATHS /usr/bin NO_DEFAULT_PATH)
  find_program(KONTINGENT_FONT_PYTHON NAMES python3 REQUIRED)
  set(font_source ${PROJECT_SOURCE_DIR}/node_modules/@fontsource/inter/files)
  set(font_files)
  # With the letters of every language, for tests; site/assemble.mjs makes those that pages load.
  file(GLOB font_texts CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/languages/*/*.json)
  list(FILTER font_texts EXCLUDE REGEX "/exports\\.json$")
  foreach(weight 400 600)
    set(font ${KONTINGENT_FONTS_DIR}/inter-${weight}.woff2)
    add_custom_command(
      OUTPUT ${font} ${KONTINGENT_FONTS_DIR}/inter-${weight}.advances
      COMMAND ${KONTINGENT_FONT_PYTHON} ${PROJECT_SOURCE_DIR}/cmake/subset_font.py
              ${font_source} ${weight} ${font} ${font_texts}
      DEPENDS ${PROJECT_SOURCE_DIR}/cmake/subset_font.py ${PROJECT_SOURCE_DIR}/package-lock.json ${font_texts}
      COMMENT "Subsetting Inter ${weight}"
      VERBATIM)
    list(APPEND font_files ${font})
  endforeach()
  set(font_scripts ${PROJECT_SOURCE_DIR}/cmake/document_fonts.py ${PROJECT_SOURCE_DIR}/cmake/subset_font.py)
  add_custom_command(
    OUTPUT ${KONTINGENT_FONTS_DIR}/document_fonts.cpp
    COMMAND ${KONTINGENT_FONT_PYTHON} ${PROJECT_SOURCE_DIR}/cmake/document_fonts.py
            ${font_source} ${KONTINGENT_FONTS_DIR}/document_fonts.cpp
    DEPENDS ${font_scripts} ${PROJECT_SOURCE_DIR}/package-lock.json
    COMMENT "Making the typeface of documents"
    VERBATIM)
  add_custom_target(fonts DEPENDS ${font_files} ${KONTINGENT_FONTS_DIR}/document_fonts.cpp)
endif()

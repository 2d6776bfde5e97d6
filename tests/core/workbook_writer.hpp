// Makes Excel workbooks, part by part: stored, so that a test can say what is in the archive.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent::tests {

struct WorkbookPart {
    std::string name, content;
    std::uint32_t claimed_size = 0; // what the directory says where it is not the truth
    std::uint32_t blanks = 0;       // between this content and `end`, deflated 159 to 1
    std::string end = {};
};

struct WorkbookSheet {
    std::string name, rows;
};

inline constexpr int number_style = 0;
inline constexpr int date_style = 1;
inline constexpr int elapsed_style = 2; // [h]:mm:ss
inline constexpr int clock_style = 3;   // h:mm

std::string text_cell(std::string_view text);
std::string number_cell(std::string_view number, int style);
std::string sheet_row(std::string const& cells);

std::vector<WorkbookPart> workbook_parts(std::vector<WorkbookSheet> const& sheets,
                                         bool is_1904 = false);
std::string zip_of(std::vector<WorkbookPart> const& parts);

} // namespace kontingent::tests

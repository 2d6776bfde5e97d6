#include "tests/core/workbook_writer.hpp"

#include <cstddef>

namespace kontingent::tests {

namespace {

std::string bytes_of(std::uint32_t number, int size) {
    std::string bytes;
    for (int index = 0; index < size; ++index, number >>= 8U) {
        bytes += static_cast<char>(number & 0xFFU);
    }
    return bytes;
}

std::uint32_t checksum_of(std::string_view content) {
    std::uint32_t sum = 0xFFFFFFFFU;
    for (char const c : content) {
        sum ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) {
            sum = (sum >> 1U) ^ ((sum & 1U) != 0 ? 0xEDB88320U : 0U);
        }
    }
    return ~sum;
}

} // namespace

std::string zip_of(std::vector<WorkbookPart> const& parts) {
    std::string files;
    std::string directory;
    for (WorkbookPart const& part : parts) {
        auto const size = static_cast<std::uint32_t>(part.content.size());
        std::uint32_t const claimed = part.claimed_size > 0 ? part.claimed_size : size;
        std::uint32_t const method = part.claimed_size > 0 ? 8 : 0;
        std::string const common =
            bytes_of(20, 2) + bytes_of(0, 2) + bytes_of(method, 2) + bytes_of(0, 4) +
            bytes_of(checksum_of(part.content), 4) + bytes_of(size, 4) + bytes_of(claimed, 4) +
            bytes_of(static_cast<std::uint32_t>(part.name.size()), 2) + bytes_of(0, 2);
        directory += "PK\x01\x02" + bytes_of(20, 2) + common + bytes_of(0, 2) + bytes_of(0, 2) +
                     bytes_of(0, 2) + bytes_of(0, 4) +
                     bytes_of(static_cast<std::uint32_t>(files.size()), 4) + part.name;
        files += "PK\x03\x04" + common + part.name + part.content;
    }
    auto const count = static_cast<std::uint32_t>(parts.size());
    return files + directory + "PK\x05\x06" + bytes_of(0, 4) + bytes_of(count, 2) +
           bytes_of(count, 2) + bytes_of(static_cast<std::uint32_t>(directory.size()), 4) +
           bytes_of(static_cast<std::uint32_t>(files.size()), 4) + bytes_of(0, 2);
}

std::string text_cell(std::string_view text) {
    std::string escaped;
    for (char const c : text) {
        escaped += c == '&' ? "&amp;" : c == '<' ? "&lt;" : std::string(1, c);
    }
    return "<c t=\"inlineStr\"><is><t>" + escaped + "</t></is></c>";
}

std::string number_cell(std::string_view number, int style) {
    return "<c s=\"" + std::to_string(style) + "\"><v>" + std::string{number} + "</v></c>";
}

std::string sheet_row(std::string const& cells) {
    return "<row>" + cells + "</row>";
}

std::vector<WorkbookPart> workbook_parts(std::vector<WorkbookSheet> const& sheets, bool is_1904) {
    std::string list;
    std::string relations;
    std::vector<WorkbookPart> parts;
    for (std::size_t index = 0; index < sheets.size(); ++index) {
        std::string const number = std::to_string(index + 1);
        list += "<sheet name=\"" + sheets[index].name + "\" r:id=\"r" + number + "\"/>";
        relations +=
            "<Relationship Id=\"r" + number + "\" Target=\"worksheets/sheet" + number + ".xml\"/>";
        parts.push_back(
            {"xl/worksheets/sheet" + number + ".xml",
             "<worksheet><sheetData>" + sheets[index].rows + "</sheetData></worksheet>"});
    }
    parts.push_back({"xl/workbook.xml", std::string{"<workbook>"} +
                                            (is_1904 ? "<workbookPr date1904=\"1\"/>" : "") +
                                            "<sheets>" + list + "</sheets></workbook>"});
    parts.push_back(
        {"xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>"});
    parts.push_back({"xl/styles.xml",
                     "<styleSheet><cellXfs><xf numFmtId=\"0\"/>"
                     "<xf numFmtId=\"14\"/><xf numFmtId=\"46\"/><xf numFmtId=\"20\"/>"
                     "</cellXfs></styleSheet>"});
    return parts;
}

} // namespace kontingent::tests

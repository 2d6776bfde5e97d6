#include "tests/core/workbook_writer.hpp"

#include <array>
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

constexpr std::array<std::uint32_t, 256> crc_steps = [] {
    std::array<std::uint32_t, 256> steps{};
    for (std::uint32_t byte = 0; byte < steps.size(); ++byte) {
        std::uint32_t sum = byte;
        for (int bit = 0; bit < 8; ++bit) {
            sum = (sum >> 1U) ^ ((sum & 1U) != 0 ? 0xEDB88320U : 0U);
        }
        steps[byte] = sum;
    }
    return steps;
}();

class Checksum {
public:
    void add(char c) {
        sum_ = (sum_ >> 8U) ^ crc_steps[(sum_ ^ static_cast<unsigned char>(c)) & 0xFFU];
    }

    std::uint32_t value() const { return ~sum_; }

private:
    std::uint32_t sum_ = 0xFFFFFFFFU;
};

std::uint32_t checksum_of(WorkbookPart const& part) {
    Checksum checksum;
    for (char const c : part.content) {
        checksum.add(c);
    }
    for (std::uint32_t count = 0; count < part.blanks; ++count) {
        checksum.add(' ');
    }
    for (char const c : part.end) {
        checksum.add(c);
    }
    return checksum.value();
}

// One block of RFC 1951 with its fixed codes.
class Deflated {
public:
    Deflated() { add(0b011, 3); } // the last block; the lowest bit comes first

    void literal(char c) { add_code(0x30U + static_cast<unsigned char>(c), 8); } // ASCII

    // 258 times the character before: length code 285, distance code 0.
    void repeat_258() {
        add_code(0b11000101, 8);
        add_code(0, 5);
    }

    std::string finish() {
        add_code(0, 7);
        add(0, 7);
        return bytes_;
    }

private:
    void add(std::uint32_t bits, int count) {
        for (int index = 0; index < count; ++index) {
            pending_ |= (bits >> index & 1U) << used_;
            if (++used_ == 8) {
                bytes_ += static_cast<char>(pending_);
                pending_ = 0;
                used_ = 0;
            }
        }
    }

    // The highest bit of a code comes first.
    void add_code(std::uint32_t code, int count) {
        for (int index = count - 1; index >= 0; --index) {
            add(code >> index & 1U, 1);
        }
    }

    std::string bytes_;
    std::uint32_t pending_ = 0;
    int used_ = 0;
};

std::string deflated(WorkbookPart const& part) {
    Deflated stream;
    for (char const c : part.content) {
        stream.literal(c);
    }
    std::uint32_t left = part.blanks;
    for (; left % 258 != 0; --left) {
        stream.literal(' ');
    }
    for (; left > 0; left -= 258) {
        stream.repeat_258();
    }
    for (char const c : part.end) {
        stream.literal(c);
    }
    return stream.finish();
}

} // namespace

std::string zip_of(std::vector<WorkbookPart> const& parts) {
    std::string files;
    std::string directory;
    for (WorkbookPart const& part : parts) {
        std::string const packed = part.blanks > 0 ? deflated(part) : part.content;
        auto const size =
            static_cast<std::uint32_t>(part.content.size() + part.blanks + part.end.size());
        std::uint32_t const claimed = part.claimed_size > 0 ? part.claimed_size : size;
        std::uint32_t const method = part.claimed_size > 0 || part.blanks > 0 ? 8 : 0;
        std::string const common =
            bytes_of(20, 2) + bytes_of(0, 2) + bytes_of(method, 2) + bytes_of(0, 4) +
            bytes_of(checksum_of(part), 4) +
            bytes_of(static_cast<std::uint32_t>(packed.size()), 4) + bytes_of(claimed, 4) +
            bytes_of(static_cast<std::uint32_t>(part.name.size()), 2) + bytes_of(0, 2);
        directory += "PK\x01\x02" + bytes_of(20, 2) + common + bytes_of(0, 2) + bytes_of(0, 2) +
                     bytes_of(0, 2) + bytes_of(0, 4) +
                     bytes_of(static_cast<std::uint32_t>(files.size()), 4) + part.name;
        files += "PK\x03\x04" + common + part.name + packed;
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

#include "core/history/workbook.hpp"

#include "core/history/csv.hpp"
#include "core/history/workbook_formats.hpp"
#include "core/history/zip.hpp"

#include <algorithm>
#include <tinyxml2.h>
#include <unordered_map>

namespace kontingent::history {

namespace {

using tinyxml2::XMLDocument;
using tinyxml2::XMLElement;

// Unpacked: a sheet of 100,000 rows has about half of it.
constexpr std::size_t part_bytes_max = std::size_t{96} << 20U;
constexpr std::size_t all_parts_bytes_max = std::size_t{128} << 20U; // unpacked, one after another
constexpr std::size_t rows_max = 1'048'576;                          // as many as a sheet can have
constexpr std::size_t sheets_max = 256;

std::string_view local_name(XMLElement const& element) {
    std::string_view const name = element.Name();
    std::size_t const colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

XMLElement const* child(XMLElement const* parent, std::string_view name) {
    XMLElement const* element = parent == nullptr ? nullptr : parent->FirstChildElement();
    while (element != nullptr && local_name(*element) != name) {
        element = element->NextSiblingElement();
    }
    return element;
}

template <class Act>
void each_child(XMLElement const* parent, std::string_view name, Act act) {
    XMLElement const* element = parent == nullptr ? nullptr : parent->FirstChildElement();
    for (; element != nullptr; element = element->NextSiblingElement()) {
        if (local_name(*element) == name) {
            act(*element);
        }
    }
}

std::string_view attribute(XMLElement const& element, char const* name) {
    char const* value = element.Attribute(name);
    return value == nullptr ? std::string_view{} : std::string_view{value};
}

std::string text_of(XMLElement const* element) {
    char const* text = element == nullptr ? nullptr : element->GetText();
    return text == nullptr ? std::string{} : std::string{text};
}

// <si> and <is>: one text, or pieces with formats.
std::string rich_text_of(XMLElement const& element) {
    std::string text = text_of(child(&element, "t"));
    each_child(&element, "r", [&](XMLElement const& run) { text += text_of(child(&run, "t")); });
    return text;
}

std::size_t whole_number(std::string_view text, std::size_t otherwise) {
    std::size_t number = 0;
    if (text.empty() || text.size() > 9) {
        return otherwise;
    }
    for (char const c : text) {
        if (c < '0' || c > '9') {
            return otherwise;
        }
        number = number * 10 + static_cast<std::size_t>(c - '0');
    }
    return number;
}

// "AB12" is column 27. Later ones than columns_max: none.
std::optional<std::size_t> column_of(std::string_view reference) {
    std::size_t column = 0;
    for (char const c : reference) {
        if (c < 'A' || c > 'Z') {
            break;
        }
        column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
        if (column > columns_max) {
            return std::nullopt;
        }
    }
    return column == 0 ? std::nullopt : std::optional{column - 1};
}

struct Sheet {
    std::string name, file;
};

class Reader {
public:
    explicit Reader(Zip const& zip) : zip_(zip) {}

    bool read_parts();

    std::vector<Sheet> const& sheets() const { return sheets_; }

    // The sheet as text; nothing where it cannot be read.
    std::optional<std::string> text_of_sheet(Sheet const& sheet);

private:
    bool parse(std::string_view name, XMLDocument& document);
    void read_sheets(XMLDocument const& workbook, XMLDocument const& relations);
    void read_styles(XMLDocument const& styles);
    std::string cell_text(XMLElement const& cell) const;
    std::string row_text(XMLElement const& row) const;

    Zip const& zip_;
    std::vector<Sheet> sheets_;
    std::vector<std::string> strings_;
    std::vector<CellKind> kinds_; // by a cell's style
    DateSystem system_ = DateSystem::from_1900;
    std::size_t bytes_left_ = all_parts_bytes_max;
};

bool Reader::parse(std::string_view name, XMLDocument& document) {
    auto const content = zip_.read(name, std::min(part_bytes_max, bytes_left_));
    bytes_left_ -= content ? content->size() : 0;
    return content && document.Parse(content->data(), content->size()) == tinyxml2::XML_SUCCESS;
}

void Reader::read_sheets(XMLDocument const& workbook, XMLDocument const& relations) {
    XMLElement const* root = workbook.RootElement();
    if (XMLElement const* properties = child(root, "workbookPr")) {
        std::string_view const is_1904 = attribute(*properties, "date1904");
        system_ =
            is_1904 == "1" || is_1904 == "true" ? DateSystem::from_1904 : DateSystem::from_1900;
    }
    std::unordered_map<std::string_view, std::string_view> targets;
    each_child(relations.RootElement(), "Relationship", [&](XMLElement const& relation) {
        targets[attribute(relation, "Id")] = attribute(relation, "Target");
    });
    each_child(child(root, "sheets"), "sheet", [&](XMLElement const& sheet) {
        std::string file{targets[attribute(sheet, "r:id")]};
        bool const is_absolute = file.starts_with('/');
        file = is_absolute ? file.substr(1) : "xl/" + file;
        if (sheets_.size() < sheets_max && zip_.contains(file)) {
            sheets_.push_back({std::string{attribute(sheet, "name")}, std::move(file)});
        }
    });
}

void Reader::read_styles(XMLDocument const& styles) {
    XMLElement const* root = styles.RootElement();
    std::vector<std::pair<std::size_t, CellKind>> own;
    each_child(child(root, "numFmts"), "numFmt", [&](XMLElement const& format) {
        own.emplace_back(whole_number(attribute(format, "numFmtId"), 0),
                         kind_of_format(attribute(format, "formatCode")));
    });
    each_child(child(root, "cellXfs"), "xf", [&](XMLElement const& style) {
        std::size_t const number = whole_number(attribute(style, "numFmtId"), 0);
        auto const found = std::ranges::find(own, number, &std::pair<std::size_t, CellKind>::first);
        kinds_.push_back(found != own.end() ? found->second
                                            : kind_of_format(static_cast<std::int32_t>(number)));
    });
}

bool Reader::read_parts() {
    XMLDocument workbook;
    XMLDocument relations;
    if (!parse("xl/workbook.xml", workbook) || !parse("xl/_rels/workbook.xml.rels", relations)) {
        return false;
    }
    read_sheets(workbook, relations);
    XMLDocument styles;
    if (zip_.contains("xl/styles.xml")) {
        if (!parse("xl/styles.xml", styles)) {
            return false;
        }
        read_styles(styles);
    }
    if (zip_.contains("xl/sharedStrings.xml")) {
        XMLDocument strings;
        if (!parse("xl/sharedStrings.xml", strings)) {
            return false;
        }
        each_child(strings.RootElement(), "si",
                   [&](XMLElement const& item) { strings_.push_back(rich_text_of(item)); });
    }
    return !sheets_.empty();
}

std::string Reader::cell_text(XMLElement const& cell) const {
    std::string_view const type = attribute(cell, "t");
    if (type == "inlineStr") {
        XMLElement const* inline_text = child(&cell, "is");
        return inline_text == nullptr ? std::string{} : rich_text_of(*inline_text);
    }
    std::string const value = text_of(child(&cell, "v"));
    if (type == "s") {
        std::size_t const index = whole_number(value, strings_.size());
        return index < strings_.size() ? strings_[index] : std::string{};
    }
    if (!type.empty() && type != "n") {
        return value;
    }
    if (value.empty()) {
        return value;
    }
    std::size_t const style = whole_number(attribute(cell, "s"), 0);
    return written_number(value, style < kinds_.size() ? kinds_[style] : CellKind::number, system_);
}

std::string Reader::row_text(XMLElement const& row) const {
    std::string text;
    std::size_t next = 0; // column
    each_child(&row, "c", [&](XMLElement const& cell) {
        std::string_view const reference = attribute(cell, "r");
        auto const column = reference.empty() ? std::optional{next} : column_of(reference);
        if (!column || *column < next || *column >= columns_max) {
            return;
        }
        text.append(*column - next + (next > 0 ? 1U : 0U), '\t');
        std::string const content = cell_text(cell);
        text += '"';
        for (char const c : content) {
            text += c == '"' ? "\"\"" : std::string(1, c == '\n' || c == '\r' ? ' ' : c);
        }
        text += '"';
        next = *column + 1;
    });
    return text;
}

std::optional<std::string> Reader::text_of_sheet(Sheet const& sheet) {
    XMLDocument document;
    if (!parse(sheet.file, document)) {
        return std::nullopt;
    }
    std::string text;
    std::size_t line = 1;
    each_child(child(document.RootElement(), "sheetData"), "row", [&](XMLElement const& row) {
        std::size_t const number = whole_number(attribute(row, "r"), line);
        if (number < line || number > rows_max) {
            return;
        }
        text.append(number - line, '\n');
        text += row_text(row) + "\n";
        line = number + 1;
    });
    return text;
}

// At least two rows of at least two cells.
bool has_table(std::string_view text) {
    CsvReader csv(text, '\t');
    int rows = 0;
    for (Row row; rows < 2 && csv.next(row);) {
        rows += row.size() > 1 ? 1 : 0;
    }
    return rows == 2;
}

constexpr std::string_view zip_mark{"PK\x03\x04", 4};
constexpr std::string_view old_mark{"\xD0\xCF\x11\xE0", 4}; // .xls, and encrypted .xlsx

} // namespace

bool is_workbook(std::string_view bytes) {
    return bytes.starts_with(zip_mark) || bytes.starts_with(old_mark);
}

std::expected<Workbook, HistoryError> read_workbook(std::string_view bytes,
                                                    std::optional<std::size_t> sheet) {
    if (bytes.starts_with(old_mark)) {
        return std::unexpected{HistoryError::other_workbook};
    }
    auto const zip = Zip::open(bytes);
    if (!zip) {
        return std::unexpected{HistoryError::bad_workbook};
    }
    if (!zip->contains("xl/workbook.xml")) {
        bool const is_other = zip->contains("mimetype") || zip->contains("Index/Document.iwa") ||
                              zip->contains("xl/workbook.bin");
        return std::unexpected{is_other ? HistoryError::other_workbook
                                        : HistoryError::bad_workbook};
    }
    Reader reader(*zip);
    if (!reader.read_parts()) {
        return std::unexpected{HistoryError::bad_workbook};
    }
    Workbook workbook;
    for (Sheet const& each : reader.sheets()) {
        workbook.sheets.push_back(each.name);
    }
    std::size_t const first = std::min(sheet.value_or(0), workbook.sheets.size() - 1);
    for (std::size_t index = first; index < workbook.sheets.size(); ++index) {
        auto text = reader.text_of_sheet(reader.sheets()[index]);
        if (!text) {
            return std::unexpected{HistoryError::bad_workbook};
        }
        workbook.sheet = index;
        workbook.text = *std::move(text);
        if (sheet || has_table(workbook.text)) {
            break;
        }
    }
    return workbook;
}

} // namespace kontingent::history

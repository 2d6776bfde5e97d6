#include "wasm/changes.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>

namespace kontingent::wasm {

namespace {

using semantics::Record;

// Just as much JSON as records need.
class Writer {
public:
    std::string text;

    void number(std::int64_t value) {
        char digits[24];
        auto const end = std::to_chars(digits, digits + sizeof digits, value).ptr;
        text.append(digits, end);
    }

    void quoted(std::string_view value) {
        constexpr std::string_view hex = "0123456789abcdef";
        text += '"';
        for (char const c : value) {
            auto const byte = static_cast<unsigned char>(c);
            if (c == '"' || c == '\\') {
                text += '\\';
                text += c;
            } else if (byte < 0x20) {
                text += "\\u00";
                text += hex[byte >> 4U];
                text += hex[byte & 15U];
            } else {
                text += c;
            }
        }
        text += '"';
    }

    void key(std::string_view name) {
        separate();
        quoted(name);
        text += ':';
    }

    void separate() {
        char const last = text.empty() ? '{' : text.back();
        if (last != '{' && last != '[') {
            text += ',';
        }
    }

    void member(std::string_view name, std::string_view value) {
        if (!value.empty()) {
            key(name);
            quoted(value);
        }
    }

    void member(std::string_view name, std::int64_t value) {
        if (value != 0) {
            key(name);
            number(value);
        }
    }
};

void write_rect(Writer& out, semantics::Rect const& rect) {
    out.key("rect");
    out.text += '[';
    for (float const side : {rect.x, rect.y, rect.width, rect.height}) {
        out.separate();
        out.number(std::lround(side * 100.0F));
    }
    out.text += ']';
}

void write_range(Writer& out, semantics::Range const& range) {
    out.key("range");
    out.text += '{';
    out.member("minimum", range.minimum);
    out.member("maximum", range.maximum);
    out.member("step", range.step);
    out.member("now", range.now);
    out.member("text", range.text);
    out.text += '}';
}

void write_field(Writer& out, semantics::FieldTraits const& field) {
    out.key("field");
    out.text += '{';
    out.member("name", field.name);
    out.member("type", field.type);
    out.member("autocomplete", field.autocomplete);
    out.member("input_mode", field.input_mode);
    out.member("placeholder", field.placeholder);
    out.member("length_max", field.length_max);
    out.text += '}';
}

void write_look(Writer& out, semantics::Look const& look) {
    constexpr float hundredths = 100;
    out.key("look");
    out.text += '{';
    out.member("size", std::lround(look.size * hundredths));
    out.member("line_height", std::lround(look.line_height * hundredths));
    out.member("weight", static_cast<std::int64_t>(look.weight));
    out.member("ink", static_cast<std::int64_t>(look.ink));
    out.member("align", static_cast<std::int64_t>(look.align));
    out.member("lines", look.lines);
    out.text += '}';
}

void write_record(Writer& out, Record const& record) {
    out.separate();
    out.text += '{';
    out.member("id", record.id);
    out.member("name", record.name);
    out.member("value", record.value);
    out.member("description", record.description);
    write_rect(out, record.rect);
    out.member("level", record.level);
    out.member("is_disabled", record.is_disabled);
    out.member("is_checked", record.is_checked);
    out.member("is_invalid", record.is_invalid);
    out.member("is_required", record.is_required);
    if (record.is_expanded) {
        out.key("is_expanded");
        out.number(*record.is_expanded);
    }
    if (record.range) {
        write_range(out, *record.range);
    }
    if (record.field) {
        write_field(out, *record.field);
    }
    out.member("is_vertical", record.orientation == semantics::Orientation::vertical);
    if (record.look) {
        write_look(out, *record.look);
    }
    out.text += '}';
}

bool is_same_place(Record const& a, Record const& b) {
    return a.id == b.id && a.parent == b.parent && a.role == b.role;
}

void write_order(Writer& out, std::vector<Record> const& records) {
    out.key("order");
    out.text += '[';
    for (Record const& record : records) {
        out.separate();
        out.text += '[';
        out.number(record.id);
        out.text += ',';
        out.number(record.parent);
        out.text += ',';
        out.quoted(semantics::role_text(record.role));
        out.text += ']';
    }
    out.text += ']';
}

// The records of before by id. They are mostly asked for in their order, so each search begins
// behind the last one's find.
class Before {
public:
    explicit Before(std::vector<Record> const& records) : records_(records) {}

    Record const* find(semantics::Id id) {
        for (std::size_t step = 0; step < records_.size(); ++step) {
            next_ = next_ < records_.size() ? next_ : 0;
            Record const& record = records_[next_++];
            if (record.id == id) {
                return &record;
            }
        }
        return nullptr;
    }

private:
    std::vector<Record> const& records_;
    std::size_t next_ = 0;
};

} // namespace

std::string ChangeLog::advance(std::vector<Record> const& records) {
    if (records == last_) {
        return {};
    }
    Writer out;
    out.text = "{";
    if (!std::ranges::equal(records, last_, is_same_place)) {
        write_order(out, records);
    }
    Before before(last_);
    out.key("records");
    out.text += '[';
    for (Record const& record : records) {
        Record const* const old = before.find(record.id);
        if (old == nullptr || *old != record) {
            write_record(out, record);
        }
    }
    out.text += "]}";
    last_ = records;
    return out.text;
}

} // namespace kontingent::wasm

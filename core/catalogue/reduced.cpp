#include "core/catalogue/reduced.hpp"

#include "core/json/writer.hpp"

namespace kontingent {
namespace {

class Reducer {
public:
    Reducer(json::Document const& document, std::string_view source_sha256, Language language)
        : document_(document), source_sha256_(source_sha256), language_(language) {}

    std::string text() {
        out_ = "{\"source_sha256\":";
        out_ += json_string(source_sha256_).text;
        for (json::Value const& member : document_.items(document_.root())) {
            if (member.key == "$schema" || member.key == "source_sha256") {
                continue;
            }
            out_ += ',';
            write_key(member);
            if (member.key == "languages") {
                out_ += '[';
                out_ += json_string(tag(language_)).text;
                out_ += ']';
            } else {
                write(member);
            }
        }
        return out_ + "}";
    }

private:
    void write_key(json::Value const& member) {
        out_ += json_string(member.key).text;
        out_ += ':';
    }

    // No other object has a language's tag as a member's name.
    bool is_localized(json::Value const& object) const {
        bool is_tag = object.item_count > 0;
        for (json::Value const& member : document_.items(object)) {
            is_tag = is_tag && language_of_tag(member.key).has_value();
        }
        return is_tag;
    }

    void write_object(json::Value const& object) {
        bool const is_text = is_localized(object);
        bool is_first = true;
        out_ += '{';
        for (json::Value const& member : document_.items(object)) {
            if (is_text && member.key != tag(language_)) {
                continue;
            }
            out_ += is_first ? "" : ",";
            is_first = false;
            write_key(member);
            write(member);
        }
        out_ += '}';
    }

    void write_list(json::Value const& list) {
        out_ += '[';
        for (json::Value const& item : document_.items(list)) {
            out_ += item.position > 0 ? "," : "";
            write(item);
        }
        out_ += ']';
    }

    // A valid catalogue's numbers are whole.
    void write(json::Value const& value) {
        switch (value.kind) {
        case json::Kind::null:
            out_ += "null";
            return;
        case json::Kind::boolean:
            out_ += value.is_true ? "true" : "false";
            return;
        case json::Kind::integer:
        case json::Kind::decimal:
            out_ += json_number(value.integer).text;
            return;
        case json::Kind::text:
            out_ += json_string(value.text).text;
            return;
        case json::Kind::list:
            write_list(value);
            return;
        case json::Kind::object:
            write_object(value);
            return;
        }
    }

    json::Document const& document_;
    std::string_view source_sha256_;
    Language language_;
    std::string out_;
};

} // namespace

std::string reduced_catalogue(json::Document const& catalogue, std::string_view source_sha256,
                              Language language) {
    return Reducer(catalogue, source_sha256, language).text();
}

} // namespace kontingent

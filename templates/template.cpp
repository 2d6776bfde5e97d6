#include "templates/template.hpp"

#include "core/base/utf8.hpp"

#include <algorithm>
#include <charconv>
#include <kainjow/mustache.hpp>
#include <set>

namespace kontingent::templates {

namespace {

namespace mustache = kainjow::mustache;

constexpr std::string_view text_prefix = "text.";

std::string escaped(std::string const& text) {
    std::string html;
    for (char const character : text) {
        switch (character) {
        case '&':
            html += "&amp;";
            break;
        case '<':
            html += "&lt;";
            break;
        case '>':
            html += "&gt;";
            break;
        case '"':
            html += "&quot;";
            break;
        case '\'':
            html += "&#39;";
            break;
        default:
            html += character;
        }
    }
    return html;
}

std::string place_of(Template const& page, std::size_t offset) {
    std::string_view const before = std::string_view(page.text).substr(0, offset);
    auto const line = std::ranges::count(before, '\n') + 1;
    std::size_t const line_start = before.rfind('\n') + 1; // npos + 1 is 0
    std::size_t const column = utf8::length(before.substr(line_start)) + 1;
    return page.file + ":" + std::to_string(line) + ":" + std::to_string(column);
}

// The first {{name}}, in any of its spellings.
std::size_t offset_of(std::string_view text, std::string_view name) {
    for (std::size_t at = text.find(name); at != std::string_view::npos;
         at = text.find(name, at + 1)) {
        std::size_t const open = text.rfind("{{", at);
        if (open != std::string_view::npos &&
            text.substr(open, at - open).find_first_not_of("{#^/&> ") == std::string_view::npos) {
            return open;
        }
    }
    return 0;
}

mustache::data data_of(Object const& object);

mustache::data data_of(Value const& value) {
    if (auto const* text = std::get_if<std::string>(&value.get())) {
        return mustache::data(*text);
    }
    if (auto const* is_set = std::get_if<bool>(&value.get())) {
        return mustache::data(*is_set);
    }
    if (auto const* make = std::get_if<Make>(&value.get())) {
        return data_of((*make)());
    }
    mustache::data list(mustache::data::type::list);
    for (Object const& item : std::get<List>(value.get())) {
        list.push_back(data_of(item));
    }
    return list;
}

mustache::data data_of(Object const& object) {
    mustache::data data(mustache::data::type::object);
    for (auto const& [name, value] : object) {
        data.set(name, data_of(value));
    }
    return data;
}

// Looks names up in the data, the page's texts and its partials, and reports the rest once each.
class Context : public mustache::context<std::string> {
public:
    Context(Object const& root, Template const& page, Texts const& texts, Problems& problems,
            FindPartial const& find_partial)
        : root_(root),
          page_(page),
          texts_(texts),
          problems_(problems),
          find_partial_(find_partial) {}

    mustache::data const* get(std::string const& name) const override {
        if (name.starts_with(text_prefix)) {
            return keep(name, texts_.text(std::string_view(name).substr(text_prefix.size())));
        }
        // Names with a point are looked up whole: "asset.styles" is one name.
        mustache::data const* found = find(name);
        if (found == nullptr && unknown_.insert(name).second) {
            problems_.unknown_name(place_of(page_, offset_of(page_.text, name)), name);
        }
        return found;
    }

    mustache::data const* get_partial(std::string const& name) const override {
        auto const text = find_partial_ ? find_partial_(name) : std::nullopt;
        if (!text && unknown_.insert(name).second) {
            problems_.unknown_name(place_of(page_, offset_of(page_.text, name)), name);
        }
        return text ? keep(">" + name, *text) : nullptr;
    }

    void push(mustache::data const* data) override {
        mustache::context<std::string>::push(data);
        scopes_.push_back(data);
    }

    void pop() override {
        mustache::context<std::string>::pop();
        scopes_.pop_back();
    }

private:
    mustache::data const* find(std::string const& name) const {
        for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
            if ((*scope)->is_object()) {
                if (auto const* found = (*scope)->get(name)) {
                    return found;
                }
            }
        }
        if (auto const kept = kept_.find(name); kept != kept_.end()) {
            return &kept->second;
        }
        auto const found = root_.find(name);
        return found == root_.end() ? nullptr : keep(name, data_of(found->second));
    }

    mustache::data const* keep(std::string const& name, mustache::data data) const {
        return &kept_.insert_or_assign(name, std::move(data)).first->second;
    }

    Object const& root_;
    Template const& page_;
    Texts const& texts_;
    Problems& problems_;
    FindPartial const& find_partial_;
    std::vector<mustache::data const*> scopes_;
    mutable std::map<std::string, mustache::data, std::less<>> kept_;
    mutable std::set<std::string, std::less<>> unknown_;
};

// The library ends its message with the offset: "Unclosed tag at 12".
std::size_t offset_in(std::string_view message) {
    std::size_t offset = 0;
    std::string_view const digits = message.substr(message.rfind(' ') + 1);
    std::from_chars(digits.data(), digits.data() + digits.size(), offset);
    return offset;
}

} // namespace

std::string render(Template const& page, Object const& data, Texts const& texts, Problems& problems,
                   FindPartial const& find_partial) {
    mustache::mustache filled(page.text);
    if (!filled.is_valid()) {
        problems.unclosed(place_of(page, offset_in(filled.error_message())));
        return {};
    }
    filled.set_custom_escape(escaped);
    Context context(data, page, texts, problems, find_partial);
    return filled.render(context);
}

} // namespace kontingent::templates

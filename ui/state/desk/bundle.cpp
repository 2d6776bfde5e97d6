#include "ui/state/desk/bundle.hpp"

#include "core/document/document_reader.hpp"
#include "core/json/canonical.hpp"
#include "core/json/check.hpp"
#include "core/json/reader.hpp"
#include "core/json/writer.hpp"
#include "ui/state/desk/quotes.hpp"
#include "ui/state/desk/settings.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace kontingent::ui::desk {

namespace {

constexpr std::size_t bytes_max = std::size_t{32} << 20U;
constexpr std::int64_t quotes_max = 100'000;
constexpr std::string_view kind = "kontingent-desk";

std::string canonical(std::string_view json) {
    auto const document = json::read(json, bytes_max);
    return document ? json::canonical(*document, document->root()).value_or(std::string{json})
                    : std::string{json};
}

class Merging {
public:
    Merging(json::Document const& tree, Records const& records, Catalogue const& catalogue)
        : tree_(tree), json_(tree), records_(records), catalogue_(catalogue) {}

    std::expected<Merge, Errors> run() {
        json::Members const members(json_, &tree_.root(),
                                    {{"kind"},
                                     {"format"},
                                     {"settings", json::Presence::optional},
                                     {"templates", json::Presence::optional},
                                     {"logo", json::Presence::optional},
                                     {"quotes"}});
        if (members.is_object()) {
            json_.choice(members["kind"], {kind});
            json_.integer(members["format"], {1, 1});
            take_settings(members["settings"]);
            take_templates(members["templates"]);
            take_logo(members["logo"]);
            take_quotes(members["quotes"]);
        }
        Errors errors = json_.take_errors();
        errors.insert(errors.end(), errors_.begin(), errors_.end());
        if (!errors.empty()) {
            return std::unexpected(std::move(errors));
        }
        return std::move(merge_);
    }

private:
    void put(std::string key, std::string value) {
        put_[key] = value;
        merge_.step.changes.push_back({std::move(key), std::move(value)});
    }

    // As it will be after what was taken so far.
    std::optional<std::string_view> value_at(std::string_view key) const {
        if (auto const found = put_.find(key); found != put_.end()) {
            return found->second;
        }
        auto const found = records_.find(key);
        return found == records_.end() ? std::nullopt
                                       : std::optional<std::string_view>{found->second.value};
    }

    std::string text_of(json::Value const& value) const {
        return json::canonical(tree_, value).value_or("");
    }

    void take_settings(json::Value const* value) {
        if (value == nullptr) {
            return;
        }
        auto const settings = parse_settings(text_of(*value));
        if (!settings) {
            json_.report(ErrorCode::wrong_type, *value, Wanted::object);
        } else if (!value_at(settings_key)) {
            put(std::string{settings_key}, to_json(*settings));
        } else {
            merge_.keeps_own_settings |= !(settings_of(records_) == *settings);
        }
    }

    void take_templates(json::Value const* value) {
        if (value == nullptr) {
            return;
        }
        auto const templates = parse_templates(text_of(*value));
        if (!templates) {
            json_.report(ErrorCode::wrong_type, *value, Wanted::list);
            return;
        }
        TextTemplates kept = templates_of(records_);
        std::size_t const before = kept.size();
        for (TextTemplate one : *templates) {
            // The second one of a name says so, and is found again when the file comes again.
            while (std::ranges::find(kept, one.name, &TextTemplate::name) != kept.end() &&
                   std::ranges::find(kept, one) == kept.end()) {
                one.name += " (2)";
            }
            if (std::ranges::find(kept, one) == kept.end()) {
                kept.push_back(std::move(one));
            }
        }
        if (kept.size() != before) {
            put(std::string{templates_key}, to_json(kept));
        }
    }

    void take_logo(json::Value const* value) {
        if (value == nullptr) {
            return;
        }
        auto const file = parse_logo(text_of(*value));
        if (!file) {
            json_.report(ErrorCode::bad_format, *value, Wanted::base64);
        } else if (!value_at(logo_key)) {
            put(std::string{logo_key}, logo_to_json(*file));
        } else {
            merge_.keeps_own_settings |= logo_of(records_) != *file;
        }
    }

    void take_quotes(json::Value const* list) {
        if (!json_.list(list, {0, quotes_max})) {
            return;
        }
        for (json::Value const& one : tree_.items(*list)) {
            take_quote(one);
        }
    }

    void take_quote(json::Value const& value) {
        std::string text = text_of(value);
        auto const document = parse_document(text, catalogue_);
        if (!document) {
            for (Error error : document.error()) {
                error.pointer.insert(0, tree_.pointer_to(value));
                error.line = value.place.line;
                error.column = value.place.column;
                errors_.push_back(std::move(error));
            }
            return;
        }
        std::string key = key_of(document->id);
        for (int copy = 2; auto const there = value_at(key); ++copy) {
            if (canonical(*there) == text) {
                ++merge_.unchanged;
                return;
            }
            key = key_of(document->id) + "/" + std::to_string(copy);
        }
        ++(is_second(key) ? merge_.kept_twice : merge_.added);
        put(std::move(key), std::move(text));
    }

    json::Document const& tree_;
    json::Checker json_;
    Records const& records_;
    Catalogue const& catalogue_;
    std::map<std::string, std::string, std::less<>> put_;
    Errors errors_; // of quotes
    Merge merge_;
};

} // namespace

std::string bundle_of(Records const& records) {
    std::vector<JsonMember> members{{"kind", json_string(kind)}, {"format", json_number(1)}};
    std::vector<JsonText> quotes;
    for (auto const& [key, record] : records) {
        if (key.starts_with(quote_prefix)) {
            quotes.push_back({record.value});
        }
    }
    for (std::string_view const key : {settings_key, templates_key, logo_key}) {
        if (auto const found = records.find(key); found != records.end()) {
            members.emplace_back(key, JsonText{found->second.value});
        }
    }
    members.emplace_back("quotes", json_array_of_lines(quotes, 4));
    return json_document(members);
}

bool is_bundle(std::string_view text) {
    auto const document = json::read(text, bytes_max);
    return document && document->root().kind == json::Kind::object &&
           json::find_member(*document, document->root(), "kind") != nullptr &&
           json::find_member(*document, document->root(), "quotes") != nullptr;
}

std::expected<Merge, Errors> merge_of(std::string_view text, Records const& records,
                                      Catalogue const& catalogue) {
    auto const tree = json::read(text, bytes_max);
    if (!tree) {
        return std::unexpected(Errors{tree.error()});
    }
    return Merging(*tree, records, catalogue).run();
}

} // namespace kontingent::ui::desk

#include "core/document/document_check.hpp"

#include "core/base/sha256.hpp"
#include "core/document/amounts.hpp"
#include "core/document/document_json.hpp"
#include "core/document/events.hpp"
#include "core/json/canonical.hpp"

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace kontingent {
namespace {

json::Value const& item_at(json::Document const& tree, json::Value const& list, std::size_t index) {
    auto item = tree.items(list).begin();
    while (index-- > 0) {
        ++item;
    }
    return *item;
}

// A value as a file says it against the one that was computed. Members may be left out of a file,
// entries of a list may not.
class Comparison {
public:
    Comparison(json::Checker& json, json::Document const& computed)
        : json_(json), computed_(computed) {}

    // Reports the first difference. Returns whether there was none.
    bool run(json::Value const& given, json::Value const& right) {
        if (given.kind != right.kind) {
            return differs(given, right);
        }
        switch (given.kind) {
        case json::Kind::object:
            return compare_objects(given, right);
        case json::Kind::list:
            return compare_lists(given, right);
        case json::Kind::text:
            return given.text == right.text || differs(given, right);
        case json::Kind::boolean:
            return given.is_true == right.is_true || differs(given, right);
        case json::Kind::integer:
        case json::Kind::decimal:
            return given.integer == right.integer || differs(given, right);
        case json::Kind::null:
            break;
        }
        return true;
    }

private:
    bool differs(json::Value const& given, json::Value const& right) {
        constexpr std::size_t length_max = 80;
        std::string text = json::canonical(computed_, right).value_or("");
        if (text.size() > length_max) {
            text = right.kind == json::Kind::list ? "[…]" : "{…}";
        }
        json_.report(ErrorCode::not_as_computed, given, std::move(text));
        return false;
    }

    bool compare_objects(json::Value const& given, json::Value const& right) {
        for (json::Value const& member : json_.document().items(given)) {
            json::Value const* computed = json::find_member(computed_, right, member.key);
            if (computed == nullptr) {
                json_.report_name(ErrorCode::unknown_member, member);
                return false;
            }
            if (!run(member, *computed)) {
                return false;
            }
        }
        return true;
    }

    bool compare_lists(json::Value const& given, json::Value const& right) {
        if (given.item_count != right.item_count) {
            return differs(given, right);
        }
        auto computed = computed_.items(right).begin();
        for (json::Value const& item : json_.document().items(given)) {
            if (!run(item, *computed)) {
                return false;
            }
            ++computed;
        }
        return true;
    }

    json::Checker& json_;
    json::Document const& computed_;
};

class DocumentCheck {
public:
    DocumentCheck(json::Checker& json, QuoteDocument& document, Catalogue const& current)
        : json_(json), tree_(json.document()), document_(document), current_(current) {}

    void run() {
        for (Version& version : document_.versions) {
            check_version(version);
        }
        check_number();
        check_events();
        if (!json_.has_errors()) {
            check_states();
        }
    }

private:
    json::Value const& member(json::Value const& object, std::string_view name) const {
        return *json::find_member(tree_, object, name);
    }

    json::Value const& version_value(std::size_t index) const {
        return item_at(tree_, member(tree_.root(), "versions"), index);
    }

    void check_version(Version& version) {
        json::Value const& object = version_value(static_cast<std::size_t>(version.number) - 1);
        Catalogue const& catalogue = catalogue_of(version, current_);
        auto const alternatives = alternatives_of(catalogue, version.content);
        if (!alternatives) {
            for (Error const& error : alternatives.error()) {
                json_.report_detail(error.code, member(object, "content"), error.detail);
            }
            return;
        }
        if (json::Value const* given = json::find_member(tree_, object, "alternatives")) {
            std::string const text =
                json_alternatives(catalogue, version.content, *alternatives).text;
            auto const computed = json::read(text, document_bytes_max);
            if (!computed || !Comparison(json_, *computed).run(*given, computed->root())) {
                return;
            }
        }
        if (version.snapshot) {
            std::string digest = sha256_hex(printed_json(document_, version, *alternatives));
            if (digest != version.digest) {
                json_.report(ErrorCode::changed_issued, member(object, "digest"),
                             std::move(digest));
            }
        }
        bool const is_latest =
            static_cast<std::size_t>(version.number) == document_.versions.size();
        if (version.state == VersionState::draft && !is_latest) {
            json_.report(ErrorCode::wrong_state, object, std::string("superseded"));
        }
    }

    void check_number() {
        bool const was_issued = document_.versions.front().state != VersionState::draft;
        if (was_issued && document_.number.empty()) {
            json_.report(ErrorCode::missing_member, tree_.root(), "number");
        }
        // Issuing would keep it, and another quote may have it.
        if (!was_issued && !document_.number.empty()) {
            json_.report_name(ErrorCode::unknown_member, member(tree_.root(), "number"));
        }
    }

    void check_events() {
        auto const broken = first_broken(document_.events);
        if (!broken) {
            return;
        }
        Event event = document_.events[*broken];
        event.previous = *broken == 0 ? "" : document_.events[*broken - 1].digest;
        json_.report(ErrorCode::broken_chain,
                     item_at(tree_, member(tree_.root(), "events"), *broken), digest_of(event));
    }

    // Whether an event is possible where it is, and about what was issued.
    bool is_possible(std::size_t index, VersionState state) const {
        std::span<Event const> const earlier = std::span(document_.events).first(index);
        Event const& event = document_.events[index];
        bool const is_in_order = earlier.empty() || earlier.back().at <= event.at;
        Version const& version = document_.versions[static_cast<std::size_t>(event.version) - 1];
        bool const is_acceptance = event.kind == EventKind::accepted;
        bool const is_in_time =
            !is_acceptance || (version.last_instant && event.at <= *version.last_instant &&
                               !accepted_version(earlier));
        bool const names_content = event.content_digest == version.digest;
        bool const is_complete =
            !is_acceptance ||
            (event.alternative && *event.alternative < version.content.alternatives.size() &&
             event.way && event.on && !event.name.empty());
        return is_in_order && state_after(state, event.kind) && is_in_time && names_content &&
               is_complete;
    }

    void check_states() {
        std::vector<VersionState> states(document_.versions.size(), VersionState::draft);
        for (std::size_t i = 0; i < document_.events.size(); ++i) {
            Event const& event = document_.events[i];
            VersionState& state = states[static_cast<std::size_t>(event.version) - 1];
            if (!is_possible(i, state)) {
                json::Value const& value = item_at(tree_, member(tree_.root(), "events"), i);
                json_.report(ErrorCode::impossible_event, member(value, "what"),
                             std::string(text_of(state)));
                return;
            }
            state = *state_after(state, event.kind);
        }
        for (std::size_t i = 0; i < states.size(); ++i) {
            Version& version = document_.versions[i];
            if (states[i] == VersionState::issued && version.state == VersionState::expired) {
                version.state = VersionState::issued;
            }
            if (version.state != states[i]) {
                json::Value const& object = version_value(i);
                json::Value const* state = json::find_member(tree_, object, "state");
                json_.report(ErrorCode::wrong_state, state != nullptr ? *state : object,
                             std::string(text_of(states[i])));
            }
        }
    }

    json::Checker& json_;
    json::Document const& tree_;
    QuoteDocument& document_;
    Catalogue const& current_;
};

} // namespace

void check_document(json::Checker& json, QuoteDocument& document, Catalogue const& current) {
    DocumentCheck(json, document, current).run();
}

} // namespace kontingent

#include "core/document/snapshot.hpp"

#include "core/base/limits.hpp"
#include "core/base/sha256.hpp"
#include "core/json/canonical.hpp"
#include "core/json/writer.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace kontingent {
namespace {

// What helps a visitor to choose, and how a page looks, is not part of a document.
constexpr std::array<std::string_view, 7> left_out{"$schema", "faq",   "horizon_months", "seasons",
                                                   "texts",   "theme", "triage"};

class EditionWriter {
public:
    EditionWriter(json::Document const& document, Content const& content)
        : document_(document), content_(content) {}

    std::expected<std::string, Error> write() {
        std::vector<JsonMember> members;
        for (json::Value const& member : document_.items(document_.root())) {
            if (std::ranges::find(left_out, member.key) != left_out.end() ||
                (member.key == "on_demand" && !is_chosen(member))) {
                continue;
            }
            auto value =
                member.key == "packages" ? packages(member) : json::canonical(document_, member);
            if (!value) {
                return std::unexpected(std::move(value.error()));
            }
            if (*value != "[]") {
                members.emplace_back(member.key, JsonText{*std::move(value)});
            }
        }
        return json::canonical(json_object(members).text, catalogue_bytes_max);
    }

private:
    bool is_chosen(json::Value const& offer) const {
        for (json::Value const& member : document_.items(offer)) {
            if (member.key == "id") {
                return std::ranges::any_of(content_.alternatives,
                                           [&member](Alternative const& alternative) {
                                               return alternative.package_id == member.text;
                                           });
            }
        }
        return false;
    }

    std::expected<std::string, Error> packages(json::Value const& list) const {
        std::vector<JsonText> kept;
        for (json::Value const& package : document_.items(list)) {
            if (!is_chosen(package)) {
                continue;
            }
            auto value = json::canonical(document_, package);
            if (!value) {
                return std::unexpected(std::move(value.error()));
            }
            kept.push_back({*std::move(value)});
        }
        return json_array(kept).text;
    }

    json::Document const& document_;
    Content const& content_;
};

} // namespace

std::expected<Snapshot, Errors> make_snapshot(std::string_view catalogue_text,
                                              Content const& content, Customer const& customer) {
    auto const document = json::read(catalogue_text, catalogue_bytes_max);
    if (!document) {
        return std::unexpected(Errors{document.error()});
    }
    auto edition = EditionWriter(*document, content).write();
    if (!edition) {
        return std::unexpected(Errors{std::move(edition.error())});
    }
    auto catalogue = parse_catalogue(*edition);
    if (!catalogue) {
        return std::unexpected(std::move(catalogue.error()));
    }
    Snapshot snapshot;
    snapshot.catalogue_id = catalogue->id;
    snapshot.catalogue_sha256 = sha256_hex(catalogue_text);
    snapshot.edition = *std::move(edition);
    snapshot.catalogue = *std::move(catalogue);
    snapshot.customer = customer;
    return snapshot;
}

} // namespace kontingent

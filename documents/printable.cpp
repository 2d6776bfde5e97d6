#include "documents/printable.hpp"

#include "core/document/document_json.hpp"

#include <utility>

namespace kontingent::documents {

std::string_view logo_type(std::string_view logo) {
    return logo.starts_with("\x89PNG") ? "image/png" : "image/svg+xml";
}

std::expected<Printable, Errors> printable_of(QuoteDocument const& document, Version const& version,
                                              Current const& current, Instant now) {
    Catalogue const& catalogue = catalogue_of(version, current.catalogue);
    auto alternatives = alternatives_of(catalogue, version.content);
    if (!alternatives) {
        return std::unexpected(std::move(alternatives.error()));
    }
    return Printable{.number = printed_number(document, version),
                     .state = state_at(version, now),
                     .content = version.content,
                     .customer = version.snapshot ? version.snapshot->customer : document.customer,
                     .catalogue = catalogue,
                     .digest = version.digest,
                     .canonical = version.snapshot ? printed_json(document, version, *alternatives)
                                                   : std::string(),
                     .logo = version.snapshot ? version.snapshot->logo : current.logo,
                     .alternatives = *std::move(alternatives),
                     .changes = {}};
}

} // namespace kontingent::documents

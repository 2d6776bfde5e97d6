#include "documents/printable.hpp"

#include <utility>

namespace kontingent::documents {

std::expected<Printable, Errors> printable_of(QuoteDocument const& document, Version const& version,
                                              Catalogue const& current, Instant now) {
    Catalogue const& catalogue = catalogue_of(version, current);
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
                     .alternatives = *std::move(alternatives)};
}

} // namespace kontingent::documents

// A visitor's whole input as the fragment of an address, so that it travels: opened elsewhere it
// gives the same months and, with the same edition of the catalogue, the same totals to the cent.
//
// The text is "k", the version's digit, and base64url of bytes with a checksum (address_text.hpp);
// the bytes are a Coder's. What is as it is at first is left out. Services, kinds of work and
// extras are written by id and seasons by their weights, so another edition of the catalogue reads
// them, too.
#pragma once

#include "core/advice/needs.hpp"
#include "core/base/units.hpp"
#include "core/catalogue/catalogue.hpp"

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent {

// The offer that the sender saw as the best one.
struct QuotedOffer {
    std::string package_id; // a package's, or the on-demand id
    std::int32_t term_months = 1;
    Money net; // of the whole forecast, 0 or more
    friend bool operator==(QuotedOffer const&, QuotedOffer const&) = default;
};

struct Link {
    Needs needs;
    std::int32_t first_month = 0; // of the forecast: 12 * year + month, January is 0
    std::optional<QuotedOffer> quoted;
    std::string catalogue_id;
    bool is_other_edition = false;
    std::vector<std::string> dropped; // ids of services, kinds and extras that are not offered here
};

enum class LinkError : std::uint8_t {
    not_ours,      // some other fragment
    damaged,       // a character is missing, added or changed
    newer_version, // written by a later version of this program
    does_not_fit,  // undamaged, but its values cannot be: made by hand
};

// Longer ones are damaged without a look into them.
inline constexpr std::size_t link_length_max = 16'384;

// The needs must keep to the bounds in needs.hpp.
std::string link_of(Needs const& needs, std::int32_t first_month,
                    std::optional<QuotedOffer> const& quoted, Catalogue const& catalogue);

// `fragment` is without the "#". What it gives keeps to the bounds in needs.hpp.
std::expected<Link, LinkError> read_link(std::string_view fragment, Catalogue const& catalogue);

} // namespace kontingent

// VAT on an amount, rounded once (EN 16931, BR-CO-17).
#pragma once

#include "core/base/units.hpp"
#include "core/catalogue/catalogue.hpp"
#include "core/pricing/scenario.hpp"

#include <expected>

namespace kontingent {

struct TaxedAmount {
    Money net;
    Money vat;
    Money gross;
    friend bool operator==(TaxedAmount const&, TaxedAmount const&) = default;
};

// `amount` is as the catalogue's prices are: net, or with VAT where prices include it. Then
// net = round(gross * 10000 / (10000 + VAT)), and VAT is the difference.
std::expected<TaxedAmount, Overflow> with_vat(Catalogue const& catalogue, Vat vat, Money amount);

} // namespace kontingent

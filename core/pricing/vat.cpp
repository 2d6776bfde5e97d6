#include "core/pricing/vat.hpp"

namespace kontingent {

std::expected<TaxedAmount, Overflow> with_vat(Catalogue const& catalogue, Vat vat, Money amount) {
    if (catalogue.prices_include_vat) {
        constexpr std::int64_t whole = 10'000;
        auto const net =
            multiply_divide_half_away(amount.minor, whole, whole + catalogue.vat.value);
        if (!net) {
            return std::unexpected(net.error());
        }
        return TaxedAmount{.net = Money{*net}, .vat = Money{amount.minor - *net}, .gross = amount};
    }
    auto const tax = share(amount, vat == Vat::reverse_charge ? BasisPoints{0} : catalogue.vat);
    auto const gross = tax ? add(amount, *tax) : tax;
    if (!gross) {
        return std::unexpected(gross.error());
    }
    return TaxedAmount{.net = amount, .vat = *tax, .gross = *gross};
}

} // namespace kontingent

// The pages that answer a plain form: please correct this, is this right?, thank you, not sent yet.
// Complete without script. The templates are site/templates/request-*.html, the style sheet is the
// site's own.
#pragma once

#include "core/base/error.hpp"
#include "core/base/language.hpp"
#include "core/catalogue/catalogue.hpp"
#include "endpoint/http/http.hpp"
#include "endpoint/requests/form.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>

namespace kontingent::endpoint {

// In the order of notice_keys (form_page.cpp).
enum class Notice : std::uint8_t {
    trap_filled,
    too_soon,
    too_late,
    conflict,
    store_unavailable,
    too_many,
    too_large,
    other_site,
    compressed,
    malformed,
};

inline constexpr std::size_t notice_count = 10;

class FormPages {
public:
    // The assembled site, whose assets.json names the style sheet; pages of a site without one have
    // no style.
    explicit FormPages(std::filesystem::path site) : site_(std::move(site)) {}

    // The form again, with what was typed and what is wrong with it.
    Response correction(FormFields const& fields, Errors const& errors,
                        Catalogue const& catalogue) const;
    // What would be sent, with its price, to be sent by one more click. `request` is the request's
    // JSON.
    Response summary(FormFields const& fields, std::string const& request,
                     std::string const& confirmation, Catalogue const& catalogue) const;
    // `answer` is the intake's JSON.
    Response thanks(FormFields const& fields, std::string const& answer, std::uint16_t status,
                    Catalogue const& catalogue) const;
    // One sentence, and what to do. Without a catalogue in the program's own words.
    Response notice(Language language, Catalogue const* catalogue, Notice notice,
                    std::uint16_t status) const;

private:
    std::filesystem::path site_;
};

} // namespace kontingent::endpoint

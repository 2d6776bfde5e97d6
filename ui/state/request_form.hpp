// A request as it is being written: what it is about, who asks, what is still missing, and its JSON
// of the contract. Plain values; the screen is screens/request_form.hpp.
#pragma once

#include "core/base/language.hpp"
#include "core/catalogue/catalogue.hpp"
#include "core/pricing/quote.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent::ui {

enum class RequestKind : std::uint8_t { package, on_demand, question };
enum class RequestStep : std::uint8_t { writing, checking };

// In the form's order; also the order they are kept in.
enum class RequestField : std::uint8_t { name, email, company, phone, website, start, message };
inline constexpr std::size_t request_field_count = 7;

struct RequestState {
    RequestKind kind = RequestKind::package;
    RequestStep step = RequestStep::writing;
    std::string offer_key; // chosen by hand; empty: the recommended one
    std::int32_t level = 4;
    bool has_consent = false;
    bool shows_errors = false; // after the first try to send
    // Where the focus goes once the next step is drawn: who presses a button that then is gone must
    // not begin again at the top of the page.
    enum class Focus : std::uint8_t { stay, first, check, send } focus = Focus::stay;
    std::array<std::string, request_field_count> fields;

    std::string& operator[](RequestField field) { return fields[static_cast<std::size_t>(field)]; }

    std::string const& operator[](RequestField field) const {
        return fields[static_cast<std::size_t>(field)];
    }
};

enum class RequestError : std::uint8_t { missing, bad_email };

struct RequestErrors {
    std::array<std::optional<RequestError>, request_field_count> fields;
    bool lacks_consent = false;
    std::size_t count() const;
};

// What the endpoint would refuse for certain; it checks again, and more.
RequestErrors check(RequestState const& request);

// The contract's JSON. `quote` and `usage` of the chosen offer, for a package only.
std::string request_to_json(RequestState const& request, Language language, Quote const* quote,
                            std::vector<Minutes> const& usage);

// The draft for the session's store, and back; what it cannot read is an empty draft.
std::string draft_to_text(RequestState const& request);
RequestState draft_from_text(std::string_view text);
// A request from the outbox, to be mended; nothing where the text is no request of ours.
std::optional<RequestState> request_from_json(std::string_view json);

} // namespace kontingent::ui

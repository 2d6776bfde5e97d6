// The request form: what is typed, what is still wrong with it, the request it makes, and the draft
// that outlives a reload. Plain values; screens/request draws it.
#pragma once

#include "core/advice/forecast.hpp"
#include "core/request/request.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kontingent::ui {

enum class RequestStep : std::uint8_t { writing, checking };

struct RequestState {
    RequestKind kind = RequestKind::package;
    RequestStep step = RequestStep::writing;
    std::string offer_key;  // chosen by hand; empty: the recommended one
    std::int32_t level = 0; // from 1; 0: not chosen yet, which means the catalogue's last
    bool has_consent = false;
    bool shows_errors = false; // after the first try to send
    // Where the focus goes once the next step is drawn: the button that was pressed is no longer
    // there, and the focus must not start again at the top of the page.
    enum class Focus : std::uint8_t { stay, first, check, summary } focus = Focus::stay;
    RequestTexts texts;
    std::string unsent_key; // of the request that was withdrawn last

    std::string& operator[](std::size_t field) { return texts[field]; }

    std::string const& operator[](std::size_t field) const { return texts[field]; }
};

struct FormErrors {
    std::array<std::optional<FieldError>, request_field_count> fields;
    bool lacks_consent = false;
    std::size_t count() const;
};

// By the same rules as the endpoint's.
FormErrors check(RequestState const& request);

// The contract's JSON. `quote` of the chosen offer and the forecast behind it, for a package only.
std::string request_to_json(RequestState const& request, Language language,
                            Catalogue const& catalogue, Quote const* quote,
                            Forecast const& forecast);

// The draft for the session's store, fields by name, and back; what it cannot read is an empty
// draft.
std::string draft_to_text(RequestState const& request);
RequestState draft_from_text(std::string_view text);
// A request from the outbox, to be corrected; nothing where the text is no request of ours.
std::optional<RequestState> request_from_json(std::string_view json);

} // namespace kontingent::ui

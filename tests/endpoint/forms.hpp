// Plain forms for tests, sent as a browser sends them.
#pragma once

#include "endpoint/requests/form.hpp"
#include "tests/endpoint/test_endpoint.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace kontingent::endpoint {

inline constexpr std::string_view form_type = "Content-Type: application/x-www-form-urlencoded\r\n";

// A form's body.
std::string encode(FormFields const& fields);
RawAnswer send(TestEndpoint const& endpoint, FormFields const& fields);

// The hidden fields of a page, as a browser would send them.
FormFields hidden_fields(std::string const& html);

// A valid one for the sample catalogue.
FormFields package_form();

// A form may be sent as soon as its page is there.
RequestRouteOptions without_waiting();
RequestRouteOptions with_catalogue(std::filesystem::path const& catalogue);

} // namespace kontingent::endpoint

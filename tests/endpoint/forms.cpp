#include "tests/endpoint/forms.hpp"

namespace kontingent::endpoint {

std::string encode(FormFields const& fields) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string body;
    for (auto const& [name, value] : fields) {
        body += (body.empty() ? "" : "&") + name + "=";
        for (char const c : value) {
            auto const code = static_cast<unsigned char>(c);
            body += {'%', digits[code >> 4], digits[code & 15]};
        }
    }
    return body;
}

RawAnswer send(TestEndpoint const& endpoint, FormFields const& fields) {
    return fetch(endpoint.port(), "POST", "/requests", form_type, encode(fields));
}

FormFields hidden_fields(std::string const& html) {
    FormFields fields;
    std::string const name_mark = "type=\"hidden\" name=\"";
    for (auto at = html.find(name_mark); at != std::string::npos;
         at = html.find(name_mark, at + 1)) {
        auto const name = at + name_mark.size();
        auto const name_end = html.find('"', name);
        auto const value = html.find("value=\"", name_end) + 7;
        fields[html.substr(name, name_end - name)] =
            html.substr(value, html.find('"', value) - value);
    }
    return fields;
}

FormFields package_form() {
    return {{"kind", "package"},
            {"language", "de"},
            {"name", "Käthe Groß"},
            {"email", "kaethe@beispiel.example"},
            {"company", ""},
            {"message", "Zeile eins\r\nZeile zwei"},
            {"package", sample_catalogue().offers.front().id},
            {"term_months", std::to_string(sample_catalogue().terms.front().months)},
            {"hours", "12,5"},
            {"fax", ""},
            {"consent", "yes"}};
}

RequestRouteOptions without_waiting() {
    RequestRouteOptions options;
    options.form_least_time = std::chrono::milliseconds(0);
    return options;
}

RequestRouteOptions with_catalogue(std::filesystem::path const& catalogue) {
    RequestRouteOptions options = without_waiting();
    options.catalogue = catalogue;
    return options;
}

} // namespace kontingent::endpoint

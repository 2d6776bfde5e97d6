#include "tests/endpoint/test_endpoint.hpp"

#include "core/pricing/quote.hpp"
#include "core/pricing/scenario.hpp"

#include <doctest/doctest.h>

namespace kontingent::endpoint {

namespace {

RequestRouteOptions completed(RequestRouteOptions options) {
    if (options.catalogue.empty()) {
        options.catalogue = sample_catalogue_file();
    }
    return options;
}

} // namespace

std::filesystem::path sample_catalogue_file() {
    return KONTINGENT_SAMPLE_CATALOGUE;
}

Catalogue const& sample_catalogue() {
    static Catalogue const catalogue = [] {
        auto parsed = parse_catalogue(read_file(sample_catalogue_file()));
        REQUIRE(parsed.has_value());
        return *parsed;
    }();
    return catalogue;
}

nlohmann::json question_request() {
    return {{"format", 1},
            {"kind", "question"},
            {"language", "de"},
            {"contact", {{"name", "Käthe Groß"}, {"email", "Kaethe@Beispiel.example"}}},
            {"message", "Übernehmen Sie auch\nältere Shops?\t(Version 1)"},
            {"consent", true}};
}

nlohmann::json on_demand_request() {
    nlohmann::json request = question_request();
    request["kind"] = "on_demand";
    request["level"] = 2;
    return request;
}

nlohmann::json package_request() {
    nlohmann::json request = question_request();
    request["kind"] = "package";
    request["contact"]["company"] = "Groß & Söhne";
    request["contact"]["phone"] = "";
    request["start"] = "2027-02-28";
    Scenario const scenario{.usage = {Minutes{600}, Minutes{480}, Minutes{900}},
                            .package_id = sample_catalogue().offers.front().id,
                            .term_months = sample_catalogue().terms.front().months};
    request["scenario"] =
        nlohmann::json::parse(scenario_to_json(scenario, sample_catalogue()), nullptr, false);
    auto const quote = make_quote(sample_catalogue(), scenario);
    REQUIRE(quote.has_value());
    request["quoted"] = {{"catalogue", sample_catalogue().id},
                         {"net", quote->net.minor},
                         {"vat", quote->vat.minor},
                         {"gross", quote->gross.minor}};
    return request;
}

TestEndpoint::TestEndpoint(std::string const& store, RequestRouteOptions options,
                           std::vector<std::string> const& channels)
    : store_(store, channels),
      requests_(completed(std::move(options)), store_),
      application_(folder_.path(), &requests_) {
    auto const listener = open_listener({.host = "127.0.0.1", .port = 0});
    REQUIRE(listener.has_value());
    auto server = Server::start(*listener, ServerLimits{}, application_);
    REQUIRE(server.has_value());
    server_ = std::move(*server);
}

RawAnswer TestEndpoint::post(std::string_view body, std::string_view key,
                             std::string_view header_lines) const {
    std::string lines = "Content-Type: application/json\r\n" + std::string(header_lines);
    if (!key.empty()) {
        lines += "Idempotency-Key: " + std::string(key) + "\r\n";
    }
    return fetch(port(), "POST", "/requests", lines, body);
}

std::vector<StoredRequest> TestEndpoint::stored() {
    std::vector<StoredRequest> all;
    REQUIRE(store_.for_each({}, [&](StoredRequest const& one) { all.push_back(one); }).has_value());
    return all;
}

} // namespace kontingent::endpoint

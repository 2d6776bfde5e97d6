#include "tests/ui/hostile_catalogues.hpp"

namespace kontingent::ui_test {

namespace {

std::string text(std::string const& words) {
    return R"({"de": ")" + words + R"(", "en": ")" + words + R"("})";
}

std::string const long_name = "Rundumsorglosbetreuungspaketerweiterung für mittelständische "
                              "Onlineshops mit Warenwirtschaft (Premium Plus)";

// A comma between what `entry` makes of the numbers from 1 on.
template <class Entry>
std::string list(int count, Entry entry) {
    std::string all;
    for (int i = 1; i <= count; ++i) {
        all += (i == 1 ? "" : ", ") + std::string(entry(i));
    }
    return "[" + all + "]";
}

std::string named(std::string const& id, int i, std::string const& more = {}) {
    return R"({"id": ")" + id + std::to_string(i) + R"(", "name": )" +
           text(long_name + " " + std::to_string(i)) + more + "}";
}

std::string catalogue(std::string const& currency, std::string const& members) {
    return R"({"format": 1, "id": "hostile", "currency": ")" + currency +
           R"(", "vat_basis_points": 1900, "languages": ["de", "en"],
               "seller": {"name": ")" +
           long_name + R"("}, )" + members + "}";
}

std::string levels(int count) {
    return list(count, [](int i) {
        return R"({"level": )" + std::to_string(i) + R"(, "name": )" + text(long_name) +
               R"(, "definition": )" + text(long_name) + R"(, "typical_minutes": 300})";
    });
}

std::string responses(int count) {
    return list(count, [](int i) {
        return R"({"level": )" + std::to_string(i) +
               R"(, "minutes": 1000000, "hours": "business"})";
    });
}

std::string long_and_expensive() {
    auto const package = [](int i) {
        return R"({"id": "p)" + std::to_string(i) + R"(", "name": )" +
               text(long_name + " " + std::to_string(i)) + R"(, "summary": )" + text(long_name) +
               R"(, "included_minutes": )" + std::to_string(1'000 * i) +
               R"(, "monthly_price": 99999999999, "setup_fee": 99999999999,
                  "services": ["s1", "s2", "s3"], "responses": )" +
               responses(8) +
               R"(, "overage": {"mode": "graduated", "tiers": [{"hourly_rate": 999999999}]},
                  "extras": [{"id": "x1", "monthly_price": 99999999999}]})";
    };
    return catalogue(
        "EUR",
        R"("terms": [{"months": 1}, {"months": 12, "discount_basis_points": 1}, {"months": 120}],
           "services": )" +
            list(3, [](int i) { return named("s", i); }) + R"(, "levels": )" + levels(8) +
            R"(, "extras": )" + list(1, [](int i) { return named("x", i, R"(, "max": 10000)"); }) +
            R"(, "packages": )" + list(3, package) + R"(,
           "on_demand": {"id": "od", "name": )" +
            text(long_name) +
            R"(, "overage": {"mode": "graduated", "tiers": [{"hourly_rate": 1000000000}]}})");
}

std::string as_little_as_possible() {
    return R"({"format": 1, "id": "least", "currency": "JPY", "vat_basis_points": 0,
        "languages": ["de", "en"], "seller": {"name": "M"},
        "packages": [{"id": "a", "name": {"de": "A", "en": "A"}, "monthly_price": 0,
                      "included_minutes": "unlimited"}]})";
}

std::string tickets() {
    return catalogue("KWD", R"("unit": {"one": )" + text("Wartungsvorgang") + R"(, "other": )" +
                                text("Wartungsvorgänge") + R"(}, "packages": )" +
                                list(3, [](int i) {
                                    return R"({"id": "p)" + std::to_string(i) + R"(", "name": )" +
                                           text(long_name + " " + std::to_string(i)) +
                                           R"(, "included_units": )" + std::to_string(300 * i) +
                                           R"(, "monthly_price": 99999999999,
                       "overage": {"mode": "graduated", "tiers": [{"unit_rate": 999999999}]}})";
                                }));
}

std::string every_question() {
    auto const package = [](int i) {
        return R"({"id": "p)" + std::to_string(i) + R"(", "name": )" +
               text(long_name + " " + std::to_string(i)) +
               R"(, "included_minutes": 600, "monthly_price": 123456789, "kinds": )" +
               list(7,
                    [](int kind) {
                        return R"({"id": "k)" + std::to_string(kind + 1) +
                               R"(", "uses_included": false, "overage": {"mode": "graduated",
                                      "tiers": [{"hourly_rate": 123456}]}})";
                    }) +
               R"(, "extras": )" +
               list(32,
                    [](int extra) {
                        return R"({"id": "x)" + std::to_string(extra) +
                               R"(", "monthly_price": 123456789})";
                    }) +
               R"(, "overage": {"mode": "block", "tiers": [{"block_minutes": 300, "block_price": 52500}]}})";
    };
    return catalogue("CHF", R"("kinds": )" + list(8, [](int i) { return named("k", i); }) +
                                R"(, "extras": )" +
                                list(32, [](int i) { return named("x", i, R"(, "max": 10000)"); }) +
                                R"(, "packages": )" + list(2, package));
}

} // namespace

std::string catalogue_of_packages(int count) {
    return catalogue("EUR",
                     R"("terms": [{"months": 1}, {"months": 12, "discount_basis_points": 500}],
        "packages": )" + list(count, [](int i) {
                         return R"({"id": "p)" + std::to_string(i) + R"(", "name": )" +
                                text("Paket Nummer " + std::to_string(i)) +
                                R"(, "included_minutes": )" + std::to_string(60 * i) +
                                R"(, "monthly_price": )" + std::to_string(9'000 * i - 40 * i * i) +
                                R"(, "overage": {"mode": "graduated", "tiers": [{"hourly_rate": )" +
                                std::to_string(15'000 - 50 * i) + R"(}]}})";
                     }));
}

std::vector<HostileCatalogue> hostile_catalogues() {
    return {{"longest names and highest prices", long_and_expensive(), 60},
            {"as little as possible", as_little_as_possible(), 20},
            {"64 packages", catalogue_of_packages(64), 60},
            {"units with long names, three decimals", tickets(), 60},
            {"as many kinds of work and extras as there can be", every_question(), 60}};
}

} // namespace kontingent::ui_test

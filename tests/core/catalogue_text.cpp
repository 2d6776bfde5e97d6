#include "tests/core/catalogue_text.hpp"

#include <doctest/doctest.h>

namespace kontingent::tests {

std::string_view small_catalogue_text() {
    return R"({
  "format": 1,
  "id": "edition-1",
  "currency": "EUR",
  "vat_basis_points": 1900,
  "billing_increment_minutes": 15,
  "horizon_months": 12,
  "languages": ["de", "en"],
  "seller": {"name": "Müller & Söhne", "street": "Weg 1", "postcode": "01234", "city": "Köln", "country": "Deutschland",
    "vat_id": "DE1", "email": "a@b.example", "phone": "+49 1", "url": "https://b.example/"},
  "services": [
    {"id": "monitoring", "name": {"de": "Überwachung", "en": "Monitoring"}, "description": {"de": "D1", "en": "E1"}},
    {"id": "updates", "name": {"de": "Aktualisierung", "en": "Updates"}, "description": {"de": "D2", "en": "E2"}}
  ],
  "levels": [
    {"level": 1, "name": {"de": "Notfall", "en": "Emergency"}, "definition": {"de": "D", "en": "E"}, "examples": [{"de": "B1", "en": "X1"}], "typical_minutes": 240},
    {"level": 2, "name": {"de": "Teilausfall", "en": "Outage"}, "definition": {"de": "D", "en": "E"}, "examples": [{"de": "B2", "en": "X2"}], "typical_minutes": 120},
    {"level": 4, "name": {"de": "Normal", "en": "Regular"}, "definition": {"de": "D", "en": "E"}, "examples": [{"de": "B4", "en": "X4"}], "typical_minutes": 60},
    {"level": 3, "name": {"de": "Hoch", "en": "High"}, "definition": {"de": "D", "en": "E"}, "examples": [{"de": "B3", "en": "X3"}], "typical_minutes": 90}
  ],
  "packages": [
    {
      "id": "standard", "name": {"de": "Standard", "en": "Standard"}, "summary": {"de": "S", "en": "S"},
      "included_minutes": 600, "monthly_price": 98000, "services": ["updates", "monitoring"],
      "responses": [
        {"level": 4, "minutes": 1440, "hours": "business"}, {"level": 3, "minutes": 480, "hours": "business"},
        {"level": 2, "minutes": 240, "hours": "business"}, {"level": 1, "minutes": 60, "hours": "always"}
      ],
      "overage": {"mode": "graduated", "tiers": [
        {"up_to_minutes": 240, "hourly_rate": 12500, "flat_fee": 2500},
        {"up_to_minutes": 600, "hourly_rate": 12000},
        {"hourly_rate": 11000}
      ]},
      "pooling": {"pairs_per_term_max": 2}
    },
    {
      "id": "flexible", "name": {"de": "Flexibel", "en": "Flexible"}, "summary": {"de": "F", "en": "F"},
      "included_minutes": 60, "monthly_price": 0, "services": [],
      "responses": [
        {"level": 1, "minutes": 0, "hours": "always"}, {"level": 2, "minutes": 1, "hours": "always"},
        {"level": 3, "minutes": 2, "hours": "always"}, {"level": 4, "minutes": 3, "hours": "always"}
      ],
      "overage": {"mode": "block", "tiers": [{"block_minutes": 300, "block_price": 50000}]},
      "pooling": {"pairs_per_term_max": 0}
    }
  ],
  "on_demand": {
    "id": "on-demand", "name": {"de": "Bei Bedarf", "en": "On demand"}, "summary": {"de": "O", "en": "O"},
    "services": ["updates"],
    "responses": [
      {"level": 1, "minutes": 240, "hours": "business"}, {"level": 2, "minutes": 480, "hours": "business"},
      {"level": 3, "minutes": 960, "hours": "business"}, {"level": 4, "minutes": 2400, "hours": "business"}
    ],
    "overage": {"mode": "volume", "tiers": [{"up_to_minutes": 120, "hourly_rate": 16000}, {"hourly_rate": 14500, "flat_fee": 100}]}
  },
  "terms": [{"months": 12, "discount_basis_points": 1000}, {"months": 1, "discount_basis_points": 0}],
  "term_discount_applies_to": "base",
  "faq": [{"question": {"de": "Frage?", "en": "Question?"}, "answer": {"de": "Zeile 1\nZeile 2", "en": "Answer."}}],
  "seasons": [
    {"id": "even", "name": {"de": "Gleich", "en": "Even"}, "weights": [100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100]},
    {"id": "winter", "name": {"de": "Winter", "en": "Winter"}, "weights": [3, 2, 1, 0, 0, 0, 0, 0, 0, 1, 2, 1000]}
  ],
  "triage": {"start": "sells", "questions": [
    {"id": "looks", "question": {"de": "Wie sieht es aus?", "en": "How does it look?"}, "hint": {"de": "H", "en": "H"}, "answers": [
      {"text": {"de": "Fehlt", "en": "Gone"}, "level": 2}, {"text": {"de": "Kaputt", "en": "Broken"}, "level": 3},
      {"text": {"de": "Gut", "en": "Fine"}, "level": 4}]},
    {"id": "sells", "question": {"de": "Verkauft es?", "en": "Does it sell?"}, "answers": [
      {"text": {"de": "Nein", "en": "No"}, "level": 1}, {"text": {"de": "Ja", "en": "Yes"}, "next": "looks"}]}
  ]},
  "sample": true,
  "theme": {"accent": "#1d5bd8"}
}
)";
}

std::string replaced(std::string_view text, std::string_view find, std::string_view replacement) {
    auto const at = text.find(find);
    REQUIRE_MESSAGE(at != std::string_view::npos, "not found: ", find);
    REQUIRE_MESSAGE(text.find(find, at + 1) == std::string_view::npos, "found twice: ", find);
    return std::string(text.substr(0, at))
        .append(replacement)
        .append(text.substr(at + find.size()));
}

Marked without_marks(std::string_view marked) {
    Marked result;
    int line = 1;
    int column = 1;
    for (char const byte : marked) {
        if (byte == '^') {
            result.places.push_back(std::to_string(line) + ":" + std::to_string(column));
            continue;
        }
        result.text += byte;
        bool const is_inside_character = (static_cast<unsigned char>(byte) & 0xC0u) == 0x80u;
        if (!is_inside_character) {
            ++column;
        }
        if (byte == '\n') {
            ++line;
            column = 1;
        }
    }
    return result;
}

namespace {

char const* name_of(Wanted wanted) {
    constexpr char const* names[] = {"object",
                                     "list",
                                     "text",
                                     "integer",
                                     "boolean",
                                     "pair",
                                     "pooling",
                                     "localized_text",
                                     "money",
                                     "minutes_or_unlimited",
                                     "months_or_unlimited",
                                     "task",
                                     "id",
                                     "email",
                                     "date",
                                     "url",
                                     "zone",
                                     "picture_path",
                                     "currency",
                                     "printable",
                                     "utf8"};
    return names[static_cast<std::size_t>(wanted)];
}

struct DetailText {
    std::string operator()(std::monostate) const { return {}; }

    std::string operator()(std::string const& name) const { return name; }

    std::string operator()(std::int64_t number) const { return std::to_string(number); }

    std::string operator()(Wanted wanted) const { return name_of(wanted); }

    std::string operator()(Range const& range) const {
        constexpr char const* names[] = {"", "characters ", "entries ", "bytes ", "depth "};
        std::string const highest = std::to_string(range.highest);
        bool const is_limit = range.of == RangeOf::bytes || range.of == RangeOf::depth;
        return names[static_cast<std::size_t>(range.of)] +
               (is_limit ? highest : std::to_string(range.lowest) + ".." + highest);
    }

    std::string operator()(Choices const& choices) const {
        std::string text;
        for (std::string const& choice : choices) {
            text += (text.empty() ? "" : ", ") + choice;
        }
        return text;
    }

    std::string operator()(Ratio ratio) const {
        return std::to_string(ratio.hundredths / 100) + "." +
               std::to_string(ratio.hundredths / 10 % 10) + std::to_string(ratio.hundredths % 10);
    }
};

} // namespace

std::string text_of(ErrorDetail const& detail) {
    return std::visit(DetailText{}, detail);
}

std::string lines_of(Errors const& errors) {
    std::string text;
    for (Error const& error : errors) {
        text += std::to_string(error.line) + ":" + std::to_string(error.column) + " ";
        text += std::string(error_code_text(error.code)) + " " + error.pointer + " " +
                text_of(error.detail) + "\n";
    }
    return text;
}

std::string expected_lines(std::string_view errors, std::vector<std::string> const& places) {
    std::string text;
    std::size_t index = 0;
    while (!errors.empty()) {
        auto const end = errors.find("; ");
        bool const has_own_place = errors.front() >= '0' && errors.front() <= '9';
        if (!has_own_place) {
            text += (index < places.size() ? places[index] : "unmarked") + " ";
            ++index;
        }
        text += std::string(errors.substr(0, end)) + "\n";
        errors = end == std::string_view::npos ? std::string_view() : errors.substr(end + 2);
    }
    if (index < places.size()) {
        text += "more marks than errors\n";
    }
    return text;
}

} // namespace kontingent::tests

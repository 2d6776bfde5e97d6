#include "core/document/amounts.hpp"
#include "core/document/document_json.hpp"
#include "core/document/document_reader.hpp"
#include "core/document/events.hpp"
#include "core/document/from_request.hpp"
#include "core/json/canonical.hpp"
#include "tests/core/catalogue_text.hpp"
#include "tests/core/documents.hpp"
#include "tests/core/random.hpp"
#include "tests/core/random_discounts.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace kontingent;
using namespace kontingent::tests;

namespace {

constexpr std::uint64_t seed = 15'000'001;
constexpr int round_count = 400;

Item random_item(Random& random) {
    return {.text = "t",
            .quantity = random.between(1, 5),
            .price = Money{random.between(0, 100'000)},
            .every = random.between(0, 1) == 0 ? Every::once : Every::month,
            .is_optional = random.between(0, 3) == 0};
}

Content random_content(Random& random) {
    Content content;
    auto const months = static_cast<std::size_t>(random.between(1, 20));
    for (std::size_t i = 0; i < months; ++i) {
        content.needs.usage.push_back(Minutes{random.between(0, 1'800)});
    }
    content.needs.extras = {{0, static_cast<std::int32_t>(random.between(0, 10))}};
    content.needs.vat = random.between(0, 3) == 0 ? Vat::reverse_charge : Vat::domestic;
    content.needs.special_discounts = random_discounts(random, 5);
    for (std::int64_t i = random.between(0, 3); i > 0; --i) {
        content.items.push_back(random_item(random));
    }
    constexpr char const* packages[] = {"standard", "starter", "odd", "on-demand"};
    auto const package = random.between(0, 3);
    content.alternatives.push_back(
        {.package_id = packages[package],
         .term_months = package == 3 || random.between(0, 1) == 0 ? 1 : 12});
    content.valid_until = parse_day("2027-03-28");
    content.starts_on = parse_day("2027-04-01");
    return content;
}

struct Sums {
    std::int64_t fixed = 0;
    std::int64_t expected = 0;
};

Sums sums_of(OfferedAlternative const& offered) {
    Sums sums;
    for (DocumentLine const& line : offered.lines) {
        (line.part == LinePart::fixed ? sums.fixed : sums.expected) += line.line.net.minor;
    }
    return sums;
}

// What is left of a part in each month after its discounts.
bool leaves_nothing_negative(OfferedAlternative const& offered) {
    for (std::int32_t month = 1; month <= offered.months; ++month) {
        std::int64_t base = 0;
        std::int64_t extras = 0;
        std::int64_t overage = 0;
        for (DocumentLine const& one : offered.lines) {
            if (one.line.month != month || one.item) {
                continue;
            }
            LineKind const kind = one.line.kind;
            bool const is_base = kind == LineKind::base || kind == LineKind::base_discount ||
                                 kind == LineKind::base_special_discount;
            bool const is_extra = kind == LineKind::extra || kind == LineKind::extras_discount ||
                                  kind == LineKind::extras_special_discount;
            (is_base ? base : is_extra ? extras : overage) += one.line.net.minor;
        }
        if (base < 0 || extras < 0 || overage < 0) {
            return false;
        }
    }
    return true;
}

} // namespace

TEST_CASE("totals are sums of lines, fixed and expected make the total, nothing falls below zero") {
    MESSAGE("seed ", seed);
    Random random(seed);
    Catalogue const catalogue = document_catalogue();
    for (int round = 0; round < round_count; ++round) {
        CAPTURE(round);
        Content const content = random_content(random);
        auto const alternatives = alternatives_of(catalogue, content);
        REQUIRE(alternatives.has_value());
        OfferedAlternative const& offered = alternatives->front();
        Sums const sums = sums_of(offered);
        REQUIRE(offered.totals.fixed.net.minor == sums.fixed);
        REQUIRE(offered.totals.expected_net.minor == sums.expected);
        REQUIRE(offered.totals.all.net.minor == sums.fixed + sums.expected);
        REQUIRE(offered.totals.all.gross.minor ==
                offered.totals.all.net.minor + offered.totals.all.vat.minor);
        REQUIRE(leaves_nothing_negative(offered));
        REQUIRE(offered.discount >= BasisPoints{0});
        REQUIRE(offered.discount <= BasisPoints{10'000});
        REQUIRE(std::ranges::is_sorted(offered.lines, {},
                                       [](DocumentLine const& line) { return line.line.month; }));
    }
}

TEST_CASE("a document issued, written and read has its digest; its canonical form is stable") {
    MESSAGE("seed ", seed + 1);
    Random random(seed + 1);
    for (int round = 0; round < round_count / 8; ++round) {
        CAPTURE(round);
        QuoteDocument draft = document_of({});
        draft.versions.back().content = random_content(random);
        auto const next = issue(draft, document_catalogue_text(), usual_issue());
        REQUIRE(next.has_value());
        auto const text = document_to_json(*next, document_catalogue());
        REQUIRE(text.has_value());
        auto const read = parse_document(*text, document_catalogue());
        REQUIRE_MESSAGE(read.has_value(), (read ? "" : lines_of(read.error())));
        auto const canonical = json::canonical(*text, document_bytes_max);
        REQUIRE(canonical.has_value());
        auto const again = parse_document(*canonical, document_catalogue());
        REQUIRE(again.has_value());
        REQUIRE(json::canonical(*document_to_json(*again, document_catalogue()),
                                document_bytes_max) == canonical);
    }
}

TEST_CASE("steps at random never leave the table, and the chain holds whatever happens") {
    MESSAGE("seed ", seed + 2);
    Random random(seed + 2);
    for (int round = 0; round < round_count / 8; ++round) {
        CAPTURE(round);
        QuoteDocument document = document_of({});
        for (int count = 0; count < 12; ++count) {
            Step const step{Instant{at("2027-03-01T00:00:00Z").milliseconds +
                                    random.between(0, 60) * 86'400'000},
                            "sales"};
            auto const version = static_cast<std::int32_t>(
                random.between(1, static_cast<std::int64_t>(document.versions.size())));
            Acceptance acceptance = usual_acceptance(document);
            acceptance.step = step;
            acceptance.version = version;
            Issue again = usual_issue();
            again.step = step;
            again.last_instant = Instant{step.at.milliseconds + random.between(0, 20) * 86'400'000};
            NextDocument next = document;
            switch (random.between(0, 5)) {
            case 0:
                document.versions.back().content.valid_until = parse_day("2027-03-28");
                next = issue(document, document_catalogue_text(), again);
                break;
            case 1:
                next = accept(document, acceptance);
                break;
            case 2:
                next = decline(document, step, version, "");
                break;
            case 3:
                next = withdraw(document, step, version, "");
                break;
            case 4:
                next = add_counter_entry(document, step, version, "r");
                break;
            default:
                next = new_version(document);
                break;
            }
            if (!next) {
                continue;
            }
            for (std::size_t i = 0; i < document.versions.size(); ++i) {
                Version const& before = document.versions[i];
                Version const& after = next->versions[i];
                bool const was_issued = before.state != VersionState::draft;
                REQUIRE((!was_issued || before.digest == after.digest));
                REQUIRE((before.state != VersionState::accepted ||
                         after.state == VersionState::accepted));
            }
            document = *std::move(next);
            auto const text = document_to_json(document, document_catalogue());
            REQUIRE(text.has_value());
            auto const read = parse_document(*text, document_catalogue());
            REQUIRE_MESSAGE(read.has_value(), (read ? "" : lines_of(read.error())));
        }
    }
}

TEST_CASE("one changed byte of an event breaks the chain") {
    QuoteDocument const issued_document = issued({});
    auto const accepted = accept(issued_document, usual_acceptance(issued_document));
    REQUIRE(accepted.has_value());
    REQUIRE_FALSE(first_broken(accepted->events).has_value());
    MESSAGE("seed ", seed + 3);
    Random random(seed + 3);
    for (int round = 0; round < round_count; ++round) {
        CAPTURE(round);
        std::vector<Event> events = accepted->events;
        auto const index = static_cast<std::size_t>(random.between(0, 1));
        Event& event = events[index];
        std::string* const texts[] = {&event.by,     &event.content_digest, &event.name,
                                      &event.reason, &event.previous,       &event.digest};
        std::string& text = *texts[random.between(0, 5)];
        if (text.empty()) {
            text = "x";
        } else {
            auto const place = static_cast<std::size_t>(
                random.between(0, static_cast<std::int64_t>(text.size()) - 1));
            text[place] = text[place] == 'a' ? 'b' : 'a';
        }
        auto const broken = first_broken(events);
        REQUIRE(broken.has_value());
        REQUIRE(*broken == index);
    }
}

TEST_CASE("the draft of a request with texts as long as they may be can be read again") {
    std::string const email = std::string(64, 'a') + "@" + std::string(189, 'b');
    std::string const message = R"(1\r\n\t2)" + std::string(4'995, 'm');
    auto const draft = document_from_request(
        R"({"reference": "K-7F3QX-2M9PT", "received_at": "2027-01-01T00:00:00.000Z", "request": {
          "language": "en", "start": "2027-02-01",
          "contact": {"name": "Ada", "email": ")" +
            email + R"("}, "message": ")" + message + R"(",
          "scenario": {"format": 1, "usage_minutes": [720], "package": "starter", "term_months": 12}}})",
        document_catalogue(), "from-request");
    REQUIRE(draft.has_value());
    auto const text = document_to_json(*draft, document_catalogue());
    REQUIRE(text.has_value());
    auto const read = parse_document(*text, document_catalogue());
    REQUIRE_MESSAGE(read.has_value(), (read ? "" : lines_of(read.error())));
    CHECK(read->customer.email == email);
    CHECK(read->notes.starts_with("K-7F3QX-2M9PT\n2027-01-01T00:00:00.000Z\n2027-02-01\n1\n 2mm"));
}

// A quote as HTML, text and UBL: what is in them, and what must not be.
#include "tests/cli/document_runs.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <vector>

using namespace kontingent::tests;

namespace {

// Of issued versions alone, so the document is issued first, on 1 March 2027.
std::string ubl_of(nlohmann::json const& document) {
    DocumentFolder const folder;
    std::string const id = folder.put(document.dump());
    REQUIRE(folder.step({"issue", id}, "2027-03-01T09:00:00Z").exit_code == 0);
    ProgramRun const run = folder.run({"show", id, "--format", "ubl"});
    REQUIRE(run.err.empty());
    REQUIRE(run.exit_code == 0);
    return run.out;
}

std::string form_of(nlohmann::json const& document, std::string const& format) {
    if (format == "ubl") {
        return ubl_of(document);
    }
    ProgramRun const run = run_program({"document", "-", "--catalogue", sample_catalogue(),
                                        "--format", format, "--language", "en"},
                                       document.dump());
    REQUIRE(run.err.empty());
    REQUIRE(run.exit_code == 0);
    return run.out;
}

nlohmann::json draft() {
    return nlohmann::json::parse(draft_of_request());
}

bool contains(std::string const& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

// The elements inside the one that `path` names, in their order: "ID IssueDate …".
std::vector<std::string> children(std::string const& xml, std::string const& element) {
    std::vector<std::string> names;
    auto const begin = xml.find("<" + element + (element == "Quotation" ? " " : ">"));
    REQUIRE(begin != std::string::npos);
    int depth = 0;
    for (std::size_t at = xml.find('<', begin); at != std::string::npos;
         at = xml.find('<', at + 1)) {
        auto const end = xml.find('>', at);
        bool const is_end = xml[at + 1] == '/';
        if (!is_end && depth == 1) {
            std::string name = xml.substr(at + 1, end - at - 1);
            names.push_back(name.substr(0, name.find_first_of(" /")));
        }
        depth += is_end ? -1 : xml[end - 1] == '/' ? 0 : 1;
        if (depth == 0) {
            break;
        }
    }
    return names;
}

// Of the schema, for what we write.
struct ElementRule {
    char const* element;
    std::vector<std::string> order;    // of the schema, of what we write
    std::vector<std::string> required; // by the schema
    std::vector<std::string> repeated; // those that may be
};

ElementRule const element_rules[] = {
    {"Quotation",
     {"cbc:UBLVersionID", "cbc:ID", "cbc:IssueDate", "cbc:Note", "cbc:PricingCurrencyCode",
      "cbc:LineCountNumeric", "cac:ValidityPeriod", "cac:SellerSupplierParty",
      "cac:BuyerCustomerParty", "cac:TaxTotal", "cac:QuotedMonetaryTotal", "cac:QuotationLine"},
     {"cbc:IssueDate", "cac:SellerSupplierParty", "cac:QuotedMonetaryTotal", "cac:QuotationLine"},
     {"cbc:Note", "cac:TaxTotal", "cac:QuotationLine"}},
    {"cac:Party",
     {"cbc:WebsiteURI", "cac:PartyName", "cac:PostalAddress", "cac:PartyTaxScheme", "cac:Contact"},
     {},
     {"cac:PartyName", "cac:PartyTaxScheme"}},
    {"cac:PostalAddress",
     {"cbc:StreetName", "cbc:CityName", "cbc:PostalZone", "cac:Country"},
     {},
     {}},
    {"cac:TaxTotal",
     {"cbc:TaxAmount", "cbc:TaxIncludedIndicator", "cac:TaxSubtotal"},
     {"cbc:TaxAmount"},
     {"cac:TaxSubtotal"}},
    {"cac:TaxSubtotal",
     {"cbc:TaxableAmount", "cbc:TaxAmount", "cac:TaxCategory"},
     {"cbc:TaxAmount", "cac:TaxCategory"},
     {}},
    {"cac:TaxCategory",
     {"cbc:ID", "cbc:Percent", "cbc:TaxExemptionReason", "cac:TaxScheme"},
     {"cac:TaxScheme"},
     {"cbc:TaxExemptionReason"}},
    {"cac:QuotedMonetaryTotal",
     {"cbc:LineExtensionAmount", "cbc:TaxExclusiveAmount", "cbc:TaxInclusiveAmount",
      "cbc:PayableAmount"},
     {"cbc:PayableAmount"},
     {}},
    {"cac:QuotationLine", {"cbc:ID", "cbc:Note", "cac:LineItem"}, {"cac:LineItem"}, {"cbc:Note"}},
    {"cac:LineItem",
     {"cbc:ID", "cbc:Note", "cbc:Quantity", "cbc:LineExtensionAmount", "cac:Price", "cac:Item"},
     {"cbc:ID", "cac:Item"},
     {"cbc:Note"}},
    {"cac:Item", {"cbc:Name", "cac:ClassifiedTaxCategory"}, {}, {"cac:ClassifiedTaxCategory"}},
};

} // namespace

TEST_CASE("a draft is never written as UBL") {
    ProgramRun const run = run_program(
        {"document", "-", "--catalogue", sample_catalogue(), "--format", "ubl", "--language", "en"},
        draft().dump());
    CHECK(run.exit_code == 1);
    CHECK(run.out.empty());
    CHECK(run.err ==
          "-: A draft is not an offer: only issued versions can be written in this form.\n");
}

TEST_CASE("UBL names a state in which the quote is no offer") {
    DocumentFolder const folder;
    std::string const id = folder.put(draft().dump());
    REQUIRE(folder.step({"issue", id}, "2027-03-01T09:00:00Z").exit_code == 0);
    REQUIRE(folder.step({"withdraw", id}, "2027-03-02T09:00:00Z").exit_code == 0);
    std::string const xml = folder.run({"show", id, "--format", "ubl"}).out;
    CHECK(contains(xml, "<cbc:Note>Withdrawn</cbc:Note>"));
    CHECK(contains(xml, "<cbc:IssueDate>2027-03-01</cbc:IssueDate>"));
}

TEST_CASE("fixed and expected are two totals in each form, and a draft says that it is one") {
    nlohmann::json const document = draft();
    for (char const* const format : {"text", "html"}) {
        CAPTURE(format);
        std::string const text = form_of(document, format);
        CHECK(contains(text, "DRAFT, not an offer yet"));
        CHECK(contains(text, "Fixed: owed whatever happens"));
        CHECK(contains(text, "Expected: owed only if used"));
        CHECK(contains(text, "Fixed and expected together over 12 months"));
    }
}

TEST_CASE("notes, owner and limit are in no form") {
    nlohmann::json document = draft();
    document["notes"] = "secret-note";
    document["owner"] = "secret-owner";
    for (char const* const format : {"text", "html", "ubl"}) {
        CAPTURE(format);
        std::string const text = form_of(document, format);
        CHECK_FALSE(contains(text, "secret"));
    }
}

TEST_CASE("without VAT there is a sentence, and 0 % nowhere") {
    nlohmann::json document = draft();
    document["versions"][0]["content"]["vat"] = "reverse_charge";
    for (char const* const format : {"text", "html", "ubl"}) {
        CAPTURE(format);
        std::string const text = form_of(document, format);
        CHECK(contains(text, "Reverse charge: VAT is to be accounted for by the recipient"));
        CHECK_FALSE(contains(text, " 0%"));
        CHECK_FALSE(contains(text, ">0%"));
        CHECK_FALSE(contains(text, "Percent"));
        CHECK_FALSE(contains(text, "11,650.34"));
    }
}

TEST_CASE("hostile names stay text") {
    nlohmann::json document = draft();
    document["customer"]["name"] = "<script>alert(1)</script> & \"Söhne\" {{title}}";
    document["versions"][0]["content"]["items"] = {
        {{"text", "]]> <b>x</b>"}, {"price", 100}, {"every", "once"}}};
    CHECK(contains(form_of(document, "html"),
                   "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Söhne&quot; {{title}}"));
    std::string const html = form_of(document, "html");
    CHECK_FALSE(contains(html, "<script"));
    CHECK_FALSE(contains(html, "<b>"));
    std::string const ubl = ubl_of(document);
    CHECK_FALSE(contains(ubl, "<script"));
    CHECK(contains(ubl, "]]&gt; &lt;b&gt;x&lt;/b&gt;"));
    CHECK(contains(form_of(document, "text"), "<script>alert(1)</script> & \"Söhne\" {{title}}"));
}

TEST_CASE("every form is in the document's language") {
    nlohmann::json document = draft();
    document["versions"][0]["content"]["language"] = "de";
    CHECK(contains(form_of(document, "text"), "Fest: fällt in jedem Fall an"));
    CHECK(contains(form_of(document, "html"), "<html lang=\"de\">"));
    CHECK(contains(form_of(document, "text"), "Gültig bis zum 28. März 2027, 24 Uhr"));
    CHECK(contains(form_of(document, "text"), "11.650,34 €"));
}

TEST_CASE("UBL's elements are in the order of its schema, as often as it allows") {
    std::string const xml = ubl_of(draft());
    for (ElementRule const& row : element_rules) {
        CAPTURE(row.element);
        std::size_t place = 0;
        std::string last;
        auto const found = children(xml, row.element);
        for (std::string const& name : found) {
            CAPTURE(name);
            auto const known = std::ranges::find(row.order, name);
            REQUIRE(known != row.order.end());
            auto const index = static_cast<std::size_t>(known - row.order.begin());
            CHECK(index >= place);
            CHECK((name != last || std::ranges::find(row.repeated, name) != row.repeated.end()));
            place = index;
            last = name;
        }
        for (std::string const& name : row.required) {
            CAPTURE(name);
            CHECK(std::ranges::find(found, name) != found.end());
        }
    }
}

TEST_CASE("UBL's totals are the fixed part, and sums of its lines") {
    std::string const xml = ubl_of(draft());
    CHECK(contains(xml, "<cbc:TaxExclusiveAmount currencyID=\"EUR\">9790.20<"));
    CHECK(contains(xml, "<cbc:TaxInclusiveAmount currencyID=\"EUR\">11650.34<"));
    CHECK(contains(xml, "<cbc:PayableAmount currencyID=\"EUR\">11650.34<"));
    std::int64_t sum = 0;
    std::string_view const begin = "<cbc:LineExtensionAmount currencyID=\"EUR\">";
    std::vector<std::int64_t> amounts;
    for (std::size_t at = xml.find(begin); at != std::string::npos; at = xml.find(begin, at + 1)) {
        std::string text = xml.substr(at + begin.size());
        text.resize(text.find('<'));
        std::erase(text, '.');
        amounts.push_back(std::stoll(text));
    }
    REQUIRE(amounts.size() == 5); // the total, then base, two discounts, and blocks of quantity 0
    for (std::size_t i = 1; i < amounts.size(); ++i) {
        sum += amounts[i];
    }
    CHECK(amounts[0] == 979'020);
    CHECK(sum == amounts[0]);
    CHECK(contains(xml, "<cbc:Quantity unitCode=\"MON\">0</cbc:Quantity>"));
    CHECK(contains(xml, "<cbc:PriceAmount currencyID=\"EUR\">525.00</cbc:PriceAmount>"));
}

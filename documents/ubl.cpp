#include "documents/ubl.hpp"

#include "core/base/format.hpp"
#include "documents/line_rows.hpp"
#include "documents/wording.hpp"

#include <tinyxml2.h>

namespace kontingent::documents {
namespace {

// Elements in the order of the schema: what is written first comes first.
class Xml {
public:
    void open(char const* name) { printer_.OpenElement(name); }

    void close() { printer_.CloseElement(); }

    void attribute(char const* name, std::string const& value) {
        printer_.PushAttribute(name, value.c_str());
    }

    // Nothing where the text is empty: UBL has no empty elements.
    void element(char const* name, std::string const& text) {
        if (text.empty()) {
            return;
        }
        printer_.OpenElement(name);
        printer_.PushText(text.c_str());
        printer_.CloseElement();
    }

    void push(std::string const& text) { printer_.PushText(text.c_str()); }

    std::string text() const {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + std::string(printer_.CStr());
    }

private:
    tinyxml2::XMLPrinter printer_;
};

class UblWriter {
public:
    UblWriter(Printable const& printable, OfferedAlternative const& offered, Wording const& words)
        : printable_(printable), offered_(offered), words_(words) {}

    std::string write() {
        Content const& content = printable_.content;
        xml_.open("Quotation");
        xml_.attribute("xmlns", "urn:oasis:names:specification:ubl:schema:xsd:Quotation-2");
        xml_.attribute("xmlns:cac",
                       "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2");
        xml_.attribute("xmlns:cbc",
                       "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2");
        xml_.element("cbc:UBLVersionID", "2.1");
        xml_.element("cbc:ID", printable_.number);
        xml_.element("cbc:IssueDate", to_text(*content.issued_on));
        notes();
        xml_.element("cbc:PricingCurrencyCode", printable_.catalogue.currency);
        auto const fixed = rows_of(offered_.lines, LinePart::fixed);
        auto const expected = rows_of(offered_.lines, LinePart::expected);
        xml_.element("cbc:LineCountNumeric", std::to_string(fixed.size() + expected.size()));
        if (content.valid_until) {
            xml_.open("cac:ValidityPeriod");
            xml_.element("cbc:EndDate", to_text(*content.valid_until));
            xml_.close();
        }
        seller();
        buyer();
        tax_total();
        monetary_total();
        std::size_t number = 0;
        for (LineRow const& row : fixed) {
            quotation_line(row, ++number, row.count);
        }
        for (LineRow const& row : expected) {
            quotation_line(row, ++number, 0);
        }
        xml_.close();
        return xml_.text();
    }

private:
    std::string amount(Money money) const {
        return format_amount_plain(money, printable_.catalogue.currency);
    }

    void money(char const* name, Money value) {
        xml_.open(name);
        xml_.attribute("currencyID", printable_.catalogue.currency);
        text_of_element(amount(value));
    }

    void text_of_element(std::string const& text) {
        xml_.push(text);
        xml_.close();
    }

    void notes() {
        templates::Texts const& texts = words_.texts();
        xml_.element("cbc:Note", words_.state());
        xml_.element("cbc:Note", words_.offer_name(offered_));
        xml_.element("cbc:Note", words_.vat_sentence());
        if (offered_.totals.expected_net != Money{0}) {
            xml_.element("cbc:Note", words_.labelled(texts.text("expected_sum"),
                                                     words_.money(offered_.totals.expected_net)));
        }
        Offer const& offer = *printable_.catalogue.find_offer(offered_.chosen.package_id);
        for (std::string const& sentence : words_.prices_beyond(offer)) {
            xml_.element("cbc:Note", words_.labelled(texts.text("beyond"), sentence));
        }
        xml_.element("cbc:Note", printable_.content.payment_terms);
    }

    void address(std::string const& street, std::string const& postcode, std::string const& city,
                 std::string const& country) {
        if (street.empty() && postcode.empty() && city.empty() && country.empty()) {
            return;
        }
        xml_.open("cac:PostalAddress");
        xml_.element("cbc:StreetName", street);
        xml_.element("cbc:CityName", city);
        xml_.element("cbc:PostalZone", postcode);
        if (!country.empty()) {
            xml_.open("cac:Country");
            xml_.element("cbc:Name", country);
            xml_.close();
        }
        xml_.close();
    }

    void party_name(std::string const& name) {
        xml_.open("cac:PartyName");
        xml_.element("cbc:Name", name);
        xml_.close();
    }

    void tax_scheme() {
        xml_.open("cac:TaxScheme");
        xml_.element("cbc:ID", "VAT");
        xml_.close();
    }

    void vat_id(std::string const& id) {
        if (id.empty()) {
            return;
        }
        xml_.open("cac:PartyTaxScheme");
        xml_.element("cbc:CompanyID", id);
        tax_scheme();
        xml_.close();
    }

    void contact(std::string const& name, std::string const& phone, std::string const& email) {
        if (name.empty() && phone.empty() && email.empty()) {
            return;
        }
        xml_.open("cac:Contact");
        xml_.element("cbc:Name", name);
        xml_.element("cbc:Telephone", phone);
        xml_.element("cbc:ElectronicMail", email);
        xml_.close();
    }

    void seller() {
        Seller const& seller = printable_.catalogue.seller;
        xml_.open("cac:SellerSupplierParty");
        xml_.open("cac:Party");
        xml_.element("cbc:WebsiteURI", seller.url);
        party_name(seller.name);
        address(seller.street, seller.postcode, seller.city, seller.country);
        vat_id(seller.vat_id);
        contact("", seller.phone, seller.email);
        xml_.close();
        xml_.close();
    }

    void buyer() {
        Customer const& customer = printable_.customer;
        xml_.open("cac:BuyerCustomerParty");
        xml_.open("cac:Party");
        party_name(customer.company.empty() ? customer.name : customer.company);
        address(customer.street, customer.postcode, customer.city, customer.country);
        vat_id(customer.vat_id);
        contact(customer.name, "", customer.email);
        xml_.close();
        xml_.close();
    }

    // S: standard rate, AE: reverse charge, E: exempt (UNCL 5305).
    void tax_category(char const* name) {
        bool const is_reverse = printable_.content.needs.vat == Vat::reverse_charge;
        xml_.open(name);
        xml_.element("cbc:ID", words_.has_vat() ? "S" : is_reverse ? "AE" : "E");
        if (words_.has_vat()) {
            xml_.element("cbc:Percent",
                         format_amount_plain(Money{printable_.catalogue.vat.value}, "EUR"));
        } else {
            xml_.element("cbc:TaxExemptionReason", words_.vat_sentence());
        }
        tax_scheme();
        xml_.close();
    }

    void tax_total() {
        xml_.open("cac:TaxTotal");
        money("cbc:TaxAmount", offered_.totals.fixed.vat);
        if (printable_.catalogue.prices_include_vat) {
            xml_.element("cbc:TaxIncludedIndicator", "true");
        }
        xml_.open("cac:TaxSubtotal");
        money("cbc:TaxableAmount", offered_.totals.fixed.net);
        money("cbc:TaxAmount", offered_.totals.fixed.vat);
        tax_category("cac:TaxCategory");
        xml_.close();
        xml_.close();
    }

    void monetary_total() {
        TaxedAmount const& fixed = offered_.totals.fixed;
        bool const is_gross = printable_.catalogue.prices_include_vat;
        xml_.open("cac:QuotedMonetaryTotal");
        money("cbc:LineExtensionAmount", is_gross ? fixed.gross : fixed.net);
        money("cbc:TaxExclusiveAmount", fixed.net);
        money("cbc:TaxInclusiveAmount", fixed.gross);
        money("cbc:PayableAmount", fixed.gross);
        xml_.close();
    }

    // A row of so many months: the quantity counts months, and is 0 for what is only expected.
    void quotation_line(LineRow const& row, std::size_t number, std::int64_t months) {
        Money const each = row.line.line.net;
        Money const sum{each.minor * months};
        xml_.open("cac:QuotationLine");
        xml_.element("cbc:ID", std::to_string(number));
        if (months == 0) {
            xml_.element("cbc:Note", words_.texts().text("expected"));
        }
        xml_.open("cac:LineItem");
        xml_.element("cbc:ID", std::to_string(number));
        xml_.element("cbc:Note", words_.months(row));
        xml_.open("cbc:Quantity");
        xml_.attribute("unitCode", "MON");
        text_of_element(std::to_string(months));
        money("cbc:LineExtensionAmount", sum);
        xml_.open("cac:Price");
        money("cbc:PriceAmount", each);
        xml_.close();
        xml_.open("cac:Item");
        xml_.element("cbc:Name", words_.line(offered_, row.line));
        tax_category("cac:ClassifiedTaxCategory");
        xml_.close();
        xml_.close();
        xml_.close();
    }

    Printable const& printable_;
    OfferedAlternative const& offered_;
    Wording const& words_;
    Xml xml_;
};

} // namespace

std::string to_ubl(Printable const& printable, std::size_t alternative,
                   templates::Problems& problems) {
    auto const texts = document_texts(printable.content.language, problems);
    if (!texts) {
        return {};
    }
    Wording const words(printable, *texts);
    return UblWriter(printable, printable.alternatives[alternative], words).write();
}

} // namespace kontingent::documents

#include "documents/plain_text.hpp"

#include "documents/sheet.hpp"
#include "documents/wording.hpp"

#include <string_view>
#include <vector>

namespace kontingent::documents {
namespace {

class TextWriter {
public:
    TextWriter(Sheet const& sheet, templates::Texts const& texts) : sheet_(sheet), texts_(texts) {}

    std::string write() {
        head();
        for (SheetOffer const& one : sheet_.offers) {
            offer(one);
        }
        line(sheet_.vat_sentence);
        if (!sheet_.payment_terms.empty()) {
            line();
            line(text("payment"));
            lines(sheet_.payment_terms);
        }
        for (std::string const& paragraph : sheet_.closing) {
            line();
            line(paragraph);
        }
        if (sheet_.changes) {
            list(sheet_.changes->title, sheet_.changes->lines);
        }
        line();
        line("--");
        lines(sheet_.legal);
        if (!sheet_.digest.empty()) {
            line(text("digest") + " " + sheet_.digest);
        }
        return std::move(text_);
    }

private:
    std::string text(std::string_view key) const { return texts_.text(key); }

    std::string labelled(std::string const& label, std::string const& value) const {
        return texts_.text("labelled", {{"label", label}, {"value", value}});
    }

    void line(std::string_view words = {}) {
        text_ += words;
        text_ += '\n';
    }

    void lines(std::vector<std::string> const& all) {
        for (std::string const& one : all) {
            line(one);
        }
    }

    // Nothing where it is empty.
    void list(std::string_view title, std::vector<std::string> const& entries) {
        if (entries.empty()) {
            return;
        }
        line();
        line(title);
        for (std::string const& entry : entries) {
            line("- " + entry);
        }
    }

    void head() {
        if (sheet_.is_draft) {
            line("*** " + text("draft") + " ***");
            line();
        }
        if (sheet_.is_sample) {
            line(text("sample"));
            line();
        }
        line(sheet_.title);
        line(text("number") + " " + sheet_.number +
             (sheet_.date.empty() ? "" : " · " + sheet_.date));
        for (std::string const& one : {sheet_.state, sheet_.validity}) {
            if (!one.empty()) {
                line(one);
            }
        }
        line();
        line(sheet_.seller);
        lines(sheet_.address);
        lines(sheet_.contact);
        line();
        line(text("recipient"));
        lines(sheet_.recipient);
        line();
        for (std::string const& paragraph : sheet_.introduction) {
            line(paragraph);
            line();
        }
        if (sheet_.has_choice()) {
            line(text("choice"));
            line();
        }
    }

    void rows(std::vector<SheetRow> const& all) {
        for (SheetRow const& row : all) {
            line("- " + labelled(row.label + ", " + row.months,
                                 row.each + " (" + text("sum") + " " + row.sum + ")"));
        }
    }

    void totals(std::vector<SheetTotal> const& all) {
        line();
        line(text("totals"));
        for (SheetTotal const& total : all) {
            line("- " + labelled(total.label, sheet_.has_vat
                                                  ? text("net") + " " + total.net + ", " +
                                                        text("vat") + " " + total.vat + ", " +
                                                        text("gross") + " " + total.gross
                                                  : total.gross));
        }
    }

    void offer(SheetOffer const& offer) {
        line(offer.heading);
        line(offer.included);
        list(text("services"), offer.services);
        list(text("responses"), offer.responses);
        list(text("beyond"), offer.beyond);
        list(text("conditions"), offer.conditions);
        line();
        line(text("fixed"));
        rows(offer.fixed);
        if (!offer.expected.empty()) {
            line();
            line(text("expected"));
            rows(offer.expected);
            line(labelled(text("expected_sum"), offer.expected_net));
        }
        totals(offer.totals);
        list(text("optional"), offer.optional);
        for (std::string const& remark : offer.remarks) {
            line();
            line(remark);
        }
        line();
    }

    Sheet const& sheet_;
    templates::Texts const& texts_;
    std::string text_;
};

} // namespace

std::string to_text(Printable const& printable, templates::Problems& problems) {
    auto const texts = document_texts(printable.content.language, problems);
    if (!texts) {
        return {};
    }
    return with_plain_spaces(TextWriter(sheet_of(printable, *texts), *texts).write());
}

} // namespace kontingent::documents

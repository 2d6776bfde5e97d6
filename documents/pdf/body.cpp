#include "documents/pdf/body.hpp"

namespace kontingent::documents::pdf {
namespace {

constexpr Colour quiet = 0x5B6470;
constexpr Colour warning = 0xA40000;
constexpr Style text_style{};
constexpr Style title_style{
    .weight = Weight::semibold, .size = points(200), .leading = points(260)};
constexpr Style section_style{
    .weight = Weight::semibold, .size = points(130), .leading = points(180)};
constexpr Style part_style{.weight = Weight::semibold, .size = points(95), .leading = points(140)};
constexpr Style strong_style{.weight = Weight::semibold};
constexpr Style draft_style{
    .weight = Weight::semibold, .size = points(110), .leading = points(150), .colour = warning};
constexpr Style small_style{.size = points(75), .leading = points(105), .colour = quiet};

constexpr Length paragraph_gap = points(55);
constexpr Length part_gap = points(110);
constexpr Length section_gap = points(220);

class BodyWriter {
public:
    BodyWriter(Sheet const& sheet, templates::Texts const& texts, Length width,
               std::vector<std::string> const& legal)
        : sheet_(sheet), texts_(texts), legal_(legal), blocks_(width) {}

    Blocks write() {
        opening();
        for (SheetOffer const& one : sheet_.offers) {
            offer(one);
        }
        ending();
        if (sheet_.changes) {
            blocks_.start_page();
            blocks_.heading(sheet_.changes->title, section_style);
            blocks_.space(paragraph_gap);
            blocks_.list(sheet_.changes->lines, text_style);
        }
        return std::move(blocks_);
    }

private:
    void paragraph(std::string const& text, Style const& style = text_style) {
        if (!text.empty()) {
            blocks_.paragraph(text, style);
            blocks_.space(paragraph_gap);
        }
    }

    void opening() {
        if (sheet_.is_draft) {
            paragraph(texts_.text("draft"), draft_style);
        }
        blocks_.heading(sheet_.title, title_style);
        blocks_.space(paragraph_gap);
        paragraph(sheet_.state, strong_style);
        paragraph(sheet_.validity, strong_style);
        if (sheet_.is_sample) {
            paragraph(texts_.text("sample"), {.colour = warning});
        }
        for (std::string const& line : sheet_.introduction) {
            paragraph(line);
        }
        if (sheet_.has_choice()) {
            paragraph(texts_.text("choice"));
        }
    }

    void part(std::string_view key) {
        blocks_.space(part_gap);
        blocks_.heading(texts_.text(key), part_style);
        blocks_.space(points(15));
    }

    void list(std::string_view key, std::vector<std::string> const& entries) {
        if (!entries.empty()) {
            part(key);
            blocks_.list(entries, text_style);
        }
    }

    void offer(SheetOffer const& offer) {
        blocks_.space(section_gap);
        blocks_.heading(offer.heading, section_style);
        blocks_.heading(offer.included, text_style);
        list("services", offer.services);
        list("responses", offer.responses);
        list("beyond", offer.beyond);
        list("conditions", offer.conditions);
        lines(offer);
        totals(offer);
        list("optional", offer.optional);
        blocks_.space(offer.remarks.empty() ? 0 : part_gap);
        for (std::string const& remark : offer.remarks) {
            paragraph(remark);
        }
    }

    static std::vector<TableRow> cells_of(std::vector<SheetRow> const& rows) {
        std::vector<TableRow> cells;
        for (SheetRow const& row : rows) {
            cells.push_back({.cells = {row.label, row.months, row.each, row.sum}});
        }
        return cells;
    }

    // What is fixed and what is expected, in columns of the same widths.
    void lines(SheetOffer const& offer) {
        std::vector<Column> const columns{{.head = texts_.text("item")},
                                          {.head = texts_.text("when")},
                                          {.head = texts_.text("each"), .is_amount = true},
                                          {.head = texts_.text("sum_column"), .is_amount = true}};
        auto const fixed = cells_of(offer.fixed);
        auto expected = cells_of(offer.expected);
        if (!expected.empty()) {
            expected.push_back({.cells = {texts_.text("expected_sum"), "", "", offer.expected_net},
                                .weight = Weight::semibold});
        }
        auto all = fixed;
        all.insert(all.end(), expected.begin(), expected.end());
        part("fixed");
        blocks_.table(columns, fixed, all);
        if (!expected.empty()) {
            part("expected");
            blocks_.table(columns, expected, all);
        }
    }

    void totals(SheetOffer const& offer) {
        part("totals");
        std::vector<Column> columns{{.head = texts_.text("total")}};
        std::vector<std::string_view> const keys =
            sheet_.has_vat ? std::vector<std::string_view>{"net_column", "vat", "gross_column"}
                           : std::vector<std::string_view>{"amount"};
        for (std::string_view const key : keys) {
            columns.push_back({.head = texts_.text(key), .is_amount = true});
        }
        std::vector<TableRow> rows;
        for (SheetTotal const& total : offer.totals) {
            rows.push_back({.cells = sheet_.has_vat ? std::vector{total.label, total.net, total.vat,
                                                                  total.gross}
                                                    : std::vector{total.label, total.gross},
                            .weight = Weight::semibold});
        }
        blocks_.table(columns, rows, rows);
    }

    void ending() {
        blocks_.space(section_gap);
        paragraph(sheet_.vat_sentence);
        if (!sheet_.payment_terms.empty()) {
            part("payment");
            for (std::string const& line : sheet_.payment_terms) {
                paragraph(line);
            }
        }
        blocks_.space(sheet_.closing.empty() ? 0 : paragraph_gap);
        for (std::string const& line : sheet_.closing) {
            paragraph(line);
        }
        if (!sheet_.digest.empty()) {
            blocks_.space(part_gap);
            paragraph(texts_.text("digest") + " " + sheet_.digest, small_style);
        }
        blocks_.space(legal_.empty() ? 0 : part_gap);
        for (std::string const& line : legal_) {
            blocks_.paragraph(line, small_style);
        }
    }

    Sheet const& sheet_;
    templates::Texts const& texts_;
    std::vector<std::string> const& legal_;
    Blocks blocks_;
};

} // namespace

Blocks body_of(Sheet const& sheet, templates::Texts const& texts, Length width,
               std::vector<std::string> const& legal) {
    return BodyWriter(sheet, texts, width, legal).write();
}

} // namespace kontingent::documents::pdf

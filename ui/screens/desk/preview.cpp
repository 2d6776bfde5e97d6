#include "ui/screens/desk/preview.hpp"

#include "documents/document_pdf.hpp"
#include "documents/pdf/outline.hpp"
#include "ui/paint.hpp"
#include "ui/screens/desk/logo_picture.hpp"
#include "ui/screens/desk/outputs.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>

namespace kontingent::ui::desk {

namespace {

using documents::pdf::DrawnPage;
using documents::pdf::DrawnRule;
using documents::pdf::DrawnText;
using documents::pdf::DrawnWatermark;
using documents::pdf::Length;

constexpr float paper_width_max = 794; // A4 at 96 pixels an inch

// A page on the screen: its upper left corner, and CSS pixels for each thousandth of a point.
struct Sheet {
    float x = 0, y = 0, scale = 1;

    float length(Length length) const { return static_cast<float>(length) * scale; }
};

void draw_text(Frame& frame, Sheet const& sheet, DrawnText const& text) {
    // Inter's baseline in a line box of 1.25 em.
    constexpr float line = 1.25F;
    constexpr float baseline = 0.989F;
    float const size = sheet.length(text.style.size);
    bool const is_bold = text.style.weight == documents::pdf::Weight::semibold;
    TextStyle const style{.size = size,
                          .weight = is_bold ? Weight::semibold : Weight::regular,
                          .colour = text.style.colour == documents::pdf::Style{}.colour
                                        ? frame.theme.text
                                        : frame.theme.muted,
                          .align = text.ends_at_x ? Align::right : Align::left,
                          .line_height = line * size};
    std::string_view const one[]{text.text};
    paint::Block made =
        paint::block(frame, sheet.x + sheet.length(text.x),
                     sheet.y + sheet.length(text.baseline) - baseline * size, one, style);
    frame.record(frame.next_text_id(), Role::text, text.text, made.box).look = std::move(made.look);
}

void draw_rule(Frame& frame, Sheet const& sheet, DrawnRule const& rule, Colour colour) {
    paint::fill(frame,
                {sheet.x + sheet.length(rule.x), sheet.y + sheet.length(rule.y),
                 sheet.length(rule.width), std::max(1.0F, sheet.length(rule.height))},
                colour);
}

// Under everything, as on paper. The text of the page says that it is a draft, too.
void draw_watermark(Frame& frame, Sheet const& sheet, DrawnWatermark const& mark) {
    constexpr float thousand = 1'000;
    constexpr float across = static_cast<float>(DrawnWatermark::across) / thousand;
    constexpr float upwards = static_cast<float>(DrawnWatermark::upwards) / thousand;
    constexpr float alpha = 0.12F;
    auto const turned = [&](documents::pdf::Point const& point) {
        auto const x = static_cast<float>(point.x) * sheet.scale;
        auto const y = static_cast<float>(point.y) * sheet.scale;
        return paint::Place{sheet.x + sheet.length(mark.x) + x * across + y * upwards,
                            sheet.y + sheet.length(mark.y) - x * upwards + y * across};
    };
    Outline outline;
    for (documents::pdf::PathPiece const& piece :
         documents::pdf::outline_of(mark.text, documents::pdf::Weight::semibold, mark.size)) {
        add_piece(outline, piece, turned);
    }
    outline.fill(frame, frame.theme.bad, alpha);
    Rect const paper{sheet.x, sheet.y, sheet.length(documents::pdf::page_width),
                     sheet.length(documents::pdf::page_height)};
    frame.record(frame.id("watermark"), Role::image, mark.text, paper);
}

void draw_page(Frame& frame, Session& session, Sheet const& sheet, DrawnPage const& page,
               std::string_view file) {
    Rect const paper{sheet.x, sheet.y, sheet.length(documents::pdf::page_width),
                     sheet.length(documents::pdf::page_height)};
    paint::fill(frame, paper, frame.theme.card, 2);
    if (frame.viewport.medium != Medium::paper) {
        paint::border(frame, paper, frame.theme.line, 2);
    }
    if (page.watermark) {
        draw_watermark(frame, sheet, *page.watermark);
    }
    for (DrawnRule const& rule : page.rules) {
        draw_rule(frame, sheet, rule, frame.theme.line);
    }
    if (page.logo) {
        DrawnRule const& place = *page.logo;
        draw_logo(frame, session, file,
                  {sheet.x + sheet.length(place.x), sheet.y + sheet.length(place.y),
                   sheet.length(place.width), sheet.length(place.height)});
    }
    for (DrawnText const& text : page.texts) {
        draw_text(frame, sheet, text);
    }
}

} // namespace

documents::Current current_of(Session const& session) {
    return {.catalogue = session.catalogue, .logo = session.logo};
}

float draw_pages(Frame& frame, Session& session, documents::Printable const& printable, Spot spot) {
    Silence problems;
    auto const pages = documents::pages_of(printable, problems);
    float const width = std::min(spot.width, paper_width_max);
    Sheet sheet{spot.x + (spot.width - width) / 2, spot.y,
                width / static_cast<float>(documents::pdf::page_width)};
    for (std::size_t index = 0; index < pages.size(); ++index) {
        std::string const name =
            session.texts.fill(DeskText::page_of, {{"page", std::to_string(index + 1)},
                                                   {"count", std::to_string(pages.size())}});
        Container const page(frame, "page" + std::to_string(index), Role::group, name);
        draw_page(frame, session, sheet, pages[index], printable.logo);
        // On paper each sheet is a page.
        float const between = frame.viewport.medium == Medium::paper ? 0 : row_gap;
        sheet.y += sheet.length(documents::pdf::page_height) + between;
    }
    return sheet.y - spot.y;
}

float draw_printed(Frame& frame, Session& session, Spot spot) {
    if (session.state.editor) {
        QuoteDocument const document = session.draft().document;
        auto const printable = documents::printable_of(document, document.latest(),
                                                       current_of(session), session.now());
        return printable ? draw_pages(frame, session, *printable, spot) : 0;
    }
    StoredQuote const* const stored = session.state.find(session.state.quote.key);
    if (stored == nullptr || !stored->document) {
        return 0;
    }
    auto const printable = shown_printable(session, *stored->document);
    return printable ? draw_pages(frame, session, *printable, spot) : 0;
}

} // namespace kontingent::ui::desk

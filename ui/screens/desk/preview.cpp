#include "ui/screens/desk/preview.hpp"

#include "core/base/base64.hpp"
#include "documents/document_pdf.hpp"
#include "documents/pdf/picture.hpp"
#include "documents/pdf/picture_file.hpp"
#include "ui/layer.hpp"
#include "ui/paint.hpp"
#include "ui/screens/desk/outputs.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace kontingent::ui::desk {

namespace {

using documents::pdf::DrawnPage;
using documents::pdf::DrawnRule;
using documents::pdf::DrawnText;
using documents::pdf::DrawnWatermark;
using documents::pdf::Length;

constexpr float paper_width_max = 794; // A4 at 96 pixels an inch
constexpr float readable_width_min = 600;
constexpr float scroll_bar_height = 16; // room for it below an enlarged page

// A page on the screen: its upper left corner, CSS pixels for each thousandth of a point, and the
// width that there is for it.
struct Sheet {
    float x = 0, y = 0, scale = 1, room = 0;

    float length(Length length) const { return static_cast<float>(length) * scale; }
};

// Inter's baseline in a line box of 1.25 em.
constexpr float line_ems = 1.25F;
constexpr float baseline_ems = 0.989F;

// The ground of a page on the screen: a layer, white in the dark, too. Where it is wider than there
// is room for, it scrolls sideways within its track (wasm/desk/roles.mjs).
class Ground {
public:
    Ground(Frame& frame, Rect paper, float room, std::string_view name) : frame_(frame) {
        bool const is_wide = paper.width > room + 0.5F; // more than a rounding
        Rect track = paper;
        if (is_wide) {
            track.width = room;
            track.height += scroll_bar_height;
        }
        std::size_t const index = frame.records.size();
        frame.open(is_wide ? "wide_paper" : "paper", Role::track, is_wide ? "wide-page" : "page",
                   track);
        frame.records[index].value = is_wide ? name : std::string_view{};
        draw_on(frame, frame.open("layer", Role::layer, "page", paper), paper.x, paper.y);
    }

    ~Ground() {
        frame_.close();
        frame_.close();
        draw_on(frame_, semantics::no_id, 0, 0);
    }

    Ground(Ground const&) = delete;
    Ground& operator=(Ground const&) = delete;

private:
    Frame& frame_;
};

void draw_text(Frame& frame, Sheet const& sheet, DrawnText const& text) {
    float const size = sheet.length(text.style.size);
    bool const is_bold = text.style.weight == documents::pdf::Weight::semibold;
    TextStyle const style{.size = size,
                          .weight = is_bold ? Weight::semibold : Weight::regular,
                          .colour = text.style.colour == documents::pdf::Style{}.colour
                                        ? frame.theme.text
                                        : frame.theme.muted,
                          .align = text.ends_at_x ? Align::right : Align::left,
                          .line_height = line_ems * size};
    std::string_view const one[]{text.text};
    paint::Block made =
        paint::block(frame, sheet.x + sheet.length(text.x),
                     sheet.y + sheet.length(text.baseline) - baseline_ems * size, one, style);
    frame.record(frame.next_text_id(), Role::text, text.text, made.box).look = std::move(made.look);
}

void draw_rule(Frame& frame, Sheet const& sheet, DrawnRule const& rule) {
    paint::fill(frame,
                {sheet.x + sheet.length(rule.x), sheet.y + sheet.length(rule.y),
                 sheet.length(rule.width), std::max(1.0F, sheet.length(rule.height))},
                theme_of({}, {}).line);
}

// Its text as it would be without being turned (site/styles/desk.css turns it).
void draw_watermark(Frame& frame, Sheet const& sheet, DrawnWatermark const& mark) {
    float const size = sheet.length(mark.size);
    TextStyle const style{.size = size,
                          .weight = Weight::semibold,
                          .colour = frame.theme.bad,
                          .line_height = line_ems * size};
    std::string_view const one[]{mark.text};
    paint::Block made =
        paint::block(frame, sheet.x + sheet.length(mark.x),
                     sheet.y + sheet.length(mark.y) - baseline_ems * size, one, style);
    frame.record(frame.id("watermark"), Role::image, mark.text, made.box).look =
        std::move(made.look);
}

void draw_logo(Frame& frame, Session const& session, std::string_view file, Rect box) {
    semantics::Record& record =
        frame.record(frame.id("logo"), Role::image, session.texts[DeskText::logo], box);
    record.value = "data:" + std::string{documents::logo_type(file)} + ";base64," + to_base64(file);
}

void draw_page(Frame& frame, Session const& session, Sheet const& sheet, std::string_view name,
               DrawnPage const& page, std::string_view file) {
    Rect const paper{sheet.x, sheet.y, sheet.length(documents::pdf::page_width),
                     sheet.length(documents::pdf::page_height)};
    std::optional<Ground> ground;
    if (frame.viewport.medium != Medium::paper) {
        ground.emplace(frame, paper, sheet.room, name);
        paint::border(frame, paper, theme_of({}, {}).line, 2);
    }
    // Under everything, as on paper. The text of the page says that it is a draft, too.
    if (page.watermark) {
        draw_watermark(frame, sheet, *page.watermark);
    }
    for (DrawnRule const& rule : page.rules) {
        draw_rule(frame, sheet, rule);
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

// Where pages that fit are too small to read.
bool are_small(Frame const& frame, Spot spot) {
    return frame.viewport.medium != Medium::paper && spot.width < readable_width_min;
}

float page_width_in(Frame const& frame, Session const& session, Spot spot) {
    return are_small(frame, spot) && session.state.enlarges_pages
               ? paper_width_max
               : std::min(spot.width, paper_width_max);
}

float draw_size_button(Frame& frame, Session& session, Spot spot) {
    if (!are_small(frame, spot)) {
        return 0;
    }
    bool& enlarges = session.state.enlarges_pages;
    ButtonRow row(frame, spot);
    if (row.add("size", session.texts[enlarges ? DeskText::fit_pages : DeskText::enlarge_pages])) {
        enlarges = !enlarges;
    }
    return row.height() + row_gap;
}

} // namespace

bool is_logo(std::string_view file) {
    return documents::pdf::read_picture(file).has_value();
}

float draw_logo_alone(Frame& frame, Session const& session, std::string_view file, Spot spot) {
    auto const picture = documents::pdf::read_picture(file);
    if (!picture) {
        return 0;
    }
    constexpr float height_max = 72;
    constexpr float margin = 12;
    documents::pdf::PlacedLogo const placed = documents::pdf::placed(*picture);
    float const ratio = static_cast<float>(placed.width) / static_cast<float>(placed.height);
    float const room = spot.width - 2 * margin;
    float const height = std::min(height_max, room / ratio);
    Rect const ground{spot.x, spot.y, height * ratio + 2 * margin, height + 2 * margin};
    // Logos are made for white paper.
    paint::fill(frame, ground, theme_of({}, {}).card, size::control_radius);
    paint::border(frame, ground, frame.theme.line, size::control_radius);
    draw_logo(frame, session, file, {spot.x + margin, spot.y + margin, height * ratio, height});
    return ground.height;
}

documents::Current current_of(Session const& session) {
    return {.catalogue = session.catalogue, .logo = session.logo()};
}

std::optional<documents::Printable> draft_printable(Session& session,
                                                    QuoteDocument const& document) {
    Version const& version = document.latest();
    auto printable = documents::printable_of(document, version, current_of(session), session.now());
    if (!printable) {
        return std::nullopt;
    }
    if (document.number.empty()) {
        printable->number = DeskTexts{version.content.language}[DeskText::state_draft];
    }
    return *std::move(printable);
}

float draw_pages(Frame& frame, Session& session, documents::Printable const& printable, Spot spot) {
    Silence problems;
    auto const pages = documents::pages_of(printable, problems);
    float const top = spot.y + draw_size_button(frame, session, spot);
    float const width = page_width_in(frame, session, spot);
    Sheet sheet{.x = std::round(spot.x + std::max(0.0F, (spot.width - width) / 2)),
                .y = std::round(top),
                .scale = width / static_cast<float>(documents::pdf::page_width),
                .room = spot.width};
    // On paper each sheet is a page, of exactly its height.
    bool const is_paper = frame.viewport.medium == Medium::paper;
    float const between = is_paper ? 0 : width > spot.width ? row_gap + scroll_bar_height : row_gap;
    for (std::size_t index = 0; index < pages.size(); ++index) {
        std::string const name =
            session.texts.fill(DeskText::page_of, {{"page", std::to_string(index + 1)},
                                                   {"count", std::to_string(pages.size())}});
        // What crosses the edge of a sheet would make all of them smaller, and a hair more than the
        // last one another.
        Rect const edges{sheet.x, sheet.y, sheet.length(documents::pdf::page_width),
                         sheet.length(documents::pdf::page_height) - 1};
        Container const page(frame, "page" + std::to_string(index), Role::group, name,
                             is_paper ? edges : Rect{});
        draw_page(frame, session, sheet, name, pages[index], printable.logo);
        float const next = sheet.y + sheet.length(documents::pdf::page_height) + between;
        sheet.y = is_paper ? next : std::round(next);
    }
    return sheet.y - spot.y;
}

float draw_printed(Frame& frame, Session& session, Spot spot) {
    if (session.state.editor) {
        QuoteDocument const document = session.draft().document;
        auto const printable = draft_printable(session, document);
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

#include "documents/pdf/pdf.hpp"

#include "documents/pdf/body.hpp"
#include "documents/pdf/flow.hpp"
#include "documents/pdf/letter.hpp"
#include "documents/pdf/objects.hpp"
#include "documents/pdf/page.hpp"
#include "documents/pdf/picture_file.hpp"

#include <initializer_list>
#include <string_view>

namespace kontingent::documents::pdf {
namespace {

std::string escaped(std::string_view text) {
    std::string xml;
    for (char const byte : text) {
        switch (byte) {
        case '&':
            xml += "&amp;";
            break;
        case '<':
            xml += "&lt;";
            break;
        case '>':
            xml += "&gt;";
            break;
        default:
            xml += static_cast<unsigned char>(byte) < 0x20 ? ' ' : byte;
        }
    }
    return xml;
}

class FileWriter {
public:
    FileWriter(Sheet const& sheet, templates::Texts const& texts,
               std::vector<Attachment> const& attachments)
        : sheet_(sheet),
          attachments_(attachments),
          logo_(read_picture(sheet.logo)),
          placed_logo_(logo_ ? placed(*logo_) : PlacedLogo{}),
          letter_(sheet, texts, placed_logo_),
          body_(body_of(sheet, texts, body_width, letter_.legal_for_body())) {}

    std::string write() {
        std::size_t const catalogue = objects_.reserve();
        pages_ = objects_.reserve();
        resources_ = objects_.reserve();
        add_pages();
        add_resources();
        std::string const title = text_string(sheet_.title + " " + sheet_.number);
        std::size_t const information =
            objects_.add("<</Title " + title + " /Author " + text_string(sheet_.seller) +
                         " /Producer (Kontingent)>>");
        std::string entries = "<</Type /Catalog /Pages " + reference(pages_) + " /Lang " +
                              plain_string(tag(sheet_.language)) +
                              " /ViewerPreferences <</DisplayDocTitle true>> /Metadata " +
                              reference(add_metadata());
        objects_.set(catalogue, entries + add_attachments() + ">>");
        return objects_.file(catalogue, information);
    }

    std::vector<DrawnPage> drawn_pages() {
        std::vector<DrawnPage> drawn;
        for (Page const& page : draw_pages()) {
            drawn.push_back(page.drawn());
        }
        return drawn;
    }

private:
    std::vector<Page> draw_pages() {
        auto const placed = paginate(body_.units(), letter_.first_frame(), letter_.later_frame());
        std::vector<Page> pages;
        for (std::size_t i = 0; i < placed.size(); ++i) {
            Page& page = pages.emplace_back(fonts_);
            letter_.draw(page, i + 1, placed.size());
            for (PlacedUnit const& unit : placed[i]) {
                draw(page, body_.units()[unit.unit], unit.top);
            }
        }
        return pages;
    }

    void add_pages() {
        std::vector<Page> const pages = draw_pages();
        std::string list;
        for (Page const& page : pages) {
            std::size_t const content = objects_.add_stream("", page.content());
            list += reference(objects_.add("<</Type /Page /Parent " + reference(pages_) +
                                           " /Contents " + reference(content) + ">>")) +
                    " ";
        }
        objects_.set(pages_, "<</Type /Pages /Kids [" + list + "] /Count " +
                                 std::to_string(pages.size()) + " /MediaBox [0 0 " +
                                 decimal(page_width) + " " + decimal(page_height) +
                                 "] /Resources " + reference(resources_) + ">>");
    }

    static void draw(Page& page, Unit const& unit, Length top) {
        for (RuleMark const& rule : unit.rules) {
            page.rule(left_margin + rule.x, top + rule.y, rule.width, rule.thickness, rule.colour);
        }
        for (TextMark const& mark : unit.texts) {
            page.text(left_margin + mark.x, top + mark.baseline, mark.style, mark.text);
        }
    }

    void add_resources() {
        std::string fonts;
        for (Weight const weight : {Weight::regular, Weight::semibold}) {
            if (!fonts_.of(weight).is_empty()) {
                fonts +=
                    (weight == Weight::regular ? "/R " : "/S ") + reference(add_font(weight)) + " ";
            }
        }
        std::string pictures;
        if (logo_) {
            pictures = " /XObject <</" + placed_logo_.name + " " +
                       reference(add_picture(objects_, *logo_, placed_logo_)) + ">>";
        }
        objects_.set(resources_, "<</Font <<" + fonts + ">>" + pictures + ">>");
    }

    std::size_t add_font(Weight weight) {
        constexpr std::int64_t thousand = 1'000;
        FontSubset const& font = fonts_.of(weight);
        FontData const& data = font.data();
        auto const thousandths = [&data](int units) {
            return std::to_string(units * thousand / data.units_per_em);
        };
        // The six letters say that it is a part of the font.
        std::string const name =
            weight == Weight::regular ? "/KNTREG+Inter-Regular" : "/KNTSEM+Inter-SemiBold";
        std::string const file = font.file();
        std::size_t const file_object =
            objects_.add_stream(" /Length1 " + std::to_string(file.size()), file);
        std::size_t const descriptor = objects_.add(
            "<</Type /FontDescriptor /FontName " + name + " /Flags 4 /FontBBox [" +
            thousandths(data.x_min) + " " + thousandths(data.y_min) + " " +
            thousandths(data.x_max) + " " + thousandths(data.y_max) + "] /ItalicAngle 0 /Ascent " +
            thousandths(data.ascent) + " /Descent " + thousandths(data.descent) + " /CapHeight " +
            thousandths(data.cap_height) + " /StemV " + (weight == Weight::regular ? "80" : "120") +
            " /FontFile2 " + reference(file_object) + ">>");
        std::size_t const descendant = objects_.add(
            "<</Type /Font /Subtype /CIDFontType2 /BaseFont " + name +
            " /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> "
            "/FontDescriptor " +
            reference(descriptor) + " /CIDToGIDMap /Identity /W " + font.widths() + ">>");
        std::size_t const map = objects_.add_stream("", font.character_map());
        return objects_.add("<</Type /Font /Subtype /Type0 /BaseFont " + name +
                            " /Encoding /Identity-H /DescendantFonts [" + reference(descendant) +
                            "] /ToUnicode " + reference(map) + ">>");
    }

    std::size_t add_metadata() {
        std::string const xml =
            "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
            "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
            "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
            "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
            "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">"
            "<dc:format>application/pdf</dc:format>"
            "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
            escaped(sheet_.title + " " + sheet_.number) +
            "</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>" + escaped(sheet_.seller) +
            "</rdf:li></rdf:Seq></dc:creator>" + "<dc:language><rdf:Bag><rdf:li>" +
            std::string(tag(sheet_.language)) +
            "</rdf:li></rdf:Bag></dc:language><pdf:Producer>Kontingent</pdf:Producer>"
            "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>";
        return objects_.add_packed(" /Type /Metadata /Subtype /XML", xml);
    }

    // The entries of the catalogue for the files inside; their names rise.
    std::string add_attachments() {
        if (attachments_.empty()) {
            return {};
        }
        std::string names;
        std::string files;
        for (Attachment const& attachment : attachments_) {
            // The subtype is a name, in which "/" is written #2F.
            std::string type = attachment.media_type;
            type.replace(type.find('/'), 1, "#2F");
            std::size_t const stream =
                objects_.add_stream(" /Type /EmbeddedFile /Subtype /" + type + " /Params <</Size " +
                                        std::to_string(attachment.bytes.size()) + ">>",
                                    attachment.bytes);
            std::string const name = plain_string(attachment.name);
            std::string const file = reference(
                objects_.add("<</Type /Filespec /F " + name + " /UF " + name + " /EF <</F " +
                             reference(stream) + " /UF " + reference(stream) +
                             ">> /AFRelationship /" + attachment.relationship + ">>"));
            names += name + " " + file + " ";
            files += file + " ";
        }
        return " /Names <</EmbeddedFiles <</Names [" + names + "]>>>> /AF [" + files + "]";
    }

    Sheet const& sheet_;
    std::vector<Attachment> const& attachments_;
    std::optional<Picture> logo_;
    PlacedLogo placed_logo_;
    Letter letter_;
    Blocks body_;
    Fonts fonts_;
    Objects objects_;
    std::size_t pages_ = 0;
    std::size_t resources_ = 0;
};

class TextCheck {
public:
    void add(std::string const& text) {
        if (auto missing = missing_in(text); !missing.empty()) {
            found_.push_back({text, std::move(missing)});
        }
    }

    void add(std::vector<std::string> const& list) {
        for (std::string const& text : list) {
            add(text);
        }
    }

    void add(SheetOffer const& offer) {
        add({offer.heading, offer.included, offer.expected_net});
        for (auto const* const list :
             {&offer.services, &offer.responses, &offer.beyond, &offer.optional, &offer.remarks}) {
            add(*list);
        }
        for (auto const* const rows : {&offer.fixed, &offer.expected}) {
            for (SheetRow const& row : *rows) {
                add({row.label, row.months, row.each, row.sum});
            }
        }
        for (SheetTotal const& total : offer.totals) {
            add({total.label, total.net, total.vat, total.gross});
        }
    }

    std::vector<UnprintableText> found() && { return std::move(found_); }

private:
    std::vector<UnprintableText> found_;
};

} // namespace

std::vector<UnprintableText> unprintable_texts(Sheet const& sheet) {
    TextCheck check;
    check.add({sheet.title, sheet.number, sheet.date, sheet.state, sheet.validity, sheet.seller,
               sheet.vat_sentence});
    for (auto const* const list : {&sheet.address, &sheet.contact, &sheet.legal, &sheet.recipient,
                                   &sheet.introduction, &sheet.closing, &sheet.payment_terms}) {
        check.add(*list);
    }
    for (SheetOffer const& offer : sheet.offers) {
        check.add(offer);
    }
    if (sheet.changes) {
        check.add(sheet.changes->title);
        check.add(sheet.changes->lines);
    }
    return std::move(check).found();
}

std::string to_pdf(Sheet const& sheet, templates::Texts const& texts,
                   std::vector<Attachment> const& attachments) {
    return FileWriter(sheet, texts, attachments).write();
}

std::vector<DrawnPage> drawn_pages(Sheet const& sheet, templates::Texts const& texts) {
    std::vector<Attachment> const none;
    return FileWriter(sheet, texts, none).drawn_pages();
}

} // namespace kontingent::documents::pdf

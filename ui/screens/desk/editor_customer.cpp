// Who the quote is for.
#include "ui/screens/desk/editor_parts.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/segmented.hpp"
#include "ui/widgets/text.hpp"

#include <array>
#include <string>

namespace kontingent::ui::desk {

namespace {

struct CustomerField {
    std::string_view key;
    DeskText caption;
    std::string Customer::* member;
    std::string_view autocomplete;
    std::string_view type = "text";
    Need need = Need::optional;
    std::size_t columns = 1;
};

// The tokens by which browsers fill in what they know.
constexpr std::array<CustomerField, 8> customer_fields{
    {{"customer.name", DeskText::customer_name, &Customer::name, "name", "text", Need::required},
     {"customer.company", DeskText::customer_company, &Customer::company, "organization"},
     {"customer.street", DeskText::customer_street, &Customer::street, "address-line1", "text",
      Need::optional, 2},
     {"customer.postcode", DeskText::customer_postcode, &Customer::postcode, "postal-code"},
     {"customer.city", DeskText::customer_city, &Customer::city, "address-level2"},
     {"customer.country", DeskText::customer_country, &Customer::country, "country-name"},
     {"customer.email", DeskText::customer_email, &Customer::email, "email", "email"},
     {"customer.vat_id", DeskText::customer_vat_id, &Customer::vat_id, "off"}}};

// The section keeps a customer's data apart from the seller's own: filling in one does not fill in
// the other.
std::string tokens_of(CustomerField const& field) {
    std::string const token{field.autocomplete};
    return token == "off" ? token : "section-customer " + token;
}

} // namespace

float draw_customer(Frame& frame, Session& session, Computed const& now, Spot spot) {
    DeskTexts const& texts = session.texts;
    Customer& customer = session.state.editor->form.customer;
    Card card(frame, "customer", Role::form, texts[DeskText::customer_title], spot.x, spot.y,
              spot.width);
    card.at +=
        section_title(frame, card.x, card.at, card.width, texts[DeskText::customer_title]) + 8;
    FieldGrid grid({card.x, card.at, card.width}, 300); // at most two columns
    for (CustomerField const& field : customer_fields) {
        Spot const place = grid.next(field.columns);
        std::string const tokens = tokens_of(field);
        grid.took(form_field(
            frame, session, now.drafted.errors, field.key, texts[field.caption], place,
            customer.*(field.member),
            {.autocomplete = tokens, .type = field.type, .input_mode = {}, .need = field.need}));
    }
    if (session.state.focus == Focus::heading) {
        frame.wants_focus = frame.id("customer.name");
    }
    Spot const place = grid.next();
    std::array<Choice, 2> const kinds{
        Choice{"business", std::string{texts[DeskText::kind_business]}, {}},
        Choice{"consumer", std::string{texts[DeskText::kind_consumer]}, {}}};
    if (auto const kind =
            segmented(frame, "kind", place.x, place.y, place.width, texts[DeskText::kind_caption],
                      kinds, static_cast<std::size_t>(customer.kind))) {
        customer.kind = static_cast<CustomerKind>(*kind);
    }
    grid.took(segmented_height(frame, texts[DeskText::kind_caption], kinds, place.width));
    card.at += grid.finish();
    return card.finish();
}

} // namespace kontingent::ui::desk

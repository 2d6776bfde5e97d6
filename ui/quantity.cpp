#include "ui/quantity.hpp"

#include "core/catalogue/catalogue.hpp"
#include "ui/words.hpp"

namespace kontingent::ui {

namespace {

std::string with_unit(Frame const& frame, std::string const& number, std::int64_t count) {
    return number + "\u00A0" + frame.unit->noun(count, frame.language);
}

} // namespace

std::string quantity(Frame const& frame, Minutes work) {
    return quantity(frame, work, common_form({&work, 1}));
}

std::string quantity(Frame const& frame, Minutes work, HoursForm form) {
    return frame.unit == nullptr
               ? format_hours(work, frame.language, form)
               : with_unit(frame, format_integer(work.count, frame.language), work.count);
}

std::string average_quantity(Frame const& frame, Minutes total, std::int64_t count,
                             HoursForm form) {
    if (frame.unit == nullptr) {
        return format_hours(readable_average(total, count), frame.language, form);
    }
    // A tenth of a unit is written as a tenth of an hour is.
    Minutes const tenths = readable_average(Minutes{60 * total.count}, count);
    return with_unit(frame, format_hours_plain(tenths, frame.language),
                     tenths.count % 60 == 0 ? tenths.count / 60 : 2);
}

std::string quantity_plain(Frame const& frame, Minutes work) {
    return frame.unit == nullptr ? format_hours_plain(work, frame.language)
                                 : std::to_string(work.count);
}

std::string rate_words(Frame const& frame, std::string_view amount) {
    return frame.unit == nullptr ? frame.texts.fill(Text::rate_per_hour, {{"amount", amount}})
                                 : std::string{amount} + "/" + frame.unit->noun(1, frame.language);
}

} // namespace kontingent::ui

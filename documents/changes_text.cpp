#include "documents/changes_text.hpp"

#include "core/document/changes.hpp"
#include "documents/wording.hpp"

#include <string_view>

namespace kontingent::documents {
namespace {

class ChangesWriter {
public:
    ChangesWriter(Changes const& changes, ComparedVersion const& before,
                  ComparedVersion const& after, Wording const& old_words, Wording const& words)
        : changes_(changes), before_(before), after_(after), old_(old_words), words_(words) {}

    std::string write() {
        if (changes_.has_other_package || changes_.has_other_term) {
            add("offer", old_.offer_name(before_.offered), words_.offer_name(after_.offered));
        }
        if (changes_.has_other_hours) {
            add("included", old_.included(before_.offer()), words_.included(after_.offer()));
        }
        if (changes_.has_other_forecast) {
            line(words_.texts().text("change.forecast"));
        }
        money("month", changes_.month);
        money("fixed", changes_.fixed);
        money("expected", changes_.expected);
        money("all", changes_.all);
        promises();
        services();
        discounts_and_items();
        return text_.empty() ? words_.texts().text("change.nothing") + "\n" : text_;
    }

private:
    void line(std::string const& text) { text_ += "- " + text + "\n"; }

    void add(std::string_view key, std::string const& from, std::string const& to) {
        line(words_.texts().text("change." + std::string(key), {{"from", from}, {"to", to}}));
    }

    void money(std::string_view key, MoneyChange const& change) {
        if (change.difference() == Money{0}) {
            return;
        }
        std::string const sign = change.difference() > Money{0} ? "+" : "";
        line(words_.texts().text("change." + std::string(key),
                                 {{"from", old_.money(change.before)},
                                  {"to", words_.money(change.after)},
                                  {"difference", sign + words_.money(change.difference())}}));
    }

    void promises() {
        for (PromiseChange const& change : changes_.promises) {
            std::string const none =
                words_.texts().text("change.no_promise", {{"level", std::to_string(change.level)}});
            add("promise", change.before ? old_.response(*change.before) : none,
                change.after ? words_.response(*change.after) : none);
        }
    }

    void services() {
        for (std::size_t const service : changes_.services_gained) {
            line(words_.texts().text(
                "change.service_gained",
                {{"name", words_.in(after_.catalogue.services[service].name)}}));
        }
        for (std::size_t const service : changes_.services_lost) {
            line(words_.texts().text(
                "change.service_lost",
                {{"name", words_.in(before_.catalogue.services[service].name)}}));
        }
    }

    void discounts_and_items() {
        auto const add_text = [this](std::string_view key, std::string const& text) {
            line(words_.texts().text("change." + std::string(key), {{"text", text}}));
        };
        for (SpecialDiscount const& discount : changes_.discounts_gained) {
            add_text("discount_gained", words_.special_discount(discount));
        }
        for (SpecialDiscount const& discount : changes_.discounts_lost) {
            add_text("discount_lost", words_.special_discount(discount));
        }
        for (Item const& item : changes_.items_gained) {
            add_text("item_gained", item.text);
        }
        for (Item const& item : changes_.items_lost) {
            add_text("item_lost", item.text);
        }
    }

    Changes const& changes_;
    ComparedVersion const& before_;
    ComparedVersion const& after_;
    Wording const& old_;
    Wording const& words_;
    std::string text_;
};

} // namespace

std::string changes_text(Printable const& before, Version const& version_before,
                         Printable const& after, Version const& version_after,
                         templates::Problems& problems) {
    auto const texts = document_texts(after.content.language, problems);
    if (!texts) {
        return {};
    }
    ComparedVersion const one{version_before, before.catalogue, before.alternatives.front()};
    ComparedVersion const other{version_after, after.catalogue, after.alternatives.front()};
    // The earlier version's figures, too, are said in the later one's language.
    Wording const words(after, *texts);
    Wording const old_words(before, *texts, after.content.language);
    std::string const title =
        texts->text("change.title", {{"from", std::to_string(version_before.number)},
                                     {"to", std::to_string(version_after.number)}});
    Changes const changes = changes_between(one, other);
    return with_plain_spaces(title + "\n\n" +
                             ChangesWriter(changes, one, other, old_words, words).write());
}

} // namespace kontingent::documents

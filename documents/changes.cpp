#include "documents/changes.hpp"

#include "core/document/changes.hpp"
#include "documents/wording.hpp"

#include <string_view>
#include <utility>
#include <vector>

namespace kontingent::documents {
namespace {

class ChangesWriter {
public:
    ChangesWriter(Changes const& changes, ComparedVersion const& before,
                  ComparedVersion const& after, Wording const& old_words, Wording const& words)
        : changes_(changes), before_(before), after_(after), old_(old_words), words_(words) {}

    std::vector<std::string> write() {
        if (changes_.has_other_package || changes_.has_other_term) {
            add("offer", old_.offer_name(before_.offered), words_.offer_name(after_.offered));
        }
        if (changes_.has_other_hours) {
            add("included", old_.included_work(before_.offer()),
                words_.included_work(after_.offer()));
        }
        work();
        for (ExtraChange const& extra : changes_.extras) {
            line(words_.texts().text("change.extra", {{"name", words_.in(extra.name)},
                                                      {"from", words_.count(extra.before)},
                                                      {"to", words_.count(extra.after)}}));
        }
        money("month", changes_.month);
        money("fixed", changes_.fixed);
        money("expected", changes_.expected);
        money("all", changes_.all);
        promises();
        services();
        discounts_and_items();
        if (lines_.empty()) {
            line(words_.texts().text("change.nothing"));
        }
        return std::move(lines_);
    }

private:
    void line(std::string text) { lines_.push_back(std::move(text)); }

    void add(std::string_view key, std::string const& from, std::string const& to) {
        line(words_.texts().text("change." + std::string(key), {{"from", from}, {"to", to}}));
    }

    void work() {
        WorkChange const& work = changes_.work;
        if (work.is_other_work()) {
            add("work", old_.work_in(work.before, work.months_before),
                words_.work_in(work.after, work.months_after));
        } else if (work.is_spread_otherwise) {
            line(words_.texts().text("change.work_spread"));
        }
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
            std::string const none = words_.texts().text("change.no_promise");
            line(words_.texts().text(
                "change.promise",
                {{"level", (change.after ? words_ : old_).level(change.level)},
                 {"from", change.before ? old_.response_time(*change.before) : none},
                 {"to", change.after ? words_.response_time(*change.after) : none}}));
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
    std::vector<std::string> lines_;
};

} // namespace

PrintedChanges changes_since(Printable const& before, Version const& version_before,
                             Printable const& after, Version const& version_after,
                             templates::Texts const& texts) {
    ComparedVersion const one{version_before, before.catalogue, before.alternatives.front()};
    ComparedVersion const other{version_after, after.catalogue, after.alternatives.front()};
    // The earlier version's figures, too, are said in the later one's language.
    Wording const words(after, texts);
    Wording const old_words(before, texts, after.content.language);
    Changes const changes = changes_between(one, other);
    return {.title = texts.text("change.title", {{"from", std::to_string(version_before.number)},
                                                 {"to", std::to_string(version_after.number)}}),
            .lines = ChangesWriter(changes, one, other, old_words, words).write()};
}

std::string to_text(PrintedChanges const& changes) {
    std::string text = changes.title + "\n\n";
    for (std::string const& line : changes.lines) {
        text += "- " + line + "\n";
    }
    return with_plain_spaces(text);
}

} // namespace kontingent::documents

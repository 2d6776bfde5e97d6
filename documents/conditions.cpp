#include "documents/conditions.hpp"

#include <cstddef>
#include <string_view>
#include <utility>

namespace kontingent::documents {
namespace {

constexpr BasisPoints whole{10'000};

class ConditionsWriter {
public:
    ConditionsWriter(Offer const& offer, Catalogue const& catalogue, Wording const& words)
        : offer_(offer), catalogue_(catalogue), words_(words) {}

    std::vector<std::string> write() {
        allowance();
        if (catalogue_.billing_increment > Minutes{1}) {
            add(catalogue_.kinds.empty() ? "increment" : "increment_of_kinds",
                {{"time", words_.time(catalogue_.billing_increment)}});
        }
        if (offer_.task) {
            task(*offer_.task);
        }
        if (offer_.can_exceed()) {
            block(offer_.overage, "");
        }
        for (std::size_t i = 0; i < offer_.kinds.size(); ++i) {
            kind(offer_.kinds[i], words_.in(catalogue_.kinds[i].name));
        }
        for (OfferedExtra const& extra : offer_.extras) {
            if (extra.included > 0) {
                add("extra", {{"name", words_.in(catalogue_.extras[extra.extra].name)},
                              {"n", words_.count(extra.included)}});
            }
        }
        return std::move(sentences_);
    }

private:
    std::string text(std::string_view key, templates::TextArguments const& arguments = {}) const {
        return words_.texts().text("condition." + std::string(key), arguments);
    }

    void add(std::string_view key, templates::TextArguments const& arguments = {}) {
        sentences_.push_back(text(key, arguments));
    }

    void allowance() {
        // Names each member, so that a new one does not compile until a text states it.
        auto const& [is_unlimited, included, period_months, carry, pooling_pairs] =
            offer_.allowance;
        if (is_unlimited || included == Minutes{0}) {
            return;
        }
        if (carry) {
            carried(*carry);
        } else {
            add("unused.per_" + std::to_string(period_months));
        }
        if (pooling_pairs > 0) {
            sentences_.push_back(words_.counted("condition.pooling", pooling_pairs));
        }
    }

    void carried(Carry const& carry) {
        auto const& [months, cap, share] = carry;
        templates::TextArguments const arguments{
            {"months", months ? words_.month_count(*months) : std::string()},
            {"share", words_.percent(share)}};
        std::string const key = months ? "months" : "always";
        std::string sentence = text((share == whole ? "carry." : "carry.part_") + key, arguments);
        if (cap) {
            sentence += " " + text("carry.cap", {{"cap", words_.work(*cap)}});
        }
        sentences_.push_back(std::move(sentence));
    }

    void task(TaskRule const& task) {
        auto const& [minimum, first, increment, fee] = task;
        if (minimum > Minutes{0}) {
            add("task.minimum", {{"time", words_.time(minimum)}});
        }
        if (first > Minutes{0}) {
            add("task.first", {{"time", words_.time(first)}});
        }
        if (increment > Minutes{1}) {
            add(first > Minutes{0} ? "task.increment_beyond" : "task.increment",
                {{"time", words_.time(increment)}});
        }
        if (fee > Money{0}) {
            add("task.fee", {{"price", words_.money(fee)}});
        }
    }

    // `kind`: empty for the offer's own tariff.
    void block(Overage const& overage, std::string const& kind) {
        if (overage.mode != OverageMode::block) {
            return;
        }
        std::string const validity =
            !overage.block_valid_months ? text("block.unlimited")
            : overage.keeps_blocks()
                ? text("block.months",
                       {{"months", words_.month_count(*overage.block_valid_months)}})
                : text("block.month");
        sentences_.push_back(kind.empty() ? validity : words_.labelled(kind, validity));
    }

    void kind(KindRule const& rule, std::string const& name) {
        auto const& [uses_included, counts, overage] = rule;
        if (counts != whole) {
            sentences_.push_back(
                words_.labelled(name, text("kind.counts", {{"share", words_.percent(counts)}})));
        }
        if (!uses_included) {
            sentences_.push_back(words_.labelled(name, text("kind.not_included")));
        }
        if (overage) {
            block(*overage, name);
        }
    }

    Offer const& offer_;
    Catalogue const& catalogue_;
    Wording const& words_;
    std::vector<std::string> sentences_;
};

} // namespace

std::vector<std::string> conditions_of(Offer const& offer, Catalogue const& catalogue,
                                       Wording const& words) {
    return ConditionsWriter(offer, catalogue, words).write();
}

} // namespace kontingent::documents

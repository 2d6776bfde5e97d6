#include "core/link/work_coder.hpp"

#include "core/base/ascii.hpp"
#include "core/base/limits.hpp"
#include "core/base/small_sort.hpp"

#include <algorithm>
#include <cstdint>

namespace kontingent {
namespace {

constexpr std::size_t id_size_max = 64;
constexpr std::int64_t whole = 10'000; // basis points

// The share with a bit for months behind it.
NeededKind code_kind(Coder& coder, NeededKind kind) {
    std::int64_t const packed =
        coder.number(2 * kind.share.value + (kind.months.empty() ? 0 : 1), 2 * whole + 1);
    kind.share.value = packed / 2;
    if (packed % 2 != 0) {
        code_months(coder, kind.months);
        coder.require(!kind.months.empty());
    }
    return kind;
}

} // namespace

std::optional<std::size_t> code_id(Coder& coder, std::size_t index, Ids const& ids,
                                   std::vector<std::string>& dropped) {
    std::string id{coder.is_reading() ? std::string_view{} : ids[index]};
    coder.text(id, id_size_max);
    coder.require(ascii::is_id(id));
    auto const found = std::ranges::find(ids, id);
    if (found == ids.end()) {
        dropped.push_back(std::move(id));
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - ids.begin());
}

void code_months(Coder& coder, std::vector<Minutes>& months) {
    months.resize(coder.count(months.size(), forecast_months_max));
    for (Minutes& month : months) {
        coder.minutes(month);
    }
}

void code_kinds(Coder& coder, Needs& needs, std::vector<std::string>& dropped,
                Catalogue const& catalogue) {
    Ids const ids = ids_of(catalogue.kinds);
    std::vector<NeededKind> const written = std::move(needs.kinds);
    needs.kinds.clear();
    std::size_t const count = coder.count(written.size(), kind_count_max);
    std::int64_t sum = 0;
    for (std::size_t at = 0; at < count; ++at) {
        NeededKind const& given = at < written.size() ? written[at] : NeededKind{};
        auto const kind = code_id(coder, given.kind, ids, dropped);
        NeededKind needed = code_kind(coder, given);
        sum += needed.share.value;
        // Another edition may have it as its first kind, which has what the others leave.
        if (kind && *kind > 0) {
            needed.kind = *kind;
            needs.kinds.push_back(std::move(needed));
        }
    }
    sort_few(needs.kinds, &NeededKind::kind);
    coder.require(sum <= whole && std::ranges::adjacent_find(needs.kinds, {}, &NeededKind::kind) ==
                                      needs.kinds.end());
    coder.minutes(needs.task_size);
}

void code_extras(Coder& coder, ChosenExtras& extras, std::vector<std::string>& dropped,
                 Catalogue const& catalogue) {
    Ids const ids = ids_of(catalogue.extras);
    ChosenExtras const written = std::move(extras);
    extras.clear();
    std::size_t const count = coder.count(written.size(), extra_count_max);
    for (std::size_t at = 0; at < count; ++at) {
        ChosenExtra chosen = at < written.size() ? written[at] : ChosenExtra{};
        auto const extra = code_id(coder, chosen.extra, ids, dropped);
        coder.number(chosen.number, extra_number_max);
        if (extra) {
            extras.push_back({*extra, std::min(chosen.number, catalogue.extras[*extra].max)});
        }
    }
    sort_few(extras, &ChosenExtra::extra);
    coder.require(std::ranges::adjacent_find(extras, {}, &ChosenExtra::extra) == extras.end());
}

void change_unit(Minutes& work, UnitChange change) {
    constexpr std::int64_t hour = 60;
    work.count = change == UnitChange::to_units
                     ? divide_up(work.count, hour)
                     : std::min(hour * work.count, month_usage_max.count);
}

void change_unit(Needs& needs, UnitChange change) {
    auto const one = [change](Minutes& work) { change_unit(work, change); };
    auto const all = [&one](std::vector<Minutes>& months) { std::ranges::for_each(months, one); };
    for (Minutes* const minutes : {&needs.average, &needs.low, &needs.high, &needs.task_size}) {
        one(*minutes);
    }
    all(needs.months);
    for (NeededKind& kind : needs.kinds) {
        all(kind.months);
    }
    for (PastMonth& month : needs.past) {
        one(month.used);
    }
}

} // namespace kontingent

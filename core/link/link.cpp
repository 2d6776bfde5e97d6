#include "core/link/link.hpp"

#include "core/base/ascii.hpp"
#include "core/base/limits.hpp"
#include "core/base/small_sort.hpp"
#include "core/base/utf8.hpp"
#include "core/link/address_text.hpp"
#include "core/link/byte_coder.hpp"
#include "core/link/work_coder.hpp"

#include <algorithm>
#include <limits>

namespace kontingent {
namespace {

constexpr char mark = 'k';
constexpr char version = '3';
// Up to this one there were no kinds, tasks, extras and units.
constexpr char version_without_kinds = '2';
// In the first version a required response had two bits for its level, and a catalogue four levels.
constexpr char version_of_four_levels = '1';
constexpr std::size_t four_levels = 4;
constexpr std::size_t prefix_size = 2;
constexpr std::int64_t calendar_month_max = 12 * 10'000 - 1;
constexpr std::size_t id_size_max = 64;
constexpr std::size_t catalogue_id_size_max = 4 * 64; // so many characters, each of 4 bytes

bool is_printable(std::string_view text) {
    return utf8::valid_prefix(text) == text.size() &&
           std::ranges::none_of(text, [](char c) { return (c >= 0 && c < ' ') || c == '\x7F'; });
}

// A month is its minutes twice, and one more where months are left out before it; then how many.
void code_past(Coder& coder, std::vector<PastMonth>& past) {
    past.resize(coder.count(past.size(), past_months_max));
    std::int32_t previous = -1; // before the first month, those since year 0 are left out
    for (PastMonth& month : past) {
        std::int64_t const left_out = month.month - previous - 1;
        std::int64_t const packed = coder.number(2 * month.used.count + (left_out > 0 ? 1 : 0),
                                                 2 * month_usage_max.count + 1);
        month.used.count = packed / 2;
        std::int64_t const skipped =
            packed % 2 == 0 ? 0 : coder.number(left_out, calendar_month_max);
        previous += static_cast<std::int32_t>(skipped) + 1;
        coder.require(previous <= calendar_month_max);
        month.month = previous;
    }
}

void code_services(Coder& coder, std::vector<std::size_t>& services,
                   std::vector<std::string>& dropped, Catalogue const& catalogue) {
    Ids const ids = ids_of(catalogue.services);
    std::vector<std::size_t> const written = std::move(services);
    services.clear();
    std::size_t const count = coder.count(written.size(), service_count_max);
    for (std::size_t at = 0; at < count; ++at) {
        if (auto const service =
                code_id(coder, at < written.size() ? written[at] : 0, ids, dropped)) {
            services.push_back(*service);
        }
    }
    sort_few(services);
    coder.require(std::ranges::adjacent_find(services) == services.end());
}

std::int64_t hours_bit(RequiredResponse const& response) {
    return response.hours == SupportHours::business ? 1 : 0;
}

SupportHours hours_of_bit(std::int64_t bit) {
    return bit == 0 ? SupportHours::always : SupportHours::business;
}

// The level, then the time with the hours as its lowest bit.
void code_response(Coder& coder, RequiredResponse& response) {
    coder.number(response.level, level_count_max);
    std::int64_t const packed = coder.number(response.within.count * 2 + hours_bit(response),
                                             response_time_max.count * 2 + 1);
    response.hours = hours_of_bit(packed % 2);
    response.within.count = packed / 2;
}

// All of it in one number.
void read_response_of_four_levels(Coder& coder, RequiredResponse& response) {
    std::int64_t const packed = coder.number(0, response_time_max.count * 8 + 7);
    response.level = static_cast<std::int32_t>(packed % 4) + 1;
    response.hours = hours_of_bit(packed / 4 % 2);
    response.within.count = packed / 8;
}

void code_requirements(Coder& coder, Link& link, Catalogue const& catalogue, char written_as) {
    Requirements& requirements = link.needs.requirements;
    requirements.responses.resize(coder.count(requirements.responses.size(), level_count_max));
    std::int32_t previous_level = 0;
    for (RequiredResponse& response : requirements.responses) {
        if (written_as == version_of_four_levels) {
            read_response_of_four_levels(coder, response);
        } else {
            code_response(coder, response);
        }
        coder.require(response.level > previous_level &&
                      response.within.count <= response_time_max.count);
        previous_level = response.level;
    }
    std::erase_if(requirements.responses, [&](RequiredResponse const& response) {
        return static_cast<std::size_t>(response.level) > catalogue.levels.size();
    });
    code_services(coder, requirements.services, link.dropped, catalogue);
    std::int32_t term = requirements.term_months_max.value_or(0);
    coder.number(term, term_months_max);
    requirements.term_months_max = term > 0 ? std::optional(term) : std::nullopt;
}

void code_season(Coder& coder, Season& season) {
    std::int64_t sum = 0;
    for (std::int32_t& weight : season) {
        coder.number(weight, season_weight_max);
        sum += weight;
    }
    coder.require(sum > 0);
}

// How many of what, and the efforts that the catalogue begins with.
std::vector<Incidents> first_incidents(Catalogue const& catalogue) {
    std::vector<Incidents> incidents;
    for (SupportLevel const& level : catalogue.levels) {
        incidents.push_back({.tenths_a_month = 0, .effort = level.typical_effort});
    }
    return incidents;
}

// Those of levels that this catalogue does not have are left out.
void code_incidents(Coder& coder, std::vector<Incidents>& incidents, char written_as) {
    std::size_t const count = written_as == version_of_four_levels
                                  ? four_levels
                                  : coder.count(incidents.size(), level_count_max);
    for (std::size_t index = 0; index < count; ++index) {
        Incidents other;
        Incidents& one = index < incidents.size() ? incidents[index] : other;
        coder.number(one.tenths_a_month, incident_tenths_max);
        coder.minutes(one.effort, incident_effort_max);
    }
}

// Parts that are left out where they are as at first.
constexpr unsigned season_part = 1;
constexpr unsigned months_part = 2;
constexpr unsigned incidents_part = 4;
constexpr unsigned past_part = 8;
constexpr unsigned own_part = 16;
constexpr unsigned requirements_part = 32;
constexpr unsigned quoted_part = 64;
constexpr unsigned kinds_part = 128; // with the usual task
constexpr unsigned extras_part = 256;
constexpr unsigned unit_part = 512; // has no bytes: the catalogue counted units instead of hours
constexpr unsigned all_parts = 1'023;
constexpr unsigned all_parts_before_kinds = 127;

unsigned parts_of(Link const& link, Catalogue const& catalogue) {
    Needs const& needs = link.needs;
    bool const has_own = needs.low.count > 0 || needs.high.count > 0;
    return (needs.season != even_season ? season_part : 0) |
           (needs.months.empty() ? 0 : months_part) |
           (needs.incidents != first_incidents(catalogue) && !needs.incidents.empty()
                ? incidents_part
                : 0) |
           (needs.past.empty() ? 0 : past_part) | (has_own ? own_part : 0) |
           (needs.requirements != Requirements{} ? requirements_part : 0) |
           (link.quoted ? quoted_part : 0) |
           (needs.kinds.empty() && needs.task_size.count == 0 ? 0 : kinds_part) |
           (needs.extras.empty() ? 0 : extras_part) | (catalogue.unit ? unit_part : 0);
}

// The ways and choices, in one byte.
void code_choices(Coder& coder, Needs& needs) {
    auto const packed = coder.number(
        static_cast<int>(needs.way) | (static_cast<int>(needs.certainty) << 2) |
            (static_cast<int>(needs.gaps) << 5) | (static_cast<int>(needs.price_view) << 6),
        0x7F);
    needs.way = static_cast<NeedsWay>(packed & 3);
    needs.certainty = static_cast<Certainty>((packed >> 2) & 7);
    needs.gaps = static_cast<Gaps>((packed >> 5) & 1);
    needs.price_view = static_cast<PriceView>((packed >> 6) & 1);
    coder.require(needs.certainty <= Certainty::resampled);
}

void code_quoted(Coder& coder, QuotedOffer& quoted) {
    coder.text(quoted.package_id, id_size_max);
    coder.require(ascii::is_id(quoted.package_id));
    coder.number(quoted.term_months, term_months_max);
    coder.require(quoted.term_months > 0);
    quoted.net.minor = coder.number(quoted.net.minor, std::numeric_limits<std::int64_t>::max());
}

void code_link(Coder& coder, Link& link, Catalogue const& catalogue, char written_as) {
    Needs& needs = link.needs;
    coder.text(link.catalogue_id, catalogue_id_size_max);
    coder.require(is_printable(link.catalogue_id));
    coder.number(link.first_month, calendar_month_max);
    code_choices(coder, needs);
    bool const has_kinds = written_as > version_without_kinds;
    auto const parts = static_cast<unsigned>(coder.number(
        std::int64_t{parts_of(link, catalogue)}, has_kinds ? all_parts : all_parts_before_kinds));
    coder.minutes(needs.average);
    if ((parts & season_part) != 0) {
        code_season(coder, needs.season);
    }
    if ((parts & months_part) != 0) {
        code_months(coder, needs.months);
    }
    if ((parts & incidents_part) != 0) {
        code_incidents(coder, needs.incidents, written_as);
    }
    if ((parts & past_part) != 0) {
        code_past(coder, needs.past);
    }
    if ((parts & own_part) != 0) {
        coder.minutes(needs.low);
        coder.minutes(needs.high);
    }
    if ((parts & requirements_part) != 0) {
        code_requirements(coder, link, catalogue, written_as);
    }
    if ((parts & quoted_part) != 0) {
        link.quoted = link.quoted.value_or(QuotedOffer{});
        code_quoted(coder, *link.quoted);
    }
    if ((parts & kinds_part) != 0) {
        code_kinds(coder, needs, link.dropped, catalogue);
    }
    if ((parts & extras_part) != 0) {
        code_extras(coder, needs.extras, link.dropped, catalogue);
    }
    bool const counted_units = (parts & unit_part) != 0;
    if (has_kinds && counted_units != catalogue.unit.has_value()) {
        UnitChange const change = counted_units ? UnitChange::to_hours : UnitChange::to_units;
        change_unit(needs, change);
        for (Incidents& incidents : needs.incidents) {
            if ((parts & incidents_part) != 0) {
                change_unit(incidents.effort, change);
            }
        }
    }
}

} // namespace

std::string link_of(Needs const& needs, std::int32_t first_month,
                    std::optional<QuotedOffer> const& quoted, Catalogue const& catalogue) {
    Link link{.needs = needs,
              .first_month = first_month,
              .quoted = quoted,
              .catalogue_id = catalogue.id,
              .is_other_edition = false,
              .dropped = {}};
    Coder coder;
    code_link(coder, link, catalogue, version);
    return to_address_text(std::string{mark, version}, coder.bytes());
}

std::expected<Link, LinkError> read_link(std::string_view fragment, Catalogue const& catalogue) {
    bool const is_ours =
        fragment.size() >= prefix_size && fragment[0] == mark && ascii::is_digit(fragment[1]);
    if (!is_ours) {
        return std::unexpected(LinkError::not_ours);
    }
    if (fragment[1] > version) {
        return std::unexpected(LinkError::newer_version);
    }
    auto bytes =
        fragment[1] >= version_of_four_levels && fragment.size() <= link_length_max
            ? from_address_text(fragment.substr(0, prefix_size), fragment.substr(prefix_size))
            : std::nullopt;
    if (!bytes) {
        return std::unexpected(LinkError::damaged);
    }
    Link link;
    link.needs.incidents = first_incidents(catalogue);
    Coder coder(*std::move(bytes));
    code_link(coder, link, catalogue, fragment[1]);
    if (!coder.is_valid()) {
        return std::unexpected(LinkError::does_not_fit);
    }
    link.is_other_edition = link.catalogue_id != catalogue.id;
    return link;
}

} // namespace kontingent

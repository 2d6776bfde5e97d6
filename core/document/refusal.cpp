#include "core/base/core_texts.hpp"
#include "core/base/fill.hpp"
#include "core/base/format.hpp"
#include "core/document/steps.hpp"

namespace kontingent {

static_assert(text_behind(CoreText::refusal_no_draft,
                          static_cast<std::size_t>(RefusalCode::bad_acceptance_day)) ==
              CoreText::refusal_bad_acceptance_day);
static_assert(text_behind(CoreText::version_draft,
                          static_cast<std::size_t>(VersionState::expired)) ==
              CoreText::version_expired);

std::string sentence(Refusal const& refusal, Language language) {
    std::string detail;
    if (auto const* number = std::get_if<std::int64_t>(&refusal.detail)) {
        detail = refusal.code == RefusalCode::over_limit
                     ? format_percent(BasisPoints{*number}, language)
                     : format_integer(*number, language);
    } else if (auto const* word = std::get_if<std::string>(&refusal.detail)) {
        detail = *word;
    } else if (auto const* state = std::get_if<VersionState>(&refusal.detail)) {
        detail = text_of(text_behind(CoreText::version_draft, static_cast<std::size_t>(*state)),
                         language);
    }
    auto const index = static_cast<std::size_t>(refusal.code);
    return fill(text_of(text_behind(CoreText::refusal_no_draft, index), language),
                {{"detail", detail}});
}

} // namespace kontingent

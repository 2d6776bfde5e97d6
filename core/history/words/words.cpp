#include "core/history/words/words.hpp"

namespace kontingent::history {

std::span<LanguageWords const* const> all_words() {
    static constexpr std::array all{&words_de, &words_en, &words_fr, &words_pl,
                                    &words_es, &words_it, &words_nl};
    return all;
}

} // namespace kontingent::history

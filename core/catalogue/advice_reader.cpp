#include "core/catalogue/advice_reader.hpp"

#include "core/base/limits.hpp"

#include <array>

namespace kontingent {
namespace {

constexpr json::Bounds season_count_bounds{1, 16};
constexpr json::Bounds weight_bounds{0, season_weight_max};
constexpr json::Bounds weight_count_bounds{12, 12};
constexpr json::Bounds question_count_bounds{1, 64};
constexpr json::Bounds answer_count_bounds{2, 6};

Season read_weights(json::Checker& json, json::Value const* list) {
    Season weights{};
    if (!json.list(list, weight_count_bounds)) {
        return weights;
    }
    std::size_t month = 0;
    bool is_all_zero = true;
    for (json::Value const& item : json.document().items(*list)) {
        auto const weight = json.integer(&item, weight_bounds);
        weights[month++] = static_cast<std::int32_t>(weight.value_or(0));
        is_all_zero = is_all_zero && weight == 0;
    }
    if (is_all_zero) {
        json.report(ErrorCode::no_weight, *list);
    }
    return weights;
}

// Where an answer, or the start, leads to a question.
struct Reference {
    std::size_t question; // that asks
    std::size_t answer;
    json::Value const* next;
};

class TriageReader {
public:
    TriageReader(CatalogueChecker& checker, std::size_t level_count)
        : checker_(checker),
          json_(checker.json),
          level_count_(static_cast<std::int64_t>(level_count)) {}

    Triage read(json::Value const& object) {
        json::Members const members(json_, &object, {{"start"}, {"questions"}});
        json::Value const* list = members["questions"];
        if (!json_.list(list, question_count_bounds)) {
            json_.id(members["start"]);
            return {};
        }
        for (json::Value const& item : json_.document().items(*list)) {
            read_question(item);
        }
        triage_.start = question_of(members["start"]);
        for (Reference const& reference : references_) {
            triage_.questions[reference.question].answers[reference.answer].next =
                question_of(reference.next);
        }
        check_levels(*list);
        if (is_valid_) {
            check_paths(*list);
        }
        return std::move(triage_);
    }

private:
    void read_question(json::Value const& item) {
        json::Members const members(
            json_, &item, {{"id"}, {"question"}, {"hint", json::Presence::optional}, {"answers"}});
        TriageQuestion question;
        question.id = used_ids_.read(json_, members["id"]);
        question.question = read_text(checker_, members["question"]);
        question.hint = read_text(checker_, members["hint"]);
        is_valid_ =
            is_valid_ && !question.id.empty() && index_of(question.id) == triage_.questions.size();
        if (json_.list(members["answers"], answer_count_bounds)) {
            for (json::Value const& answer : json_.document().items(*members["answers"])) {
                question.answers.push_back(read_answer(answer, question.answers.size()));
            }
        }
        is_valid_ = is_valid_ && !question.answers.empty();
        triage_.questions.push_back(std::move(question));
    }

    TriageAnswer read_answer(json::Value const& item, std::size_t index) {
        json::Members const members(
            json_, &item,
            {{"text"}, {"next", json::Presence::optional}, {"level", json::Presence::optional}});
        TriageAnswer answer;
        answer.text = read_text(checker_, members["text"]);
        json::Value const* next = members["next"];
        json::Value const* level = members["level"];
        if (next != nullptr) {
            references_.push_back({triage_.questions.size(), index, next});
        }
        if (next != nullptr && level != nullptr) {
            json_.report_name(ErrorCode::unknown_member, *level);
        } else if (level != nullptr) {
            answer.level =
                static_cast<std::int32_t>(json_.integer(level, {1, level_count_}).value_or(0));
        } else if (next == nullptr && members.is_object()) {
            json_.report(ErrorCode::missing_member, item, "level");
        }
        is_valid_ = is_valid_ && (answer.level > 0 || (next != nullptr && level == nullptr));
        return answer;
    }

    // The number of questions where there is none.
    std::size_t index_of(std::string_view id) const {
        std::size_t index = 0;
        while (index < triage_.questions.size() && triage_.questions[index].id != id) {
            ++index;
        }
        return index;
    }

    std::size_t question_of(json::Value const* value) {
        auto const id = json_.id(value);
        std::size_t const index = index_of(id.value_or(""));
        if (id && index < triage_.questions.size()) {
            return index;
        }
        if (id && !triage_.questions.empty()) {
            json_.report(ErrorCode::unknown_id, *value, std::string(*id));
        }
        is_valid_ = false;
        return 0;
    }

    // A level that only an unreadable answer may lead to is not missed.
    void check_levels(json::Value const& list) {
        std::array<bool, level_count_max + 1> is_reached{};
        for (TriageQuestion const& question : triage_.questions) {
            for (TriageAnswer const& answer : question.answers) {
                is_reached[static_cast<std::size_t>(answer.level)] = true;
            }
        }
        for (std::size_t level = 1; is_valid_ && level <= static_cast<std::size_t>(level_count_);
             ++level) {
            if (!is_reached[level]) {
                json_.report(ErrorCode::missing_level, list, static_cast<std::int64_t>(level));
            }
        }
    }

    // Only where every reference is valid, or one error would be reported as several.
    void check_paths(json::Value const& list) {
        follow(triage_.start);
        std::size_t index = 0;
        for (json::Value const& item : json_.document().items(list)) {
            if (visits_[index] == Visit::none) {
                json_.report(ErrorCode::dead_question, item, triage_.questions[index].id);
            }
            ++index;
        }
        for (index = 0; index < triage_.questions.size(); ++index) {
            follow(index);
        }
    }

    // As deep as there are questions at most.
    void follow(std::size_t question) {
        if (visits_[question] != Visit::none) {
            return;
        }
        visits_[question] = Visit::under_way;
        for (Reference const& reference : references_) {
            if (reference.question != question) {
                continue;
            }
            std::size_t const next = triage_.questions[question].answers[reference.answer].next;
            if (visits_[next] == Visit::under_way) {
                json_.report(ErrorCode::triage_cycle, *reference.next,
                             std::string(reference.next->text));
            }
            follow(next);
        }
        visits_[question] = Visit::done;
    }

    enum class Visit : std::uint8_t { none, under_way, done };

    CatalogueChecker& checker_;
    json::Checker& json_;
    std::int64_t level_count_;
    Triage triage_;
    UsedIds used_ids_;
    std::vector<Reference> references_;
    std::array<Visit, question_count_bounds.highest> visits_{};
    bool is_valid_ = true; // so far: every id, answer and reference can be relied on
};

} // namespace

std::vector<NamedSeason> read_seasons(CatalogueChecker& checker, json::Value const* list) {
    json::Checker& json = checker.json;
    std::vector<NamedSeason> seasons;
    if (!json.list(list, season_count_bounds)) {
        return seasons;
    }
    UsedIds used_ids;
    for (json::Value const& item : json.document().items(*list)) {
        json::Members const members(json, &item, {{"id"}, {"name"}, {"weights"}});
        NamedSeason season;
        season.id = used_ids.read(json, members["id"]);
        season.name = read_text(checker, members["name"]);
        season.weights = read_weights(json, members["weights"]);
        seasons.push_back(std::move(season));
    }
    return seasons;
}

Triage read_triage(CatalogueChecker& checker, json::Value const* object, std::size_t level_count) {
    return object == nullptr ? Triage{} : TriageReader(checker, level_count).read(*object);
}

} // namespace kontingent

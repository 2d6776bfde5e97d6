// All of a desk at once: what is set, everything out to one file and in again.
#include "ui/desk/session.hpp"
#include "ui/screens/desk/preview.hpp"
#include "ui/state/desk/bundle.hpp"
#include "ui/state/desk/typed.hpp"

#include <algorithm>
#include <utility>

namespace kontingent::ui::desk {

void Session::import(std::string const& bytes) {
    constexpr std::size_t bytes_max = std::size_t{32} << 20U;
    if (bytes.size() > bytes_max) {
        say(std::string{texts[DeskText::file_too_large]}, NoticeKind::error);
        return;
    }
    auto merge = merge_of(bytes, state.records, catalogue);
    if (!merge) {
        constexpr std::size_t shown_max = 3;
        std::string all{texts[DeskText::import_refused]};
        Errors& errors = merge.error();
        errors.resize(std::min(errors.size(), shown_max));
        for (Error const& error : errors) {
            all += " " + to_line(error, language);
        }
        say(std::move(all), NoticeKind::error);
        return;
    }
    import_report_ =
        texts.fill(DeskText::said_imported, {{"added", std::to_string(merge->added)},
                                             {"twice", std::to_string(merge->kept_twice)},
                                             {"unchanged", std::to_string(merge->unchanged)}});
    if (merge->keeps_own_settings) {
        import_report_ += " ";
        import_report_ += texts[DeskText::said_own_settings];
    }
    if (merge->step.changes.empty()) {
        say(std::exchange(import_report_, {}));
        return;
    }
    write(StepKind::import, {}, std::move(merge->step));
}

void Session::export_all() {
    std::string const name = "kontingent-desk-" + to_text(today()) + ".json";
    platform.download(name, "application/json", bundle_of(state.records));
    if (!state.is_busy()) {
        write(StepKind::copied, {},
              {{{std::string{copied_key}, std::to_string(platform.now_ms())}}});
    }
}

// Where it was asked for the settings are open, and it is stored with them.
void Session::take_logo(std::string const& bytes) {
    if (!is_logo(bytes)) {
        say(std::string{texts[DeskText::logo_refused]}, NoticeKind::error);
        return;
    }
    state.settings_form.logo = bytes;
    state.notice = {};
}

void Session::save_settings() {
    if (state.is_busy()) {
        later_ = [this] { save_settings(); };
        return;
    }
    SettingsForm const& form = state.settings_form;
    Settings settings{.owner = form.owner,
                      .validity_days = 30,
                      .discount_max = {},
                      .payment_terms = form.payment_terms,
                      .introduction = form.introduction,
                      .closing = form.closing};
    constexpr int decimals = 2;
    constexpr std::int64_t whole = 10'000;
    auto const days = parse_fixed(form.validity_days, 0, validity_days_max);
    auto const limit = parse_fixed(form.discount_max, decimals, whole);
    bool const is_valid = (form.prefix.empty() || is_prefix(form.prefix)) && days &&
                          (form.discount_max.empty() || limit);
    if (!is_valid) {
        say(std::string{texts[DeskText::settings_wrong]}, NoticeKind::error);
        return;
    }
    settings.validity_days = static_cast<std::int32_t>(*days);
    if (limit) {
        settings.discount_max = BasisPoints{*limit};
    }
    Step step{{{std::string{settings_key}, to_json(settings)},
               {std::string{templates_key}, to_json(form.templates)}}};
    if (form.logo != state.own_logo) {
        step.changes.push_back(
            {std::string{logo_key},
             form.logo.empty() ? std::nullopt : std::optional{logo_to_json(form.logo)}});
    }
    if (!form.prefix.empty()) {
        step.changes.push_back({std::string{prefix_key}, quoted(form.prefix)});
    }
    write(StepKind::settings, {}, std::move(step));
}

} // namespace kontingent::ui::desk

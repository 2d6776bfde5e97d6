// One visit: what was entered, what is computed from it, and the copies that outlive a reload (the
// session's storage and the page's address). Screens change `app`; this class draws nothing.
#pragma once

#include "core/base/language.hpp"
#include "core/catalogue/catalogue.hpp"
#include "ui/platform.hpp"
#include "ui/state/results.hpp"
#include "ui/state/state.hpp"
#include "ui/words.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace kontingent::ui {

class Session {
public:
    // Restores what the session's storage holds, or begins with initial_needs_state().
    Session(Platform& page, Catalogue shop_catalogue);
    Session(Session const&) = delete;
    Session& operator=(Session const&) = delete;

    Platform& platform;
    Catalogue const catalogue;
    AppState app;
    float answer_y = 0; // where a narrow page has the answer; 0: not yet known, or nowhere

    Shop shop() const { return {catalogue, app.needs.first_month % 12}; }

    Results const& results() const { return results_; }

    std::optional<BreakEven> const& break_even() { return results_.break_even(); }

    // Computes again what depends on changed input, and stores the input where it changed. True
    // where results() are new.
    bool update();
    // Trials run between frames, a slice with each call. True where that was the last slice, so
    // that the portal has to be drawn again.
    bool work();

    // The input as the fragment of an address, with the offer that is recommended now.
    std::string link() const;
    // Takes the input from a fragment. One of ours that cannot be read gives initial needs and a
    // note, never half of an input; any other fragment is ignored.
    void open_link(std::string_view fragment);

    // Leads to the form. An empty key means the recommended offer.
    void start_package_request(std::string offer_key);
    void start_on_demand_request(std::int32_t level);
    // Hands the form's request to the outbox and clears the form; the sender's details stay for
    // another request.
    void send_request(Language language);
    // Takes an entry out of the outbox and back into the form.
    void edit_request(std::string_view outbox_key);
    void store_draft();

private:
    void store_needs(LinkStep step);

    std::int32_t next_month_; // the month after the current one: 12 * year + month
    Results results_;
    std::string stored_needs_;
    std::string stored_draft_;
};

} // namespace kontingent::ui

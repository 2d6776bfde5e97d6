// Drives a whole portal without a window: the real fonts, texts and sample catalogue, a fake
// platform that records its calls, and look-up by role and name.
#pragma once

#include "tests/languages/names.hpp"
#include "ui/portal.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent::ui_test {

class FakePlatform final : public ui::Platform {
public:
    void store(std::string_view key, std::string_view value) override {
        stored[std::string{key}] = value;
    }

    std::string load(std::string_view key) override {
        auto const found = stored.find(key);
        return found == stored.end() ? std::string{} : found->second;
    }

    void copy(std::string_view text) override { copied = text; }

    void store_link(std::string_view fragment, ui::LinkStep step) override {
        links.emplace_back(fragment, step);
    }

    void copy_link(std::string_view fragment) override { copied_link = fragment; }

    void download(std::string_view, std::string_view, std::string_view) override {}

    void print() override {}

    void submit(std::string_view request_json) override { submitted.emplace_back(request_json); }

    void withdraw(std::string_view key) override { withdrawn.emplace_back(key); }

    void want_deferred(semantics::Id near) override { wanted_code.push_back(near); }

    void choose_history_file() override { ++files_chosen; }

    void read_history_text(std::string_view text) override { history_texts.emplace_back(text); }

    void read_history_again(HistoryOptions const& options) override {
        history_options.push_back(options);
    }

    // 2026-11-15: the forecast begins with December.
    std::int64_t now_ms() override { return 1'794'700'800'000; }

    std::map<std::string, std::string, std::less<>> stored;
    std::string copied, copied_link;
    std::vector<std::pair<std::string, ui::LinkStep>> links;
    std::vector<std::string> submitted, withdrawn; // requests, keys
    std::vector<semantics::Id> wanted_code;        // the records that were to come near, or no_id
    int files_chosen = 0;
    std::vector<std::string> history_texts;
    std::vector<HistoryOptions> history_options;
};

struct PortalOptions {
    Language language = german;
    float width = 1440;
    std::string catalogue = {}; // empty: the sample
    ui::DeferredState deferred = ui::DeferredState::loaded;
    bool is_settled = true; // false: no frame is made yet
};

class PortalDriver {
public:
    explicit PortalDriver(FakePlatform& platform, PortalOptions const& options = {});

    // Frames until nothing changes, as the browser layer does; the count is kept.
    void settle();
    ui::FrameResult frame();

    semantics::Record const& find(semantics::Role role, std::string_view name) const;
    semantics::Record const* try_find(semantics::Role role, std::string_view name) const;
    std::string status() const; // what is announced
    std::string text() const;   // the whole screen as golden text

    std::vector<semantics::Record> const& records() const { return portal_->records(); }

    void activate(semantics::Role role, std::string_view name);
    void type(std::string_view field_name, std::string_view text);
    void set(std::string_view slider_name, std::int64_t value);
    // A click of the mouse in the middle, as the browser sends it: press and release in frames of
    // their own.
    void click(semantics::Role role, std::string_view name);

    void report_copied(bool is_copied) { portal_->copied(is_copied); }

    void set_deferred(ui::DeferredState state) { portal_->set_deferred(state); }

    void push(ui::Event event) { portal_->push(std::move(event)); }

    std::vector<ui::DrawnLayer> const& layers() const { return portal_->layers(); }

    void measure_anew() { portal_->measure_anew(); }

    ui::Viewport viewport;
    int frames = 0;
    ui::FrameResult last;

private:
    std::unique_ptr<ui::Portal> portal_;
};

std::string read_file(std::string const& path); // relative to the repository's root
// languages/LL/portal.json
ui::Texts portal_texts(Language language);

} // namespace kontingent::ui_test

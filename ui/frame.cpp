#include "ui/frame.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace kontingent::ui {

namespace {
constexpr double ease_seconds = 0.15;

template <typename Kind>
Kind const* latest(std::vector<Event> const& events) {
    Kind const* found = nullptr;
    for (Event const& event : events) {
        if (auto const* const one = std::get_if<Kind>(&event)) {
            found = one;
        }
    }
    return found;
}

// The smallest rectangle around both; what has no width is only heard.
Rect enclosing(Rect const& one, Rect const& other) {
    if (one.width <= 0 || other.width <= 0) {
        return one.width <= 0 ? other : one;
    }
    float const left = std::min(one.x, other.x);
    float const top = std::min(one.y, other.y);
    return {left, top, std::max(one.x + one.width, other.x + other.width) - left,
            std::max(one.y + one.height, other.y + other.height) - top};
}

} // namespace

Frame::Frame(Viewport const& view, Language page_language, Texts const& page_texts,
             Theme const& page_theme, Fonts const& page_fonts, Memory& memory,
             std::vector<Event> new_events)
    : viewport(view),
      language(page_language),
      texts(page_texts),
      theme(page_theme),
      fonts(page_fonts),
      memory_(memory),
      events_(std::move(new_events)) {
    open_.push_back({});
    for (Event const& event : events_) {
        if (auto const* focused = std::get_if<Focused>(&event)) {
            memory_.focused = focused->id;
            memory_.focus_kind = focused->kind;
        }
        if (auto const* blurred = std::get_if<Blurred>(&event);
            blurred != nullptr && blurred->id == memory_.focused) {
            memory_.focused = semantics::no_id;
        }
    }
}

bool Frame::was_activated(Id id) const {
    return std::any_of(events_.begin(), events_.end(), [id](Event const& event) {
        auto const* activated = std::get_if<Activated>(&event);
        return activated != nullptr && activated->id == id;
    });
}

std::string const* Frame::text_entered(Id id) const {
    std::string const* latest = nullptr;
    for (Event const& event : events_) {
        if (auto const* entered = std::get_if<TextEntered>(&event);
            entered != nullptr && entered->id == id) {
            latest = &entered->text;
        }
    }
    return latest;
}

std::optional<std::int64_t> Frame::value_set(Id id) const {
    std::optional<std::int64_t> latest;
    for (Event const& event : events_) {
        if (auto const* set = std::get_if<ValueSet>(&event); set != nullptr && set->id == id) {
            latest = set->value;
        }
    }
    return latest;
}

bool Frame::was_blurred(Id id) const {
    return std::any_of(events_.begin(), events_.end(), [id](Event const& event) {
        auto const* blurred = std::get_if<Blurred>(&event);
        return blurred != nullptr && blurred->id == id;
    });
}

OutboxChanged const* Frame::outbox_changed() const {
    return latest<OutboxChanged>(events_);
}

LinkOpened const* Frame::link_opened() const {
    return latest<LinkOpened>(events_);
}

Id Frame::id(std::string_view key) const {
    return semantics::derive(open_.back().id, key);
}

Record& Frame::record(Id id, Role role, std::string_view name, Rect rect) {
    Record& made = records.emplace_back();
    made.id = id;
    made.parent = open_.back().id;
    made.role = role;
    made.name = name;
    made.rect = rect;
    return made;
}

Id Frame::open(std::string_view key, Role role, std::string_view name, Rect rect) {
    Id const made = id(key);
    std::size_t const at = records.size();
    record(made, role, name, rect);
    open_.push_back({.id = made, .record = at});
    return made;
}

void Frame::close() {
    Open const closed = open_.back();
    open_.pop_back();
    Record& around = records[closed.record];
    if (around.rect.width > 0) {
        return;
    }
    for (std::size_t at = closed.record + 1; at < records.size(); ++at) {
        if (records[at].parent == closed.id) {
            around.rect = enclosing(around.rect, records[at].rect);
        }
    }
}

bool Frame::ends_part() {
    is_partial = parts_made_ == viewport.parts;
    ++parts_made_;
    return is_partial;
}

Id Frame::next_text_id() {
    return semantics::derive(open_.back().id, open_.back().texts++);
}

// Words of one owner are left one after another, so that counting them gives each its own id.
Record& Frame::words(std::string_view text, Rect rect, Id owner) {
    if (owner == semantics::no_id) {
        Open& open = open_.back();
        return record(semantics::derive(semantics::derive(open.id, "words"), open.words++),
                      Role::words, text, rect);
    }
    if (owner_.id != owner) {
        owner_ = {.id = owner};
    }
    Record& made = record(semantics::derive(semantics::derive(owner, "words"), owner_.words++),
                          Role::words, text, rect);
    made.parent = owner;
    return made;
}

void Frame::set_origin(float css_x, float css_y) {
    origin_x_ = std::round(css_x * viewport.pixels_per_css_pixel);
    origin_y_ = std::round(css_y * viewport.pixels_per_css_pixel);
}

// Both terms are rounded, so that a layer keeps the pixel grid wherever it begins.
float Frame::x(float css) const {
    return std::round(css * viewport.pixels_per_css_pixel) - origin_x_;
}

float Frame::y(float css) const {
    return std::round(css * viewport.pixels_per_css_pixel) - origin_y_;
}

float Frame::length(float css) const {
    return css > 0 ? std::max(1.0F, std::round(css * viewport.pixels_per_css_pixel)) : 0.0F;
}

float Frame::ease(Id id, float target) {
    Memory::Ease const at_rest{id, target, target, viewport.time_seconds - ease_seconds};
    auto const found = std::ranges::find(memory_.eases, id, &Memory::Ease::id);
    if (found == memory_.eases.end()) {
        memory_.eases.push_back(at_rest);
        return target;
    }
    Memory::Ease& ease = *found;
    if (viewport.motion == Motion::reduced) {
        ease = at_rest;
        return target;
    }
    auto const value_at = [&ease](double now) {
        double const part = std::clamp((now - ease.start_seconds) / ease_seconds, 0.0, 1.0);
        double const eased = 1 - (1 - part) * (1 - part);
        return ease.from + (ease.to - ease.from) * static_cast<float>(eased);
    };
    float const now = value_at(viewport.time_seconds);
    if (ease.to != target) {
        ease = {id, now, target, viewport.time_seconds};
    }
    if (viewport.time_seconds < ease.start_seconds + ease_seconds) {
        wants_another = true;
    }
    return now;
}

} // namespace kontingent::ui

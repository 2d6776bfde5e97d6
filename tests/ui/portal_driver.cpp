#include "tests/ui/portal_driver.hpp"

#include "core/catalogue/catalogue.hpp"
#include "core/json/reader.hpp"
#include "core/json/writer.hpp"
#include "tests/ui/font_table.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

namespace kontingent::ui_test {

std::string read_file(std::string const& path) {
    std::ifstream file{KONTINGENT_ROOT "/" + path, std::ios::binary};
    REQUIRE_MESSAGE(file.is_open(), path);
    return {std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
}

namespace {

// The forms of a counted text are lines.
std::string as_line(json::Document const& document, json::Value const& member) {
    if (member.kind == json::Kind::text) {
        return std::string{member.text};
    }
    std::string forms;
    for (json::Value const& form : document.items(member)) {
        forms += (forms.empty() ? "" : "\n") + std::string{form.text};
    }
    return forms;
}

} // namespace

ui::Texts portal_texts(Language language) {
    std::string const file = "languages/" + std::string{tag(language)} + "/portal.json";
    auto const document = json::read(read_file(file), std::size_t{1} << 20U);
    REQUIRE_MESSAGE(document.has_value(), file);
    std::map<std::string_view, std::string> texts;
    for (json::Value const& member : document->items(document->root())) {
        texts.emplace(member.key, as_line(*document, member));
    }
    std::vector<JsonText> list;
    for (std::string_view const name : ui::text_names) {
        REQUIRE_MESSAGE(texts.contains(name), file << " lacks " << name);
        list.push_back(json_string(texts[name]));
    }
    std::string const json = json_array(list).text;
    auto const ordered = json::read(json, json.size() + 1);
    return ui::parse_texts(*ordered, ordered->root()).value();
}

PortalDriver::PortalDriver(FakePlatform& platform, PortalOptions const& options) {
    std::string const catalogue =
        options.catalogue.empty() ? read_file("site/catalogue/catalogue.json") : options.catalogue;
    portal_ = std::make_unique<ui::Portal>(
        platform, ui::PortalAssets{font_table(), parse_catalogue(catalogue),
                                   portal_texts(options.language), options.language});
    portal_->set_deferred(options.deferred);
    viewport.width = options.width;
    if (options.is_settled) {
        settle();
    }
}

ui::FrameResult PortalDriver::frame() {
    ++frames;
    viewport.time_seconds += 1.0 / 60;
    last = portal_->frame(viewport);
    return last;
}

void PortalDriver::settle() {
    int here = 0;
    bool has_worked = false;
    do {
        while (frame().wants_another_frame) {
            REQUIRE_MESSAGE(++here < 60, "the portal never comes to rest");
        }
        has_worked = portal_->has_work();
        while (portal_->has_work()) {
            portal_->work();
        }
    } while (has_worked);
}

semantics::Record const* PortalDriver::try_find(semantics::Role role, std::string_view name) const {
    for (semantics::Record const& record : portal_->records()) {
        if (record.role == role && record.name == name) {
            return &record;
        }
    }
    return nullptr;
}

semantics::Record const& PortalDriver::find(semantics::Role role, std::string_view name) const {
    semantics::Record const* const found = try_find(role, name);
    REQUIRE_MESSAGE(found != nullptr, "no " << semantics::role_text(role) << " \"" << name
                                            << "\" on this screen:\n"
                                            << text());
    return *found;
}

std::string PortalDriver::status() const {
    std::string all;
    for (semantics::Record const& record : portal_->records()) {
        if (record.role == semantics::Role::status) {
            all += record.value;
        }
    }
    return all;
}

std::string PortalDriver::text() const {
    return semantics::to_text(portal_->records());
}

void PortalDriver::activate(semantics::Role role, std::string_view name) {
    push(ui::Activated{find(role, name).id});
    settle();
}

void PortalDriver::type(std::string_view field_name, std::string_view text) {
    push(ui::TextEntered{find(semantics::Role::number_field, field_name).id, std::string{text}});
    settle();
}

void PortalDriver::set(std::string_view slider_name, std::int64_t value) {
    push(ui::ValueSet{find(semantics::Role::slider, slider_name).id, value});
    settle();
}

void PortalDriver::click(semantics::Role role, std::string_view name) {
    semantics::Record const& control = find(role, name);
    semantics::Id const id = control.id;
    float const x = control.rect.width / 2;
    float const y = control.rect.height / 2;
    push(ui::PointerMoved{id, x, y});
    settle();
    push(ui::PointerPressed{id, x, y});
    settle();
    push(ui::PointerReleased{});
    push(ui::Activated{id});
    settle();
}

} // namespace kontingent::ui_test

// The desk as a whole, as the browser layer and the tests see it: events and records go in, a frame
// is drawn with Dear ImGui, records of what is on screen come out. Beside ui/portal.hpp, drawn on
// the same stage with the same widgets.
#pragma once

#include "ui/advances.hpp"
#include "ui/desk/platform.hpp"
#include "ui/desk/session.hpp"
#include "ui/event.hpp"
#include "ui/frame.hpp"
#include "ui/semantics/record.hpp"
#include "ui/stage.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent::ui {

using desk::RecordScope;

struct DeskAssets {
    Advances& advances; // must outlive the desk
    std::string catalogue_json;
    std::string_view language_tag; // one that is not known means the first language
    std::string logo;              // the file of the seller's logo; empty: none
};

class Desk {
public:
    // A catalogue with errors does not fail here: the desk then shows the errors instead.
    Desk(DeskPlatform& platform, DeskAssets assets);
    ~Desk();
    Desk(Desk const&) = delete;
    Desk& operator=(Desk const&) = delete;

    // Each to be followed by a frame.
    void push(Event event);
    void take_records(std::string_view json, RecordScope scope);
    // The outcome of a step, once for each DeskPlatform::write().
    void take_written(std::int32_t step, std::string_view json);
    void take_file(FilePurpose purpose, std::string_view name, std::string const& bytes);
    void take_storage(std::string_view json);
    void measure_anew();

    FrameResult frame(Viewport const& viewport);
    std::vector<semantics::Record> const& records() const;
    std::vector<DrawnLayer> const& layers() const;
    // Null where the catalogue has errors.
    desk::Session* session();

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace kontingent::ui

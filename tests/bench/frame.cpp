// One frame of the full portal, for callgrind to count its instructions:
//
//   valgrind --tool=callgrind --toggle-collect=counted_frame frame_bench settled|changed
//
// settled: nothing has happened since the frame before. changed: the slider of the hours has moved,
// so that every offer is quoted and ranked anew, and what it shows is laid out and drawn.
#define DOCTEST_CONFIG_IMPLEMENT
#include "tests/ui/portal_driver.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace {

using namespace kontingent;

constexpr std::string_view hours_slider = "Stunden pro Monat, Regler";

} // namespace

// By this name callgrind finds it.
extern "C" [[gnu::noinline]] void counted_frame(ui_test::PortalDriver& portal) {
    portal.frame();
}

int main(int argc, char** argv) {
    std::string_view const kind = argc == 2 ? argv[1] : "";
    if (kind != "settled" && kind != "changed") {
        std::fputs("usage: frame_bench settled|changed\n", stderr);
        return EXIT_FAILURE;
    }
    doctest::Context context;
    context.setAsDefaultForAssertsOutOfTestCases();
    ui_test::FakePlatform platform;
    ui_test::PortalDriver portal{platform};
    // Whatever is made once is made before: the fonts' glyphs, the tables, ImGui's storage.
    portal.set(hours_slider, 1'200);
    portal.set(hours_slider, 600);
    std::string const before = portal.text();
    if (kind == "changed") {
        auto const slider = portal.find(semantics::Role::slider, hours_slider).id;
        portal.push(ui::ValueSet{slider, 1'200});
    }
    counted_frame(portal);
    bool const has_changed = portal.text() != before;
    return has_changed == (kind == "changed") ? EXIT_SUCCESS : EXIT_FAILURE;
}

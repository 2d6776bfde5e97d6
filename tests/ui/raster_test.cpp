// Triangles as pixels: exact edges, no gap and no double cover, opacity, clipping, tiles.
#include "tests/ui/portal_driver.hpp"
#include "ui/raster.hpp"

#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace kontingent::ui_test {

namespace {

// A list of its own, with nothing of ImGui's around it.
class List {
public:
    List() : context_(ImGui::CreateContext()) {
        ImGui::SetCurrentContext(context_);
        list_ = std::make_unique<ImDrawList>(ImGui::GetDrawListSharedData());
        list_->_ResetForNewFrame();
        list_->PushClipRect({-1000, -1000}, {1000, 1000});
    }

    ~List() {
        list_.reset();
        ImGui::DestroyContext(context_);
    }

    List(List const&) = delete;
    List& operator=(List const&) = delete;

    ImDrawList* operator->() { return list_.get(); }

    std::vector<std::uint32_t> pixels(int left, int top, int width, int height) {
        std::vector<std::uint32_t> data(static_cast<std::size_t>(width * height), 0xDEADBEEF);
        ui::rasterise(*list_, left, top, {data, width, height});
        return data;
    }

    std::vector<std::uint32_t> prints() { return ui::fingerprints(*list_, 8, 8, 4, 4); }

private:
    ImGuiContext* context_;
    std::unique_ptr<ImDrawList> list_;
};

constexpr ImU32 red = IM_COL32(255, 0, 0, 255);

} // namespace

TEST_CASE("a rectangle covers its pixels and no others") {
    List list;
    list->AddRectFilled({2, 1}, {5, 3}, red);
    auto const pixels = list.pixels(0, 0, 8, 4);
    for (int y = 0; y < 4; ++y) {
        for (int x = 0; x < 8; ++x) {
            CAPTURE(x);
            CAPTURE(y);
            bool const is_inside = x >= 2 && x < 5 && y >= 1 && y < 3;
            CHECK(pixels.at(static_cast<std::size_t>(y * 8 + x)) == (is_inside ? red : 0));
        }
    }
}

TEST_CASE("neighbours meet without a gap and without covering each other") {
    List list;
    ImU32 const half = IM_COL32(10, 20, 30, 128);
    // A fan about a point off the grid, its corners off the grid as well.
    ImVec2 const centre{16.3F, 15.7F};
    ImVec2 const corners[] = {{0.4F, 0.2F}, {17.6F, -1.3F}, {33, 4.1F},  {31.2F, 30.9F},
                              {12.9F, 33},  {-1.7F, 28.4F}, {0.4F, 0.2F}};
    for (int index = 0; index < 6; ++index) {
        list->PrimReserve(3, 3); // as it is, without soft edges
        for (ImVec2 const& corner : {centre, corners[index], corners[index + 1]}) {
            list->PrimVtx(corner, {}, half);
        }
    }
    for (std::uint32_t const pixel : list.pixels(2, 2, 26, 26)) {
        CHECK(pixel == half);
    }
}

TEST_CASE("opacity is laid over what is there") {
    struct Row {
        char const* name;
        ImU32 below, above, result;
    };

    for (Row const& row : {
             Row{"opaque", red, IM_COL32(1, 2, 3, 255), IM_COL32(1, 2, 3, 255)},
             Row{"over nothing", 0, IM_COL32(1, 2, 3, 77), IM_COL32(1, 2, 3, 77)},
             Row{"half over opaque", IM_COL32(0, 0, 0, 255), IM_COL32(255, 255, 255, 128),
                 IM_COL32(128, 128, 128, 255)},
             Row{"half over half", IM_COL32(0, 0, 0, 128), IM_COL32(255, 255, 255, 128),
                 IM_COL32(170, 170, 170, 192)},
         }) {
        CAPTURE(row.name);
        List list;
        list->AddRectFilled({0, 0}, {1, 1}, row.below);
        list->AddRectFilled({0, 0}, {1, 1}, row.above);
        CHECK(list.pixels(0, 0, 1, 1).front() == row.result);
    }
}

TEST_CASE("a clip rectangle cuts") {
    List list;
    list->PushClipRect({1, 1}, {2, 2}, true);
    list->AddRectFilled({0, 0}, {4, 4}, red);
    list->PopClipRect();
    auto const pixels = list.pixels(0, 0, 3, 3);
    CHECK(pixels == std::vector<std::uint32_t>{0, 0, 0, 0, red, 0, 0, 0, 0});
}

TEST_CASE("tiles of one picture are parts of the picture as a whole") {
    FakePlatform platform;
    PortalDriver const portal(platform, {.width = 390});
    ImDrawList const& list = *portal.layers().front().list;
    constexpr int width = 390;
    constexpr int height = 1200;
    auto const index = [](int x, int y, int row_width) {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(row_width) +
               static_cast<std::size_t>(x);
    };
    std::vector<std::uint32_t> whole(std::size_t{width} * height);
    ui::rasterise(list, 0, 0, {whole, width, height});
    constexpr int size = 128;
    std::vector<std::uint32_t> tile(std::size_t{size} * size);
    std::size_t drawn = 0;
    for (int top = 0; top + size <= height; top += size) {
        for (int left = 0; left + size <= width; left += size) {
            ui::rasterise(list, left, top, {tile, size, size});
            std::size_t differing = 0;
            for (int y = 0; y < size; ++y) {
                for (int x = 0; x < size; ++x) {
                    auto const one = tile.at(index(x, y, size));
                    differing += one != whole.at(index(left + x, top + y, width));
                    drawn += one != 0;
                }
            }
            CHECK(differing <= 4); // a rounding of a place
        }
    }
    CHECK(drawn > 100'000);
}

TEST_CASE("a field's border fills whole pixels") {
    for (int const density : {1, 2, 3}) {
        CAPTURE(density);
        FakePlatform platform;
        PortalDriver portal(platform, {.width = 390});
        portal.viewport.pixels_per_css_pixel = static_cast<float>(density);
        portal.settle();
        semantics::Rect const field =
            portal.find(semantics::Role::number_field, "Stunden pro Monat").rect;
        int const left = static_cast<int>(field.x) * density;
        int const middle = static_cast<int>(field.y + field.height / 2) * density;
        constexpr int outside = 4;
        std::vector<std::uint32_t> row(8 * static_cast<std::size_t>(density));
        ui::rasterise(*portal.layers().front().list, left - outside * density, middle,
                      {row, 8 * density, 1});
        constexpr ImU32 edge = IM_COL32(0x80, 0x89, 0x99, 255);
        constexpr ImU32 card = IM_COL32(255, 255, 255, 255);
        for (int x = 0; x < 8 * density; ++x) {
            CAPTURE(x);
            int const from_left = x - outside * density;
            bool const is_border = from_left >= 0 && from_left < density;
            CHECK(row.at(static_cast<std::size_t>(x)) == (is_border ? edge : card));
        }
    }
}

TEST_CASE("a tile's number changes with what falls into it, and with nothing else") {
    List list;
    CHECK(list.prints() == std::vector<std::uint32_t>(16));
    list->AddRectFilled({1, 1}, {4, 4}, red);
    auto const one = list.prints();
    CHECK(one.at(0) != 0);
    CHECK(std::count(one.begin(), one.end(), 0U) == 15);
    list->AddRectFilled({17, 17}, {20, 20}, red);
    auto const two = list.prints();
    CHECK(two.at(0) == one.at(0));
    CHECK(two.at(10) != 0);
    list->AddRectFilled({17, 17}, {20, 20}, red);
    CHECK(list.prints().at(10) != two.at(10));
}

} // namespace kontingent::ui_test

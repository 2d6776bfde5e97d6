// Sorting with little code: a heap sort has the same bound as std::sort and a quarter of its size
// in wasm, where every instance counts. Not stable.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <utility>
#include <vector>

namespace kontingent {

template <class Item, class Projection = std::identity>
void small_sort(std::vector<Item>& items, Projection projection = {}) {
    std::ranges::make_heap(items, {}, projection);
    std::ranges::sort_heap(items, {}, projection);
}

// By insertion, with even less code; for lists that their reader keeps to about a hundred. Stable.
template <class Item, class Projection = std::identity>
void sort_few(std::vector<Item>& items, Projection projection = {}) {
    for (std::size_t i = 1; i < items.size(); ++i) {
        Item item = std::move(items[i]);
        std::size_t place = i;
        for (;
             place > 0 && std::invoke(projection, item) < std::invoke(projection, items[place - 1]);
             --place) {
            items[place] = std::move(items[place - 1]);
        }
        items[place] = std::move(item);
    }
}

} // namespace kontingent

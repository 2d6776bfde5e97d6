// Sorting with little code: a heap sort has the same bound as std::sort and a quarter of its size
// in wasm, where every instance counts. Not stable.
#pragma once

#include <algorithm>
#include <functional>
#include <vector>

namespace kontingent {

template <class Item, class Projection = std::identity>
void small_sort(std::vector<Item>& items, Projection projection = {}) {
    std::ranges::make_heap(items, {}, projection);
    std::ranges::sort_heap(items, {}, projection);
}

} // namespace kontingent

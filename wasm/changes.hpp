// What changed on the screen since the last frame, as one JSON text for the DOM mirror:
//   {"order":[[id,parent,role],…],"records":[{"id":…,"role":…,…},…]}
// `order` is there only when records came, went or moved; `records` holds those that are new or
// differ, members that are empty, zero or false left out. Lengths, and rectangles
// [x,y,width,height], are in hundredths of a CSS pixel; weight, ink and align are the numbers of
// their enumerators.
#pragma once

#include "ui/semantics/record.hpp"

#include <string>
#include <vector>

namespace kontingent::wasm {

class ChangeLog {
public:
    // The changes from the records of the call before to these; empty where there is none.
    std::string advance(std::vector<semantics::Record> const& records);

private:
    std::vector<semantics::Record> last_;
};

} // namespace kontingent::wasm

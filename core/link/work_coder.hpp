// The parts of a link that say what the work is made up of: kinds, usual task and extras. Kinds,
// extras and services are written by id, so that another edition of the catalogue reads them.
#pragma once

#include "core/advice/needs.hpp"
#include "core/catalogue/catalogue.hpp"
#include "core/link/byte_coder.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent {

using Ids = std::vector<std::string_view>;

template <class Item>
Ids ids_of(std::vector<Item> const& items) {
    Ids ids;
    for (Item const& item : items) {
        ids.push_back(item.id);
    }
    return ids;
}

// The index of an id at this place. Reading gives none, and adds the id to `dropped`, where it is
// not among `ids`.
std::optional<std::size_t> code_id(Coder& coder, std::size_t index, Ids const& ids,
                                   std::vector<std::string>& dropped);

void code_months(Coder& coder, std::vector<Minutes>& months);

void code_kinds(Coder& coder, Needs& needs, std::vector<std::string>& dropped,
                Catalogue const& catalogue);

// Numbers beyond what this catalogue allows become its maximum.
void code_extras(Coder& coder, ChosenExtras& extras, std::vector<std::string>& dropped,
                 Catalogue const& catalogue);

// From hours to the units that a catalogue counts instead, or back: a unit takes the place of an
// hour.
enum class UnitChange : std::uint8_t { to_units, to_hours };
void change_unit(Minutes& work, UnitChange change);
// Of everything but incidents.
void change_unit(Needs& needs, UnitChange change);

} // namespace kontingent

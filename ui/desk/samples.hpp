// Customers that do not exist, to try the desk with.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace kontingent::ui::desk {

struct SampleCustomer {
    std::string_view name, company, city, email;
    std::int32_t validity_days = 0;
};

constexpr std::array<SampleCustomer, 3> sample_customers() {
    return {{{"Erika Beispiel", "Beispiel GmbH", "Hamburg", "erika@beispiel.example", 9},
             {"Jean Dupont", "Exemple SARL", "Lyon", "jean@exemple.example", 30},
             {"Anna Nowak", "Przykład sp. z o.o.", "Poznań", "anna@przyklad.example", 45}}};
}

} // namespace kontingent::ui::desk

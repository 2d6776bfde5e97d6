// The site's templates and the pages' texts, as they were when the program was built.
#pragma once

#include <optional>
#include <string_view>

namespace kontingent::templates {

// "page.html", "page.de.json"; nothing where there is no such file.
std::optional<std::string_view> embedded(std::string_view name);

} // namespace kontingent::templates

#include "core/request/work_fields.hpp"

namespace kontingent {

std::vector<WorkField> work_fields(Catalogue const& catalogue) {
    std::string const scenario = "/scenario/";
    std::string const unit = catalogue.unit ? "_units" : "_minutes";
    std::vector<WorkField> fields{{.question = WorkQuestion::usage,
                                   .index = 0,
                                   .name = "hours",
                                   .pointer = scenario + "usage" + unit,
                                   .is_required = true}};
    for (std::size_t kind = 1; kind < catalogue.kinds.size(); ++kind) {
        if (catalogue.has_rule_for_kind(kind)) {
            std::string const& id = catalogue.kinds[kind].id;
            fields.push_back({.question = WorkQuestion::kind_share,
                              .index = kind,
                              .name = "kind_" + id,
                              .pointer = scenario + "kind" + unit + "/" + id});
        }
    }
    if (catalogue.counts_tasks()) {
        fields.push_back({.question = WorkQuestion::task_size,
                          .index = 0,
                          .name = "task",
                          .pointer = scenario + "task_minutes"});
    }
    for (std::size_t extra = 0; extra < catalogue.extras.size(); ++extra) {
        if (catalogue.sells_extra(extra)) {
            std::string const& id = catalogue.extras[extra].id;
            fields.push_back({.question = WorkQuestion::extra,
                              .index = extra,
                              .name = "extra_" + id,
                              .pointer = scenario + "extras/" + id});
        }
    }
    return fields;
}

} // namespace kontingent

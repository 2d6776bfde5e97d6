// The commands. Each adds its name, arguments and help to the program's command line, with the
// action that runs when it is chosen.
#pragma once

#include "cli/command_line.hpp"

namespace kontingent::cli {

void add_check(CommandLine& program);
void add_quote(CommandLine& program);
void add_compare(CommandLine& program);
void add_document(CommandLine& program);
void add_documents(CommandLine& program);
void add_history(CommandLine& program);
void add_pages(CommandLine& program);
void add_serve(CommandLine& program);
void add_requests(CommandLine& program);
void add_notifications(CommandLine& program);
void add_store(CommandLine& program);

} // namespace kontingent::cli

// Another program, run by a test and never outliving it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace kontingent::endpoint {

// Who the program runs as; none is the test's own user.
struct ChildUser {
    uid_t user = 0;
    gid_t group = 0;
};

class Child {
public:
    // Standard output and error go to `log`. REQUIREs that it could be started.
    Child(std::vector<std::string> const& words, std::filesystem::path const& log,
          std::optional<ChildUser> const& as = std::nullopt);
    ~Child(); // kills it where it still runs
    Child(Child const&) = delete;
    Child& operator=(Child const&) = delete;

    pid_t id() const { return id_; }

    void signal(int number) const;
    // Its exit code, or minus the signal that ended it.
    int wait();
    bool is_running();

private:
    pid_t id_ = -1;
    std::optional<int> result_;
};

// Runs it to its end.
int run_program(std::vector<std::string> const& words, std::filesystem::path const& log,
                std::optional<ChildUser> const& as = std::nullopt);

} // namespace kontingent::endpoint

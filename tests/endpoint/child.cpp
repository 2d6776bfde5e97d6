#include "tests/endpoint/child.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace kontingent::endpoint {

namespace {

// Between fork and exec: only what is allowed there.
[[noreturn]] void become(std::vector<char*> const& words, int log,
                         std::optional<ChildUser> const& as) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::dup2(log, STDOUT_FILENO);
    ::dup2(log, STDERR_FILENO);
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    if (as && (::setgid(as->group) != 0 || ::setuid(as->user) != 0)) {
        ::_exit(126);
    }
    // The kernel forgets it when the user changes.
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::execv(words.front(), words.data());
    ::_exit(127);
}

} // namespace

Child::Child(std::vector<std::string> const& words, std::filesystem::path const& log,
             std::optional<ChildUser> const& as) {
    std::vector<std::string> copies = words;
    std::vector<char*> pointers;
    for (std::string& word : copies) {
        pointers.push_back(word.data());
    }
    pointers.push_back(nullptr);
    int const file = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    REQUIRE(file >= 0);
    id_ = ::fork();
    if (id_ == 0) {
        become(pointers, file, as);
    }
    ::close(file);
    REQUIRE(id_ > 0);
}

Child::~Child() {
    if (!result_) {
        signal(SIGKILL);
        wait();
    }
}

void Child::signal(int number) const {
    ::kill(id_, number);
}

int Child::wait() {
    if (!result_) {
        int status = 0;
        ::waitpid(id_, &status, 0);
        result_ = WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
    }
    return *result_;
}

bool Child::is_running() {
    int status = 0;
    if (!result_ && ::waitpid(id_, &status, WNOHANG) == id_) {
        result_ = WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
    }
    return !result_;
}

int run_program(std::vector<std::string> const& words, std::filesystem::path const& log,
                std::optional<ChildUser> const& as) {
    return Child(words, log, as).wait();
}

} // namespace kontingent::endpoint

// SPDX-License-Identifier: Apache-2.0
#include "identity/commands/commands.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "db/support/stores.hpp"

namespace ankao {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

struct Answer {
  int code = 0;
  std::string out;
  std::string error;
};

class AccountCommands : public ::testing::Test {
protected:
  Answer run(const std::string& name, std::vector<std::string> words) {
    words.insert(words.begin(), {"--database", store_.url()});
    for (const Command& command : identity::commands()) {
      if (command.name != name) continue;
      ::testing::internal::CaptureStdout();
      ::testing::internal::CaptureStderr();
      Answer answer;
      answer.code = command.run(words);
      answer.out = ::testing::internal::GetCapturedStdout();
      answer.error = ::testing::internal::GetCapturedStderr();
      return answer;
    }
    ADD_FAILURE() << "no command " << name;
    return {};
  }
  tests::Store store_{"file"};
};

TEST_F(AccountCommands, OpenListDisableEnableReset) {
  const Answer made = run("account create", {"--account", "wang", "--role", "auditor", "--name", "王审计"});
  EXPECT_EQ(made.code, k_exit_done) << made.error;
  EXPECT_THAT(made.out, AllOf(HasSubstr("wang  auditor  王审计"), HasSubstr("口令（仅显示一次）")));
  EXPECT_THAT(run("account list", {}).out, AllOf(HasSubstr("wang"), HasSubstr("enabled"), Not(HasSubstr("argon2"))));
  EXPECT_EQ(run("account disable", {"--account", "wang"}).code, k_exit_done);
  EXPECT_THAT(run("account list", {"--role", "auditor"}).out, HasSubstr("disabled"));
  EXPECT_EQ(run("account list", {"--role", "trainee"}).out, "");
  EXPECT_EQ(run("account enable", {"--account", "wang"}).code, k_exit_done);
  EXPECT_THAT(run("account password", {"--account", "wang"}).out, HasSubstr("口令（仅显示一次）"));
}

TEST_F(AccountCommands, RefusalsNameTheFaultAndTheRemedy) {
  EXPECT_EQ(run("account create", {"--account", "wang"}).code, k_exit_bad);
  EXPECT_THAT(run("account create", {"--account", "wang", "--role", "king"}).error, HasSubstr("可用角色"));
  EXPECT_THAT(run("account create", {"--account", "wang", "--role", "king", "--lang", "en"}).error, HasSubstr("there is no role king"));
  EXPECT_THAT(run("account password", {"--account", "nobody", "--lang=en"}).error, HasSubstr("there is no account nobody"));
  EXPECT_THAT(run("account list", {"--colour", "red"}).error, HasSubstr("--colour"));
}

} // namespace
} // namespace ankao

// SPDX-License-Identifier: Apache-2.0
// Accounts from a table: all or none, a password each told once, the same file again changes nothing.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "api/endpoints.hpp"
#include "api/support/uploads.hpp"
#include "identity/files/account_sheet.hpp"
#include "identity/routes/authenticator.hpp"
#include "identity/routes/routes.hpp"
#include "identity/support/desk.hpp"
#include "tables/read.hpp"

namespace ankao {
namespace {

using nlohmann::json;

class StillClock : public api::Clock {
public:
  explicit StillClock(const Instant& now)
      : now_(now) {}
  Instant now() override { return now_; }

private:
  const Instant& now_;
};

const std::string k_head = "账户名,姓名,角色,所属\n";
const std::string k_two = k_head + "wang.wu,王武,培训机构,GZ-A01\nli-si,李四,区应急管理局,440106\n";

class AccountImports : public ::testing::TestWithParam<std::string> {
protected:
  AccountImports() {
    identity::add_routes(endpoints_, *desk_.identity);
    desk_.open("admin", "administrator");
    desk_.open("lin", "institution", "GZ-A01");
  }
  http::Response send(const std::string& bytes, bool dry_run, const std::string& who = "admin", const std::string& path = "/api/accounts/import") {
    auto request = tests::upload_of(path, bytes, {{"dry_run", dry_run ? "true" : "false"}});
    request.headers["cookie"] = "ankao_session=" + desk_.token(who);
    return endpoints_.handle(request);
  }
  std::int64_t accounts() { return desk_.identity->accounts({}).total; }

  tests::Desk desk_{GetParam()};
  StillClock clock_{desk_.now};
  identity::SessionAuthenticator authenticator_{*desk_.identity};
  api::Endpoints endpoints_{authenticator_, clock_};
};
INSTANTIATE_TEST_SUITE_P(Databases, AccountImports, ::testing::Values("memory", "postgresql"), tests::store_name<::testing::TestParamInfo<std::string>>);

TEST_P(AccountImports, a_dry_run_writes_nothing_and_the_import_opens_accounts_that_must_change_their_password) {
  const json checked = json::parse(send(k_two, true).body);
  EXPECT_EQ(checked["added"], 2) << checked.dump();
  EXPECT_EQ(checked["stored"], false);
  EXPECT_EQ(accounts(), 2);
  const auto answer = send(k_two, false);
  const json stored = json::parse(answer.body);
  EXPECT_EQ(stored["stored"], true) << answer.body;
  ASSERT_EQ(stored["secrets"].size(), 2u);
  const auto signed_in = desk_.sign_in(stored["secrets"][0]["name"], stored["secrets"][0]["secret"]);
  ASSERT_TRUE(signed_in.ok());
  EXPECT_EQ(signed_in->account.password, identity::PasswordState::MustChange);
  EXPECT_EQ(signed_in->account.scope_id, "GZ-A01");
}

TEST_P(AccountImports, the_same_file_again_counts_nothing_twice) {
  send(k_two, false);
  const json again = json::parse(send(k_two, false).body);
  EXPECT_EQ(again["unchanged"], 2);
  EXPECT_EQ(again["added"], 0);
  EXPECT_EQ(again["secrets"].size(), 0u);
  EXPECT_EQ(accounts(), 4);
}

TEST_P(AccountImports, one_wrong_row_keeps_all_out_and_each_fault_has_its_cell) {
  const json answer = json::parse(send(k_two + "9x,王五,培训机构,GZ-A02\nzhao,赵六,校长,\nqian,钱七,培训机构,广州\nlin,别人,培训机构,GZ-A01\nli-si,李四,区应急管理局,440106\n", false).body);
  EXPECT_EQ(answer["stored"], false);
  EXPECT_EQ(accounts(), 2);
  std::vector<std::string> found;
  for (const auto& one : answer["errors"]) found.push_back(std::to_string(one["row"].get<int>()) + " " + one["column"].get<std::string>() + " " + one["problem"].get<std::string>());
  EXPECT_EQ(found, (std::vector<std::string>{"4 账户名 identity.account_name", "5 角色 tables.form_cell_choice", "6 所属 identity.scope", "7 账户名 identity.account_exists",
                                             "8 账户名 identity.account_exists"}));
}

TEST_P(AccountImports, only_who_creates_accounts_imports_them) {
  EXPECT_EQ(send(k_two, true, "lin").status, 403);
  EXPECT_EQ(send(k_two, true, "lin", "/api/accounts/import/marked").status, 403);
  const auto book = send(k_head + "9x,王五,培训机构,GZ-A02\n", true, "admin", "/api/accounts/import/marked");
  ASSERT_EQ(book.status, 200) << book.body;
  EXPECT_NE(tables::read_xlsx(book.body)->front().rows[1].cell(4).find("账户名"), std::string::npos);
}

TEST(AccountSheet, as_many_rows_as_may_be_and_not_one_more) {
  std::string sheet = k_head;
  for (std::size_t i = 0; i < identity::k_max_account_rows; ++i) sheet += "a" + std::to_string(i) + ",张三,市应急管理局,\n";
  EXPECT_TRUE(identity::read_accounts(sheet, identity::shipped_roles()).ok());
  EXPECT_EQ(identity::read_accounts(sheet + "b,张三,市应急管理局,\n", identity::shipped_roles()).problem().id, "tables.form_rows");
}

} // namespace
} // namespace ankao

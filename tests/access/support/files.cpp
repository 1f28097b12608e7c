// SPDX-License-Identifier: Apache-2.0
#include "access/support/files.hpp"

#include "attachments/store/attachments.hpp"
#include "attachments/store/uploads.hpp"
#include "registry/store/reports.hpp"

namespace ankao::tests {
namespace {

constexpr Instant k_day{1'708'394'400'000};

} // namespace

void lay_report(db::Database& database, const std::string& id, const std::string& institution, const std::string& district) {
  registry::Report report;
  report.id = id;
  report.institution = report.institution_name = institution;
  report.district = district;
  report.submitted_at = k_day;
  report.reason = "测试";
  database.write([&](db::Transaction& transaction) { registry::insert(transaction, report); });
}

std::string file_of(db::Database& database, const std::string& report, const std::string& account) {
  attachments::Attachment one;
  one.id = "file-0000000000-" + report + "-" + account;
  one.subject = {"report", report, "", "", ""};
  one.name = "a.txt";
  one.kind = "text";
  one.type = "text/plain";
  one.size = 3;
  one.sm3 = std::string(64, '0');
  one.account = account;
  one.received_at = k_day;
  database.write([&](db::Transaction& transaction) {
    if (!attachments::store::find(transaction, one.id)) attachments::store::insert(transaction, one);
  });
  return one.id;
}

std::string upload_of(db::Database& database, const std::string& account) {
  attachments::Upload one;
  one.id = "upload-00000000-" + account;
  one.account = account;
  one.subject = {"report", k_own_report, "", "", ""};
  one.name = "a.txt";
  one.size = 3;
  one.started_at = one.touched_at = k_day;
  database.write([&](db::Transaction& transaction) {
    if (!attachments::store::find_upload(transaction, one.id)) attachments::store::insert(transaction, one);
  });
  return one.id;
}

} // namespace ankao::tests

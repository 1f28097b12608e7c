// SPDX-License-Identifier: Apache-2.0
// Collects what is met while a table is read: anomalies that were dealt with, and problems that refuse the whole file.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "registry/words/registry.hpp"

namespace ankao::registry {

/// What was done about something, in both languages.
struct Done {
  std::string chinese;
  std::string english;
};

class Findings {
public:
  void note(std::string rule, RowId row, std::string column, std::string found, Done done) {
    anomalies_.push_back(
        {std::move(rule), row, std::move(column), std::move(found), std::move(done.chinese), std::move(done.english), false});
  }
  /// Something only a person can decide.
  void ask(std::string rule, RowId row, std::string column, std::string found, Done done) {
    note(std::move(rule), row, std::move(column), std::move(found), std::move(done));
    anomalies_.back().needs_confirmation = true;
  }
  void refuse(Problem problem) { problems_.push_back(std::move(problem)); }

  const std::vector<Anomaly>& anomalies() const { return anomalies_; }
  const std::vector<Problem>& problems() const { return problems_; }

private:
  std::vector<Anomaly> anomalies_;
  std::vector<Problem> problems_;
};

/// Addresses, contacts or telephones of one cell; more is a wrong column or a wrong separator (registry.cell_too_many).
inline constexpr std::size_t k_most_entries = 20;

/// A cell being read: its row, its heading, and where its findings go.
struct Place {
  RowId row;
  int line = 0;
  std::string column;
  Findings& findings;

  /// "第 14 行 · 区域"
  std::string text() const { return "第 " + std::to_string(line) + " 行 · " + column; }
  void note(std::string rule, std::string found, Done done) const {
    findings.note(std::move(rule), row, column, std::move(found), std::move(done));
  }
  void ask(std::string rule, std::string found, Done done) const {
    findings.ask(std::move(rule), row, column, std::move(found), std::move(done));
  }
  void refuse_more_than(std::size_t limit, std::size_t entries) const {
    if (entries > limit) refuse("registry.cell_too_many", {{"limit", std::to_string(limit)}});
  }
  void refuse(std::string id, std::vector<Detail> details = {}) const {
    findings.refuse(problem(std::move(id), std::move(details), text()));
  }
};

} // namespace ankao::registry

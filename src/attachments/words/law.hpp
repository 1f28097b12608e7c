// SPDX-License-Identifier: Apache-2.0
// Which files a record may have (law/files.yaml).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace ankao::attachments {

enum class Preview { None, Picture, Page, Text };

struct TypeRule {
  std::string type;               ///< as libmagic says
  std::vector<std::string> names; ///< endings, lower case
  std::string starts;             ///< bytes
};

struct KindRule {
  std::string id, zh, en;
  std::int64_t limit = 0; ///< bytes
  std::int64_t pixels = 0;
  Preview preview = Preview::None;
  bool personal = false;
  std::vector<std::string> without;
  std::vector<TypeRule> types;
};

struct SubjectRule {
  std::string id, zh, en, clause;
  std::vector<std::string> kinds;
  int most = 0;
  std::int64_t bytes = 0;
  std::vector<std::string> add; ///< roles
};

struct FileLaw {
  std::int64_t part_bytes = 0;
  int open_uploads = 0;
  std::int64_t open_bytes = 0;
  int abandoned_hours = 0;
  int small = 0, large = 0; ///< sides of drawn pictures
  std::vector<KindRule> kinds;
  std::vector<SubjectRule> subjects;
};

} // namespace ankao::attachments

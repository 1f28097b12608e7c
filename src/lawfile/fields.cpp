// SPDX-License-Identifier: Apache-2.0
#include "lawfile/fields.hpp"

namespace ankao::lawfile {
namespace {

constexpr std::size_t k_longest = 8000;

std::string line_of(const YAML::Mark& mark) { return std::to_string(mark.line + 1); }

} // namespace

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& one : words) out += (out.empty() ? "" : ", ") + one;
  return out;
}

Fields::Fields(YAML::Node node, std::string file, std::string what, const Refusals& refusals)
    : node_(std::move(node))
    , file_(std::move(file))
    , what_(std::move(what))
    , refusals_(refusals) {
  if (!node_.IsMap()) fail(refusals_.value, node_.Mark(), {{"key", what_}, {"value", node_.IsScalar() ? node_.Scalar() : "?"}, {"allowed", "{ ... }"}});
}

void Fields::fail(const char* id, const YAML::Mark& mark, std::vector<Detail> details) const {
  details.push_back({"file", file_});
  details.push_back({"line", line_of(mark)});
  Problem out;
  out.id = id;
  out.at = file_ + ":" + line_of(mark);
  out.details = std::move(details);
  throw Fault{std::move(out)};
}

void Fields::bad(const std::string& key, const std::string& allowed) const {
  const YAML::Node value = node_[key];
  const bool scalar = value.IsDefined() && value.IsScalar();
  fail(refusals_.value, value.IsDefined() ? value.Mark() : node_.Mark(), {{"key", key}, {"value", scalar ? value.Scalar() : "?"}, {"allowed", allowed}});
}

void Fields::unknown(const std::string& key, const std::string& in) const {
  const YAML::Node value = node_[key];
  fail(refusals_.key_unknown, value.IsDefined() ? value.Mark() : node_.Mark(), {{"key", key}, {"in", in}});
}

void Fields::keys(const std::set<std::string>& needed, const std::set<std::string>& optional) const {
  std::set<std::string> seen;
  for (const auto& pair : node_) {
    const std::string key = pair.first.IsScalar() ? pair.first.Scalar() : "?";
    if (!needed.contains(key) && !optional.contains(key)) fail(refusals_.key_unknown, pair.first.Mark(), {{"key", key}, {"in", what_}});
    if (!seen.insert(key).second) fail(refusals_.key_doubled, pair.first.Mark(), {{"key", key}});
  }
  for (const auto& key : needed)
    if (!seen.contains(key)) fail(refusals_.key_missing, node_.Mark(), {{"key", key}, {"in", what_}});
}

std::vector<std::string> Fields::all_keys() const {
  std::vector<std::string> out;
  for (const auto& pair : node_) out.push_back(pair.first.IsScalar() ? pair.first.Scalar() : "?");
  return out;
}

bool Fields::has(const std::string& key) const { return node_[key].IsDefined(); }
bool Fields::null(const std::string& key) const { return node_[key].IsDefined() && node_[key].IsNull(); }

std::string Fields::scalar(const std::string& key) const { return has(key) && node_[key].IsScalar() ? node_[key].Scalar() : ""; }

std::string Fields::text(const std::string& key, bool may_be_empty) const {
  const YAML::Node value = node_[key];
  if (!value.IsDefined() || !value.IsScalar() || (value.Scalar().empty() && !may_be_empty) || value.Scalar().size() > k_longest) bad(key, "text");
  return value.Scalar();
}

int Fields::whole(const std::string& key, int low, int high) const {
  int value = 0;
  const YAML::Node node = node_[key];
  if (!node.IsDefined() || !node.IsScalar() || !YAML::convert<int>::decode(node, value) || value < low || value > high)
    bad(key, std::to_string(low) + " - " + std::to_string(high));
  return value;
}

bool Fields::flag(const std::string& key, bool otherwise) const {
  if (!has(key)) return otherwise;
  const std::string word = text(key);
  if (word != "true" && word != "false") bad(key, "true, false");
  return word == "true";
}

Date Fields::day(const std::string& key) const {
  const auto found = parse_date(text(key));
  if (!found) bad(key, "2023-11-04");
  return *found;
}

std::vector<std::string> Fields::names(const std::string& key) const {
  std::vector<std::string> out;
  if (!has(key)) return out;
  const YAML::Node list = node_[key];
  if (!list.IsSequence()) bad(key, "[ ... ]");
  for (const auto& one : list) {
    if (!one.IsScalar() || one.Scalar().empty() || one.Scalar().size() > k_longest) bad(key, "[ text, ... ]");
    out.push_back(one.Scalar());
  }
  return out;
}

std::vector<Fields> Fields::list(const std::string& key) const {
  std::vector<Fields> out;
  if (!has(key)) return out;
  const YAML::Node list = node_[key];
  if (!list.IsSequence()) bad(key, "[ { ... }, ... ]");
  for (const auto& one : list) out.emplace_back(one, file_, key, refusals_);
  return out;
}

Fields Fields::at(const std::string& key) const { return Fields(node_[key], file_, key, refusals_); }

} // namespace ankao::lawfile

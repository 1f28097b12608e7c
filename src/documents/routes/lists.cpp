// SPDX-License-Identifier: Apache-2.0
#include "documents/routes/lists.hpp"

#include "documents/files/kinds.hpp"
#include "documents/routes/views.hpp"

namespace ankao::documents {
namespace {

using lists::FilterKind;
using Cell = lists::Kind;

/// In the order of their ids, as people know them from the form.
lists::Options kinds() {
  return [](lists::Language language) {
    std::vector<lists::Option> out;
    for (const auto& [id, kind] : shipped_kinds().all) out.push_back({id, kind_name(kind, language)});
    return out;
  };
}

lists::Options states() {
  return lists::options({{"proposed", {"待签发", "to be signed"}}, {"issued", {"有效", "valid"}}, {"withdrawn", {"已撤回", "withdrawn"}}, {"replaced", {"已被替代", "replaced"}}});
}

} // namespace

const lists::List& document_list() {
  static const lists::List list{
      .id = "documents",
      .name = {"文书", "Documents"},
      .columns = {{.key = "number", .heading = {"文号", "Number"}, .width = 28, .sort = "COALESCE(number, '')"},
                  {.key = "id", .heading = {"编号", "Record"}, .width = 13, .sort = "id", .hidden = true},
                  {.key = "kind_name", .heading = {"种类", "Kind"}, .width = 25, .sort = "kind"},
                  {.key = "subject_name", .heading = {"事项", "About"}, .width = 32, .sort = "subject_name"},
                  {.key = "state", .heading = {"状态", "State"}, .kind = Cell::Code, .width = 14, .sort = "state", .codes = states()},
                  {.key = "proposed_at", .heading = {"拟制时间", "Drawn up"}, .kind = Cell::Moment, .width = 23, .sort = "proposed_at", .hidden = true},
                  {.key = "issued_at", .heading = {"签发时间", "Issued"}, .kind = Cell::Moment, .width = 23, .sort = "COALESCE(issued_at, proposed_at)"},
                  {.key = "ended_at", .heading = {"失效时间", "Ended"}, .kind = Cell::Moment, .width = 23, .sort = "COALESCE(ended_at, 0)", .hidden = true},
                  {.key = "issuer", .heading = {"发文单位", "Issuer"}, .width = 24, .sort = "issuer"},
                  {.key = "code", .heading = {"短码", "Code"}, .width = 19},
                  {.key = "version", .heading = {"版本", "Version"}, .kind = Cell::Number, .width = 8, .hidden = true}},
      .filters = {{.name = "q", .label = {"关键词", "Keyword"}, .hint = {"文号、短码、单位", "Number, code, unit"}},
                  {.name = "kind", .label = {"种类", "Kind"}, .kind = FilterKind::Choice, .options = kinds()},
                  {.name = "state", .label = {"状态", "State"}, .kind = FilterKind::Choice, .options = states()},
                  {.name = "from", .label = {"签发自", "Issued from"}, .kind = FilterKind::Day, .folded = true},
                  {.name = "to", .label = {"签发至", "Issued to"}, .kind = FilterKind::Day, .folded = true},
                  {.name = "about", .label = {"对象", "Subject"}, .given = true}},
      .tie = "id DESC",
      .sort = "-issued_at"};
  return list;
}

} // namespace ankao::documents

// SPDX-License-Identifier: Apache-2.0
#include "notices/routes/routes.hpp"

namespace ankao::notices {

const lists::List& inbox_list() {
  using lists::Kind;
  static const lists::Options states = lists::options({{"unread", {"未读", "unread"}}, {"read", {"已读", "read"}}});
  static const lists::List list{
      .id = "notices",
      .name = {"通知", "Notices"},
      .columns = {{.key = "state", .heading = {"状态", "State"}, .kind = Kind::Code, .width = 9, .codes = states},
                  {.key = "title", .heading = {"标题", "Title"}, .width = 36},
                  {.key = "body", .heading = {"内容", "Text"}, .width = 60, .hidden = true},
                  {.key = "sent_at", .heading = {"时间", "Sent at"}, .kind = Kind::Moment, .width = 22, .sort = "sent_at"},
                  {.key = "read_at", .heading = {"阅读时间", "Read at"}, .kind = Kind::Moment, .width = 22, .sort = "read_at", .hidden = true}},
      .filters = {{.name = "q", .label = {"关键词", "Keyword"}, .hint = {"标题或内容", "title or text"}},
                  {.name = "state", .label = {"状态", "State"}, .kind = lists::FilterKind::Choice, .options = states},
                  {.name = "from", .label = {"自", "From"}, .kind = lists::FilterKind::Day},
                  {.name = "to", .label = {"至", "To"}, .kind = lists::FilterKind::Day}},
      .tie = "number DESC"};
  return list;
}

const lists::List& delivery_list() {
  using lists::Kind;
  static const lists::Options states = lists::options({{"queued", {"等待", "queued"}}, {"sent", {"已送达", "sent"}}, {"failed", {"失败", "failed"}}});
  static const lists::List list{
      .id = "deliveries",
      .name = {"送达记录", "Deliveries"},
      .columns = {{.key = "number", .heading = {"编号", "Number"}, .kind = Kind::Number, .width = 10, .sort = "d.number"},
                  {.key = "account", .heading = {"账户", "Account"}, .width = 18, .sort = "d.account", .personal = true},
                  {.key = "channel", .heading = {"方式", "Channel"}, .kind = Kind::Code, .width = 11, .codes = lists::options({{"mail", {"邮件", "e-mail"}}, {"webhook", {"推送", "webhook"}}})},
                  {.key = "title", .heading = {"标题", "Title"}, .width = 30},
                  {.key = "state", .heading = {"状态", "State"}, .kind = Kind::Code, .width = 12, .sort = "d.state", .codes = states},
                  {.key = "reason", .heading = {"失败原因", "Why it failed"}, .width = 32},
                  {.key = "queued_at", .heading = {"排入时间", "Queued at"}, .kind = Kind::Moment, .width = 22, .sort = "d.queued_at"},
                  {.key = "ended_at", .heading = {"结束时间", "Ended at"}, .kind = Kind::Moment, .width = 22, .hidden = true}},
      .filters = {{.name = "state", .label = {"状态", "State"}, .kind = lists::FilterKind::Choice, .options = states}},
      .tie = "d.number DESC"};
  return list;
}

} // namespace ankao::notices

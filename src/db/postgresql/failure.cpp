// SPDX-License-Identifier: Apache-2.0
#include "db/postgresql/connection.hpp"

namespace ankao::db::postgresql {
namespace {

using Kind = Failure::Kind;

struct Meaning {
  std::string_view prefix; ///< of the SQLSTATE; the first that fits counts
  Kind kind;
  const char* chinese;
  const char* english;
};

constexpr Meaning k_meanings[] = {
    {"40", Kind::Conflict, "与另一项操作冲突，请重试", "the transaction met another one; try again"},
    {"55P03", Kind::Conflict, "数据库正忙，另一项写入尚未结束，请稍后再试", "the database is busy with another write; try again"},
    {"0A000", Kind::Conflict, "数据表刚刚变更，请重试", "a table was just changed; try again"},
    {"23", Kind::Constraint, "数据与已有记录冲突", "the data breaks a constraint"},
    {"53100", Kind::Full, "数据库服务器磁盘已满，未作任何改动，请清理磁盘后重试",
     "the server's disk is full and nothing was changed; make room and try again"},
    {"53", Kind::Unavailable, "数据库服务器资源不足", "the server is short of memory or connections"},
    {"28", Kind::Unavailable, "用户名或口令被拒绝，请检查数据库地址中的用户和口令",
     "user or password refused; check them in the database address"},
    {"3D000", Kind::Unavailable, "数据库不存在，请先建立", "no such database; create it first"},
    {"57", Kind::Unavailable, "数据库服务器正在停止或启动，请稍后再试", "the server is stopping or starting; try again"},
    {"08", Kind::Unavailable, "与数据库服务器的连接中断，请稍后再试", "the connection to the server was lost; try again"},
    {"42501", Kind::Unavailable, "数据库用户权限不足，请授权", "the database user lacks a right; grant it"},
    {"58", Kind::Unavailable, "数据库服务器读写磁盘失败", "the server could not read or write its disk"},
};

} // namespace

Failure failure(std::string_view sqlstate, const std::string& what, const std::string& place) {
  const std::string_view state = sqlstate.empty() ? "08006" : sqlstate;
  for (const Meaning& meaning : k_meanings)
    if (state.substr(0, meaning.prefix.size()) == meaning.prefix)
      return Failure(meaning.kind, place + "：" + meaning.chinese + " · " + meaning.english + " (PostgreSQL: " + what + ")");
  return Failure(Kind::Other, place + "：数据库拒绝执行 · the database refused (PostgreSQL " + std::string(state) + ": " + what + ")");
}

} // namespace ankao::db::postgresql

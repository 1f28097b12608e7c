// SPDX-License-Identifier: Apache-2.0
#include "db/sqlite/connection.hpp"

namespace ankao::db::sqlite {
namespace {

using Kind = Failure::Kind;

struct Meaning {
  int code; ///< primary result code
  Kind kind;
  const char* chinese;
  const char* english;
};

constexpr Meaning k_meanings[] = {
    {SQLITE_BUSY, Kind::Conflict, "数据库被另一程序占用，请稍后再试或关闭该程序",
     "another program holds the database; try again or close it"},
    {SQLITE_LOCKED, Kind::Conflict, "数据库正被占用，请稍后再试", "the database is in use; try again"},
    {SQLITE_CONSTRAINT, Kind::Constraint, "数据与已有记录冲突", "the data breaks a constraint"},
    {SQLITE_FULL, Kind::Full, "磁盘空间已满，未作任何改动，请清理磁盘后重试",
     "the disk is full and nothing was changed; make room and try again"},
    {SQLITE_IOERR, Kind::Unavailable, "读写数据库文件失败，请检查磁盘", "reading or writing the database file failed; check the disk"},
    {SQLITE_CANTOPEN, Kind::Unavailable, "数据库文件无法打开或建立，请检查目录是否存在、是否可写",
     "the database file cannot be opened or made; check that its folder exists and may be written"},
    {SQLITE_READONLY, Kind::Unavailable, "数据库文件或目录只读，请检查权限",
     "the database file or its folder is read-only; check the permissions"},
    {SQLITE_PERM, Kind::Unavailable, "无权访问数据库文件，请检查权限", "no right to the database file; check the permissions"},
    {SQLITE_NOTADB, Kind::Other, "该文件不是数据库，请检查路径，文件未被改动",
     "the file is not a database; check the path, the file was not touched"},
    {SQLITE_CORRUPT, Kind::Other, "数据库文件已损坏，请从备份恢复", "the database file is damaged; restore a backup"},
    {SQLITE_NOMEM, Kind::Unavailable, "内存不足", "out of memory"},
    {SQLITE_TOOBIG, Kind::Other, "单个值超出上限", "a value is too large"},
};

} // namespace

Failure failure(int code, const std::string& what, const std::string& place) {
  for (const Meaning& meaning : k_meanings)
    if (meaning.code == (code & 0xff))
      return Failure(meaning.kind, place + "：" + meaning.chinese + " · " + meaning.english + " (SQLite: " + what + ")");
  return Failure(Kind::Other, place + "：数据库拒绝执行 · the database refused (SQLite: " + what + ")");
}

} // namespace ankao::db::sqlite

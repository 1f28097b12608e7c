// SPDX-License-Identifier: Apache-2.0
// Vault and files for visits that are signed by hand, in a folder of their own.
#pragma once

#include <stdlib.h>

#include <filesystem>
#include <stdexcept>

#include "inspection/service/records.hpp"
#include "inspection/service/visits.hpp"

namespace ankao::inspection::byhand {

inline constexpr const char* k_ink = "100,100 300,120 500,300|600,100 620,300 700,320";

class RecordWorld {
public:
  explicit RecordWorld(db::Database& database)
      : folder_(fresh())
      , vault_(vault::Vault::passing())
      , files_(folder_, *vault_)
      , room{database, *vault_, files_} {}
  ~RecordWorld() {
    std::error_code error;
    std::filesystem::remove_all(folder_, error);
  }
  RecordWorld(const RecordWorld&) = delete;
  RecordWorld& operator=(const RecordWorld&) = delete;

  const vault::Vault& vault() const { return *vault_; }
  const blobs::Store& files() const { return files_; }

private:
  static std::string fresh() {
    std::string name = (std::filesystem::temp_directory_path() / "ankao-records-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for the test");
    return name;
  }
  std::string folder_;
  std::unique_ptr<vault::Vault> vault_;
  blobs::Store files_;

public:
  RecordRoom room;
};

inline Signature signature(const std::string& client, Side side, const std::string& name) {
  Signature out;
  out.client = client;
  out.side = side;
  out.name = name;
  return out;
}

/// Asks what the form asks and lets everybody sign what stands now.
inline void all_sign(RecordWorld& world, const ledger::Actor& actor, Instant now, const Viewer& viewer, const Visit& visit, const std::string& round = "a") {
  const Checklist list = db::look(world.room.database, [&](db::Transaction& transaction) { return standing(transaction, visit).checklist; });
  int number = 0;
  const auto must = [](const auto& result) {
    if (!result.ok()) throw std::runtime_error("refused: " + result.problem().id);
  };
  const auto client = [&] { return "sign-" + visit.id + "-" + round + "-" + std::to_string(++number); };
  for (const Section& section : list.sections)
    for (const Item& item : section.items)
      for (const Part& part : item.parts) {
        if (!part.asks) continue;
        Question question;
        question.client = client();
        question.item = item.id;
        question.part = part.no;
        question.question = "证书有效期多久？";
        question.asked = "王主任";
        question.answer = "六年";
        must(ask(world.room, actor, now, viewer, visit.id, question));
      }
  for (const Member& one : visit.team) must(add_signature(world.room, actor, now, viewer, visit.id, {signature(client(), Side::Team, one.name), k_ink}));
  must(add_signature(world.room, actor, now, viewer, visit.id, {signature(client(), Side::Unit, "王主任"), k_ink}));
}

} // namespace ankao::inspection::byhand

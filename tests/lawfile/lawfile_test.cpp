// SPDX-License-Identifier: Apache-2.0
// A file of the law says what it says, or is refused with its line in the words of whoever owns it.
#include <gtest/gtest.h>

#include "lawfile/read.hpp"

namespace ankao::lawfile {
namespace {

constexpr Refusals k_refusals{"pond.syntax", "pond.key_unknown", "pond.key_missing", "pond.key_doubled", "pond.value"};

struct Pond {
  std::string name;
  int fish = 0;
  bool deep = false;
  std::optional<Date> from;
  std::vector<std::string> plants;
  std::vector<std::string> boats;
};

Pond pond_of(const Fields& in) {
  in.keys({"name", "fish"}, {"deep", "from", "plants", "boats"});
  Pond out{in.text("name"), in.whole("fish", 1, 10), in.flag("deep", false), std::nullopt, in.names("plants"), {}};
  if (in.has("from")) out.from = in.day("from");
  for (const Fields& boat : in.list("boats")) {
    boat.keys({"id"});
    out.boats.push_back(boat.text("id"));
    if (out.boats.back() == "sunk") boat.bad("id", "afloat");
  }
  return out;
}

Result<Pond> read_pond(std::string_view text) { return read(text, "law/pond.yaml", "pond", k_refusals, pond_of); }

/// "id at file:line", or "read".
std::string refusal(std::string_view text) {
  const auto read = read_pond(text);
  return read.ok() ? "read" : read.problem().id + " " + read.problem().at;
}

std::string detail(std::string_view text, const std::string& name) {
  const auto read = read_pond(text);
  if (read.ok()) return "read";
  for (const Detail& one : read.problem().details)
    if (one.name == name) return one.value;
  return "";
}

TEST(LawFile, WhatStandsInTheFileIsRead) {
  const auto pond = read_pond("name: 月湖\nfish: 10\ndeep: true\nfrom: 2023-11-04\nplants: [lotus, reed]\nboats:\n  - { id: a }\n  - { id: b }\n");
  ASSERT_TRUE(pond.ok());
  EXPECT_EQ(pond->name, "月湖");
  EXPECT_EQ(pond->fish, 10);
  EXPECT_TRUE(pond->deep);
  EXPECT_EQ(pond->from, parse_date("2023-11-04"));
  EXPECT_EQ(pond->plants, (std::vector<std::string>{"lotus", "reed"}));
  EXPECT_EQ(pond->boats, (std::vector<std::string>{"a", "b"}));
}

TEST(LawFile, WhatMayBeMissingIsMissing) {
  const auto pond = read_pond("name: x\nfish: 1\n");
  ASSERT_TRUE(pond.ok());
  EXPECT_FALSE(pond->deep);
  EXPECT_FALSE(pond->from);
  EXPECT_TRUE(pond->plants.empty() && pond->boats.empty());
}

TEST(LawFile, AnUnknownAMissingAndADoubledKeyAreRefusedAtTheirLine) {
  EXPECT_EQ(refusal("name: x\nfish: 1\nfrog: 2\n"), "pond.key_unknown law/pond.yaml:3");
  EXPECT_EQ(refusal("name: x\nfish: 1\nboats:\n  - { id: a, oar: b }\n"), "pond.key_unknown law/pond.yaml:4");
  EXPECT_EQ(refusal("fish: 1\n"), "pond.key_missing law/pond.yaml:1");
  EXPECT_EQ(refusal("name: x\nfish: 1\nname: y\n"), "pond.key_doubled law/pond.yaml:3");
  EXPECT_EQ(detail("name: x\nfish: 1\nboats:\n  - { id: a, oar: b }\n", "in"), "boats");
  EXPECT_EQ(detail("fish: 1\n", "in"), "pond");
}

TEST(LawFile, AValueOutOfPlaceIsRefusedWithWhatIsAllowed) {
  EXPECT_EQ(refusal("name: x\nfish: 0\n"), "pond.value law/pond.yaml:2") << "one below the least";
  EXPECT_EQ(refusal("name: x\nfish: 11\n"), "pond.value law/pond.yaml:2") << "one above the most";
  EXPECT_EQ(detail("name: x\nfish: 11\n", "allowed"), "1 - 10");
  EXPECT_EQ(detail("name: x\nfish: 11\n", "value"), "11");
  EXPECT_EQ(refusal("name: x\nfish: many\n"), "pond.value law/pond.yaml:2");
  EXPECT_EQ(refusal("name: ''\nfish: 1\n"), "pond.value law/pond.yaml:1");
  EXPECT_EQ(refusal("name: [x]\nfish: 1\n"), "pond.value law/pond.yaml:1");
  EXPECT_EQ(refusal("name: x\nfish: 1\ndeep: yes\n"), "pond.value law/pond.yaml:3");
  EXPECT_EQ(refusal("name: x\nfish: 1\nfrom: 2023-02-29\n"), "pond.value law/pond.yaml:3");
  EXPECT_EQ(refusal("name: x\nfish: 1\nplants: lotus\n"), "pond.value law/pond.yaml:3");
  EXPECT_EQ(refusal("name: x\nfish: 1\nboats: [a]\n"), "pond.value law/pond.yaml:3") << "a list of maps";
  EXPECT_EQ(refusal("name: x\nfish: 1\nboats:\n  - { id: sunk }\n"), "pond.value law/pond.yaml:4") << "what the owner of the file refuses";
}

TEST(LawFile, WhatIsNoYamlOrNoMapIsRefused) {
  EXPECT_EQ(refusal("name: [x\n"), "pond.syntax law/pond.yaml:2");
  EXPECT_EQ(refusal("- name\n"), "pond.value law/pond.yaml:1");
  EXPECT_EQ(refusal("").substr(0, 10), "pond.value");
}

TEST(LawFile, BytesThatAreNoTextAreRefusedAtTheirLine) {
  EXPECT_EQ(refusal("name: \xE6\xB9\x96\nfish: 1\n"), "read");
  EXPECT_EQ(refusal("fish: 1\nname: \xE6\xB9\n"), "pond.syntax law/pond.yaml:2") << "one byte of the last letter is missing";
  EXPECT_EQ(refusal("# \xD8\nname: x\nfish: 1\n"), "pond.syntax law/pond.yaml:1") << "a remark as well";
  EXPECT_EQ(detail("name: \xFF\nfish: 1\n", "reason"), "UTF-8");
}

} // namespace
} // namespace ankao::lawfile

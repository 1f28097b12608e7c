// SPDX-License-Identifier: Apache-2.0
// Checkpoints: signed with SM2, made when something happened, proved from, never made over a log that lost its past.
#include "ledger/service/seal.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <fstream>

#include "ledger/rules/tree.hpp"
#include "ledger/service/proofs.hpp"
#include "ledger/store/checkpoints.hpp"
#include "ledger/store/search.hpp"
#include "ledger/support/log.hpp"

namespace ankao::ledger {
namespace {

std::string raw(const std::string& hex) {
  std::string out;
  for (std::size_t i = 0; i < hex.size(); i += 2) out += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  return out;
}

TEST(SealKey, VerifiesTheSignatureOfTheStandard) {
  // GM/T 0003.5-2012, annex A: the example of the signature with the recommended curve.
  const std::string point = raw("0409F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13");
  const std::string r = raw("F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3");
  const std::string s = raw("B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA");
  const std::string der = raw("3046022100") + r + raw("022100") + s;
  EXPECT_TRUE(verify_seal(point, "message digest", der));
  EXPECT_FALSE(verify_seal(point, "message digesT", der));
}

TEST(SealKey, IsMadeOnceForItsOwnerOnly) {
  const tests::Folder folder;
  const std::string point = SealKey(folder.path).point();
  EXPECT_EQ(SealKey(folder.path).point(), point);
  struct stat found {};
  ASSERT_EQ(::stat((folder.path + "/ledger.key").c_str(), &found), 0);
  EXPECT_EQ(found.st_mode & 0777, 0600u);
  EXPECT_NE(SealKey("").point(), point);
}

TEST(SealKey, ADamagedFileIsNotReplacedByAnotherKey) {
  const tests::Folder folder;
  SealKey(folder.path);
  std::ofstream(folder.path + "/ledger.key") << "ankao ledger key 1\nabc\n";
  EXPECT_THROW(SealKey(folder.path), std::runtime_error);
}

TEST(SealKey, BytesThatAreNoSignatureOrNoKeyDoNotVerify) {
  const SealKey key("");
  const std::string good = key.sign("text");
  EXPECT_TRUE(verify_seal(key.point(), "text", good));
  EXPECT_FALSE(verify_seal(key.point(), "text", ""));
  EXPECT_FALSE(verify_seal(key.point(), "text", good.substr(1)));
  EXPECT_FALSE(verify_seal(SealKey("").point(), "text", good));
  EXPECT_FALSE(verify_seal("abc", "text", good));
  EXPECT_FALSE(verify_seal(std::string(65, '\x04'), "text", good));
}

TEST(SealKey, OpenSslVerifiesWhatItSigned) {
  const tests::Folder folder;
  const SealKey key("");
  std::ofstream(folder.path + "/pem") << public_pem(key.point());
  std::ofstream(folder.path + "/text") << "安考\n";
  std::ofstream(folder.path + "/sig") << key.sign("安考\n");
  const std::string in = "cd " + folder.path + " && openssl dgst -sm3 -verify pem -sigopt distid:1234567812345678 -signature sig ";
  EXPECT_EQ(std::system((in + "text >/dev/null 2>&1").c_str()), 0);
  EXPECT_NE(std::system((in + "pem >/dev/null 2>&1").c_str()), 0);
}

class Seal : public ::testing::TestWithParam<std::string> {
protected:
  tests::Log log{GetParam()};
};

TEST_P(Seal, AnEmptyLogHasNoCheckpoint) {
  const auto made = seal(log.database(), log.sealer, log.day(0));
  ASSERT_TRUE(made.ok());
  EXPECT_FALSE(made->has_value());
}

TEST_P(Seal, ACheckpointIsMadeWhenSomethingHappenedSinceTheLast) {
  log.grow(3);
  const Checkpoint one = log.seal();
  EXPECT_EQ(one.size, 3);
  EXPECT_TRUE(verify_seal(log.sealer.key.point(), one.text(), one.signature));
  EXPECT_EQ(log.seal().text(), one.text());
  log.grow(1);
  const Checkpoint two = log.seal();
  EXPECT_EQ(two.size, 4);
  log.database().read([&](db::Transaction& t) {
    EXPECT_EQ(search_checkpoints(t, {}, {}, "size", 0, 1).total, 2);
    EXPECT_TRUE(verify_consistency(3, 4, one.root, two.root, *prove_consistency(t, 3, 4)));
  });
  WitnessLines seen(log.sealer.witness);
  EXPECT_EQ(seen.take(3)->root, one.root);
  EXPECT_EQ(seen.take(4)->root, two.root);
  EXPECT_FALSE(seen.next_size().has_value());
}

TEST_P(Seal, EveryEventIsProvedAgainstTheCheckpoint) {
  log.grow(21);
  const Checkpoint sealed = log.seal();
  log.grow(5);
  log.database().read([&](db::Transaction& t) {
    for (std::int64_t number = 1; number <= sealed.size; ++number) {
      const auto proof = prove(t, number, sealed.size);
      ASSERT_TRUE(proof.ok());
      EXPECT_EQ(proof->root, sealed.root);
      EXPECT_TRUE(verify_inclusion(proof->leaf, number - 1, sealed.size, proof->path, sealed.root));
    }
    EXPECT_EQ(prove(t, 22, sealed.size).problem().id, "ledger.no_such_event");
    EXPECT_EQ(prove(t, 0, sealed.size).problem().id, "ledger.no_such_event");
    EXPECT_EQ(prove(t, 1, 27).problem().id, "ledger.no_such_size");
    EXPECT_TRUE(prove(t, 26, 26).ok());
    EXPECT_EQ(prove_consistency(t, 0, 26).problem().id, "ledger.no_such_size");
  });
}

TEST_P(Seal, ALogThatLostItsPastIsNotSigned) {
  log.grow(5);
  log.seal();
  tests::Log older(GetParam());
  older.grow(3);
  EXPECT_EQ(seal(older.database(), log.sealer, log.day(9)).problem().id, "ledger.other_history");
  older.grow(4);
  EXPECT_EQ(seal(older.database(), log.sealer, log.day(9)).problem().id, "ledger.other_history");
}

INSTANTIATE_TEST_SUITE_P(Databases, Seal, ::testing::ValuesIn(tests::k_stores), tests::store_name<::testing::TestParamInfo<std::string>>);

} // namespace
} // namespace ankao::ledger

// SPDX-License-Identifier: Apache-2.0
#include "blobs/blobs.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include "problems/catalogue.hpp"

namespace ankao::blobs {
namespace {

namespace fs = std::filesystem;
constexpr std::int64_t k_limit = 1 << 20;
constexpr Instant k_far{INT64_MAX / 2};

class Blobs : public ::testing::Test {
protected:
  static fs::path fresh_folder() {
    static std::atomic<int> count = 0;
    return fs::temp_directory_path() / ("ankao-blobs-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
  }
  ~Blobs() override { fs::remove_all(folder_); }
  std::vector<fs::path> files() const {
    std::vector<fs::path> out;
    if (fs::exists(folder_))
      for (const auto& one : fs::recursive_directory_iterator(folder_))
        if (one.is_regular_file()) out.push_back(one.path());
    return out;
  }
  static std::string text(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  static void overwrite(const fs::path& path, const std::string& bytes) { std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes; }
  template <class T>
  static std::string refusal(const Result<T>& result) {
    if (result.ok()) return "";
    EXPECT_TRUE(problems::Catalogue::shipped().has(result.problem().id)) << result.problem().id;
    return result.problem().id;
  }

  fs::path folder_ = fresh_folder();
  std::unique_ptr<vault::Vault> vault_ = vault::Vault::passing();
  Store store_{folder_.string(), *vault_};
};

TEST_F(Blobs, AContentIsNamedByItsSm3AndComesBack) {
  for (const Form form : {Form::Plain, Form::Sealed})
    for (const std::string& bytes : {std::string(), std::string("abc"), std::string(300'000, '\0')}) {
      const auto stored = store_.put(bytes, form, k_limit);
      ASSERT_TRUE(stored.ok());
      EXPECT_EQ(stored->sm3, to_hex(sm3(bytes)));
      EXPECT_EQ(stored->size, static_cast<std::int64_t>(bytes.size()));
      EXPECT_EQ(store_.read(stored->sm3, form).value(), bytes);
      EXPECT_TRUE(store_.has(stored->sm3, form));
    }
}

TEST_F(Blobs, ASealedContentNeverStandsInClear) {
  const std::string clear = "姓名 张三 身份证 11010519491231002X";
  const auto stored = store_.put(clear, Form::Sealed, k_limit);
  ASSERT_TRUE(stored.ok());
  ASSERT_EQ(files().size(), 1u);
  EXPECT_EQ(text(files()[0]).find("11010519491231002X"), std::string::npos);
  EXPECT_EQ(refusal(store_.read(stored->sm3, Form::Plain)), "blobs.missing");
}

TEST_F(Blobs, TheSameContentIsKeptOnce) {
  ASSERT_TRUE(store_.put("abc", Form::Plain, k_limit).ok());
  ASSERT_TRUE(store_.put("abc", Form::Plain, k_limit).ok());
  EXPECT_EQ(files().size(), 1u);
}

TEST_F(Blobs, ExactlyTheLimitIsTakenOneByteMoreIsNot) {
  EXPECT_EQ(refusal(store_.put("12345", Form::Plain, 5)), "");
  EXPECT_EQ(refusal(store_.put("123456", Form::Plain, 5)), "blobs.too_large");
  EXPECT_EQ(refusal(store_.put("123456", Form::Sealed, 5)), "blobs.too_large");
  EXPECT_EQ(files().size(), 1u) << "what is refused leaves nothing behind";
}

TEST_F(Blobs, ManyPartsAreOneContentAndADroppedWriterLeavesNothing) {
  std::string whole;
  {
    auto writer = store_.begin(Form::Plain, k_limit);
    ASSERT_TRUE(writer.ok());
    for (int i = 0; i < 100; ++i) {
      const std::string part(static_cast<std::size_t>(i), static_cast<char>(i));
      whole += part;
      ASSERT_TRUE(writer->add(part).ok());
    }
    EXPECT_EQ(writer->size(), static_cast<std::int64_t>(whole.size()));
    EXPECT_EQ(writer->finish(to_hex(sm3(whole)))->sm3, to_hex(sm3(whole)));
  }
  {
    auto dropped = store_.begin(Form::Plain, k_limit);
    ASSERT_TRUE(dropped->add("half").ok());
  }
  EXPECT_EQ(files().size(), 1u);
}

TEST_F(Blobs, WhatIsNotAsSentIsRefused) {
  auto writer = store_.begin(Form::Plain, k_limit);
  ASSERT_TRUE(writer->add("abc").ok());
  EXPECT_EQ(refusal(writer->finish(to_hex(sm3("abd")))), "blobs.not_as_sent");
  EXPECT_FALSE(store_.has(to_hex(sm3("abc")), Form::Plain));
}

TEST_F(Blobs, DamageIsToldByReadAndByScrub) {
  const auto plain = store_.put("plain content", Form::Plain, k_limit);
  const auto sealed = store_.put("sealed content", Form::Sealed, k_limit);
  const auto sound = store_.put("sound", Form::Plain, k_limit);
  EXPECT_EQ(store_.scrub().sound, 3);
  for (const auto& path : files()) {
    std::string bytes = text(path);
    if (bytes == "sound") continue;
    bytes[bytes.size() / 2] = bytes[bytes.size() / 2] == 'A' ? 'B' : 'A';
    overwrite(path, bytes);
  }
  EXPECT_EQ(refusal(store_.read(plain->sm3, Form::Plain)), "blobs.damaged");
  EXPECT_EQ(refusal(store_.read(sealed->sm3, Form::Sealed)), "vault.not_opened");
  const auto scrubbed = store_.scrub();
  EXPECT_EQ(scrubbed.sound, 1);
  EXPECT_EQ(scrubbed.faults.size(), 2u);
  EXPECT_TRUE(store_.read(sound->sm3, Form::Plain).ok());
}

TEST_F(Blobs, ASealedContentUnderAnotherNameDoesNotOpen) {
  const auto one = store_.put("one", Form::Sealed, k_limit);
  ASSERT_EQ(files().size(), 1u);
  const std::string bytes = text(files()[0]);
  const auto two = store_.put("two", Form::Sealed, k_limit);
  overwrite(folder_ / two->sm3.substr(0, 2) / (two->sm3 + ".sealed"), bytes);
  EXPECT_EQ(refusal(store_.read(two->sm3, Form::Sealed)), "vault.not_opened");
}

TEST_F(Blobs, CollectingTakesWhatNothingNamesAndIsOldEnough) {
  const auto named = store_.put("named", Form::Plain, k_limit);
  const auto orphan = store_.put("orphan", Form::Plain, k_limit);
  overwrite(folder_ / "passing" / "1-1", "left by a crash");
  overwrite(folder_ / "README", "not ours");
  EXPECT_EQ(store_.collect({named->sm3}, Instant{0}), 0) << "young ones stay: their record may not be committed yet";
  EXPECT_EQ(store_.collect({named->sm3}, k_far), 2);
  EXPECT_TRUE(store_.has(named->sm3, Form::Plain));
  EXPECT_FALSE(store_.has(orphan->sm3, Form::Plain));
  EXPECT_TRUE(fs::exists(folder_ / "README"));
}

TEST_F(Blobs, ANameThatIsNoDigestReachesNoFile) {
  overwrite(fs::temp_directory_path() / "ankao-outside", "secret");
  for (const char* name : {"", "../ankao-outside", "..", "/etc/passwd", "ab"}) {
    EXPECT_EQ(refusal(store_.read(name, Form::Plain)), "blobs.missing") << name;
    EXPECT_FALSE(store_.has(name, Form::Plain));
  }
  fs::remove(fs::temp_directory_path() / "ankao-outside");
}

TEST_F(Blobs, ManyWritersOfTheSameContentAgree) {
  std::vector<std::thread> writers;
  std::atomic<int> failed = 0;
  for (int i = 0; i < 8; ++i)
    writers.emplace_back([&] {
      for (int k = 0; k < 20; ++k)
        if (!store_.put("content " + std::to_string(k), k % 2 == 0 ? Form::Plain : Form::Sealed, k_limit).ok()) ++failed;
    });
  for (auto& one : writers) one.join();
  EXPECT_EQ(failed, 0);
  EXPECT_EQ(store_.scrub().sound, 20);
  EXPECT_EQ(files().size(), 20u);
}

} // namespace
} // namespace ankao::blobs

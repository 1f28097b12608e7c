// SPDX-License-Identifier: Apache-2.0
// A file on its way in, and a file that belongs to a record.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"

namespace ankao::attachments {

/// A record that files belong to, and where it lies. An institution reaches what is its own, a district what lies in it.
struct Subject {
  std::string kind; ///< id of a SubjectRule
  std::string id;
  std::string institution; ///< "" when it belongs to the city alone
  std::string site;
  std::string district;
  std::string second_district = {}; ///< a district that inspects what lies in another one (A4)
  bool finished = false; ///< its files stand as they are: none is added any more
};

enum class UploadState { Open, Finished, Cancelled, Abandoned };

struct Upload {
  std::string id; ///< chosen by the sender: the same upload, however often it is begun
  std::string account;
  Subject subject; ///< kind and id only
  std::string name;
  std::int64_t size = 0;
  std::string claimed_type;
  std::string claimed_sm3; ///< "" when the sender did not compute it
  std::optional<Instant> captured_at;
  std::int64_t offset = 0; ///< bytes that are kept
  UploadState state = UploadState::Open;
  Instant started_at;
  Instant touched_at;
  std::string device_place = {}; ///< sealed, where the device says that it stood; "" unknown
};

struct Part {
  std::int64_t start = 0;
  std::int64_t size = 0;
  std::string file; ///< name in the upload's folder
};

/// Unchecked: no scanner, or it gave no answer yet.
enum class Scan { Unchecked, Clean, Infected };
/// Of the drawn pictures and the EXIF.
enum class Look { None, Waiting, Done, Failed };

struct Facts {
  int width = 0, height = 0;
  std::string taken, zone, camera, software;
  bool has_position = false;
};

struct Withdrawal {
  Instant at;
  std::string account, person, reason;
};

struct Attachment {
  std::string id;  ///< of the upload
  Subject subject; ///< kind and id only
  std::string name, kind, type;
  std::int64_t size = 0;
  std::string sm3;
  bool sealed = false;
  std::string account, person, role;
  std::optional<Instant> captured_at; ///< as the device says
  Instant received_at;
  Scan scan = Scan::Unchecked;
  std::string scan_note; ///< name of the virus, or why it is unchecked
  Look look = Look::None;
  std::string look_note; ///< id of the problem
  Facts facts;
  std::string position;  ///< sealed "latitude,longitude" in millionths of a degree, "" none
  std::string small_sm3, large_sm3;
  std::int64_t event = 0; ///< in the ledger
  std::optional<Withdrawal> withdrawn;
  std::string device_sm3 = {};   ///< computed by the device when the file was made; what differs is refused
  std::string device_place = {}; ///< sealed "latitude,longitude,metres", by the device
};

const char* word_of(UploadState state);
const char* word_of(Scan scan);
const char* word_of(Look look);
UploadState upload_state_of(const std::string& word);
Scan scan_of(const std::string& word);
Look look_of(const std::string& word);

} // namespace ankao::attachments

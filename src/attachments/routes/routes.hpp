// SPDX-License-Identifier: Apache-2.0
// Uploads and attachments over HTTP.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"

namespace ankao::api {
class Endpoints;
}

namespace ankao::attachments {

struct Room;

/// `room` outlives `endpoints`; `wake` is called when there is new work in the background.
void add_routes(api::Endpoints& endpoints, const Room& room, std::function<void()> wake);

namespace dto {

struct UploadForm {
  std::string id; ///< chosen by the sender, 16 to 64 letters, digits, hyphens
  std::string subject_kind;
  std::string subject;
  std::string name;
  std::int64_t size = 0;
  std::optional<std::string> type; ///< as the browser says
  std::optional<std::string> sm3;
  std::optional<Instant> captured_at; ///< by the device's clock
  std::optional<std::int64_t> latitude, longitude, metres; ///< where the device stood, in millionths of a degree, and how exact that is
};
BOOST_DESCRIBE_STRUCT(UploadForm, (), (id, subject_kind, subject, name, size, type, sm3, captured_at, latitude, longitude, metres))

struct UploadId {
  std::string id;
};
BOOST_DESCRIBE_STRUCT(UploadId, (), (id))

struct UploadView {
  std::string id;
  std::string state;
  std::int64_t offset = 0; ///< the next part begins here
  std::int64_t size = 0;
  std::int64_t part_bytes = 0; ///< of one part at most
};
BOOST_DESCRIBE_STRUCT(UploadView, (), (id, state, offset, size, part_bytes))

struct AttachmentView {
  std::string id;
  std::string subject_kind;
  std::string subject;
  std::string name;
  std::string kind;
  std::string type;
  std::string preview; ///< picture, page, text, none
  std::int64_t size = 0;
  std::string sm3;
  bool sealed = false;
  std::string account;
  std::string person;
  std::string role;
  std::optional<Instant> captured_at;
  Instant received_at;
  std::string scan;
  std::string scan_note;
  std::string look;
  std::int64_t width = 0;
  std::int64_t height = 0;
  std::string taken; ///< by the camera's clock
  std::string zone;
  std::string camera;
  std::string software;
  std::string place; ///< masked; "" when the camera wrote none
  std::int64_t event = 0;
  std::string device_place; ///< masked; "" when the device did not say
  bool device_digest = false; ///< the device computed the same SM3 when the file was made
  bool original = false; ///< the caller may open it
  std::optional<Instant> withdrawn_at;
  std::string withdrawn_person;
  std::string withdrawn_reason;
};
BOOST_DESCRIBE_STRUCT(AttachmentView, (),
                      (id, subject_kind, subject, name, kind, type, preview, size, sm3, sealed, account, person, role, captured_at, received_at, scan, scan_note, look, width, height,
                       taken, zone, camera, software, place, device_place, device_digest, event, original, withdrawn_at, withdrawn_person, withdrawn_reason))

struct AttachmentQuery {
  std::string kind;
  std::string subject;
};
BOOST_DESCRIBE_STRUCT(AttachmentQuery, (), (kind, subject))

/// How large files of a kind may be: a telephone says so before it keeps one.
struct FileLimit {
  std::string zh, en;
  std::vector<std::string> endings;
  std::int64_t bytes = 0;
};
BOOST_DESCRIBE_STRUCT(FileLimit, (), (zh, en, endings, bytes))

struct AttachmentList {
  std::vector<AttachmentView> items;
  bool may_add = false;
  std::vector<std::string> endings; ///< of names that may be added
  std::vector<FileLimit> limits;
};
BOOST_DESCRIBE_STRUCT(AttachmentList, (), (items, may_add, endings, limits))

struct ContentQuery {
  std::string id;
  bool show = false; ///< in the browser instead of as a file to keep
};
BOOST_DESCRIBE_STRUCT(ContentQuery, (), (id, show))

struct PictureQuery {
  std::string id;
  bool large = false;
};
BOOST_DESCRIBE_STRUCT(PictureQuery, (), (id, large))

struct ReasonForm {
  std::string id;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReasonForm, (), (id, reason))

struct PlaceView {
  std::string place;
};
BOOST_DESCRIBE_STRUCT(PlaceView, (), (place))

struct ScrubView {
  Instant at;
  std::int64_t sound = 0;
  std::vector<std::string> altered;
  std::vector<std::string> missing;
};
BOOST_DESCRIBE_STRUCT(ScrubView, (), (at, sound, altered, missing))

struct StorageView {
  std::int64_t files = 0;
  std::int64_t bytes = 0;
  std::int64_t withdrawn = 0;
  std::int64_t unchecked = 0;
  std::int64_t infected = 0;
  std::int64_t contents = 0;
  std::int64_t disk_bytes = 0;
  std::int64_t orphans = 0;
  std::int64_t open_uploads = 0;
  bool scanner = false;
  std::optional<ScrubView> last_scrub;
};
BOOST_DESCRIBE_STRUCT(StorageView, (), (files, bytes, withdrawn, unchecked, infected, contents, disk_bytes, orphans, open_uploads, scanner, last_scrub))

} // namespace dto
} // namespace ankao::attachments

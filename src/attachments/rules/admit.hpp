// SPDX-License-Identifier: Apache-2.0
// Whether a file may come in: by its name and size before it comes, by what it is when it is there.
#pragma once

#include <string>
#include <string_view>

#include "attachments/words/attachment.hpp"
#include "attachments/words/law.hpp"
#include "base/result.hpp"

namespace ankao::attachments {

inline constexpr std::size_t k_longest_name = 200;

/// 16 to 64 letters, digits and hyphens.
bool is_upload_id(std::string_view id);
/// A name without folders, control characters or leading dots, at most k_longest_name bytes; attachments.name.
Result<std::string> clean_name(std::string_view name);
/// "jpg" of "照片.JPG"; "" when there is none.
std::string ending_of(std::string_view name);

const SubjectRule* subject_rule(const FileLaw& law, const std::string& id);
const KindRule* kind_rule(const FileLaw& law, const std::string& id);

/// The kind that the name's ending belongs to and the record may have: attachments.ending, attachments.kind_not_here,
/// attachments.empty, attachments.too_large.
Result<const KindRule*> admit_claim(const FileLaw& law, const SubjectRule& subject, const std::string& name, std::int64_t size);

/// libmagic calls some office files archives: their inner names say what they are.
std::string refined(const std::string& type, std::string_view bytes);
/// attachments.other_type when the content is not what the name says, attachments.forbidden_content.
Result<const TypeRule*> admit_content(const KindRule& kind, const std::string& name, const std::string& type, std::string_view bytes);

/// What stands already beside what is to come: attachments.too_many, attachments.record_full.
struct Present {
  int count = 0;
  std::int64_t bytes = 0;
};
Result<void> admit_to_record(const SubjectRule& subject, const Present& attached, std::int64_t size);
/// uploads.too_many, uploads.too_much.
Result<void> admit_upload(const FileLaw& law, const Present& open, std::int64_t size);

} // namespace ankao::attachments

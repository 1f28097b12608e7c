// SPDX-License-Identifier: Apache-2.0
// What the files of the routes share.
#pragma once

#include <functional>

#include "api/endpoints.hpp"
#include "attachments/routes/routes.hpp"
#include "attachments/service/room.hpp"

namespace ankao::attachments {

Asker asker_of(const api::Call& call);
dto::UploadView view_of(const Upload& upload, const FileLaw& law);
dto::AttachmentView view_of(const Attachment& attachment, const Room& room, const Asker& asker);

void add_upload_routes(api::Endpoints& endpoints, const Room& room, const std::function<void()>& wake);
void add_storage_routes(api::Endpoints& endpoints, const Room& room, const std::function<void()>& wake);

} // namespace ankao::attachments

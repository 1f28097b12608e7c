// SPDX-License-Identifier: Apache-2.0
#include "identity/routes/matrix.hpp"

#include "api/endpoints.hpp"
#include "api/paths.hpp"
#include "identity/rules/access.hpp"

namespace ankao::identity {

std::vector<Standing> standing(const api::Endpoints& endpoints) {
  std::vector<Standing> out;
  for (const api::Operation& operation : endpoints.operations()) {
    Standing one{operation.spec.operation, std::nullopt, operation.permission(), api::path_parameters(operation.spec.path),
                 operation.spec.clauses};
    if (operation.spec.access == api::Access::Public) one.everybody = Reach::Public;
    if (operation.spec.access == api::Access::SignedIn) one.everybody = Reach::SignedIn;
    if (operation.input == api::Input::Values)
      for (const api::Field& field : operation.in->fields) one.members.push_back(field.name);
    out.push_back(std::move(one));
  }
  return out;
}

void require_matrix(const api::Endpoints& endpoints, const AccessMatrix& matrix, const Roles& roles) {
  const std::vector<std::string> found = differences(matrix, standing(endpoints), roles);
  std::string text;
  for (const std::string& one : found) text += "\n" + one;
  ensure(found.empty(), "law/access.yaml and the operations differ:" + text + "\n");
}

} // namespace ankao::identity

// SPDX-License-Identifier: Apache-2.0
// From a drawn plan to what it means, as the API answers it.
#pragma once

#include "draw/rules/model.hpp"
#include "draw/rules/seating.hpp"
#include "planning/routes/study_api.hpp"
#include "planning/routes/views.hpp"

namespace ankao::planning {

/// A drawn plan with all that questions about it need.
class Studied {
public:
  Studied(const World& world, PlanVersion version, std::shared_ptr<const Drawn> drawn, Language language);

  const PlanVersion version;
  const std::shared_ptr<const Drawn> drawn;
  const draw::Seed seed;
  const draw::Model model;
  const draw::Seating seating;
  const Language language;

  const draw::Instance& instance() const { return drawn->instance; }
  dto::NamedId site(int index) const;
  dto::NamedId institution(int index) const;
  std::string subject(int index) const { return subject_name(world_, instance().subjects[static_cast<std::size_t>(index)].id, language); }
  const std::string& subject_id(int index) const { return instance().subjects[static_cast<std::size_t>(index)].id; }

private:
  const World& world_;
};

/// `institution` empty: all.
dto::UnplacedStudies unplaced_view(const Studied& studied, const std::string& institution);
dto::BatchStudy batch_study(const Studied& studied, int batch);
dto::InstitutionStudyView institution_view(const Studied& studied, int institution);
dto::SiteStudyView site_view(const Studied& studied, int site);

} // namespace ankao::planning

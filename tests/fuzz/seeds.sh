# What each libFuzzer target starts from, beside its corpus: the shipped files of the format that it reads. Sourced by test and bench, from
# the top of the checkout. The targets not named here start from records that they write themselves, or need no format.
seeds_of() { # seeds_of PROGRAM
  local files
  case $1 in
    fuzz_checklist) files=$(echo law/checklists/*.yaml) ;;
    fuzz_conditions) files=law/conditions.yaml ;;
    fuzz_deadlines) files="law/deadlines.yaml $(echo data/holidays/*.yaml)" ;;
    fuzz_ink) files=law/visits.yaml ;;
    *) return 0 ;;
  esac
  echo "-seed_inputs=${files// /,}"
}

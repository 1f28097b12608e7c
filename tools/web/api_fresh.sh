#!/usr/bin/env bash
# Fails when web/src/api is not what the program describes. Run `npm --prefix web run api` to write it anew.
#   tools/web/api_fresh.sh path/to/ankao
set -euo pipefail
cd "$(dirname "$0")/../.."
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
"$1" openapi >"$made/openapi.json"
diff -q "$made/openapi.json" web/src/api/openapi.json >/dev/null || { echo "web/src/api/openapi.json is stale: npm --prefix web run api"; exit 1; }
(cd web && npx openapi-typescript "$made/openapi.json" --output "$made/schema.d.ts" --root-types --root-types-no-schema-prefix --alphabetize >/dev/null 2>&1)
diff -q "$made/schema.d.ts" web/src/api/schema.d.ts >/dev/null || { echo "web/src/api/schema.d.ts is stale: npm --prefix web run api"; exit 1; }

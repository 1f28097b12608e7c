// SPDX-License-Identifier: Apache-2.0
// The answer of an import in words: how many rows, what would change, what was stored.
import { useI18n } from 'vue-i18n'

import { sendTable, type Fields, type ImportOutcome } from './import'

export function useImport(path: () => string, fields: () => Fields = () => ({})) {
  const { t } = useI18n()
  /** The import itself is sent under a draft's id, so that a retry counts once. */
  return async (file: File, dryRun: boolean, draft?: string): Promise<ImportOutcome> => {
    const answer = await sendTable(path(), file, { ...fields(), dry_run: String(dryRun) }, dryRun ? undefined : draft)
    const summary = [t('upload.rows', { count: answer.rows }), t('upload.changes', { added: answer.added, changed: answer.changed, unchanged: answer.unchanged }), ...answer.remarks]
    if (answer.stored) summary.push(t('upload.stored', { count: answer.added + answer.changed }))
    return { summary, errors: answer.errors, stored: answer.stored, secrets: answer.secrets }
  }
}

import { useQueryClient } from '@tanstack/react-query'
import { useWords } from '../../i18n/use-words.ts'
import { showToast } from '../overlays/toast.ts'
import { useIntention } from './use-intention.ts'

/**
 * Runs one action on a noun's rows, one at a time, and refetches afterwards. Resolves to undefined after it has shown the error, except the
 * `complaints` about inputs at `pointers`.
 */
export function useAction<Input, Output, Pointer extends string = never>(
  noun: string, act: (input: Input, idempotencyKey: string) => Promise<Output>, pointers: readonly Pointer[] = [],
) {
  const { t } = useWords()
  const queries = useQueryClient()
  const { run: go, isRunning, complaints, complain, mended } = useIntention((input: Input, key) => act(input, key), pointers)

  const run = async (input: Input): Promise<Output | undefined> => {
    if (isRunning) return undefined
    try {
      const outcome = await go(input)
      if (outcome?.is === 'done') return outcome.output
      if (outcome?.is === 'earlier') showToast(t('ui.act.earlier'), 'caution')
      if (outcome?.is === 'unknown') showToast(t('ui.act.unknown'), 'caution')
      if (outcome?.is === 'refused' && !outcome.complaints)
        showToast(outcome.problem.status === 412 ? t('ui.act.stale') : outcome.problem.detail || t('ui.error.text'), 'danger')
      return undefined
    } finally {
      void queries.invalidateQueries({ queryKey: [noun] })
    }
  }
  return { run, isRunning, complaints, complain, mended }
}

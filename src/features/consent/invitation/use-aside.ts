import { useState } from 'react'
import { useWords } from '../../../i18n/use-words.ts'
import { useIntention } from '../../../ui/actions/use-intention.ts'
import type { AsideProps, Drafts } from './drafts.ts'

/**
 * Sends one thing at a time. An earlier send that turns out to have arrived is shown as done. A refusal that ends the invitation goes to
 * `onBarred`; others show at their field of `inputs`, else at the first. What has arrived is `emptied`, even after the reader has gone
 * back.
 */
export function useAside<Pointer extends string, Input, Output>(
  inputs: readonly [Pointer, ...Pointer[]],
  send: (input: Input, idempotencyKey: string) => Promise<Output>,
  { onType, onBarred }: Pick<AsideProps, 'onType' | 'onBarred'>,
  emptied: Partial<Drafts>,
) {
  const { t } = useWords()
  const { run, isRunning, complaints, complain, mended } = useIntention((input: Input, key) => send(input, key), inputs)
  const [done, setDone] = useState<Output>()
  const submit = async (input: Input) => {
    const came = await run(input)
    if (came?.is === 'done' || came?.is === 'earlier') {
      setDone(came.output)
      onType(emptied)
    } else if (came?.is === 'unknown') complain(inputs[0], t('acceptance.aside.silence'))
    else if (came?.is === 'refused' && [404, 409].includes(came.problem.status)) onBarred(came.problem)
    else if (came?.is === 'refused' && !came.complaints) complain(inputs[0], came.problem.detail)
  }
  const type = (pointer: Pointer, typed: Partial<Drafts>) => {
    onType(typed)
    mended(pointer)
  }
  return { submit, isSending: isRunning, done, complaints, type }
}

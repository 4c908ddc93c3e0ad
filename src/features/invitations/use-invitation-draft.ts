import { useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import type { CloudPolicy } from '../../../domain/clouds/cloud-policies.ts'
import type { InvitationDraft, InvitationWithLink } from '../../../domain/invitations/schemas.ts'
import type { Problem } from '../../../domain/problem.ts'
import type { Locale } from '../../../domain/session/locales.ts'
import { NetworkError, ProblemError } from '../../api/problem-error.ts'
import { newKey } from '../../api/request.ts'
import { useTypedForm } from '../../ui/use-typed.ts'
import { emptyForm, fieldOf, type InvitationForm, invitationResolver } from './invitation-form.ts'
import { createInvitation } from './invitation-queries.ts'

/** What the last try came to, beyond what stands beside the fields. */
export type DraftOutcome = { is: 'refused'; problem: Problem } | { is: 'unknown' } | { is: 'failed'; error: Error }

/**
 * The form and its one intention. The same draft keeps its Idempotency-Key until an answer came, so that trying again after silence
 * makes the invitation once at most; a changed draft is another intention.
 */
export function useInvitationDraft(policy: CloudPolicy, language: Locale, onMade: (made: InvitationWithLink) => void) {
  const form = useForm<InvitationForm, unknown, InvitationDraft>({
    resolver: invitationResolver, defaultValues: emptyForm(language, policy), mode: 'onTouched',
  })
  useTypedForm('invitation', form)
  const [outcome, setOutcome] = useState<DraftOutcome>()
  const intention = useRef<{ body: string; key: string }>(undefined)

  const keyFor = (draft: InvitationDraft): string => {
    const body = JSON.stringify(draft)
    if (intention.current?.body !== body) intention.current = { body, key: newKey() }
    return intention.current.key
  }

  const showFields = ({ errors = [], rule }: Problem): boolean => {
    let isFirst = true
    for (const { pointer, detail } of errors) {
      const field = fieldOf(pointer)
      if (!field) continue
      form.setError(field, { type: 'server', message: rule ? `${detail} (${rule})` : detail }, { shouldFocus: isFirst })
      isFirst = false
    }
    return !isFirst
  }

  const save = async (draft: InvitationDraft) => {
    setOutcome(undefined)
    try {
      const made = await createInvitation(draft, keyFor(draft))
      intention.current = undefined
      onMade(made)
    } catch (error) {
      if (error instanceof NetworkError) setOutcome({ is: 'unknown' })
      else if (!(error instanceof ProblemError)) throw error
      else if (error.problem.status >= 500) setOutcome({ is: 'failed', error })
      else if (!showFields(error.problem)) setOutcome({ is: 'refused', problem: error.problem })
    }
  }

  return { form, submit: () => form.handleSubmit(save)(), outcome }
}

import { useState } from 'react'
import type { CloudPolicy } from '../../../domain/clouds/cloud-policies.ts'
import type { InvitationDraft, InvitationWithLink } from '../../../domain/invitations/schemas.ts'
import type { Problem } from '../../../domain/problem.ts'
import type { Locale } from '../../../domain/session/locales.ts'
import { EarlierArrived, isSilence, ProblemError } from '../../api/problem-error.ts'
import { newKey } from '../../api/request.ts'
import { useTypedForm } from '../../ui/use-typed-form.ts'
import type { BegunCustomer } from './begun-invitation.ts'
import { emptyForm, fieldOf, type InvitationForm, invitationResolver, isOnForm } from './invitation-form.ts'
import { createInvitation } from './invitation-queries.ts'

/** What the last try came to, beyond what stands beside the fields. `earlier`: it was not sent, since another draft had come after all. */
export type DraftOutcome =
  | { is: 'refused'; problem: Problem } | { is: 'unknown'; error: unknown } | { is: 'earlier'; made: InvitationWithLink }

/** The form and what came of it; trying again after silence makes the invitation once at most. */
export function useInvitationDraft(
  policy: CloudPolicy, language: Locale, begun: BegunCustomer, onMade: (made: InvitationWithLink) => void,
) {
  const { form } = useTypedForm<InvitationForm, InvitationDraft>('invitation', {
    resolver: invitationResolver, defaultValues: emptyForm(language, policy, begun),
  })
  const [outcome, setOutcome] = useState<DraftOutcome>()

  const showFields = ({ errors = [], rule }: Problem): boolean => {
    const named = errors.flatMap(({ pointer, detail }) => {
      const field = fieldOf(pointer)
      return field && isOnForm(field, form.getValues(), policy) ? [{ field, detail }] : []
    })
    for (const { field, detail } of named) form.setError(field, { type: 'server', message: rule ? `${detail} (${rule})` : detail })
    return named.length > 0
  }

  const save = async (draft: InvitationDraft) => {
    setOutcome(undefined)
    try {
      onMade(await createInvitation(draft, newKey()))
    } catch (error) {
      if (error instanceof EarlierArrived) setOutcome({ is: 'earlier', made: error.answer as InvitationWithLink })
      else if (isSilence(error)) setOutcome({ is: 'unknown', error })
      else if (!(error instanceof ProblemError)) throw error
      else if (!showFields(error.problem)) setOutcome({ is: 'refused', problem: error.problem })
    }
  }

  return { form, submit: () => form.handleSubmit(save)(), outcome }
}

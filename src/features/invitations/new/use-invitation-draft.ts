import type { CloudPolicy } from '../../../../domain/clouds/cloud-policies.ts'
import type { InvitationDraft, InvitationWithLink } from '../../../../domain/invitations/schemas.ts'
import type { Locale } from '../../../../domain/session/locales.ts'
import { useDraft } from '../../../ui/forms/use-draft.ts'
import type { BegunCustomer } from './begun-invitation.ts'
import { emptyForm, fieldOf, type InvitationForm, invitationResolver, isOnForm } from './invitation-form.ts'
import { createInvitation } from '../invitation-queries.ts'

export function useInvitationDraft(
  policy: CloudPolicy, language: Locale, begun: BegunCustomer, onMade: (made: InvitationWithLink) => void,
) {
  const { form, save, outcome } = useDraft<InvitationForm, InvitationDraft, InvitationWithLink>('invitation', {
    resolver: invitationResolver, defaultValues: emptyForm(language, policy, begun),
    fieldAt: (pointer, values) => {
      const field = fieldOf(pointer)
      return field && isOnForm(field, values, policy) ? field : undefined
    },
  }, createInvitation)
  const send = async (draft: InvitationDraft) => {
    const made = await save(draft)
    if (made) onMade(made)
  }
  return { form, submit: () => form.handleSubmit(send)(), outcome }
}

import { FormProvider, useWatch } from 'react-hook-form'
import { canNameCustomer } from '../../../../domain/invitations/acceptance/invitee-rules.ts'
import { canCreateInvitation } from '../../../../domain/invitations/rules.ts'
import type { InvitationDraft, InvitationWithLink } from '../../../../domain/invitations/schemas.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { firstRefusal } from '../../../../domain/verdict.ts'
import { ownPolicy } from '../../../api/own-policy.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ActionButton } from '../../../ui/actions/action-button.tsx'
import { ButtonLink } from '../../../ui/actions/button.tsx'
import { DraftTrouble } from '../../../ui/forms/draft-trouble.tsx'
import { Form } from '../../../ui/forms/form.tsx'
import { useDraft } from '../../../ui/forms/use-draft.ts'
import { Columns, Row, Stack } from '../../../ui/looks/layout.tsx'
import type { BegunCustomer } from './begun-invitation.ts'
import { DeliveryFields } from './delivery-fields.tsx'
import { emptyForm, fieldOf, type InvitationForm, invitationResolver, isOnForm } from './invitation-form.ts'
import { type DrawAcceptance, InvitationPreview } from './invitation-preview.tsx'
import { InviteeFields } from './invitee-fields.tsx'
import { AskedFields, TermsFields } from './terms-fields.tsx'
import { createInvitation } from '../invitation-queries.ts'

type Props = { actor: Actor; begun: BegunCustomer; cancelTo: string; draw: DrawAcceptance; onMade: (made: InvitationWithLink) => void }

/** The form of a new invitation, beside its preview. */
export function NewInvitation({ actor, begun, cancelTo, draw, onMade }: Props) {
  const { t, locale } = useWords()
  const policy = ownPolicy()
  const { form, save, outcome } = useDraft<InvitationForm, InvitationDraft, InvitationWithLink>('invitation', {
    resolver: invitationResolver, defaultValues: emptyForm(locale, policy, begun),
    fieldAt: (pointer, values) => {
      const field = fieldOf(pointer)
      return field && isOnForm(field, values, policy) ? field : undefined
    },
  }, createInvitation)
  const submit = form.handleSubmit(async (draft: InvitationDraft) => {
    const made = await save(draft)
    if (made) onMade(made)
  })
  const { isSubmitting } = form.formState
  const { invitee, customer } = useWatch({ control: form.control }) as InvitationForm
  const naming = canNameCustomer(actor, invitee === 'named' ? namedIn(customer) : {})
  const verdict = firstRefusal(
    () => canCreateInvitation(actor, policy),
    () => naming,
  )
  return (
    <FormProvider {...form}>
      <Columns of="minmax(0, 1fr) minmax(320px, 440px)" below={1100} gap={8} align="start">
        <Stack as={Form} gap={6} measure="720px" aria-label={t('invitations.new')}
          onSubmit={() => verdict.allowed && !isSubmitting ? submit() : undefined}>
          <DeliveryFields ownId={actor.organization.id} />
          <InviteeFields naming={naming} />
          <AskedFields policy={policy} />
          <TermsFields />
          <Stack gap={4}>
            {outcome && (
              <DraftTrouble outcome={outcome} isRetrying={isSubmitting} onRetry={submit} onShow={onMade} said={{
                unknown: t('invitations.new.unknown'), earlier: t('invitations.new.earlier'), show: t('invitations.new.earlier.show'),
              }} />
            )}
            <Row gap={2} align="start">
              <ActionButton type="submit" variant="accent" verdict={verdict} pending={isSubmitting}>
                {t('invitations.new.submit')}
              </ActionButton>
              <ButtonLink to={cancelTo}>{t('invitations.new.cancel')}</ButtonLink>
            </Row>
          </Stack>
        </Stack>
        <InvitationPreview actor={actor} policy={policy} draw={draw} />
      </Columns>
    </FormProvider>
  )
}

const namedIn = ({ tenantId, country }: InvitationForm['customer']) => ({
  ...(tenantId.trim() ? { tenantId: tenantId.trim().toLowerCase() } : {}),
  ...(country ? { country } : {}),
})

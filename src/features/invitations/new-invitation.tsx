import type { ComponentProps } from 'react'
import { FormProvider, useWatch } from 'react-hook-form'
import { canNameCustomer } from '../../../domain/invitations/invitee-rules.ts'
import { canCreateInvitation } from '../../../domain/invitations/rules.ts'
import type { InvitationWithLink } from '../../../domain/invitations/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { firstRefusal } from '../../../domain/verdict.ts'
import { ownPolicy } from '../../api/own-policy.ts'
import { isProblem } from '../../api/problem-error.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Form, useAttempt } from '../../ui/form.tsx'
import formStyles from '../../ui/form-page.module.css'
import { Row, Stack } from '../../ui/layout.tsx'
import { Reason } from '../../ui/reason.tsx'
import { ErrorState } from '../../ui/states.tsx'
import type { BegunCustomer } from './begun-invitation.ts'
import { DeliveryFields } from './delivery-fields.tsx'
import type { InvitationForm } from './invitation-form.ts'
import { type DrawAcceptance, InvitationPreview } from './invitation-preview.tsx'
import { InviteeFields } from './invitee-fields.tsx'
import { AskedFields, TermsFields } from './terms-fields.tsx'
import { type DraftOutcome, useInvitationDraft } from './use-invitation-draft.ts'

type Props = { actor: Actor; begun: BegunCustomer; cancelTo: string; draw: DrawAcceptance; onMade: (made: InvitationWithLink) => void }

/** The form of a new invitation with, beside it, what the customer will read. */
export function NewInvitation({ actor, begun, cancelTo, draw, onMade }: Props) {
  const { t, locale } = useWords()
  const policy = ownPolicy()
  const { form, submit, outcome } = useInvitationDraft(policy, locale, begun, onMade)
  const { isSubmitting } = form.formState
  const { invitee, customer } = useWatch({ control: form.control }) as InvitationForm
  const naming = canNameCustomer(actor, invitee === 'named' ? namedIn(customer) : {})
  const verdict = firstRefusal(
    () => canCreateInvitation(actor, policy),
    () => naming,
  )
  return (
    <FormProvider {...form}>
      <div className={formStyles.beside}>
        <Form className={formStyles.form} aria-label={t('invitations.new')}
          onSubmit={() => verdict.allowed && !isSubmitting ? submit() : undefined}>
          <DeliveryFields ownId={actor.organization.id} />
          <InviteeFields naming={naming} />
          <AskedFields policy={policy} />
          <TermsFields />
          <div className={formStyles.end}>
            {outcome && <Outcome outcome={outcome} isRetrying={isSubmitting} onRetry={submit} onShow={onMade} />}
            <Row gap={2} align="start" className={formStyles.buttons}>
              <ActionButton type="submit" variant="accent" verdict={verdict} pending={isSubmitting}>
                {t('invitations.new.submit')}
              </ActionButton>
              <ButtonLink to={cancelTo}>{t('invitations.new.cancel')}</ButtonLink>
            </Row>
          </div>
        </Form>
        <InvitationPreview actor={actor} policy={policy} draw={draw} />
      </div>
    </FormProvider>
  )
}

const namedIn = ({ tenantId, country }: InvitationForm['customer']) => ({
  ...(tenantId.trim() ? { tenantId: tenantId.trim().toLowerCase() } : {}),
  ...(country ? { country } : {}),
})

type OutcomeProps = { outcome: DraftOutcome; isRetrying: boolean; onRetry: () => Promise<void>; onShow: Props['onMade'] }

function Outcome({ outcome, isRetrying, onRetry, onShow }: OutcomeProps) {
  const { t } = useWords()
  const attempt = useAttempt()
  const retry = () => void attempt(onRetry)
  if (outcome.is === 'unknown' && isProblem(outcome.error))
    return <ErrorState compact error={outcome.error} kept={t('invitations.new.unknown')} retrying={isRetrying} onRetry={retry} />
  return (
    <Stack role="alert" gap={3} align="start" pad="3 4" callout="caution">
      {outcome.is === 'refused' ? (
        outcome.problem.rule
          ? <Reason refusal={outcome.problem as ComponentProps<typeof Reason>['refusal']} />
          : <p>{outcome.problem.detail}</p>
      ) : outcome.is === 'earlier' ? (
        <>
          <p>{t('invitations.new.earlier')}</p>
          <Button onPress={() => onShow(outcome.made)}>{t('invitations.new.earlier.show')}</Button>
        </>
      ) : (
        <>
          <p>{t('invitations.new.unknown')}</p>
          <Button icon="refresh" pending={isRetrying} onPress={retry}>{t('invitations.new.retry')}</Button>
        </>
      )}
    </Stack>
  )
}

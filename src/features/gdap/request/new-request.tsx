import { FormProvider, useController, useWatch } from 'react-hook-form'
import { canFinalise } from '../../../../domain/gdap/relationship-rules.ts'
import { type Actor, partnerKindOf } from '../../../../domain/session/actor.ts'
import { allowed } from '../../../../domain/verdict.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ActionButton } from '../../../ui/actions/action-button.tsx'
import { Button, ButtonLink } from '../../../ui/actions/button.tsx'
import { DraftTrouble } from '../../../ui/forms/draft-trouble.tsx'
import formStyles from '../../../ui/forms/form-page.module.css'
import { Form, useAttempt } from '../../../ui/forms/form.tsx'
import { Columns, Row, Stack, Text } from '../../../ui/looks/layout.tsx'
import { CustomerFields, ForWhomFields, type RequestLinks } from './customer/customer-fields.tsx'
import { NameField, useSuggestedName } from './name-field.tsx'
import { type RequestForm, resellerOf, tenantOf } from './request-form.ts'
import { RequestSummary, toWhom } from './request-summary.tsx'
import styles from './request.module.css'
import { type NameStem, stemOf, stemOfRenewal } from './suggested-name.ts'
import { TermsFields, useStarts } from './terms-fields.tsx'
import { type Made, useRequestDraft } from './use-request-draft.ts'
import type { Begun } from './use-request-start.ts'

type Props = {
  actor: Actor
  begun: Begun
  isDraft: boolean
  links: RequestLinks
  onMade: (made: Made) => void
  /** The draft changed elsewhere: starts again with it. */
  onReload: () => void
}

/** The form of a new request or draft, beside what the customer will read. */
export function NewRequest({ actor, begun, isDraft, links, onMade, onReload }: Props) {
  const { t } = useWords()
  const draft = isDraft ? begun.relationship : undefined
  const { form, submit, way, outcome } = useRequestDraft(begun.form, draft, onMade)
  const { isSubmitting } = form.formState
  const values = useWatch({ control: form.control }) as RequestForm
  const writing = useSuggestedName(form, useNameStem(actor, begun, isDraft, values), resellerOf(values))
  const isForReseller = !draft && values.whose === 'reseller'
  const verdict = isForReseller ? allowed : canFinalise(actor, {
    status: 'created', partner: draft?.partner ?? actor.organization, customer: null, roles: values.roles, autoExtendDuration: 'PT0S',
    isPartnerConsentPending: draft?.isPartnerConsentPending ?? false,
  })
  return (
    <FormProvider {...form}>
      <Columns of="minmax(0, 1fr) minmax(320px, 440px)" below={1100} gap={8} align="start">
        <Stack as={Form} gap={6} measure="720px" aria-label={t('gdap-requests.title')}
          onSubmit={() => verdict.allowed && !isSubmitting ? submit(isForReseller ? 'draft' : 'finalise') : undefined}>
          <LostRoles names={begun.lost} />
          <CustomerFields actor={actor} links={links} />
          {partnerKindOf(actor) === 'indirect_provider' && !draft && <ForWhomFields ownId={actor.organization.id} />}
          <Terms actor={actor} />
          <NameField own={draft?.displayName} {...writing} />
          <Stack gap={4}>
            {outcome && (
              <DraftTrouble outcome={outcome} isRetrying={isSubmitting} onRetry={() => submit(way)} onReload={onReload}
                onShow={({ id }) => onMade({ id, as: 'draft' })} said={{
                  unknown: t('gdap-requests.unknown'), earlier: t('gdap-requests.earlier'), show: t('gdap-requests.earlier.show'),
                  stale: t('gdap-requests.stale'), reload: t('gdap-requests.reload'),
                }} />
            )}
            <Row gap={2} align="start" className={formStyles.buttons}>
              <ActionButton type="submit" variant="accent" icon="send" verdict={verdict} pending={isSubmitting}>
                {t(isForReseller ? 'gdap-requests.send_to_reseller' : 'gdap-requests.finalise')}
              </ActionButton>
              {!isForReseller && (
                <SaveDraft isSaving={isSubmitting} onSave={() => submit('draft')} />
              )}
              <ButtonLink to={links.cancel} variant="subtle">{t('invitations.new.cancel')}</ButtonLink>
            </Row>
            <Text measure={72} tone="muted" className={styles.muted}>
              {t(isForReseller ? 'gdap-requests.after.reseller' : 'gdap-requests.after')}
            </Text>
          </Stack>
        </Stack>
        <RequestSummary own={actor.organization} form={values} to={toWhom(values, t)} />
      </Columns>
    </FormProvider>
  )
}

function Terms({ actor }: { actor: Actor }) {
  const { t } = useWords()
  const { field: roles, fieldState: ofRoles } = useController<RequestForm, 'roles'>({ name: 'roles' })
  const { field: days, fieldState: ofDays } = useController<RequestForm, 'days'>({ name: 'days' })
  const { field: autoExtend, fieldState: ofExtend } = useController<RequestForm, 'autoExtend'>({ name: 'autoExtend' })
  return (
    <TermsFields actor={actor} roles={{ value: roles.value, error: ofRoles.error?.message, onChange: roles.onChange }}
      days={{
        value: days.value, error: ofDays.error && (ofDays.error.message || t('gdap-requests.error.days')), onChange: days.onChange,
      }}
      autoExtend={{ value: autoExtend.value, error: ofExtend.error?.message, onChange: autoExtend.onChange }} />
  )
}

/** Stands in the form, which it submits too. */
function SaveDraft({ isSaving, onSave }: { isSaving: boolean; onSave: () => Promise<void> }) {
  const { t } = useWords()
  const attempt = useAttempt()
  return <Button pending={isSaving} onPress={() => void attempt(onSave)}>{t('gdap-requests.save_draft')}</Button>
}

/** The stem of the suggested name; none for a draft, the former name for a renewal. */
function useNameStem(actor: Actor, { relationship }: Begun, isDraft: boolean, values: RequestForm): NameStem | null {
  const { partOf } = useStarts(actor)
  if (isDraft) return null
  if (relationship) return stemOfRenewal(relationship.displayName)
  const tenantId = tenantOf(values)
  const isNamed = values.kind === 'open' || (tenantId !== undefined && tenantId.length === 36)
  const { companyName, domain } = (values.kind === 'listed' ? values.listed?.companyProfile : undefined) ?? {}
  const customer = tenantId === undefined ? null : { tenantId, ...(companyName && { companyName }), ...(domain && { domain }) }
  return isNamed ? stemOf(customer, partOf(values.roles)) : { stem: '', from: 1 }
}

/** Names the relationship's roles that can no longer be requested. */
function LostRoles({ names }: { names: readonly string[] }) {
  const { t, formatList } = useWords()
  if (names.length === 0) return null
  return (
    <Stack as="p" gap={3} align="start" callout="caution" box="caution-soft" pad="3 4" role="note">
      {t('gdap-requests.roles.lost', { count: names.length, roles: formatList(names) })}
    </Stack>
  )
}

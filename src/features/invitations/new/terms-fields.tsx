import { useWatch } from 'react-hook-form'
import { dayMs } from '../../../../domain/calendar/days.ts'
import type { CloudPolicy } from '../../../../domain/clouds/cloud-policies.ts'
import { canAskRestore } from '../../../../domain/relationship-requests/restore-rules.ts'
import { locales } from '../../../../domain/session/locales.ts'
import { services } from '../../../../domain/subscriptions/channels.ts'
import { languageNames, useWords } from '../../../i18n/use-words.ts'
import { Checkbox } from '../../../ui/forms/checkbox.tsx'
import { FieldError } from '../../../ui/forms/field.tsx'
import { Box, Columns, Stack } from '../../../ui/looks/layout.tsx'
import { NumberField } from '../../../ui/forms/number-field.tsx'
import { Select } from '../../../ui/forms/select.tsx'
import { TextArea } from '../../../ui/forms/text-area.tsx'
import { useNow } from '../../../ui/text/use-now.ts'
import { useField } from './use-field.ts'
import { DapField } from './dap-field.tsx'
import styles from './invitation-form.module.css'
import { asksRestore, type InvitationForm } from './invitation-form.ts'

const isDays = (days: number) => Number.isInteger(days) && days >= 1 && days <= 365

/** What is asked: a relationship or DAP again, and DAP as the cloud allows (BR-41, BR-42, BR-46). */
export function AskedFields({ policy }: { policy: CloudPolicy }) {
  const { t } = useWords()
  const { field } = useField()
  const isRestore = asksRestore(useWatch() as InvitationForm)
  return (
    <Stack as="fieldset" gap={3} ruled="after" pad="0 0 6" className={styles.section}>
      <Box as="legend" after={2} text="title">{t('invitations.new.asks')}</Box>
      <p>{t(isRestore ? 'invitations.new.asks.restore' : 'invitations.new.asks.relationship')}</p>
      <DapField policy={policy} hidesFixed={isRestore} description={t('invitations.new.dap.hint')} {...field('includeDap')} />
      <RestoreField policy={policy} />
      {policy.transactingPartnersWithAdminPerService !== null && <ServiceFields />}
    </Stack>
  )
}

/** Asks a named existing customer for DAP again (BR-46). */
function RestoreField({ policy }: { policy: CloudPolicy }) {
  const { t } = useWords()
  const { field } = useField()
  const invitee = useWatch<InvitationForm, 'invitee'>({ name: 'invitee' })
  if (invitee !== 'named') return null
  const verdict = canAskRestore({ includeDap: true, tenantId: '' }, policy)
  return verdict.allowed
    ? <Checkbox label={t('invitations.new.restore')} description={t('invitations.new.restore.hint')} {...field('restores')} />
    : <Checkbox label={t('invitations.new.restore')} checked={false} readOnly refusal={verdict} />
}

/** Services to sell, each with room for one seller with admin rights (BR-23). None takes no room. */
function ServiceFields() {
  const { t } = useWords()
  const { field } = useField()
  const { error, ...registered } = field('services')
  return (
    <Stack as="fieldset" gap={3} before={3} aria-describedby={error && 'services-error'}>
      <Box as="legend" after={2} text="title">{t('invitations.new.services')}</Box>
      <p>{t('invitations.new.services.hint')}</p>
      {services.map((service) => (
        <Checkbox key={service} value={service} label={t(`subscriptions.service.${service}`)} {...registered} />
      ))}
      {error && <FieldError id="services-error">{error}</FieldError>}
    </Stack>
  )
}

/** The customer's language, the expiry, and a note that the customer does not see. */
export function TermsFields() {
  const { t, formatDateTime } = useWords()
  const { field } = useField()
  const days = useWatch<InvitationForm, 'expiresInDays'>({ name: 'expiresInDays' })
  const now = useNow()
  const lasts = isDays(days)
    ? t('invitations.new.days.date', { date: formatDateTime(now + days * dayMs) })
    : t('invitations.new.days.range')
  return (
    <Stack as="fieldset" gap={3} ruled="after" pad="0 0 6" className={styles.section}>
      <Box as="legend" after={2} text="title">{t('invitations.new.terms')}</Box>
      <Columns fit={220} gap={4} align="start">
        <Select label={t('invitations.new.language')} {...field('language')}
          options={locales.map((locale) => ({ value: locale, label: languageNames[locale] }))} />
        <NumberField {...field('expiresInDays', { valueAsNumber: true })} label={t('invitations.new.days')} min={1} max={365}
          description={lasts} />
        <TextArea className="spans" label={t('invitations.new.note')} optional {...field('note')}
          description={t('invitations.new.note.hint')} />
      </Columns>
    </Stack>
  )
}

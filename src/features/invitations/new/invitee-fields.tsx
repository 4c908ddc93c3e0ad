import { Controller, useWatch } from 'react-hook-form'
import { nameOrder } from '../../../../domain/search/name-order.ts'
import type { Verdict } from '../../../../domain/verdict.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ComboBox } from '../../../ui/forms/combo-box.tsx'
import { Columns, Stack } from '../../../ui/looks/layout.tsx'
import { RadioGroup } from '../../../ui/forms/radio-group.tsx'
import { TextField } from '../../../ui/forms/text-field.tsx'
import { countryCodes } from './countries.ts'
import { useField } from './use-field.ts'
import styles from './invitation-form.module.css'
import type { InvitationForm } from './invitation-form.ts'

/** The one with further fields comes last. */
const invitees = ['holder', 'reusable', 'named'] as const

export function InviteeFields({ naming }: { naming: Verdict }) {
  const { t } = useWords()
  const { field } = useField()
  const invitee = useWatch<InvitationForm, 'invitee'>({ name: 'invitee' })
  return (
    <Stack gap={3} ruled="after" pad="0 0 6" className={styles.section}>
      <RadioGroup legend={t('invitations.new.who')} {...field('invitee')} options={invitees.map((who) => ({
        value: who, label: t(`invitations.new.who.${who}`), description: t(`invitations.new.who.${who}.hint`),
      }))} />
      {invitee === 'named' && <Stack gap={3} className={styles.nested}><CustomerFields naming={naming} /></Stack>}
    </Stack>
  )
}

/** `naming` refuses a customer beside its field. */
function CustomerFields({ naming }: { naming: Verdict }) {
  const { t, formatCountry, locale, refusalText } = useWords()
  const { control, complaint, field } = useField()
  const refusedAs = (code: string) => (!naming.allowed && naming.code === code ? refusalText(naming) : undefined)
  const inOrder = nameOrder(locale)
  const countries = countryCodes.map((id) => ({ id, label: formatCountry(id) })).toSorted((a, b) => inOrder(a.label, b.label))
  return (
    <Columns fit={220} gap={4} align="start">
      <TextField label={t('invitations.field.companyName')} {...field('customer.companyName')} />
      <TextField label={t('invitations.field.domain')} inputMode="url" spellCheck={false} autoCapitalize="none"
        {...field('customer.domain')} description={t('invitations.new.domain.hint')} optional />
      <TextField label={t('invitations.field.email')} type="email" spellCheck={false} {...field('customer.email')}
        description={t('invitations.new.email.hint')} optional />
      <Controller control={control} name="customer.country" render={({ field: { value, onChange } }) => (
        <ComboBox key={locale} label={t('invitations.field.country')} optional items={countries} value={value || null}
          placeholder={t('invitations.new.country.unknown')} onChange={(id) => onChange(id ?? '')}
          description={t('invitations.new.country.hint')}
          error={refusedAs('invitation.region_mismatch') ?? complaint('customer.country')} />
      )} />
      <TextField label={t('invitations.field.tenantId')} spellCheck={false} autoCapitalize="none" className="spans" optional
        {...field('customer.tenantId')} description={t('invitations.new.tenantId.hint')}
        error={refusedAs('invitation.own_tenant') ?? complaint('customer.tenantId')} />
    </Columns>
  )
}

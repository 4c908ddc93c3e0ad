import { useQuery } from '@tanstack/react-query'
import { Controller, useWatch } from 'react-hook-form'
import type { Partnership } from '../../../../domain/partnerships/schemas.ts'
import { allPartnerships } from '../../../api/shared-readings.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { ComboBox } from '../../../ui/forms/combo-box.tsx'
import { Row, Stack } from '../../../ui/looks/layout.tsx'
import { RadioGroup } from '../../../ui/forms/radio-group.tsx'
import { Select } from '../../../ui/forms/select.tsx'
import { useField } from './use-field.ts'
import styles from './invitation-form.module.css'
import type { InvitationForm } from './invitation-form.ts'

/** Beyond this many, resellers are found by typing. */
const mostInSelect = 30

/** Direct, or through an own reseller; names those that cannot be chosen, with the reason (BR-25). */
export function DeliveryFields({ ownId }: { ownId: string }) {
  const { t } = useWords()
  const { field } = useField()
  const delivery = useWatch<InvitationForm, 'delivery'>({ name: 'delivery' })
  return (
    <Stack gap={3} ruled="after" pad="0 0 6" className={styles.section}>
      <RadioGroup legend={t('invitations.new.delivery')} {...field('delivery')} options={[
        { value: 'direct', label: t('invitations.new.delivery.direct'), description: t('invitations.new.delivery.direct.hint') },
        {
          value: 'via_reseller', label: t('invitations.new.delivery.via_reseller'),
          description: t('invitations.new.delivery.via_reseller.hint'),
        },
      ]} />
      {delivery === 'via_reseller' && <Stack gap={3} className={styles.nested}><ResellerField ownId={ownId} /></Stack>}
    </Stack>
  )
}

function ResellerField({ ownId }: { ownId: string }) {
  const { t } = useWords()
  const { control, complaint } = useField()
  const { data, error, refetch, isFetching } = useQuery(allPartnerships())
  const own = data?.filter(({ provider }) => provider.id === ownId) ?? []
  const active = own.filter(({ state }) => state === 'active')
  const others = own.filter(({ state }) => state !== 'active')
  if (error && !data) {
    return (
      <Row as="p" gap={2} align="center" tone="danger">
        <span>{`${t('invitations.new.resellers_failed')} `}</span>
        <Button pending={isFetching} onPress={() => void refetch()}>{t('invitations.new.retry')}</Button>
      </Row>
    )
  }
  return (
    <>
      <Controller control={control} name="resellerId" render={({ field, formState: { isSubmitted } }) => {
        const items = active.map(({ reseller }) => ({ value: reseller.id, id: reseller.id, label: reseller.displayName }))
        const shared = {
          label: t('invitations.new.reseller'), placeholder: t('invitations.new.reseller.choose'),
          error: isSubmitted ? complaint('resellerId') : undefined,
          description: t(data && active.length === 0 ? 'invitations.new.reseller.none' : 'invitations.new.reseller.why_others'),
        }
        return items.length > mostInSelect
          ? <ComboBox {...shared} items={items} value={field.value || null} onChange={(id) => field.onChange(id ?? '')} />
          : <Select {...shared} {...field} options={items} />
      }} />
      {others.length > 0 && <NotChoosable partnerships={others} />}
    </>
  )
}

function NotChoosable({ partnerships }: { partnerships: readonly Partnership[] }) {
  const { t } = useWords()
  return (
    <Stack as="ul" gap={1} tone="muted" text="caption">
      {partnerships.map(({ id, reseller: { displayName: name }, state }) => (
        <li key={id}>{t(state === 'removed' ? 'invitations.new.reseller.removed' : 'invitations.new.reseller.requested', { name })}</li>
      ))}
    </Stack>
  )
}

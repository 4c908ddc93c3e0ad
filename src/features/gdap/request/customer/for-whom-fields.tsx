import { useQuery } from '@tanstack/react-query'
import { Controller, useFormContext, useWatch } from 'react-hook-form'
import { useWords } from '../../../../i18n/use-words.ts'
import { Button } from '../../../../ui/actions/button.tsx'
import { ComboBox } from '../../../../ui/forms/combo-box.tsx'
import { Row, Stack } from '../../../../ui/looks/layout.tsx'
import { RadioGroup } from '../../../../ui/forms/radio-group.tsx'
import { Select } from '../../../../ui/forms/select.tsx'
import { customerChoice } from './customer-queries.ts'
import type { RequestForm } from '../request-form.ts'
import styles from '../request.module.css'

/** Beyond this many, resellers are found by typing. */
const mostInSelect = 30

/** A provider may make the request for its reseller, which consents first (BR-25, BR-79). */
export function ForWhomFields({ ownId }: { ownId: string }) {
  const { t } = useWords()
  const { register } = useFormContext<RequestForm>()
  const whose = useWatch<RequestForm, 'whose'>({ name: 'whose' })
  return (
    <Stack gap={4} ruled="after" pad="0 0 6" className={styles.section}>
      <RadioGroup legend={t('gdap-requests.whose')} {...register('whose')} options={[
        { value: 'own', label: t('gdap-requests.whose.own'), description: t('gdap-requests.whose.own.hint') },
        { value: 'reseller', label: t('gdap-requests.whose.reseller'), description: t('gdap-requests.whose.reseller.hint') },
      ]} />
      {whose === 'reseller' && <ResellerField ownId={ownId} />}
    </Stack>
  )
}

function ResellerField({ ownId }: { ownId: string }) {
  const { t } = useWords()
  const { control } = useFormContext<RequestForm>()
  const { data, error, refetch, isFetching } = useQuery(customerChoice.resellers(ownId))
  const active = data?.filter(({ state }) => state === 'active') ?? []
  if (error && !data) {
    return (
      <Row as="p" gap={2} align="center" tone="danger" role="alert">
        <span>{`${t('invitations.new.resellers_failed')} `}</span>
        <Button pending={isFetching} onPress={() => void refetch()}>{t('ui.error.retry')}</Button>
      </Row>
    )
  }
  return (
    <Controller control={control} name="resellerId" render={({ field, fieldState }) => {
      const items = active.map(({ reseller }) => ({ value: reseller.id, id: reseller.id, label: reseller.displayName }))
      const shared = {
        label: t('invitations.new.reseller'), placeholder: t('invitations.new.reseller.choose'),
        error: fieldState.error && (fieldState.error.message || t('gdap-requests.error.reseller')),
        description: t(data && active.length === 0 ? 'invitations.new.reseller.none' : 'invitations.new.reseller.why_others'),
      }
      return items.length > mostInSelect
        ? <ComboBox {...shared} items={items} value={field.value || null} onChange={(id) => field.onChange(id ?? '')} />
        : <Select {...shared} {...field} options={items} />
    }} />
  )
}

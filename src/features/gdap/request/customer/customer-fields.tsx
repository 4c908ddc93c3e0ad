import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { isConfirmedReseller } from '../../../../../domain/relationships/basis.ts'
import type { Actor } from '../../../../../domain/session/actor.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { Button } from '../../../../ui/actions/button.tsx'
import { Stack } from '../../../../ui/looks/layout.tsx'
import { RadioGroup } from '../../../../ui/forms/radio-group.tsx'
import { TextField } from '../../../../ui/forms/text-field.tsx'
import { useDebounced } from '../../../../ui/lists/use-debounced.ts'
import { CustomerBrief } from './customer-brief.tsx'
import { customerChoice } from './customer-queries.ts'
import { CustomerSearch } from './customer-search.tsx'
import { NoReseller } from './no-reseller.tsx'
import { customerKinds, type RequestForm } from '../request-form.ts'
import type { RequestLinks } from '../request-links.ts'
import styles from '../request.module.css'

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

type Props = { actor: Actor; links: RequestLinks }

/** Chooses a customer of the list, a tenant by id, or whoever approves first; shows existing rights. */
export function CustomerFields({ actor, links }: Props) {
  const { t } = useWords()
  const { register } = useFormContext<RequestForm>()
  const kind = useWatch<RequestForm, 'kind'>({ name: 'kind' })
  return (
    <Stack gap={4} ruled="after" pad="0 0 6" className={styles.section}>
      <RadioGroup legend={t('gdap-requests.customer')} {...register('kind')} options={customerKinds.map((value) => ({
        value, label: t(`gdap-requests.customer.${value}`), description: t(`gdap-requests.customer.${value}.hint`),
      }))} />
      {kind === 'listed' && <ListedCustomer actor={actor} links={links} />}
      {kind === 'tenant' && <TypedTenant actor={actor} links={links} />}
      {kind === 'open' && (
        <>
          <Stack as="p" gap={3} align="start" callout="caution" box="caution-soft" pad="3 4">{t('gdap-requests.customer.open.risk')}</Stack>
          <NoReseller actor={actor} links={links} isOpen />
        </>
      )}
    </Stack>
  )
}

function ListedCustomer({ actor, links }: Props) {
  const { t } = useWords()
  const { setValue, formState: { errors } } = useFormContext<RequestForm>()
  const listed = useWatch<RequestForm, 'listed'>({ name: 'listed' })
  const [moved, setMoved] = useState(false)
  const change = useRef<HTMLButtonElement>(null)

  // The chosen customer replaces the field and takes its focus.
  useEffect(() => {
    if (moved && listed) change.current?.focus()
  }, [moved, listed])
  const put = (next: RequestForm['listed']) => {
    setMoved(true)
    setValue('listed', next, { shouldDirty: true, shouldValidate: next !== null })
  }
  if (!listed) {
    return (
      <CustomerSearch label={t('gdap-requests.customer.search')} description={t('gdap-requests.customer.search.hint')} autoFocus={moved}
        error={errors.listed && t('gdap-requests.error.customer')} onChoose={put} />
    )
  }
  return (
    <>
      <CustomerBrief customer={listed} requestAt={links.relationship}
        action={<Button ref={change} onPress={() => put(null)}>{t('gdap-requests.customer.change')}</Button>} />
      {!isConfirmedReseller(listed) && <NoReseller actor={actor} links={links} customer={listed} />}
    </>
  )
}

function TypedTenant({ actor, links }: Props) {
  const { t } = useWords()
  const { register, formState: { errors } } = useFormContext<RequestForm>()
  const typed = useWatch<RequestForm, 'tenantId'>({ name: 'tenantId' }).trim().toLowerCase()
  const tenantId = useDebounced(typed)
  const { data } = useQuery({ ...customerChoice.one(tenantId), enabled: uuid.test(tenantId) })
  return (
    <>
      <TextField label={t('invitations.field.tenantId')} spellCheck={false} autoCapitalize="none" {...register('tenantId')}
        description={t('gdap-requests.customer.tenant.where')}
        error={errors.tenantId && (errors.tenantId.message || t('invitations.error.tenantId'))} />
      {data && <CustomerBrief customer={data} requestAt={links.relationship} />}
      {(data === null || (data && !isConfirmedReseller(data))) && (
        <NoReseller actor={actor} links={links} customer={data ?? { id: tenantId }} />
      )}
    </>
  )
}

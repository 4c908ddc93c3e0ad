import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Controller, useFormContext, useWatch } from 'react-hook-form'
import type { Customer } from '../../../../../domain/customers/schemas.ts'
import { canCreateInvitation } from '../../../../../domain/invitations/rules.ts'
import { basisShown, isConfirmedReseller, isUnconfirmed } from '../../../../../domain/relationships/basis.ts'
import type { Actor } from '../../../../../domain/session/actor.ts'
import { ownPolicy } from '../../../../api/own-policy.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { Button, ButtonLink } from '../../../../ui/actions/button.tsx'
import { Reason } from '../../../../ui/actions/reason.tsx'
import { RuleLink } from '../../../../ui/actions/rule-link.tsx'
import type { Elements } from '../../../../ui/elements.ts'
import { ComboBox } from '../../../../ui/forms/combo-box.tsx'
import { RadioGroup } from '../../../../ui/forms/radio-group.tsx'
import { Select } from '../../../../ui/forms/select.tsx'
import { TextField } from '../../../../ui/forms/text-field.tsx'
import { useDebounced } from '../../../../ui/lists/use-debounced.ts'
import { Row, Stack, Text } from '../../../../ui/looks/layout.tsx'
import { Badge } from '../../../../ui/marks/badge.tsx'
import { customerKinds, type RequestForm } from '../request-form.ts'
import styles from '../request.module.css'
import { WaitingRequest } from '../../waiting-request.tsx'
import { customerChoice } from './customer-queries.ts'
import { CustomerSearch, NotLoaded } from './customer-search.tsx'

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

/** The form's links; the page knows the addresses. */
export type RequestLinks = { cancel: string; invite: string; relationship: (id: string) => string }

type BriefProps = { customer: Customer; requestAt: (id: string) => string; action?: Elements }

/** A customer of the list and its existing rights, so that nobody requests them twice. */
function CustomerBrief({ customer, requestAt, action }: BriefProps) {
  const { t, formatDate } = useWords()
  const { companyProfile, relationshipToPartner: relation, basis, disputedAt, allowDelegatedAccess, gdap } = customer
  const shown = basisShown({ basis, relation, isDisputed: disputedAt !== null })
  return (
    <Row gap={3} align="start" justify="between" card pad="3 4">
      <Stack gap={1} breaks>
        <Text text="strong"><bdi>{companyProfile.companyName}</bdi></Text>
        <Text measure={72} tone="muted" className={styles.muted}><bdi>{companyProfile.domain}</bdi></Text>
        <Row as="p" gap="1 2" before={1}>
          {isUnconfirmed({ basis, relation }) ? <Badge tone="caution">{t(`customers.basis.${shown}`)}</Badge>
            : relation === 'reseller'
            ? <Badge tone="success" icon="partnerships">{t('gdap-requests.brief.reseller')}</Badge>
            : <Badge tone="caution">{t('gdap-requests.brief.no_reseller')}</Badge>}
          {allowDelegatedAccess && <Badge tone="caution" icon="key">{t('customers.admin.dap')}</Badge>}
          {gdap.active && (
            <Badge tone="info" icon="shield">
              {gdap.nextEndDateTime
                ? t('customers.admin.gdap_until', { date: formatDate(gdap.nextEndDateTime) })
                : t('customers.admin.gdap')}
            </Badge>
          )}
        </Row>
        <WaitingRequest customer={customer} requestAt={requestAt} />
      </Stack>
      {action}
    </Row>
  )
}

type NoResellerProps = {
  actor: Actor
  links: Pick<RequestLinks, 'invite'>
  customer?: Pick<Customer, 'id'> & Partial<Pick<Customer, 'companyProfile'>>
  isOpen?: boolean
}

/** BR-101: warns before sending that an approval makes no reseller relationship, and says what does. */
function NoReseller({ actor, links, customer, isOpen = false }: NoResellerProps) {
  const { t } = useWords()
  const verdict = canCreateInvitation(actor, ownPolicy())
  const named = customer && {
    tenantId: customer.id,
    ...(customer.companyProfile && { companyName: customer.companyProfile.companyName, domain: customer.companyProfile.domain }),
  }
  return (
    <Stack gap={3} align="start" callout="info" box="info-soft" pad="3 4" role="note">
      <p>
        <span>{t(isOpen ? 'gdap-requests.no_reseller.open' : 'gdap-requests.no_reseller')}</span> <RuleLink rule="BR-101" />
      </p>
      {verdict.allowed ? (
        <ButtonLink to={links.invite} icon="invitations" {...(named && { state: { customer: named } })}>
          {t('gdap-requests.no_reseller.invite')}
        </ButtonLink>
      ) : <Reason refusal={verdict} />}
    </Stack>
  )
}

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
  const { data, ...query } = useQuery(customerChoice.resellers(ownId))
  const active = data?.filter(({ state }) => state === 'active') ?? []
  if (query.error && !data) return <NotLoaded what={t('invitations.new.resellers_failed')} query={query} />
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

import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from 'react-router'
import type { Customer } from '../../../domain/customers/schemas.ts'
import { isUnconfirmed, opensTenant } from '../../../domain/relationships/basis.ts'
import { canRequestGdap, isGdapAvailable } from '../../../domain/gdap/relationship-rules.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { canCreateInvitation } from '../../../domain/invitations/rules.ts'
import { ownPolicy } from '../../api/own-policy.ts'
import { isNotFound } from '../../api/problem-error.ts'
import { paths } from '../../app/paths.ts'
import { ClosedCustomer } from '../../features/customers/closed-customer.tsx'
import { CustomerFacts } from '../../features/customers/customer-facts.tsx'
import { customerQueries } from '../../features/customers/customer-queries.ts'
import { DescriptionCard } from '../../features/customers/description-card.tsx'
import { WaitingRequest } from '../../features/gdap/waiting-request.tsx'
import type { BegunInvitation } from '../../features/invitations/new/begun-invitation.ts'
import { AgreementCard } from '../../features/relationships/agreement-card.tsx'
import { CapabilityList } from '../../features/relationships/capability-list.tsx'
import { CustomerHistory } from '../../features/relationships/customer-history.tsx'
import { PartnersMap } from '../../features/relationships/partners-map.tsx'
import { RelationshipActions } from '../../features/relationships/relationship-actions.tsx'
import { useActor } from '../../features/session/session.ts'
import { SubscriptionsCard } from '../../features/subscriptions/subscriptions-card.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { ActionButton } from '../../ui/actions/action-button.tsx'
import { ButtonLink } from '../../ui/actions/button.tsx'
import { Card } from '../../ui/looks/card.tsx'
import { Columns, Stack } from '../../ui/looks/layout.tsx'
import { NotYet } from '../../ui/waiting/not-yet.tsx'
import { PageHeader } from '../../ui/looks/page-header.tsx'
import styles from './customer-page.module.css'

/** One customer: facts left, actions right. Another's customer is not found, like a missing one. */
export function Component() {
  const { t } = useWords()
  const { id = '' } = useParams()
  const actor = useActor()
  const navigate = useNavigate()
  const { data, ...query } = useQuery({
    ...customerQueries.one(id.toLowerCase()),
    throwOnError: (thrown, { state }) => state.data === undefined && isNotFound(thrown),
  })
  const back = { to: paths.customers, label: t('customers.title') }
  if (!data) {
    return (
      <>
        <PageHeader title={t('customers.column.name')} back={back} />
        <Card>
          <NotYet query={query} lines={8} />
        </Card>
      </>
    )
  }
  const isOpen = opensTenant(data.basis)
  return (
    <>
      <PageHeader title={data.companyProfile.companyName} lead={data.alias && <bdi translate="no">{data.alias}</bdi>} back={back} />
      <Columns of="minmax(0, 5fr) minmax(260px, 3fr)" below={900} gap={4} align="start">
        <Stack gap={4}>
          <CustomerFacts customer={data} own={actor.organization} />
          <DescriptionCard actor={actor} customer={data} linkTo={(tag) => `${paths.customers}?${new URLSearchParams({ tag })}`} />
          {isOpen ? (
            <>
              <SubscriptionsCard tenantId={data.id} />
              <PartnersMap tenantId={data.id} own={actor.organization} />
            </>
          ) : <ClosedCustomer actor={actor} customer={data} action={
            <Invite customer={data} actor={actor} label={t('customers.closed.invite')} />
          } />}
          <CustomerHistory tenantId={data.id} />
        </Stack>
        <Stack gap={4}>
          <Actions customer={data} actor={actor} />
          <RelationshipActions actor={actor} customer={data} onRemoved={() => void navigate(paths.customers)} />
          {isOpen && (
            <>
              <AgreementCard customer={data} />
              <CapabilityList tenantId={data.id} />
            </>
          )}
        </Stack>
      </Columns>
    </>
  )
}

const inviteeOf = ({ id, companyProfile: { companyName, domain } }: Customer): BegunInvitation => (
  { customer: { tenantId: id, companyName, domain } }
)

function Invite({ customer, actor, label }: { customer: Customer; actor: Actor; label: string }) {
  const verdict = canCreateInvitation(actor, ownPolicy())
  if (!verdict.allowed) return <ActionButton verdict={verdict} icon="invitations">{label}</ActionButton>
  return <ButtonLink icon="invitations" to={paths.newInvitation} state={inviteeOf(customer)}>{label}</ButtonLink>
}

/** What to ask the customer for; an unconfirmed one is invited elsewhere on the page. */
function Actions({ customer, actor }: { customer: Customer; actor: Actor }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const { basis, relationshipToPartner: relation } = customer
  return (
    <Card title={t('customers.detail.actions')}>
      <Stack gap={2} align="start" className={styles.actions}>
        {opensTenant(basis) && (isUnconfirmed({ basis, relation }) ? (
          <Invite customer={customer} actor={actor} label={t('customers.closed.invite')} />
        ) : (
          <>
            <p>{t('customers.detail.invite_text')}</p>
            <Invite customer={customer} actor={actor} label={t('customers.detail.invite')} />
          </>
        ))}
        {isGdapAvailable(ownPolicy()).allowed && <WaitingRequest customer={customer} requestAt={paths.gdap} />}
        <p>{t('customers.detail.request_admin_text')}</p>
        <ActionButton verdict={canRequestGdap(actor, ownPolicy())} icon="key"
          onPress={() => void navigate(`${paths.newGdapRequest}?customer=${customer.id}`)}>
          {t('customers.detail.request_admin')}
        </ActionButton>
      </Stack>
    </Card>
  )
}

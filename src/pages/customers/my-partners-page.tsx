import { useQuery } from '@tanstack/react-query'
import { byPartner, isWaiting } from '../../../domain/gdap/granted-facts.ts'
import { decidesForCustomer } from '../../../domain/relationships/admin-rights.ts'
import type { PartnerOfTenant } from '../../../domain/relationships/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { paths } from '../../app/paths.ts'
import { ReceiptList } from '../../features/consent/invitation/receipt/receipt-list.tsx'
import { ApprovedList, GrantedList, WaitingRequests } from '../../features/gdap/customer/granted-list.tsx'
import { gdapQueries } from '../../features/gdap/gdap-queries.ts'
import { AdminOnlyCard } from '../../features/my-partners/admin-only-card.tsx'
import { ClaimsCard } from '../../features/my-partners/claims-card.tsx'
import { myPartnerQueries } from '../../features/my-partners/my-partner-requests.ts'
import { OwnAgreementCard } from '../../features/my-partners/own-agreement.tsx'
import { PartnerCard } from '../../features/my-partners/partner-card.tsx'
import { useActor } from '../../features/session/session.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Columns, Stack, Text } from '../../ui/looks/layout.tsx'
import { NotYet } from '../../ui/waiting/not-yet.tsx'
import { PageHeader } from '../../ui/looks/page-header.tsx'
import { EmptyState } from '../../ui/waiting/states.tsx'

/** The customer's partners, what each may do, and the customer's decisions (BR-47, BR-48, BR-94). */
export function Component() {
  const { t } = useWords()
  const actor = useActor()
  const { kind } = actor.organization
  if (kind === 'customer') return <MyPartners actor={actor} />
  const entries = {
    customers: t('app.nav.customers'), partners: t(kind === 'indirect_reseller' ? 'app.nav.providers' : 'app.nav.resellers'),
  }
  return (
    <>
      <PageHeader title={t('my-partners.title')} />
      <EmptyState title={t('my-partners.partner_page')}>{t('my-partners.partner_page.text', entries)}</EmptyState>
    </>
  )
}

function MyPartners({ actor }: { actor: Actor }) {
  const { t } = useWords()
  const granular = useQuery(gdapQueries.ofTenant())
  const who = t('my-partners.lead', { organization: actor.organization.displayName })
  const lead = decidesForCustomer(actor).allowed ? `${who} ${t('my-partners.lead.decide')}` : who
  return (
    <>
      <PageHeader title={t('my-partners.title')} lead={lead} />
      <Stack gap={5}>
        {granular.data && <WaitingRequests relationships={granular.data.items} actor={actor} addressOf={paths.approval} />}
        <Partners actor={actor} />
        <ClaimsCard actor={actor} />
        <Columns fill={400} gap={4} align="start">
          {granular.data && <ApprovedList relationships={granular.data.items} addressOf={paths.grantedRights} />}
          <ReceiptList addressOf={paths.receipt} />
          <OwnAgreementCard />
        </Columns>
      </Stack>
    </>
  )
}

/** Partners with GDAP or requests for it come first, also without other relations (BR-101). */
function Partners({ actor }: { actor: Actor }) {
  const { t, formatNumber, locale } = useWords()
  const partners = useQuery(myPartnerQueries.list())
  const granular = useQuery(gdapQueries.ofTenant())
  // What is offered about a partner depends on its GDAP.
  if (!partners.data) return <NotYet query={partners} lines={8} />
  if (!granular.data) return <NotYet query={granular} lines={8} />
  const groups = byPartner(granular.data.items, locale)
  const rows = partners.data.items
  const others = groups.filter(({ partner }) => !rows.some((row) => row.partner.id === partner.id))
  const isGranular = (row: PartnerOfTenant) => groups.some(({ partner }) => partner.id === row.partner.id)
  const groupOf = (partnerId: string) => groups.find(({ partner }) => partner.id === partnerId)
  const grantedTo = (partnerId: string) => {
    const group = groupOf(partnerId)
    return group && (
      <GrantedList relationships={group.relationships} actor={actor} addressOf={paths.grantedRights} approvalAddressOf={paths.approval} />
    )
  }
  const cardOf = (row: PartnerOfTenant) => {
    const waiting = groupOf(row.partner.id)?.relationships.find(isWaiting)
    return (
      <PartnerCard key={row.partner.id} actor={actor} row={row} others={rows.filter((each) => each !== row)}
        requestAddress={waiting && paths.approval(waiting.id)} granular={grantedTo(row.partner.id)} />
    )
  }
  return (
    <>
      {rows.length === 0 && others.length === 0 && (
        <EmptyState title={t('my-partners.empty.title')}>{t('my-partners.empty.text')}</EmptyState>
      )}
      <Columns fill={400} gap={4} align="start">
        {/* One list: a card that changes its place stays what it is, with its focus and what is open in it. */}
        {[
          ...rows.filter(isGranular).map(cardOf),
          ...others.map(({ partner: { id, displayName } }) => (
            <AdminOnlyCard key={id} name={displayName}>{grantedTo(id)}</AdminOnlyCard>
          )),
          ...rows.filter((row) => !isGranular(row)).map(cardOf),
        ]}
      </Columns>
      {granular.data.hasMore && (
        <Text tone="muted">{t('approval.list.more', { count: formatNumber(granular.data.items.length) })}</Text>
      )}
    </>
  )
}

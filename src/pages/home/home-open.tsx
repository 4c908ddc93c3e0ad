import { type UseQueryOptions, useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { Link } from 'react-router'
import type { Page } from '../../../domain/page.ts'
import { paths } from '../../app/paths.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Badge } from '../../ui/marks/badge.tsx'
import { Card } from '../../ui/looks/card.tsx'
import { Box, Text } from '../../ui/looks/layout.tsx'
import { NotYet } from '../../ui/waiting/not-yet.tsx'
import { homeQueries } from './home-queries.ts'
import { HomeRow } from './home-row.tsx'

/** Invitations that nobody of the organisation has answered. */
export function OpenInvitations() {
  const { t, formatDateTime } = useWords()
  return (
    <OpenCard of={homeQueries.openRequests()} title={t('home.customer.invitations')} how={t('home.customer.invitations.how')}
      all={paths.requests()} rowOf={({ id, partner, through, asks, kind, expiresAt }) => {
        const asked = kind === 'restore' ? 'admin' : asks.includes('delegated_admin') ? 'relationship_and_admin' : 'relationship'
        const by = through && t('home.waiting.through', { organization: through.displayName })
        return (
          <HomeRow key={id} to={paths.requests()} name={partner.displayName} folds lines={[t(`invitations.facts.asks.${asked}`), by]}>
            <Badge tone="waiting">{t('home.waiting.until', { date: formatDateTime(expiresAt) })}</Badge>
          </HomeRow>
        )
      }} />
  )
}

/** Partners' claims on the organisation, neither confirmed nor disputed. */
export function OpenClaims({ isAdmin }: { isAdmin: boolean }) {
  const { t, formatDate } = useWords()
  return (
    <OpenCard of={homeQueries.openClaims()} title={t('home.customer.claims')} all={paths.myPartners}
      how={t(isAdmin ? 'home.customer.claims.how' : 'home.customer.claims.how.user')}
      rowOf={({ id, partner, since, hasAdminRights }) => {
        const said = hasAdminRights ? 'home.customer.claims.said_with_rights' : 'home.customer.claims.said'
        return (
          <HomeRow key={id} to={paths.myPartners} name={partner.displayName} folds lines={[t(said, { date: formatDate(since) })]}>
            <Badge tone="caution" icon="caution">{t('home.customer.claims.open')}</Badge>
          </HomeRow>
        )
      }} />
  )
}

type Props<Item> = {
  of: UseQueryOptions<Page<Item>>
  title: string
  /** How to settle them. */
  how: string
  /** Where all of them are. */
  all: string
  rowOf: (item: Item) => ReactElement
}

function OpenCard<Item>({ of, title, how, all, rowOf }: Props<Item>) {
  const { t } = useWords()
  const { data, ...query } = useQuery(of)
  if (!data) return <NotYet compact query={query}>{null}</NotYet>
  if (data.items.length === 0) return null
  return (
    <Card title={title} flush action={data.nextCursor !== null && <Link to={all}>{t('home.waiting.all')}</Link>}>
      <Box as="ul" ruled="before">{data.items.map(rowOf)}</Box>
      <Text pad="2 4 3" tone="muted">{how}</Text>
    </Card>
  )
}

import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { TenantClaim } from '../../../domain/relationships/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { canDisputeClaim, canWithdrawDispute } from '../../../domain/relationships/claims.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Card } from '../../ui/looks/card.tsx'
import { Noted } from '../../ui/looks/noted.tsx'
import { Row, Stack, Text } from '../../ui/looks/layout.tsx'
import { NotYet } from '../../ui/waiting/not-yet.tsx'
import { ActionButton } from '../../ui/actions/action-button.tsx'
import { ConfirmDialog } from '../../ui/overlays/confirm-dialog.tsx'
import { showToast } from '../../ui/overlays/toast.ts'
import { useAction } from '../../ui/actions/use-action.ts'
import { disputeClaim, myPartnerQueries, withdrawDispute } from './my-partner-requests.ts'

/** Partners' unconfirmed claims on the customer (BR-48). */
export function ClaimsCard({ actor }: { actor: Actor }) {
  const { t } = useWords()
  const { data, hasNextPage, fetchNextPage, ...query } = useInfiniteQuery(myPartnerQueries.claims())
  if (!data) return <NotYet compact query={query}>{null}</NotYet>
  const claims = data.pages.flatMap(({ items }) => items)
  if (claims.length === 0) return null
  return (
    <Card title={t('my-partners.claims.title')}>
      <Text measure={80} tone="muted">{t('my-partners.claims.text')}</Text>
      <Stack as="ul" before={2}>{claims.map((claim) => <Claim key={claim.id} actor={actor} claim={claim} />)}</Stack>
      {hasNextPage && <Button pending={query.isFetching} onPress={() => void fetchNextPage()}>{t('my-partners.claims.more')}</Button>}
    </Card>
  )
}

function Claim({ actor, claim }: { actor: Actor; claim: TenantClaim }) {
  const { t, formatDate } = useWords()
  const { partner, kind, since, hasAdminRights, disputed, withdrawn } = claim
  return (
    <Row as="li" gap="2 4" align="center" justify="between" ruled="before" pad="3 0">
      <Stack gap={1} breaks>
        <h3><bdi translate="no">{partner.displayName}</bdi></h3>
        <Text tone="muted">{`${t(`ui.kind.${kind}`)}\u00a0· ${t('my-partners.claims.since', { date: formatDate(since) })}`}</Text>
        <p>{t(hasAdminRights ? 'my-partners.claims.said_with_rights' : 'my-partners.claims.said')}</p>
        {disputed && (
          <Noted icon="caution" tone="caution">
            {t('my-partners.claims.disputed', { person: disputed.by, date: formatDate(disputed.at) })}
          </Noted>
        )}
        {withdrawn && (
          <Text tone="muted">
            {t('my-partners.claims.withdrawn', { person: withdrawn.by, date: formatDate(withdrawn.at) })}
          </Text>
        )}
      </Stack>
      <DisputeClaim actor={actor} claim={claim} />
    </Row>
  )
}

const ways = {
  dispute: { act: disputeClaim, may: canDisputeClaim, icon: 'refused', variant: 'danger' },
  withdraw: { act: withdrawDispute, may: canWithdrawDispute, icon: 'undo', variant: 'accent' },
} as const
type Way = keyof typeof ways

/** Disputes a claim or withdraws the dispute, after an explanation; one button keeps the focus. */
function DisputeClaim({ actor, claim }: { actor: Actor; claim: TenantClaim }) {
  const { t } = useWords()
  const [isAsking, setAsking] = useState(false)
  const [asked, setAsked] = useState<Way>('dispute')
  const action = useAction('customers', ({ way, partnerId }: { way: Way; partnerId: string }, key) => ways[way].act({ partnerId }, key))
  const partner = claim.partner.displayName
  const next: Way = claim.disputed ? 'withdraw' : 'dispute'
  const ask = () => {
    setAsked(next)
    setAsking(true)
  }
  const close = () => setAsking(false)
  const say = async () => {
    const done = await action.run({ way: asked, partnerId: claim.id })
    close()
    if (done) showToast(t(`my-partners.claims.${asked}.done`))
  }
  return (
    <>
      <ActionButton icon={ways[next].icon} verdict={ways[next].may(actor, claim)} onPress={ask}>
        {t(`my-partners.claims.${next}`)}
      </ActionButton>
      <ConfirmDialog isOpen={isAsking} onClose={close} title={t(`my-partners.claims.${asked}.title`, { partner })}
        act={{
          variant: ways[asked].variant, pending: action.isRunning, onPress: () => void say(), children: t(`my-partners.claims.${asked}`),
        }}
        changes={[t(`my-partners.claims.${asked}.changes`, { partner })]}
        keeps={[t(claim.hasAdminRights ? 'my-partners.claims.dispute.keeps_rights' : `my-partners.claims.${asked}.keeps`)]} />
    </>
  )
}

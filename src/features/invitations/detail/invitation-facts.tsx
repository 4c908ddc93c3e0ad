import type { ReactNode } from 'react'
import type { InvitationDetail } from '../../../../domain/invitations/schemas.ts'
import { deadlineOf } from '../../../../domain/invitations/turn.ts'
import { ownPolicy } from '../../../api/own-policy.ts'
import { languageNames, useWords, type Words } from '../../../i18n/use-words.ts'
import { Card } from '../../../ui/looks/card.tsx'
import { Facts } from '../../../ui/looks/facts.tsx'
import { Moment } from '../../../ui/text/relative-time.tsx'
import { useNow } from '../../../ui/text/use-now.ts'
import { WordsOf } from '../../../ui/text/words-of.tsx'
import { answererOf, forWhom } from '../new/for-whom.ts'

export function InvitationFacts({ invitation }: { invitation: InvitationDetail }) {
  const { t, formatDateTime, formatCountry, formatList } = useWords()
  const { customer, inviter, reseller, note, includeDap, expiresAt, kind, services } = invitation
  const hasRoomForFew = ownPolicy().transactingPartnersWithAdminPerService !== null
  const asked = kind === 'restore' ? 'admin' : includeDap ? 'relationship_and_admin' : 'relationship'
  const deadline = deadlineOf(invitation, new Date(useNow()))
  const facts: [string, ReactNode][] = [
    [t('invitations.column.for'), forWhom(invitation, t)],
    [t('invitations.field.domain'), customer?.domain],
    [t('invitations.field.email'), customer?.email],
    [t('invitations.field.country'), customer?.country && formatCountry(customer.country)],
    [t('invitations.field.tenantId'), customer?.tenantId && <code translate="no" key="tenant">{customer.tenantId}</code>],
    [t('invitations.column.made_by'), t('invitations.made_by', { person: invitation.createdBy, organization: inviter.displayName })],
    [t('invitations.facts.made_on'), formatDateTime(invitation.createdAt)],
    [t('invitations.column.through'), reseller?.displayName ?? t('invitations.direct')],
    [t('invitations.facts.owner'), inviter.displayName],
    [t('invitations.facts.asks'), t(`invitations.facts.asks.${asked}`)],
    [t('invitations.facts.services'), hasRoomForFew && (services.length > 0
      ? formatList(services.map((service) => t(`subscriptions.service.${service}`))) : t('invitations.facts.services.none'))],
    [t('invitations.facts.language'), <span key="language" lang={invitation.language}>{languageNames[invitation.language]}</span>],
    [t(deadline === 'passed' ? 'invitations.facts.expired' : 'invitations.column.expires'),
      deadline !== 'settled' && <Moment key="expires" at={expiresAt} />],
    ...outcome(invitation, t),
    [t('invitations.new.note'), note
      ? <WordsOf key="note" caption={t('ui.writes', { name: inviter.displayName })} text={note} />
      : t('invitations.facts.none')],
  ]
  return (
    <Card title={t('invitations.facts')}>
      <Facts facts={facts} />
    </Card>
  )
}

/** The answers so far, with counts and reasons. */
function outcome(invitation: InvitationDetail, t: Words['t']): [string, ReactNode][] {
  const { reusable, acceptedCount, declinedCount, state, declineReason } = invitation
  if (reusable) {
    const by = (count: number) => t('invitations.facts.by_customers', { count })
    return [[t('invitations.facts.accepted_count'), by(acceptedCount)], [t('invitations.facts.declined_count'), by(declinedCount)]]
  }
  const answerer = answererOf(invitation)
  if (state !== 'declined') return [[t('invitations.facts.accepted_by'), answerer]]
  const reason = declineReason === null
    ? t('invitations.facts.no_reason')
    : <WordsOf key="reason" caption={t('ui.writes', { name: answerer ?? forWhom(invitation, t) })} text={declineReason} />
  return [[t('invitations.facts.declined_by'), answerer], [t('invitations.facts.decline_reason'), reason]]
}

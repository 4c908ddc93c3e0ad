import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { canRequestGdap } from '../../../domain/gdap/relationship-rules.ts'
import { canCreateInvitation } from '../../../domain/invitations/rules.ts'
import type { Invitation } from '../../../domain/invitations/schemas.ts'
import type { OrganizationRef } from '../../../domain/organizations/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { ownPolicy } from '../../api/own-policy.ts'
import { isNotFound } from '../../api/problem-error.ts'
import { paths } from '../../app/paths.ts'
import { customerQueries } from '../../features/customers/customer-queries.ts'
import type { BegunInvitation } from '../../features/invitations/new/begun-invitation.ts'
import { customerName } from '../../features/invitations/new/for-whom.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ActionButton } from '../../ui/actions/action-button.tsx'
import { ButtonLink } from '../../ui/actions/button.tsx'
import { Card } from '../../ui/looks/card.tsx'
import { Hinted } from '../../ui/actions/hinted.tsx'
import { Stack } from '../../ui/looks/layout.tsx'
import { NotYet } from '../../ui/waiting/not-yet.tsx'

type Props = { actor: Actor; invitation: Invitation }

/** What follows an ended invitation: the customer and its admin rights, who answered, or a new invitation. */
export function InvitationNext({ actor, invitation }: Props) {
  const { t } = useWords()
  const { state, reusable, acceptedCount, declinedCount, acceptedBy, inviter } = invitation
  // The reseller reads elsewhere who can ask again.
  const asksAnew = (state === 'declined' || state === 'withdrawn') && inviter.id === actor.organization.id
  const isAnswered = acceptedCount + declinedCount > 0
  const next = reusable ? isAnswered && <ButtonLink to={paths.requests('answered')}>{t('invitations.next.answers')}</ButtonLink>
    : acceptedBy ? <AfterYes actor={actor} customer={acceptedBy} />
    : asksAnew && <AskAnew actor={actor} invitation={invitation} />
  return next && <Card title={t('invitations.next')}><Stack gap={4}>{next}</Stack></Card>
}

/** The customer may have been removed since; then there is no link. */
function AfterYes({ actor, customer }: { actor: Actor; customer: OrganizationRef }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const { data, ...query } = useQuery(customerQueries.one(customer.tenantId))
  const name = { customer: customer.displayName }
  if (isNotFound(query.error)) return <p>{t('invitations.next.gone', name)}</p>
  if (!data) return <NotYet compact query={query} lines={3} />
  const mayRequest = canRequestGdap(actor, ownPolicy())
  return (
    <>
      <Hinted hint={t('invitations.next.accepted', name)}>
        <ButtonLink icon="customers" to={paths.customer(data.id)}>{t('invitations.next.customer')}</ButtonLink>
      </Hinted>
      <Hinted hint={mayRequest.allowed && t('customers.detail.request_admin_text')}>
        <ActionButton icon="key" verdict={mayRequest} onPress={() => void navigate(`${paths.newGdapRequest}?customer=${data.id}`)}>
          {t('customers.detail.request_admin')}
        </ActionButton>
      </Hinted>
    </>
  )
}

/** A decline is final for its link, not for the customer. */
function AskAnew({ actor, invitation }: Props) {
  const { t } = useWords()
  const navigate = useNavigate()
  const verdict = canCreateInvitation(actor, ownPolicy())
  const begun: BegunInvitation = { customer: invitation.customer ?? {} }
  const customer = customerName(invitation) ?? t('invitations.for.holder')
  return (
    <Hinted hint={verdict.allowed && t('invitations.next.again.hint', { customer })}>
      <ActionButton icon="plus" verdict={verdict} onPress={() => void navigate(paths.newInvitation, { state: begun })}>
        {t('invitations.next.again')}
      </ActionButton>
    </Hinted>
  )
}

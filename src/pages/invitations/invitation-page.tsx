import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import { settledStates } from '../../../domain/invitations/states.ts'
import { isNotFound } from '../../api/problem-error.ts'
import { paths } from '../../app/paths.ts'
import { invitationTitle } from '../../features/invitations/new/for-whom.ts'
import { ForwardList } from '../../features/invitations/detail/forward-list.tsx'
import { InvitationAnswers } from '../../features/invitations/detail/invitation-answers.tsx'
import { InvitationFacts } from '../../features/invitations/detail/invitation-facts.tsx'
import { InvitationHistory } from '../../features/invitations/detail/invitation-history.tsx'
import { InvitationQuestions } from '../../features/invitations/detail/invitation-questions.tsx'
import { InvitationTracking } from '../../features/invitations/detail/invitation-tracking.tsx'
import { invitationQueries } from '../../features/invitations/invitation-queries.ts'
import { LinkTable } from '../../features/invitations/kit/link-table.tsx'
import { ResellerKit } from '../../features/invitations/kit/reseller-kit.tsx'
import { MadeInvitation } from '../../features/invitations/made/made-invitation.tsx'
import { MailList } from '../../features/invitations/detail/mail-list.tsx'
import { MakerActions } from '../../features/invitations/detail/maker-actions.tsx'
import { MicrosoftLink } from '../../features/invitations/made/microsoft-link.tsx'
import { StateBadge } from '../../features/invitations/state-badge.tsx'
import { TurnStrip } from '../../features/invitations/detail/turn-strip.tsx'
import type { Shown } from '../../features/invitations/made/use-show-link.ts'
import { useActor, useSendsMail } from '../../features/session/session.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Columns, Stack } from '../../ui/looks/layout.tsx'
import { PageHeader } from '../../ui/looks/page-header.tsx'
import { PageNotYet } from '../../ui/waiting/page-not-yet.tsx'
import { InvitationNext } from './invitation-next.tsx'
import { ReminderCard } from './reminder-card.tsx'

export function Component() {
  const { id = '' } = useParams()
  return <InvitationPage key={id} id={id} />
}

/** One invitation: facts and history left, actions right; for the reseller the message to forward. */
function InvitationPage({ id }: { id: string }) {
  const { t } = useWords()
  const actor = useActor()
  const sendsMail = useSendsMail()
  const [link, setLink] = useState<Shown>()
  const { data: invitation, ...query } = useQuery(invitationQueries.one(id))
  const back = { to: paths.invitations, label: t('invitations.all') }

  if (!invitation || isNotFound(query.error)) {
    return (
      <PageNotYet query={query} back={back} lines={10} title={t('invitations.title')} failed={t('invitations.detail.failed')}
        missing={{ title: t('invitations.detail.not_found'), text: t('invitations.detail.not_found.body') }} />
    )
  }
  // A settled invitation has no link, no message and nobody to remind.
  const isSettled = settledStates.includes(invitation.state)
  const shown = isSettled ? undefined : link
  const isMaker = invitation.inviter.id === actor.organization.id
  // Nobody carries a returned invitation; the former reseller reads only the strip.
  const isCarrier = invitation.reseller?.id === actor.organization.id && invitation.state !== 'returned'
  return (
    <>
      <PageHeader title={invitationTitle(invitation, t)} back={back}
        badge={<StateBadge state={invitation.state} />} />
      <Stack gap={5}>
        {shown && <MadeInvitation key={`${shown.why} ${shown.made.link}`} actor={actor} sendsMail={sendsMail} {...shown} />}
        <TurnStrip invitation={invitation} viewer={actor.organization} />
        {isCarrier && !isSettled && <ResellerKit actor={actor} invitation={invitation} sendsMail={sendsMail} />}
        <Columns of="minmax(0, 3fr) minmax(280px, 2fr)" gap={5} align="start" below={960}>
          <Stack gap={5}>
            <InvitationQuestions questions={invitation.questions} />
            {invitation.reusable && <InvitationAnswers invitation={invitation} />}
            <InvitationFacts invitation={invitation} />
            {isMaker && !shown && <MicrosoftLink link={invitation.microsoftLink} />}
            {!shown && <LinkTable />}
          </Stack>
          <Stack gap={5}>
            <InvitationNext actor={actor} invitation={invitation} />
            <MakerActions actor={actor} invitation={invitation} sendsMail={sendsMail} onLink={setLink} />
            {(isMaker || isCarrier) && (!isSettled || invitation.remindedAt !== null) && (
              <ReminderCard actor={actor} invitation={invitation} sendsMail={sendsMail} onLink={setLink} />
            )}
            {invitation.delivery === 'via_reseller' && <ForwardList forwards={invitation.forwards} />}
            <MailList mails={invitation.mails} sendsMail={sendsMail} />
            <InvitationTracking tracking={invitation.tracking} />
            <InvitationHistory history={invitation.history} />
          </Stack>
        </Columns>
      </Stack>
    </>
  )
}

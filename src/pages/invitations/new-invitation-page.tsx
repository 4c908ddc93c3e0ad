import { useEffect, useState } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Navigate, useLocation, useNavigate, useSearchParams } from 'react-router'
import { canCreateInvitation } from '../../../domain/invitations/rules.ts'
import type { Acceptance, InvitationWithLink } from '../../../domain/invitations/schemas.ts'
import type { Standing } from '../../../domain/organizations/schemas.ts'
import { ownPolicy } from '../../api/own-policy.ts'
import { paths } from '../../app/paths.ts'
import { InvitationBlocks, InvitationIntroduction } from '../../features/consent/invitation/invitation-text.tsx'
import { begunIn } from '../../features/invitations/new/begun-invitation.ts'
import { MadeInvitation } from '../../features/invitations/made/made-invitation.tsx'
import { NewInvitation } from '../../features/invitations/new/new-invitation.tsx'
import { organizationQueries } from '../../features/organizations/organization-requests.ts'
import { useActor, useSendsMail } from '../../features/session/session.ts'
import { useWords } from '../../i18n/use-words.ts'
import { Button, ButtonLink } from '../../ui/actions/button.tsx'
import { Row } from '../../ui/looks/layout.tsx'
import { PageHeader } from '../../ui/looks/page-header.tsx'
import { Reason } from '../../ui/actions/reason.tsx'
import { EmptyState } from '../../ui/waiting/states.tsx'

const withStanding = (acceptance: Acceptance, standing: Standing | undefined): Acceptance =>
  standing ? { ...acceptance, inviter: { ...acceptance.inviter, standing } } : acceptance

/** The form, then its result, whose address names the invitation, so that a reload leads there. */
export function Component() {
  const { t } = useWords()
  const actor = useActor()
  const sendsMail = useSendsMail()
  const queries = useQueryClient()
  const standing = useQuery(organizationQueries.domains()).data?.standing
  const [made, setMade] = useState<InvitationWithLink>()
  const navigate = useNavigate()
  const madeId = useSearchParams()[0].get('made')
  const begun = begunIn(useLocation().state)
  const verdict = canCreateInvitation(actor, ownPolicy())

  useEffect(() => {
    if (made) void navigate({ search: `made=${made.id}` }, { replace: true, state: null })
  }, [made, navigate])
  const another = () => void navigate('.', { replace: true, state: null })

  if (madeId !== null && madeId !== made?.id) return <Navigate replace to={paths.invitation(madeId)} />
  const shown = madeId === null ? undefined : made
  return (
    <>
      <PageHeader title={t('invitations.new')} back={{ to: paths.invitations, label: t('invitations.all') }}
        lead={verdict.allowed && !shown && t('invitations.new.lead')} />
      {!verdict.allowed ? <EmptyState title={t('invitations.new.refused')}><Reason refusal={verdict} /></EmptyState>
      : shown ? (
        <>
          <MadeInvitation actor={actor} made={shown} sendsMail={sendsMail} />
          <Row gap={2} before={5}>
            <ButtonLink to={paths.invitation(shown.id)}>{t('invitations.made.open')}</ButtonLink>
            <Button icon="plus" onPress={another}>{t('invitations.made.another')}</Button>
          </Row>
        </>
      ) : (
        <NewInvitation actor={actor} begun={begun} cancelTo={paths.invitations}
          draw={(acceptance, words) => (
            <>
              <InvitationIntroduction acceptance={withStanding(acceptance, standing)} words={words} level={3} />
              <InvitationBlocks acceptance={acceptance} words={words} level={4} />
            </>
          )}
          onMade={(next) => {
            setMade(next)
            void queries.invalidateQueries({ queryKey: ['invitations'] })
          }} />
      )}
    </>
  )
}

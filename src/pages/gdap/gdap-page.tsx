import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Navigate, useNavigate, useParams } from 'react-router'
import { rolesOf } from '../../../domain/gdap/granted-facts.ts'
import type { GdapRelationshipDetail } from '../../../domain/gdap/schemas.ts'
import { standingStatuses } from '../../../domain/gdap/states.ts'
import { canCreateInvitation } from '../../../domain/invitations/rules.ts'
import { ownPolicy } from '../../api/own-policy.ts'
import { isNotFound } from '../../api/problem-error.ts'
import { paths } from '../../app/paths.ts'
import { AssignmentsCard, mayAssign } from '../../features/gdap/assignments/assignments-card.tsx'
import { GdapActions } from '../../features/gdap/detail/gdap-actions.tsx'
import { GdapAdviceList } from '../../features/gdap/detail/gdap-advice.tsx'
import styles from '../../features/gdap/detail/gdap-detail.module.css'
import { GdapFactsCard } from '../../features/gdap/detail/gdap-facts-card.tsx'
import { GdapHistory } from '../../features/gdap/gdap-history.tsx'
import { GdapStrip } from '../../features/gdap/detail/gdap-strip.tsx'
import { SignInHelp } from '../../features/gdap/detail/sign-in-help.tsx'
import { gdapQueries } from '../../features/gdap/gdap-queries.ts'
import { GdapStatusBadge } from '../../features/gdap/gdap-status.tsx'
import { RoleList } from '../../features/gdap/role-list.tsx'
import { MailList } from '../../features/invitations/detail/mail-list.tsx'
import { useActor, useSendsMail } from '../../features/session/session.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ActionButton } from '../../ui/actions/action-button.tsx'
import { Badge } from '../../ui/marks/badge.tsx'
import { ButtonLink } from '../../ui/actions/button.tsx'
import { Card } from '../../ui/looks/card.tsx'
import { Stack } from '../../ui/looks/layout.tsx'
import { PageHeader } from '../../ui/looks/page-header.tsx'
import { PageNotYet } from '../../ui/waiting/page-not-yet.tsx'
import { useNow } from '../../ui/text/use-now.ts'
import { GdapMessage } from './gdap-message.tsx'

export function Component() {
  const { id = '' } = useParams()
  const { organization } = useActor()
  if (organization.kind === 'customer') return <Navigate to={paths.grantedRights(id)} replace />
  return <GdapPage key={id} id={id} />
}

/** One GDAP relationship for the partner: facts and assignments left, actions right. */
function GdapPage({ id }: { id: string }) {
  const { t } = useWords()
  const { data: relationship, ...query } = useQuery(gdapQueries.one(id))
  const back = { to: paths.gdapList, label: t('gdap-board.title') }

  if (!relationship || isNotFound(query.error)) {
    return (
      <PageNotYet query={query} back={back} lines={12} title={t('delegated-admin.one')} failed={t('delegated-admin.failed')}
        missing={{ title: t('delegated-admin.not_found'), text: t('delegated-admin.not_found.text') }} />
    )
  }
  return (
    <>
      <PageHeader title={relationship.displayName} back={back} badge={
        <>
          <GdapStatusBadge relationship={relationship} />
          {relationship.isSystemCreated && <Badge tone="neutral" icon="system">{t('delegated-admin.system_created')}</Badge>}
        </>
      } />
      <GdapView relationship={relationship} />
    </>
  )
}

function GdapView({ relationship }: { relationship: GdapRelationshipDetail }) {
  const { t } = useWords()
  const actor = useActor()
  const sendsMail = useSendsMail()
  const navigate = useNavigate()
  const [isAssigning, setAssigning] = useState(false)
  const { id, customer, status, indirectProviderName, hasResellerRelationship } = relationship
  const isStanding = standingStatuses.includes(status)
  const roles = rolesOf(relationship)
  const provider = indirectProviderName ?? undefined
  const invite = () => void navigate(paths.newInvitation, {
    state: { customer: { tenantId: customer?.tenantId, companyName: customer?.displayName } },
  })
  const request = (what: 'draft' | 'renew') => () => void navigate(`${paths.newGdapRequest}?${what}=${encodeURIComponent(id)}`)
  return (
    <Stack gap={5}>
      <GdapStrip relationship={relationship} provider={provider} />
      <GdapAdviceList relationship={relationship} steps={{
        no_reseller_relationship: (
          <ActionButton icon="invitations" verdict={canCreateInvitation(actor, ownPolicy())} onPress={invite}>
            {t('delegated-admin.advice.invite')}
          </ActionButton>
        ),
        nobody_has_access: <AssignStep relationship={relationship} onPress={() => setAssigning(true)} />,
        dap_still_stands: <ButtonLink to={paths.dap}>{t('delegated-admin.advice.to_dap')}</ButtonLink>,
      }} />
      <GdapMessage actor={actor} relationship={relationship} sendsMail={sendsMail} />
      <div className={styles.columns}>
        <Stack gap={5} className={styles.main}>
          {isStanding && (
            <AssignmentsCard actor={actor} relationship={relationship} isAssigning={isAssigning} onAssigning={setAssigning}
              pathLink={customer ? `${paths.access}?customer=${customer.tenantId}` : paths.access} />
          )}
          <GdapFactsCard relationship={relationship} provider={provider}
            customerLink={customer && hasResellerRelationship ? paths.customer(customer.tenantId) : undefined} />
        </Stack>
        <Stack gap={5} className={styles.side}>
          <GdapActions actor={actor} relationship={relationship} provider={provider ?? t('delegated-admin.strip.by.provider')}
            onEdit={request('draft')} onRenew={request('renew')} onGone={() => void navigate(paths.gdapList)} />
          {isStanding && <SignInHelp />}
          {relationship.mails.length > 0 && <MailList mails={relationship.mails} sendsMail={sendsMail} />}
          <GdapHistory history={relationship.history} />
        </Stack>
        <div className={styles.roles}>
          <Card title={t('delegated-admin.roles', { count: roles.length })}>
            {roles.length === 0 ? <p>{t('delegated-admin.roles.none')}</p> : <RoleList roles={roles} />}
          </Card>
        </div>
      </div>
    </Stack>
  )
}

function AssignStep({ relationship, onPress }: { relationship: GdapRelationshipDetail; onPress: () => void }) {
  const { t } = useWords()
  const verdict = mayAssign(useActor(), relationship, new Date(useNow()))
  return (
    <ActionButton icon="plus" variant={verdict.allowed ? 'accent' : 'plain'} verdict={verdict} onPress={onPress}>
      {t('delegated-admin.assign')}
    </ActionButton>
  )
}

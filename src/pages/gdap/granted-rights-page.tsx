import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { Navigate, useParams } from 'react-router'
import {
  approvedTerms, isEnding, isOver, isWaiting, rolesAre, rolesOf, wasApproved,
} from '../../../domain/gdap/granted-facts.ts'
import type { GdapRelationshipDetail } from '../../../domain/gdap/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { paths } from '../../app/paths.ts'
import { RightsReceipt } from '../../features/consent/rights/rights-receipt.tsx'
import { AutoExtendSwitch } from '../../features/gdap/customer/auto-extend-switch.tsx'
import { GrantedUntil } from '../../features/gdap/customer/granted-until.tsx'
import { RemoveRoles } from '../../features/gdap/customer/remove-roles.tsx'
import { useRoleNames } from '../../features/gdap/customer/use-role-names.ts'
import { GdapHistory } from '../../features/gdap/gdap-history.tsx'
import { gdapQueries } from '../../features/gdap/gdap-queries.ts'
import { GdapStatusBadge } from '../../features/gdap/gdap-status.tsx'
import { RoleList } from '../../features/gdap/role-list.tsx'
import { useActor } from '../../features/session/session.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ButtonLink } from '../../ui/actions/button.tsx'
import { Card } from '../../ui/looks/card.tsx'
import { Box, Columns, Stack, Text } from '../../ui/looks/layout.tsx'
import { PageHeader } from '../../ui/looks/page-header.tsx'
import { PageNotYet } from '../../ui/waiting/page-not-yet.tsx'
import styles from './granted-rights-page.module.css'

/** What a customer granted to a partner, with its decisions and the receipt. A partner has its own page. */
export function Component() {
  const { id = '' } = useParams()
  const actor = useActor()
  return actor.organization.kind === 'customer' ? <GrantedRights id={id} actor={actor} /> : <Navigate to={paths.gdap(id)} replace />
}

function GrantedRights({ id, actor }: { id: string; actor: Actor }) {
  const { t } = useWords()
  const { data: relationship, ...query } = useQuery(gdapQueries.one(id))
  const back = { to: paths.myPartners, label: t('my-partners.title') }
  if (!relationship) {
    return (
      <PageNotYet query={query} back={back} lines={8} title={t('approval.granted.page_title')} missing={{
        title: t('approval.granted.not_found'), text: t('approval.granted.not_found.text'), fix: t('approval.granted.not_found.fix'),
      }} />
    )
  }
  const are = rolesAre(relationship)
  const what = t(are === 'standing' ? 'approval.granted.roles' : `approval.granted.roles.${are}`)
  return (
    <>
      <PageHeader back={back} title={t('approval.granted.title', { partner: relationship.partner.displayName })}
        lead={<bdi translate="no">{relationship.displayName}</bdi>} badge={<GdapStatusBadge relationship={relationship} />} />
      <Columns of="minmax(0, 5fr) minmax(280px, 3fr)" below={900} gap={4} align="start" className={styles.columns}>
        <Stack gap={4} className={styles.column}>
          <Box onScreen>
            <Card title={what}><RoleList roles={rolesOf(relationship)} /></Card>
          </Box>
          {wasApproved(relationship) && <Receipt relationship={relationship} />}
        </Stack>
        <Stack gap={4} onScreen className={styles.column}>
          <Decision relationship={relationship} actor={actor} />
          <GdapHistory history={relationship.history} />
        </Stack>
      </Columns>
    </>
  )
}

function Receipt({ relationship }: { relationship: GdapRelationshipDetail }) {
  const names = useRoleNames(approvedTerms(relationship).roles)
  return <RightsReceipt relationship={relationship} names={names} listOf={(roles) => <RoleList roles={roles} />} />
}

/** The end, and what the customer can change about it. */
function Decision({ relationship, actor }: { relationship: GdapRelationshipDetail; actor: Actor }) {
  const { t, formatDate } = useWords()
  const until = useRef<HTMLParagraphElement>(null)
  const { activatedDateTime, id } = relationship
  return (
    <Card title={t('approval.granted.decide')}>
      <Stack gap={3} align="start">
        <Text ref={until} tabIndex={-1} text="strong" quiet><GrantedUntil relationship={relationship} /></Text>
        {activatedDateTime && (
          <Text tone="muted" className={styles.muted}>
            {t('approval.since', { date: formatDate(activatedDateTime) })}
          </Text>
        )}
        {isWaiting(relationship) ? (
          <ButtonLink to={paths.approval(id)} variant="accent" icon="document">{t('approval.waiting.read')}</ButtonLink>
        ) : (
          <>
            {!isEnding(relationship) && <AutoExtendSwitch relationship={relationship} actor={actor} />}
            {!isOver(relationship) && (
              <RemoveRoles relationship={relationship} actor={actor} onRemoved={() => until.current?.focus()} />
            )}
          </>
        )}
      </Stack>
    </Card>
  )
}

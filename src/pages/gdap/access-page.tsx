import { useQuery } from '@tanstack/react-query'
import { Navigate } from 'react-router'
import { isGdapAvailable } from '../../../domain/gdap/relationship-rules.ts'
import { ownPolicy } from '../../api/own-policy.ts'
import { paths } from '../../app/paths.ts'
import { AccessAnswerView, AccessChoice, type AccessLinks } from '../../features/gdap/access/access-answer.tsx'
import { accessQueries } from '../../features/gdap/access/access-queries.ts'
import { assignmentQueries } from '../../features/gdap/assignments/assignment-queries.ts'
import { useActor } from '../../features/session/session.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ButtonLink } from '../../ui/actions/button.tsx'
import { Reason } from '../../ui/actions/reason.tsx'
import { listView, someId } from '../../ui/lists/list-view.ts'
import { useListView } from '../../ui/lists/use-list-view.ts'
import { PageHeader } from '../../ui/looks/page-header.tsx'
import { NotYet } from '../../ui/waiting/not-yet.tsx'
import { SkeletonLines } from '../../ui/waiting/skeleton.tsx'
import { EmptyState } from '../../ui/waiting/states.tsx'

const asked = listView<{ group?: string; customer?: string }>({ group: someId, customer: someId })

const links: AccessLinks = {
  relationship: paths.gdap,
  renew: (id) => `${paths.newGdapRequest}?renew=${encodeURIComponent(id)}`,
  request: (tenantId) => `${paths.newGdapRequest}?customer=${encodeURIComponent(tenantId)}`,
}

/** Explains why a group has access to a customer; the address names both. */
export function Component() {
  const { t } = useWords()
  const { organization } = useActor()
  const available = isGdapAvailable(ownPolicy())
  if (organization.kind === 'customer') return <Navigate to={paths.myPartners} replace />
  return (
    <>
      <PageHeader title={t('delegated-admin.access.title')} lead={t('delegated-admin.access.lead')}
        back={{ to: paths.gdapList, label: t('gdap-board.title') }} />
      {available.allowed ? <AccessView /> : (
        <EmptyState title={t('ui.refused.title')} action={<ButtonLink to={paths.dap}>{t('delegated-admin.advice.to_dap')}</ButtonLink>}>
          <Reason refusal={available} />
        </EmptyState>
      )}
    </>
  )
}

function AccessView() {
  const { t } = useWords()
  const { view: { group: groupId, customer: tenantId }, change } = useListView(asked, { replace: true })
  const groups = useQuery(assignmentQueries.groups())
  const customer = useQuery({ ...accessQueries.customer(tenantId ?? ''), enabled: tenantId !== undefined })
  const failed = [groups, customer].find(({ data, error }) => data === undefined && error)

  if (failed) return <NotYet query={failed} />
  if (!groups.data || (tenantId !== undefined && customer.data === undefined)) return <SkeletonLines lines={6} />
  if (groups.data.items.length === 0)
    return <EmptyState title={t('delegated-admin.groups.none')}>{t('delegated-admin.groups.none.text')}</EmptyState>

  const group = groups.data.items.find(({ id }) => id === groupId)
  const chosen = tenantId === undefined ? null : (customer.data ?? null)
  const isUnknown = (groupId !== undefined && !group) || (tenantId !== undefined && !chosen)
  return (
    <>
      <AccessChoice key={tenantId ?? ''} groups={groups.data.items} group={group?.id ?? null} customer={chosen}
        onGroup={(id) => change({ group: id ?? '' })} onCustomer={(id) => change({ customer: id ?? '' })} />
      {group && chosen
        ? (
          <AccessAnswerView links={links} group={{ id: group.id, name: group.displayName }}
            customer={{ id: chosen.tenantId, name: chosen.name }} />
        ) : (
          <EmptyState title={t(isUnknown ? 'delegated-admin.access.unknown' : 'delegated-admin.access.empty')}>
            {t(isUnknown ? 'delegated-admin.access.unknown.text' : 'delegated-admin.access.empty.text')}
          </EmptyState>
        )}
    </>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useLocation, useSearchParams } from 'react-router'
import { canSeeDap } from '../../../domain/dap/standing-dap.ts'
import { canRequestGdap, isGdapAvailable } from '../../../domain/gdap/relationship-rules.ts'
import { ownPolicy } from '../../api/own-policy.ts'
import { personOf } from '../../api/tabs/kept-work.ts'
import { paths } from '../../app/paths.ts'
import { DapList } from '../../features/dap/dap-list.tsx'
import { MoveNotice } from '../../features/dap/move-notice.tsx'
import { MovePanel } from '../../features/dap/move-panel.tsx'
import { RoleList } from '../../features/gdap/role-list.tsx'
import { roleQueries } from '../../features/gdap/role-queries.ts'
import { useActor } from '../../features/session/session.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ActionButton } from '../../ui/actions/action-button.tsx'
import { ButtonLink } from '../../ui/actions/button.tsx'
import { NotYet } from '../../ui/waiting/not-yet.tsx'
import { PageHeader } from '../../ui/looks/page-header.tsx'
import { Reason } from '../../ui/actions/reason.tsx'
import { EmptyState } from '../../ui/waiting/states.tsx'

const toMove = `${paths.dap}?move=1`
const links = { customer: paths.customer, relationship: paths.gdap }
const showRoles = (roles: readonly string[]) => <RoleList roles={roles} />

/** Customers with DAP and, at an address of its own, the move to GDAP. */
export function Component() {
  const { t, locale } = useWords()
  const actor = useActor()
  const { key } = useLocation()
  const [search] = useSearchParams()
  const maySee = canSeeDap(actor)
  const policy = ownPolicy()
  const may = canRequestGdap(actor, policy)
  const isMoving = search.has('move')
  const templates = useQuery({ ...roleQueries.templates(locale), enabled: isMoving && may.allowed })

  if (!maySee.allowed) {
    return (
      <>
        <PageHeader title={t('dap.title')} />
        <EmptyState title={t('ui.refused.title')} action={<ButtonLink to={paths.myPartners}>{t('dap.to_my_partners')}</ButtonLink>}>
          <Reason refusal={maySee} />
        </EmptyState>
      </>
    )
  }
  if (isMoving) {
    return (
      <>
        <PageHeader title={t('dap.move.title')} lead={may.allowed && t('dap.move.lead')} back={{ to: paths.dap, label: t('dap.title') }} />
        {!may.allowed ? <EmptyState title={t('ui.refused.title')}><Reason refusal={may} /></EmptyState>
          : templates.data ? (
            <MovePanel person={personOf(actor)} verdict={may} templates={templates.data.items} showRoles={showRoles} links={links} />
          ) : <NotYet query={templates} lines={10} height="20px" />}
      </>
    )
  }
  return (
    <>
      <PageHeader title={t('dap.title')} back={{ to: paths.gdapList, label: t('gdap-board.title') }}
        action={may.allowed
          ? <ButtonLink to={toMove} variant="accent" icon="shield">{t('dap.move')}</ButtonLink>
          : <ActionButton verdict={may} icon="shield">{t('dap.move')}</ActionButton>} />
      <MoveNotice person={personOf(actor)} linkTo={toMove} />
      <DapList linkTo={paths.customer} entry={key}
        lead={isGdapAvailable(policy).allowed ? `${t('dap.lead')} ${t('dap.lead.instead')}` : t('dap.lead')} />
    </>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useLocation, useNavigate, useSearchParams } from 'react-router'
import { canRequestGdap } from '../../../domain/gdap/relationship-rules.ts'
import { canAddTemplate } from '../../../domain/gdap/roles/template-rules.ts'
import { defaultRoles } from '../../../domain/gdap/roles/templates.ts'
import { partnerKindOf } from '../../../domain/session/actor.ts'
import { firstRefusal } from '../../../domain/verdict.ts'
import { ownPolicy } from '../../api/own-policy.ts'
import { paths } from '../../app/paths.ts'
import { roleQueries } from '../../features/gdap/role-queries.ts'
import { DriftList } from '../../features/gdap/templates/drift-list.tsx'
import { EditorPlace } from '../../features/gdap/templates/template-editor.tsx'
import { type RoleSet, TemplateList } from '../../features/gdap/templates/template-list.tsx'
import { driftQueries } from '../../features/gdap/templates/template-requests.ts'
import styles from '../../features/gdap/templates/templates.module.css'
import { useActor } from '../../features/session/session.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ActionButton } from '../../ui/actions/action-button.tsx'
import { type PageAction, PageActions } from '../../ui/actions/page-actions.tsx'
import { Reason } from '../../ui/actions/reason.tsx'
import { ViewLinks } from '../../ui/lists/view-links.tsx'
import { Text } from '../../ui/looks/layout.tsx'
import { PageHeader } from '../../ui/looks/page-header.tsx'
import { NotYet } from '../../ui/waiting/not-yet.tsx'
import { EmptyState } from '../../ui/waiting/states.tsx'

const to = (name: string, value: string) => `${paths.roleTemplates}?${name}=${encodeURIComponent(value)}`
const links = { copy: (id: string) => to('copy', id), change: (id: string) => to('edit', id), drift: to('view', 'drift') }
const driftLinks = {
  relationship: paths.gdap, customer: paths.customer, renew: (id: string) => `${paths.newGdapRequest}?renew=${encodeURIComponent(id)}`,
}
/** Templates and drift: two addresses of one screen. */
const templateViews = ['templates', 'drift'] as const

/** Role templates, and live relationships that differ from them; the address is the view or the template. */
export function Component() {
  const { t, locale, formatNumber } = useWords()
  const actor = useActor()
  const navigate = useNavigate()
  const { hash } = useLocation()
  const [search] = useSearchParams()
  const kind = partnerKindOf(actor)
  const may = canRequestGdap(actor, ownPolicy())
  const list = useQuery({ ...roleQueries.templates(locale), enabled: kind !== undefined })
  const drift = useQuery({ ...driftQueries.all(locale), enabled: kind !== undefined })
  const edit = search.get('edit')
  const copy = search.get('copy')
  const view = templateViews.find((each) => each === search.get('view')) ?? 'templates'

  if (kind === undefined) {
    return (
      <>
        <PageHeader title={t('role-templates.title')} />
        <EmptyState title={t('ui.refused.title')}>{!may.allowed && <Reason refusal={may} />}</EmptyState>
      </>
    )
  }
  const failed = (query: typeof list | typeof drift) => <NotYet query={query} lines={12} height="20px" />
  const own = list.data?.items.filter(({ builtIn }) => builtIn === null) ?? []
  const mayAdd = firstRefusal(() => may, () => canAddTemplate(own))
  const sets: RoleSet[] = [
    { id: 'recommended', roles: list.data?.recommended ?? [], text: t(`role-templates.recommended.${kind}`), rule: 'BR-102a' },
    { id: 'default', roles: defaultRoles(kind), text: t(`role-templates.default.${kind}`), rule: 'BR-96' },
  ]

  if (edit !== null || copy !== null) {
    return list.data ? (
      <EditorPlace key={`${edit} ${copy}`} edit={edit} copy={copy} templates={list.data.items} sets={sets} may={may} mayAdd={mayAdd}
        backTo={paths.roleTemplates} onSaved={({ id }) => void navigate(`${paths.roleTemplates}#${id}`)} />
    ) : (
      <>
        <PageHeader title={t('role-templates.title')} back={{ to: paths.roleTemplates, label: t('role-templates.all') }} />
        {failed(list)}
      </>
    )
  }
  const drifts = drift.data?.items
  const create: PageAction = { to: to('edit', 'new'), variant: 'accent', icon: 'plus', label: t('role-templates.new') }
  return (
    <>
      <PageHeader title={t('role-templates.title')} lead={t('role-templates.lead')}
        back={{ to: paths.gdapList, label: t('gdap-board.title') }}
        action={
          <>
            <PageActions actions={[
              { to: paths.roles, icon: 'key', label: t('role-templates.roles') },
              ...(mayAdd.allowed ? [create] : []),
            ]} />
            {!mayAdd.allowed && <ActionButton verdict={mayAdd} icon="plus">{t('role-templates.new')}</ActionButton>}
          </>
        } />
      <ViewLinks label={t('role-templates.views')} views={templateViews} view={view} className={styles.views}
        linkTo={(each) => (each === 'drift' ? links.drift : paths.roleTemplates)} wordOf={(each) => (
          <>
            <span>{t(`role-templates.view.${each}`)}</span>
            {each === 'drift' && drifts && (
              <Text as="span" tone="muted" numbers>{formatNumber(drifts.reduce((sum, { count }) => sum + count, 0))}</Text>
            )}
          </>
        )} />
      {view === 'drift'
        ? (drift.data ? <DriftList drifts={drift.data.items} compared={drift.data.compared} links={driftLinks} /> : failed(drift))
        : list.data ? (
          <TemplateList templates={list.data.items} sets={sets} may={may} mayAdd={mayAdd} links={links}
            here={decodeURIComponent(hash.slice(1))} differing={new Map(drifts?.map(({ templateId, count }) => [templateId, count]))} />
        ) : failed(list)}
    </>
  )
}

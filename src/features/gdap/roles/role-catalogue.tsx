import { useEffect } from 'react'
import { Link, useLocation } from 'react-router'
import type { z } from 'zod'
import type { RoleChanges, RoleTemplate, TaskInWords } from '../../../../domain/gdap/schemas.ts'
import type { Locale } from '../../../../domain/session/locales.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { RuleLink } from '../../../ui/actions/rule-link.tsx'
import type { Elements } from '../../../ui/elements.ts'
import { Select } from '../../../ui/forms/select.tsx'
import { FilterFold } from '../../../ui/lists/filter-fold.tsx'
import { ListTotal } from '../../../ui/lists/list-total.tsx'
import { SearchField } from '../../../ui/lists/search-field.tsx'
import barStyles from '../../../ui/lists/toolbar.module.css'
import type { ListAt } from '../../../ui/lists/use-list-view.ts'
import { Card } from '../../../ui/looks/card.tsx'
import { Columns, Marked, Row, Stack, Text } from '../../../ui/looks/layout.tsx'
import { Icon } from '../../../ui/marks/icon.tsx'
import { NotYet } from '../../../ui/waiting/not-yet.tsx'
import { EmptyState } from '../../../ui/waiting/states.tsx'
import { RoleMark } from '../role-list.tsx'
import { useRoles } from '../role-queries.ts'
import { RoleWarnings } from '../templates/role-names.tsx'
import { findRoles, type FoundRole, type RoleView } from './role-filter.ts'
import styles from './roles.module.css'

type Props = {
  at: ListAt<RoleView>
  templates: readonly RoleTemplate[]
  linkToTemplate: (id: string) => string
  note?: Elements
}

/** Every built-in role, found by name, effect or task. */
export function RoleCatalogue({ at, templates, linkToTemplate, note }: Props) {
  const { t, locale, formatNumber } = useWords()
  const { hash } = useLocation()
  const { roles, nameOf, ...query } = useRoles()
  const here = decodeURIComponent(hash.slice(1))
  const isLoaded = roles !== undefined
  useEffect(() => {
    if (!isLoaded || here === '') return
    const role = document.getElementById(here)
    role?.focus({ preventScroll: true })
    role?.scrollIntoView({ block: 'center' })
  }, [isLoaded, here])

  if (!roles) return <NotYet query={query} lines={14} />
  const found = findRoles(roles, at.view, locale)
  return (
    <Columns of="minmax(0, 1fr) 320px" below={1100} gap={4} align="start">
      <Stack gap={4}>
        {note}
        <FilterFold inForce={at.view}><RoleToolbar at={at} /></FilterFold>
        <ListTotal at={at} clear={t('role-templates.filter.clear')}>
          {t('role-templates.count', { count: found.length, shown: formatNumber(found.length) })}
        </ListTotal>
        {found.length > 0
          ? <FoundRoles found={found} here={here} templates={templates} linkToTemplate={linkToTemplate} />
          : (
            <EmptyState title={t('role-templates.none.title')}>{t('role-templates.none.text')}</EmptyState>
          )}
      </Stack>
      <Stack gap={4}>
        <RoleTasks tasks={roles.tasks} nameOf={nameOf} />
        <CatalogueChanges changes={roles.changes} count={roles.items.length} nameOf={nameOf} />
      </Stack>
    </Columns>
  )
}

function RoleToolbar({ at }: { at: ListAt<RoleView> }) {
  const { t } = useWords()
  return (
    <Row role="search" aria-label={t('role-templates.roles')} gap={2} align="center">
      <SearchField label={t('role-templates.search')} hint={t('role-templates.search.hint')} className={barStyles.search}
        value={at.view.search} onSearch={(search) => at.change({ search })} />
      <Select label={t('role-templates.filter')} hideLabel placeholder={t('role-templates.filter.all')}
        value={at.view.privileged ? 'privileged' : ''} onChange={({ target }) => at.change({ privileged: target.value && 'true' })}
        options={[{ value: 'privileged', label: t('role-templates.filter.privileged') }]} />
    </Row>
  )
}

type TasksProps = { tasks: readonly z.infer<typeof TaskInWords>[]; nameOf: (roleId: string) => string }

/** Tasks with the least role for each (BR-102a). */
function RoleTasks({ tasks, nameOf }: TasksProps) {
  const { t } = useWords()
  return (
    <Card title={t('role-templates.tasks')} flush>
      <Text pad="0 4 2" tone="muted"><span>{t('role-templates.tasks.text')}</span> <RuleLink rule="BR-102a" /></Text>
      <ul>
        {tasks.map(({ task, words, roleId }) => (
          <Stack as="li" gap="half" ruled="before" pad="2 4" key={task}>
            <span>{words}</span>
            <Link to={{ hash: roleId }}>{nameOf(roleId)}</Link>
          </Stack>
        ))}
      </ul>
    </Card>
  )
}

type ChangesProps = { changes: z.infer<typeof RoleChanges>; count: number; nameOf: (roleId: string) => string }

/** Formats dates in UTC, which no time zone shifts to the day before. */
const dayOf = (date: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date))
const monthOf = (month: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(month))

/** The version of Microsoft's list, and its changes. */
function CatalogueChanges({ changes: { version, before, added, removed }, count, nameOf }: ChangesProps) {
  const { t, locale } = useWords()
  return (
    <Card title={t('role-templates.version')}>
      <Stack gap={3}>
        <p><span>{t('role-templates.version.of', { date: dayOf(version, locale), count })}</span> <RuleLink rule="BR-83" /></p>
        <Stack as="section" gap={1}>
          <h3>{t('role-templates.version.added', { date: dayOf(before, locale) })}</h3>
          {added.length === 0 ? <Text tone="muted" text="caption">{t('role-templates.version.none_added')}</Text> : (
            <ul>
              {added.map(({ roleId, since }) => (
                <li key={roleId}>
                  <Link to={{ hash: roleId }}>{nameOf(roleId)}</Link>
                  <Text as="span" tone="muted" text="caption">
                    {` ${t('role-templates.version.since', { month: monthOf(since, locale) })}`}
                  </Text>
                </li>
              ))}
            </ul>
          )}
        </Stack>
        <Stack as="section" gap={1}>
          <h3>{t('role-templates.version.removed', { date: dayOf(before, locale) })}</h3>
          {removed.length === 0 ? <Text tone="muted" text="caption">{t('role-templates.version.none_removed')}</Text> : (
            <ul>{removed.map(({ roleId, name }) => <li key={roleId}>{name}</li>)}</ul>
          )}
        </Stack>
      </Stack>
    </Card>
  )
}

type FoundProps = {
  found: readonly FoundRole[]
  /** The role in the address. */
  here: string
  templates: readonly RoleTemplate[]
  linkToTemplate: (id: string) => string
}

/** Found roles with explanations, tasks and templates, each with an address. */
function FoundRoles({ found, ...rest }: FoundProps) {
  const { t } = useWords()
  const forTask = found.filter(({ tasks }) => tasks.length > 0)
  const others = found.filter(({ tasks }) => tasks.length === 0)
  if (forTask.length === 0) return <Card flush><Rows found={others} {...rest} /></Card>
  return (
    <>
      <Card title={t('role-templates.least')} flush><Rows found={forTask} {...rest} /></Card>
      {others.length > 0 && <Card title={t('role-templates.others')} flush><Rows found={others} {...rest} /></Card>}
    </>
  )
}

function Rows({ found, here, ...rest }: FoundProps) {
  return (
    <Stack as="ul">
      {found.map((each) => (
        <Stack as="li" key={each.role.id} id={each.role.id} tabIndex={-1} gap={1} ruled="between" pad="3 4" className={styles.row}
          aria-current={each.role.id === here || undefined}>
          <FoundRoleWords {...each} {...rest} />
        </Stack>
      ))}
    </Stack>
  )
}

function FoundRoleWords({ role, tasks, templates, linkToTemplate }: FoundRole & Pick<FoundProps, 'templates' | 'linkToTemplate'>) {
  const { t } = useWords()
  const { search } = useLocation()
  const usedIn = templates.filter(({ roles }) => roles.includes(role.id))
  return (
    <>
      {tasks.length > 0 && (
        <Stack as="ul" gap={1}>
          {tasks.map(({ task, words }) => (
            <Marked as="li" tone="success" key={task}>
              <Icon name="check" /><span>{t('role-templates.least_for', { task: words })}</span>
            </Marked>
          ))}
        </Stack>
      )}
      <Row as="p" gap="1 2" align="center" text="strong" breaks hyphens className={styles.name}>
        <Link to={{ search, hash: role.id }} replace title={t('role-templates.link')}>{role.name}</Link>
        <RoleMark role={role} />
      </Row>
      <p>{role.allows}</p>
      <RoleWarnings roles={[role.id]} removed={[]} />
      {usedIn.length > 0 && (
        <Text tone="muted" text="caption">
          <span>{`${t('role-templates.used_in')} `}</span>
          {usedIn.map(({ id, name }, position) => (
            <span key={id}>{position > 0 && <span>{'\u00a0· '}</span>}<Link to={linkToTemplate(id)}>{name}</Link></span>
          ))}
        </Text>
      )}
    </>
  )
}

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
import { Columns, Row, Stack, Text } from '../../../ui/looks/layout.tsx'
import { NotYet } from '../../../ui/waiting/not-yet.tsx'
import { EmptyState } from '../../../ui/waiting/states.tsx'
import { useRoles } from '../role-queries.ts'
import { FoundRoles } from './found-roles.tsx'
import { findRoles, type RoleView } from './role-filter.ts'

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

import { useEffect } from 'react'
import { useLocation } from 'react-router'
import type { RoleTemplate } from '../../../../domain/gdap/schemas.ts'
import { useWords } from '../../../i18n/use-words.ts'
import type { Elements } from '../../../ui/elements.ts'
import { FilterFold } from '../../../ui/lists/filter-fold.tsx'
import { Columns, Stack } from '../../../ui/looks/layout.tsx'
import { ListTotal } from '../../../ui/lists/list-total.tsx'
import { NotYet } from '../../../ui/waiting/not-yet.tsx'
import { EmptyState } from '../../../ui/waiting/states.tsx'
import type { ListAt } from '../../../ui/lists/use-list-view.ts'
import { useRoles } from '../role-queries.ts'
import { CatalogueChanges } from './catalogue-changes.tsx'
import { FoundRoles } from './found-roles.tsx'
import { findRoles, type RoleView } from './role-filter.ts'
import { RoleTasks } from './role-tasks.tsx'
import { RoleToolbar } from './role-toolbar.tsx'

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

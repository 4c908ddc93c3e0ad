import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { RoleChanges, RoleInWords, RoleTemplate, TaskInWords } from '../../../domain/gdap/schemas.ts'
import type { Locale } from '../../../domain/session/locales.ts'
import { reading } from '../../api/reading.ts'
import { useWords } from '../../i18n/use-words.ts'
import { inOrder } from './role-order.ts'

type Roles = { items: RoleInWords[]; tasks: z.infer<typeof TaskInWords>[]; changes: z.infer<typeof RoleChanges> }

/** What roles and templates are called depends on the language, so that is part of the keys. */
export const roleQueries = {
  roles: (locale: Locale) =>
    ({ ...reading<Roles>(['roles', locale], '/delegated-admin/roles'), staleTime: Infinity }),
  templates: (locale: Locale) =>
    reading<{ items: RoleTemplate[]; recommended: string[] }>(['role-templates', 'list', locale], '/delegated-admin/templates'),
}

/**
 * Every built-in role in plain words. `nameOf` gives the id of one that the catalogue has no longer, or has not come yet; until then
 * `ordered` has Global administrator first and leaves the others as they are.
 */
export function useRoles() {
  const { locale } = useWords()
  const { data, error, refetch, isFetching } = useQuery(roleQueries.roles(locale))
  const byId = new Map(data?.items.map((role) => [role.id, role]))
  return {
    roles: data,
    byId,
    nameOf: (id: string) => byId.get(id)?.name ?? id,
    ordered: (ids: readonly string[]) => inOrder(ids, data?.items ?? []),
    error,
    refetch,
    isFetching,
  }
}

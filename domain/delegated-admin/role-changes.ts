import { isDirectoryRole, roleNamed } from './role-catalogue.ts'

/** A role that came with a version of the catalogue, and the month in which Microsoft announced it. */
type AddedRole = { roleId: string; since: string }

/** The catalogue as Microsoft's list of built-in roles had it on `version`, compared with that of `before`; both dates of that page. */
export const roleChanges: {
  version: string
  before: string
  added: readonly AddedRole[]
  removed: readonly { roleId: string; name: string }[]
} = {
  version: '2026-01-20',
  before: '2024-02-06',
  added: [
    { roleId: roleNamed('People Administrator'), since: '2025-03' },
    { roleId: roleNamed('Teams Reader'), since: '2025-08' },
  ],
  removed: [],
}

/** BR-83: those of a template's roles that the catalogue has no longer, so that nothing can be asked for with them. */
export const removedRoles = (roles: readonly string[]): string[] => roles.filter((id) => !isDirectoryRole(id))

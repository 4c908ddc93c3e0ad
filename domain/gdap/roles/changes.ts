import { isDirectoryRole, roleNamed } from './catalogue.ts'

/** The catalogue as Microsoft's list of built-in roles had it on `version`, compared with that of `before`; both dates of that page. */
const version = '2026-01-20'

/** A role that came with a version of the catalogue, which it has stood in since. */
const came = (name: string) => ({ roleId: roleNamed(name), since: version })

export const roleChanges: {
  version: string
  before: string
  added: readonly { roleId: string; since: string }[]
  removed: readonly { roleId: string; name: string }[]
} = {
  version,
  before: '2025-06-25',
  added: [
    came('Agent ID Administrator'),
    came('Agent ID Developer'),
    came('Agent Registry Administrator'),
    came('Dragon Administrator'),
    came('Exchange Backup Administrator'),
    came('Microsoft 365 Support Engineer'),
    came('Places Administrator'),
    came('SharePoint Advanced Management Administrator'),
    came('SharePoint Backup Administrator'),
  ],
  removed: [],
}

/** BR-83: those of a template's roles that the catalogue has no longer, so that nothing can be asked for with them. */
export const removedRoles = (roles: readonly string[]): string[] => roles.filter((id) => !isDirectoryRole(id))

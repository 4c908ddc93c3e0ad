import { isDirectoryRole, roleNamed } from './catalogue.ts'

/** The catalogue matches Microsoft's list of built-in roles of `version`, compared with that of `before`. */
const version = '2026-01-20'

/** A role that was added in a version of the catalogue and is still in it. */
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

/** BR-83: the roles of a template that the catalogue no longer has and nobody can request. */
export const removedRoles = (roles: readonly string[]): string[] => roles.filter((id) => !isDirectoryRole(id))

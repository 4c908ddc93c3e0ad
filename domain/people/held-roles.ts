import type { Organization } from '../organizations/schemas.ts'
import { type PartnerRole, type Role, roles } from '../session/roles.ts'
import type { MappingRow } from './schemas.ts'

/** Where a person's roles come from. */
export type HeldRoles = {
  /** What the person is in the organisation's directory. */
  directory: readonly Role[]
  /** The claims of the person that the mapping names. */
  claims: readonly string[]
  /** What a Global admin gave the person here. */
  byHand: readonly PartnerRole[]
}

/** Role template ids of Entra ID. */
const directoryRole = {
  globalAdministrator: '62e90394-69f5-4237-9190-012177145e10',
  customerDelegatedAdminRelationshipAdministrator: 'fc8ad4e2-40e4-4724-8317-bcda7503ecbf',
} as const

/** How claims give roles until the organisation says otherwise: by app roles, and by Partner Center's groups where their names are sent. */
export const usualMapping: readonly MappingRow[] = [
  { claim: 'AdminAgent', role: 'admin_agent' }, { claim: 'AdminAgents', role: 'admin_agent' },
  { claim: 'SalesAgent', role: 'sales_agent' }, { claim: 'SalesAgents', role: 'sales_agent' },
  { claim: 'HelpdeskAgent', role: 'helpdesk_agent' }, { claim: 'HelpdeskAgents', role: 'helpdesk_agent' },
]

/** Claims are the same however they are written: “Sales agent” is “SalesAgent”. */
export const claimKey = (claim: string): string => claim.toLowerCase().replaceAll(/[\s_.-]/g, '')

/**
 * The roles that the directory gives. Global admin comes from it alone (BR-33), and so does the customer's role that answers requests for
 * granular rights and nothing else. Everybody else is a user at a customer, and has no role of the directory at a partner.
 */
export function directoryRolesIn(directoryRoles: readonly string[], kind: Organization['kind']): Role[] {
  if (directoryRoles.includes(directoryRole.globalAdministrator)) return ['global_admin']
  if (kind !== 'customer') return []
  return directoryRoles.includes(directoryRole.customerDelegatedAdminRelationshipAdministrator) ? ['gdap_admin'] : ['user']
}

/** Of a person's claims those that the mapping names, as it writes them; no more of them is kept. A customer's mean nothing here. */
export function claimsIn(mapping: readonly MappingRow[], claims: readonly string[], kind: Organization['kind']): string[] {
  if (kind === 'customer') return []
  const held = new Set(claims.map(claimKey))
  return mapping.flatMap(({ claim }) => (held.has(claimKey(claim)) ? claim : []))
}

/** The roles that the mapping gives for these claims. */
export function rolesByMapping(claims: readonly string[], mapping: readonly MappingRow[]): PartnerRole[] {
  const held = new Set(claims.map(claimKey))
  return mapping.flatMap(({ claim, role }) => (held.has(claimKey(claim)) ? role : []))
}

/** All roles of a person, each once, the most far-reaching first. */
export function rolesOf({ directory, claims, byHand }: HeldRoles, mapping: readonly MappingRow[]): Role[] {
  const all = new Set<Role>([...directory, ...rolesByMapping(claims, mapping), ...byHand])
  return roles.filter((role) => all.has(role))
}

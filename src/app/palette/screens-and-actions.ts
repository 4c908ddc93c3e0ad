import type { CloudPolicy } from '../../../domain/clouds/cloud-policies.ts'
import { canImportCustomers } from '../../../domain/customers/rules.ts'
import { canRequestGdap, isGdapAvailable } from '../../../domain/gdap/relationship-rules.ts'
import { canCreateInvitation } from '../../../domain/invitations/rules.ts'
import { canRequestPartnership } from '../../../domain/partnerships/lifecycle.ts'
import { finder } from '../../../domain/search/sought.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { canMakeToken } from '../../../domain/tokens/rules.ts'
import type { Verdict } from '../../../domain/verdict.ts'
import type { Words } from '../../i18n/use-words.ts'
import { entriesFor } from '../frame/navigation.tsx'
import { paths } from '../paths.ts'
import { organizationPages, type Place, rightsPages } from '../places.ts'

/** A place where something is begun, and whether this person may. */
export type Action = Place & { verdict: Verdict }

/** The screens that navigation shows to this person; what begins something is among the actions. */
export function screensFor({ organization: { kind } }: Actor, policy: CloudPolicy): readonly Place[] {
  const entries = entriesFor(kind)
  const ofRights = kind === 'customer' ? [] : rightsPages.filter(({ to }) =>
    to === paths.dap || (to !== paths.bulkGdapRequests && isGdapAvailable(policy).allowed))
  return [...entries, ...ofRights, ...organizationPages.filter(({ to }) => to !== paths.organization)]
}

/** What this person's screens have buttons for, with the verdict of each button. */
export function actionsFor(actor: Actor, policy: CloudPolicy): readonly Action[] {
  const token: Action = { to: paths.tokens, label: 'tokens.make', icon: 'key', verdict: canMakeToken(actor, 'personal') }
  if (actor.organization.kind === 'customer') return [token]
  const [mayInvite, mayRequest] = [canCreateInvitation(actor, policy), canRequestGdap(actor, policy)]
  return [
    { to: paths.newInvitation, label: 'invitations.new', icon: 'plus', verdict: mayInvite },
    { to: paths.bulkInvitations, label: 'bulk.open', icon: 'upload', verdict: mayInvite },
    { to: paths.importCustomers, label: 'customers.import.title', icon: 'upload', verdict: canImportCustomers(actor) },
    { to: paths.newGdapRequest, label: 'gdap-board.request', icon: 'shield', verdict: mayRequest },
    { to: paths.bulkGdapRequests, label: 'palette.rights.many', icon: 'upload', verdict: mayRequest },
    { to: paths.partnerships, label: 'partnerships.request', icon: 'partnerships', verdict: canRequestPartnership(actor) },
    token,
  ]
}

/** Those whose name holds what is sought, spelt as in any search. */
export const named = <Each extends Pick<Place, 'label'>>(places: readonly Each[], sought: string, t: Words['t']): readonly Each[] => {
  const isFound = finder(sought)
  return places.filter(({ label }) => isFound(t(label)))
}

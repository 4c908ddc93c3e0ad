import { answersForCustomer } from '../gdap/relationship-rules.ts'
import { canWorkOnInvitations } from '../invitations/rules.ts'
import type { Organization } from '../organizations/schemas.ts'
import { canAuthorizePartnership, canRequestPartnership } from '../partnerships/lifecycle.ts'
import { rolesAt } from '../people/abilities.ts'
import { canManagePeople } from '../people/rules.ts'
import { decidesForCustomer } from '../relationships/admin-rights.ts'
import { type Actor, hasAnyRole } from '../session/actor.ts'
import type { Role } from '../session/roles.ts'

/**
 * The kinds of mails that the portal sends to people about their organisation. `invitations` are those that the person made, and those
 * handed to a reseller that wait; `answers` are to any invitation of the organisation.
 */
export const noticeKinds = ['invitations', 'answers', 'partnerships', 'admin_rights', 'admin_rights_asked', 'security'] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** `daily`: gathered, once a day. */
export const noticeHows = ['at_once', 'daily', 'never'] as const
export type NoticeHow = (typeof noticeHows)[number]

type Kind = Organization['kind']

type NoticeFacts = {
  /** Whether a person may have it gathered; the other mails ask for something that does not wait, or are about one thing alone. */
  gathers: boolean
  /** What a person gets who has chosen nothing. */
  usual: (at: Kind) => NoticeHow
  /** Whoever works with it in the portal: nobody is mailed what the person could not read there. */
  mayGet: (actor: Actor) => boolean
}

const atOnce = () => 'at_once' as const

/** A partnership that asks to be authorised. */
const asked = ({ organization }: Actor) => ({ state: 'requested' as const, provider: { id: '' }, reseller: organization })

const worksOnInvitations = (actor: Actor) => actor.organization.kind !== 'customer' && canWorkOnInvitations(actor).allowed

const facts: Record<NoticeKind, NoticeFacts> = {
  invitations: { gathers: false, usual: atOnce, mayGet: (actor) => worksOnInvitations(actor) },
  // Whoever made it is told by the kind above; a reseller has no other word of it.
  answers: {
    gathers: true, usual: (at) => (at === 'indirect_reseller' ? 'daily' : 'never'),
    mayGet: (actor) => worksOnInvitations(actor),
  },
  partnerships: {
    gathers: true, usual: atOnce,
    mayGet: (actor) => canRequestPartnership(actor).allowed
      || (actor.organization.kind === 'indirect_reseller' && canAuthorizePartnership(actor, asked(actor), true).allowed),
  },
  admin_rights: {
    gathers: false, usual: atOnce,
    mayGet: (actor) => (actor.organization.kind === 'customer' ? decidesForCustomer(actor).allowed : hasAnyRole(actor, ['admin_agent'])),
  },
  admin_rights_asked: { gathers: true, usual: atOnce, mayGet: (actor) => answersForCustomer(actor).allowed },
  security: { gathers: true, usual: atOnce, mayGet: (actor) => canManagePeople(actor).allowed },
}

/** The kinds that this person may get. */
export const noticesFor = (actor: Actor): NoticeKind[] => noticeKinds.filter((kind) => facts[kind].mayGet(actor))

/** What a person may choose of a kind. */
export const howsOf = (kind: NoticeKind): NoticeHow[] => noticeHows.filter((how) => how !== 'daily' || facts[kind].gathers)

export const usualOf = (kind: NoticeKind, at: Kind): NoticeHow => facts[kind].usual(at)

const organizationKinds: readonly Kind[] = ['direct_partner', 'indirect_provider', 'indirect_reseller', 'customer']

/** Who gets a kind at an organisation of a kind, and how as long as they choose nothing. */
export type Readers = { kind: NoticeKind; at: Kind; roles: Role[]; usual: NoticeHow }

/** No rule about one's own organisation's notices looks at more of an actor than kind and role. */
const anybody = (at: Kind, role: Role): Actor => ({
  user: { id: '', displayName: '', email: '', roles: [role], locale: 'en' },
  organization: { id: '', tenantId: '', displayName: '', domain: '', kind: at, cloud: 'global', country: '' },
})

export const noticeReaders: readonly Readers[] = organizationKinds.flatMap((at) =>
  noticeKinds.flatMap((kind) => {
    const roles = rolesAt(at).filter((role) => facts[kind].mayGet(anybody(at, role)))
    return roles.length === 0 ? [] : [{ kind, at, roles, usual: usualOf(kind, at) }]
  }))

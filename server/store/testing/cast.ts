import type { CustomerRecord } from '../../../domain/customers/customer.ts'
import { undescribed } from '../../../domain/customers/description.ts'
import { acceptInvitation, alreadyStanding } from '../../../domain/invitations/acceptance/answer-transitions.ts'
import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import type { InvitationDraft } from '../../../domain/invitations/schemas.ts'
import { newInvitation, sendInvitation } from '../../../domain/invitations/transitions.ts'
import type { Organization } from '../../../domain/organizations/schemas.ts'
import type { Actor } from '../../../domain/session/actor.ts'
import { demoOrganizations } from '../demo/demo-organizations.ts'
import { demoPeople, type DemoPersona } from '../demo/demo-people.ts'
import { seedOrganizations, seedPartnerships, seedPeople } from '../demo/seed-people.ts'
import type { ImportRecords } from '../customers/import.ts'
import { type LinkScope, type Scope, scopeOf } from '../scope.ts'
import type { NewAcceptance } from '../acceptance/customer-rows.ts'
import type { NewSession } from '../session/sessions.ts'
import type { Store } from '../store.ts'
import type { Write } from '../write.ts'
import { uuidV7 } from '../sql/uuid-v7.ts'
import { expectInStep } from './in-step.ts'
import type { Engine, OpenedStore } from './test-engines.ts'

export const noon = new Date('2026-03-02T12:00:00.000Z')
export const later = (minutes: number): Date => new Date(noon.getTime() + minutes * 60_000)

export const { contoso, litware, proseware, adatum, tailspin, northwind } = demoOrganizations
export const scopeFor = (persona: DemoPersona): Scope => scopeOf(demoPeople[persona])

/**
 * An opened store with the demo's organisations, people and partnerships, and nothing else. Whatever is done with it, what it keeps of the
 * clock must be what the domain says in the end.
 */
export async function openWithCast(engine: Engine): Promise<OpenedStore> {
  const opened = await engine.open()
  await opened.db.transaction().execute(async (trx) => {
    await seedOrganizations(trx)
    await seedPeople(trx)
    await seedPartnerships(trx, noon.toISOString())
  })
  return { ...opened, close: () => expectInStep(opened.db).finally(() => opened.close()) }
}

/** A write with one audit entry and one change for each organisation. */
export const writeOf = (
  organizationIds: readonly string[],
  { at = noon, nounId = 'row', key, action = 'tested' }: { at?: Date; nounId?: string; key?: string; action?: string } = {},
): Write<unknown> => ({
  at: at.toISOString(),
  audit: organizationIds.map((organizationId) => ({
    organizationId,
    at: at.toISOString(),
    action,
    noun: 'tests',
    nounId,
    by: 'Test',
    organizationName: 'Tests',
    details: {},
  })),
  changes: organizationIds.map((organizationId) => ({ organizationId, noun: 'tests', id: nounId, change: action })),
  answer: key === undefined ? undefined : { key, requestHash: `hash of ${key}`, of: (saved) => ({ status: 201, body: saved }) },
})

/** For imports without customers' audit entries. */
export const noRecords: ImportRecords = { by: '', ofClaim: () => ({ audit: [], changes: [] }) }

export const tokenHash = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, '0')).join('')

export function anInvitation(
  changes: Partial<InvitationDraft> & { by?: DemoPersona; via?: Organization; at?: Date } = {},
): InvitationRecord {
  const { by = 'provider.sales', via, at: now = noon, ...draft } = changes
  return newInvitation(
    {
      delivery: via ? 'via_reseller' : 'direct',
      reusable: false,
      includeDap: false,
      language: 'ko',
      expiresInDays: 30,
      ...draft,
    },
    { id: uuidV7(now), actor: demoPeople[by], reseller: via ?? null, now },
  )
}

/** An invitation of Contoso, sent if direct, with its link's scope. */
export async function sentInvitation(store: Store, changes: Parameters<typeof anInvitation>[0] = {}) {
  const made = anInvitation(changes)
  const scope = scopeFor(changes.by ?? 'provider.sales')
  const hash = tokenHash()
  const created = await store.invitations.create(scope, made, hash, writeOf([contoso.id]))
  const invitation =
    created.delivery === 'direct' ? await store.invitations.update(scope, sendInvitation(created, noon), writeOf([])) : created
  const found = await store.acceptance.findByLink(hash)
  if (!found) throw new Error('The link of a new invitation leads to it')
  return { invitation, hash, link: found.scope }
}

export const customerActor = (organization: Organization): Actor => ({ ...demoPeople['customer.globaladmin'], organization })

/** An acceptance of the invitation as it was read. */
export function yesOf(
  invitation: InvitationRecord,
  organization: Organization,
  reseller: Organization | null = null,
  { now = noon, stood = [] }: { now?: Date; stood?: NewAcceptance['receipt']['stood'] } = {},
): NewAcceptance {
  const answer = { actor: customerActor(organization), inviter: contoso, reseller, receiptId: uuidV7(now), now }
  return acceptInvitation(invitation, answer, stood)
}

/** An acceptance by an organization that may have granted some asks already. */
export async function yesTo(
  store: Store, link: LinkScope, invitation: InvitationRecord, organization: Organization, now: Date = noon,
): Promise<NewAcceptance> {
  const stood = alreadyStanding(invitation, await store.acceptance.rowsOf(link, organization.tenantId))
  return yesOf(invitation, organization, null, { now, stood })
}

export const accept = async (store: Store, link: LinkScope, invitation: InvitationRecord, organization: Organization, key?: string) =>
  store.acceptance.accept(
    link,
    scopeOf(customerActor(organization)),
    await yesTo(store, link, invitation, organization),
    writeOf([], key === undefined ? {} : { key }),
  )

/** A confirmed customer row. */
export const aCustomer = (companyName: string, changes: Partial<CustomerRecord> = {}): CustomerRecord => {
  const id = changes.id ?? crypto.randomUUID()
  return {
    id,
    companyProfile: { tenantId: id, domain: 'company.example', companyName },
    ...undescribed(),
    aliases: [],
    country: 'KR',
    relationshipToPartner: 'reseller',
    relationshipText: null,
    basis: 'accepted',
    disputedAt: null,
    owner: null,
    reseller: null,
    allowDelegatedAccess: false,
    gdap: { active: false, nextEndDateTime: null },
    lastEventAt: noon.toISOString(),
    version: 1,
    ...changes,
  }
}

/** A session of `provider.sales`, from noon on; without an identity provider unless `changes` name one. */
export const aSession = (changes: Partial<NewSession> = {}): NewSession => ({
  id: crypto.randomUUID(),
  tokenHash: 'a hash',
  person: { organizationId: contoso.id, userId: demoPeople['provider.sales'].user.id },
  createdAt: noon.toISOString(),
  expiresAt: later(8 * 60).toISOString(),
  idleExpiresAt: later(30).toISOString(),
  device: 'Mozilla/5.0',
  address: '203.0.113.7',
  issued: null,
  ...changes,
})

import { zodResolver } from '@hookform/resolvers/zod'
import type { FieldErrors, Resolver } from 'react-hook-form'
import type { Customer } from '../../../../domain/customers/schemas.ts'
import { rolesOf } from '../../../../domain/gdap/granted-facts.ts'
import { canAutoExtend, canBeNamed, canLastDays } from '../../../../domain/gdap/relationship-rules.ts'
import { isDirectoryRole } from '../../../../domain/gdap/roles/catalogue.ts'
import { type GdapChange, GdapDraft, type GdapRelationshipOnWire } from '../../../../domain/gdap/schemas.ts'
import { autoExtendDays, daysOf } from '../../../../domain/gdap/term/durations.ts'
import type { Verdict } from '../../../../domain/verdict.ts'
import { inputAt } from '../../../api/problem-error.ts'

/** A customer of the list, a tenant by id, or the first that approves. */
export const customerKinds = ['listed', 'tenant', 'open'] as const
type CustomerKind = (typeof customerKinds)[number]

/** The form's values; those of unchosen options stay and are not sent. */
export type RequestForm = {
  /** The request belongs to the actor, or to a reseller that consents first. */
  whose: 'own' | 'reseller'
  resellerId: string
  kind: CustomerKind
  listed: Customer | null
  tenantId: string
  roles: string[]
  days: number
  autoExtend: boolean
  displayName: string
}

export const emptyRequest: RequestForm = {
  whose: 'own', resellerId: '', kind: 'listed', listed: null, tenantId: '', roles: [], days: autoExtendDays, autoExtend: false,
  displayName: '',
}

const onceExtended = `P${autoExtendDays}D`
const accessOf = (roles: readonly string[]) => ({ unifiedRoles: roles.map((roleDefinitionId) => ({ roleDefinitionId })) })

/** BR-87: decides whether these roles allow auto-extend. */
export const mayExtend = (roles: readonly string[]): Verdict => canAutoExtend(roles, onceExtended)

export const willExtend = ({ autoExtend, roles }: Pick<RequestForm, 'autoExtend' | 'roles'>): boolean =>
  autoExtend && mayExtend(roles).allowed

export const durationOf = (days: number): string => `P${days}D`

export const autoExtendDurationOf = (form: Pick<RequestForm, 'autoExtend' | 'roles'>): string => (willExtend(form) ? onceExtended : 'PT0S')

/** The named tenant; undefined for an open request. */
export function tenantOf({ kind, listed, tenantId }: Pick<RequestForm, 'kind' | 'listed' | 'tenantId'>): string | undefined {
  if (kind === 'listed') return listed?.id
  return kind === 'tenant' ? tenantId.trim().toLowerCase() : undefined
}

/** The chosen reseller; undefined for an own request. */
export const resellerOf = ({ whose, resellerId }: Pick<RequestForm, 'whose' | 'resellerId'>): string | undefined =>
  whose === 'reseller' && resellerId !== '' ? resellerId : undefined

/** Makes the body of a new request. */
export function draftOf(form: RequestForm): GdapDraft {
  const tenantId = tenantOf(form)
  return {
    displayName: form.displayName.trim(),
    duration: durationOf(form.days),
    customer: tenantId === undefined ? null : { tenantId },
    accessDetails: accessOf(form.roles),
    autoExtendDuration: autoExtendDurationOf(form),
    ...(form.whose === 'reseller' && { resellerId: form.resellerId }),
  }
}

/** Makes a draft's change of what differs; another spelling of a duration does not. */
export function changeOf(draft: GdapDraft, old: GdapRelationshipOnWire): GdapChange {
  const [before, now] = [rolesOf(old), draft.accessDetails.unifiedRoles.map(({ roleDefinitionId }) => roleDefinitionId)]
  const sameRoles = before.length === now.length && before.every((id) => now.includes(id))
  const [extended, willBe] = [old.autoExtendDuration === onceExtended, draft.autoExtendDuration === onceExtended]
  return {
    ...(draft.displayName !== old.displayName && { displayName: draft.displayName }),
    ...(daysOf(draft.duration) !== daysOf(old.duration) && { duration: draft.duration }),
    ...((draft.customer?.tenantId ?? null) !== (old.customer?.tenantId ?? null) && { customer: draft.customer ?? null }),
    ...(!sameRoles && { accessDetails: draft.accessDetails }),
    ...(willBe !== extended && { autoExtendDuration: draft.autoExtendDuration }),
  }
}

/** Fills the form from a relationship, with roles that the catalogue still has; `listed` is its customer in the list. */
export function formOf(relationship: GdapRelationshipOnWire, listed: Customer | undefined, ownId: string): RequestForm {
  const { customer, partner, duration, autoExtendDuration, displayName } = relationship
  const isOwn = partner.id === ownId
  return {
    whose: isOwn ? 'own' : 'reseller',
    resellerId: isOwn ? '' : partner.id,
    kind: customer === null ? 'open' : listed ? 'listed' : 'tenant',
    listed: listed ?? null,
    tenantId: customer?.tenantId ?? '',
    roles: rolesOf(relationship).filter(isDirectoryRole),
    days: daysOf(duration) ?? autoExtendDays,
    autoExtend: autoExtendDuration === onceExtended,
    displayName,
  }
}

/** Checks what the domain's schema leaves open: customer, reseller, duration and the name's form. */
function missing(form: RequestForm): FieldErrors<RequestForm> {
  return {
    ...(form.whose === 'reseller' && !form.resellerId ? { resellerId: { type: 'missing' } } : {}),
    ...(form.kind === 'listed' && !form.listed ? { listed: { type: 'missing' } } : {}),
    ...(canLastDays(form.days).allowed ? {} : { days: { type: 'refused' } }),
    ...(canBeNamed(form.displayName.trim(), false).allowed ? {} : { displayName: { type: 'refused' } }),
  }
}

/** The domain's schema judges the body; its only other complaint is about a typed tenant id. */
export const requestResolver: Resolver<RequestForm, unknown, GdapDraft> = async (form, context, options) => {
  const checked = await zodResolver(GdapDraft)(draftOf(form), context, options as never)
  const complained = checked.errors as { customer?: unknown }
  const errors: FieldErrors<RequestForm> = {
    ...missing(form),
    ...(form.kind === 'tenant' && complained.customer !== undefined ? { tenantId: { type: 'invalid' } } : {}),
  }
  return Object.keys(errors).length > 0 ? { values: {}, errors } : { values: checked.values as GdapDraft, errors: {} }
}

const fieldAt = {
  '/displayName': 'displayName', '/duration': 'days', '/resellerId': 'resellerId', '/customer': 'tenantId',
  '/accessDetails': 'roles', '/autoExtendDuration': 'autoExtend',
} as const satisfies Record<string, keyof RequestForm>
const inputs = Object.keys(fieldAt) as (keyof typeof fieldAt)[]

/** Maps a problem's pointer to a field of the form. */
export function fieldOf(pointer: string): keyof RequestForm | undefined {
  const input = inputAt(inputs, pointer)
  return input && fieldAt[input]
}

/** Tells whether the field is on the form at present. */
export const isOnForm = (field: keyof RequestForm, { kind, whose }: Pick<RequestForm, 'kind' | 'whose'>): boolean =>
  field === 'tenantId' ? kind === 'tenant' : field !== 'resellerId' || whose === 'reseller'

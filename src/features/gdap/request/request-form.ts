import { zodResolver } from '@hookform/resolvers/zod'
import type { FieldErrors, Resolver } from 'react-hook-form'
import type { Customer } from '../../../../domain/customers/schemas.ts'
import { autoExtendDays, daysOf } from '../../../../domain/gdap/term/durations.ts'
import { canAutoExtend, canBeNamed, canLastDays } from '../../../../domain/gdap/relationship-rules.ts'
import { isDirectoryRole } from '../../../../domain/gdap/roles/catalogue.ts'
import { type GdapChange, GdapDraft, type GdapRelationshipOnWire } from '../../../../domain/gdap/schemas.ts'
import type { Verdict } from '../../../../domain/verdict.ts'
import { inputAt } from '../../../api/problem-error.ts'

/** Whom the request is for: a customer of the list, a tenant by its id, or the first that approves. */
export const customerKinds = ['listed', 'tenant', 'open'] as const
type CustomerKind = (typeof customerKinds)[number]

/** The form as it is filled in; what belongs to another choice stays, and is not sent. */
export type RequestForm = {
  /** Whose request it will be: the actor's own, or that of a reseller which consents first. */
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

export const rolesOf = ({ accessDetails }: Pick<GdapRelationshipOnWire, 'accessDetails'>): string[] =>
  accessDetails.unifiedRoles.map(({ roleDefinitionId }) => roleDefinitionId)

/** BR-87: whether auto-extend may be on with these roles. */
export const mayExtend = (roles: readonly string[]): Verdict => canAutoExtend(roles, onceExtended)

/** Whether it will be on: wanted, and possible. */
export const willExtend = ({ autoExtend, roles }: Pick<RequestForm, 'autoExtend' | 'roles'>): boolean =>
  autoExtend && mayExtend(roles).allowed

export const durationOf = (days: number): string => `P${days}D`

export const autoExtendDurationOf = (form: Pick<RequestForm, 'autoExtend' | 'roles'>): string => (willExtend(form) ? onceExtended : 'PT0S')

/** The tenant that is spoken of; undefined for an open request, and while nobody is named. */
export function tenantOf({ kind, listed, tenantId }: Pick<RequestForm, 'kind' | 'listed' | 'tenantId'>): string | undefined {
  if (kind === 'listed') return listed?.id
  return kind === 'tenant' ? tenantId.trim().toLowerCase() : undefined
}

/** The reseller in whose name it is asked; undefined for an own request, and while none is chosen. */
export const resellerOf = ({ whose, resellerId }: Pick<RequestForm, 'whose' | 'resellerId'>): string | undefined =>
  whose === 'reseller' && resellerId !== '' ? resellerId : undefined

/** What is sent for a new request. */
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

/** What of a draft is to be changed: only what differs; a duration in another spelling does not. */
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

/** The form filled from a relationship, with the roles that the catalogue still has; `listed` is its customer if the list has it. */
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

/** What the domain's schema leaves open: whom it is for and in whose name, how long, and the form of the name. */
function missing(form: RequestForm): FieldErrors<RequestForm> {
  return {
    ...(form.whose === 'reseller' && !form.resellerId ? { resellerId: { type: 'missing' } } : {}),
    ...(form.kind === 'listed' && !form.listed ? { listed: { type: 'missing' } } : {}),
    ...(canLastDays(form.days).allowed ? {} : { days: { type: 'refused' } }),
    ...(canBeNamed(form.displayName.trim(), false).allowed ? {} : { displayName: { type: 'refused' } }),
  }
}

/** The domain's own schema decides on what would be sent; its only other complaint can be about a tenant id that was typed. */
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

/** The field that a problem's pointer means, undefined when it is none of the form. */
export function fieldOf(pointer: string): keyof RequestForm | undefined {
  const input = inputAt(inputs, pointer)
  return input && fieldAt[input]
}

/** Whether the field stands on the form as it is filled in, so that something can be said of it there. */
export const isOnForm = (field: keyof RequestForm, { kind, whose }: Pick<RequestForm, 'kind' | 'whose'>): boolean =>
  field === 'tenantId' ? kind === 'tenant' : field !== 'resellerId' || whose === 'reseller'

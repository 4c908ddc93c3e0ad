import { zodResolver } from '@hookform/resolvers/zod'
import type { FieldErrors, Resolver } from 'react-hook-form'
import type { CloudPolicy } from '../../../../domain/clouds/cloud-policies.ts'
import { InvitationDraft } from '../../../../domain/invitations/schemas.ts'
import type { Delivery } from '../../../../domain/invitations/states.ts'
import type { Locale } from '../../../../domain/session/locales.ts'
import type { Service } from '../../../../domain/subscriptions/channels.ts'
import { addressFaults } from '../../../../domain/words-of-others/address.ts'
import { cleanLine } from '../../../../domain/words-of-others/cleaned.ts'
import { inputAt } from '../../../api/problem-error.ts'
import type { MessageId } from '../../../i18n/message-id.ts'
import { type BegunCustomer, nobodyYet } from './begun-invitation.ts'

/** One named customer, whoever holds the link, or many. */
type Invitee = 'named' | 'holder' | 'reusable'

/** The form's values: the draft's fields, and the choice of invitee. */
export type InvitationForm = {
  invitee: Invitee
  delivery: Delivery
  resellerId: string
  customer: BegunCustomer
  /** Asks a named customer of the list for DAP again, and nothing else (BR-46). */
  restores: boolean
  includeDap: boolean
  /** Services to sell; asked only where a service limits partners (BR-23). */
  services: Service[]
  language: Locale
  expiresInDays: number
  note: string
}

/** A new form; asks for DAP at first only where the cloud always does. */
export const emptyForm = (
  language: Locale, policy: Pick<CloudPolicy, 'dapWithInvitation'>, customer = nobodyYet,
): InvitationForm => ({
  invitee: 'named',
  delivery: 'direct',
  resellerId: '',
  customer,
  restores: false,
  includeDap: policy.dapWithInvitation === 'required',
  services: [],
  language,
  expiresInDays: 30,
  note: '',
})

export const asksRestore = ({ invitee, restores }: Pick<InvitationForm, 'invitee' | 'restores'>): boolean => invitee === 'named' && restores

/** The customer's name in its stored form. */
export const companyIn = ({ customer }: Pick<InvitationForm, 'customer'>): string | null => cleanLine(customer.companyName) || null

/** Makes the body: no empty values, and only those of the choices made. */
export function draftOf(form: InvitationForm): Record<string, unknown> {
  const { invitee, delivery, resellerId, customer, restores: _, includeDap, services, note, ...rest } = form
  const isRestore = asksRestore(form)
  const named = Object.fromEntries(Object.entries(customer).filter(([, value]) => value.trim() !== ''))
  return {
    ...rest,
    ...(isRestore && { kind: 'restore' }),
    includeDap: includeDap || isRestore,
    delivery,
    reusable: invitee === 'reusable',
    ...(delivery === 'via_reseller' && resellerId ? { resellerId } : {}),
    ...(invitee === 'named' && Object.keys(named).length > 0 ? { customer: named } : {}),
    ...(services.length > 0 ? { services } : {}),
    ...(note.trim() ? { note: note.trim() } : {}),
  }
}

/** Checks what the domain's schema leaves open: the reseller and a named customer's name. */
function missing(form: InvitationForm): FieldErrors<InvitationForm> {
  const nobodyNamed = form.invitee === 'named' && ['companyName', 'domain', 'tenantId', 'email'].every(
    (part) => form.customer[part as keyof InvitationForm['customer']].trim() === '',
  )
  const lacksTenant = asksRestore(form) && form.customer.tenantId.trim() === ''
  return {
    ...(form.delivery === 'via_reseller' && !form.resellerId ? { resellerId: { type: 'missing' } } : {}),
    ...(nobodyNamed ? { customer: { companyName: { type: 'missing' } } } : {}),
    ...(lacksTenant ? { customer: { tenantId: { type: 'missing' } } } : {}),
  }
}

/** The domain's schema judges the body; its complaints show at the fields of the same names. */
export const invitationResolver: Resolver<InvitationForm, unknown, InvitationDraft> = async (form, context, options) => {
  const checked = await zodResolver(InvitationDraft)(draftOf(form) as InvitationDraft, context, options as never)
  const lacking = missing(form)
  const errors = { ...(checked.errors as FieldErrors<InvitationForm>), ...lacking }
  return Object.keys(errors).length > 0 ? { values: {}, errors } : { values: checked.values as InvitationDraft, errors: {} }
}

const complaints: Record<string, MessageId> = {
  'customer.companyName': 'invitations.error.named_empty',
  'customer.domain': 'invitations.error.domain',
  'customer.tenantId': 'invitations.error.tenantId',
  'customer.email': 'invitations.error.email',
  resellerId: 'invitations.error.reseller',
  expiresInDays: 'invitations.error.days',
  note: 'invitations.error.too_long',
}

/** A field's complaint: the server's own, else ours. */
export function complaintOf(field: string, error: { type?: unknown; message?: string | undefined }): { said: string } | { id: MessageId } {
  if (error.type === 'server' && error.message) return { said: error.message }
  const fault = addressFaults.find((each) => each === error.message)
  if (fault) return { id: `invitations.error.${fault}` }
  if (error.type === 'too_big' && field.startsWith('customer.')) return { id: 'invitations.error.too_long' }
  return { id: complaints[field] ?? 'invitations.error.invalid' }
}

const fields = [
  'invitee', 'delivery', 'resellerId', 'customer.companyName', 'customer.domain', 'customer.tenantId', 'customer.email', 'customer.country',
  'includeDap', 'restores', 'services', 'language', 'expiresInDays', 'note',
] as const
export type InvitationField = (typeof fields)[number]

/** Maps a problem's pointer (`/customer/tenantId`) to a field of the form. */
export function fieldOf(pointer: string): InvitationField | undefined {
  if (pointer === '/kind') return 'restores'
  if (pointer === '/reusable') return 'invitee'
  const inputs = fields.map((field) => `/${field.replaceAll('.', '/')}`)
  return fields[inputs.findIndex((input) => inputAt([input], pointer))]
}

/** Tells whether the field is on the form at present. */
export function isOnForm(
  field: InvitationField, { invitee, delivery }: Pick<InvitationForm, 'invitee' | 'delivery'>,
  { dapWithInvitation, transactingPartnersWithAdminPerService }:
    Pick<CloudPolicy, 'dapWithInvitation' | 'transactingPartnersWithAdminPerService'>,
): boolean {
  if (field === 'resellerId') return delivery === 'via_reseller'
  if (field === 'restores' || field.startsWith('customer.')) return invitee === 'named'
  if (field === 'includeDap') return dapWithInvitation === 'optional'
  return field !== 'services' || transactingPartnersWithAdminPerService !== null
}

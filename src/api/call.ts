import type { Answer, Call, Given } from './operations.ts'
import { request, type RequestOptions } from './request.ts'

type Options = Omit<RequestOptions, 'method' | 'query' | 'body'>

/** What an operation is given; it may be left out where nothing must be given. */
export type Arguments<Name extends Call> = Partial<Given<Name>> extends Given<Name>
  ? [given?: Given<Name> & Options] : [given: Given<Name> & Options]

export type AnyGiven = RequestOptions & { path?: Record<string, string> | undefined }

/** An operation as it is sent: what its address names is put in. */
export function callOf(name: string, { path, ...options }: AnyGiven = {}) {
  const [method, address = ''] = name.split(' ')
  return {
    address: address.replaceAll(/\{(\w+)\}/g, (_, part: string) => encodeURIComponent(path?.[part] ?? '')),
    options: { ...options, method: method as NonNullable<RequestOptions['method']> },
  }
}

/** Whoever calls it knows what is found under this name. */
export function ask<Found>(name: string, given: AnyGiven | undefined): Promise<Found> {
  const { address, options } = callOf(name, given)
  return request(address, options) as Promise<Found>
}

/**
 * Does one operation of the API, `POST /invitations/{id}/send`, with what it takes and what {@link request} needs. The answer has the type
 * that the OpenAPI document gives it. Throws what `request` throws.
 */
export function call<Name extends Call>(name: Name, ...[given]: Arguments<Name>): Promise<Answer<Name>> {
  return ask(name, given)
}

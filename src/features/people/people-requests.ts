import type { MappingRow, Person, RoleMapping } from '../../../domain/people/schemas.ts'
import type { PartnerRole } from '../../../domain/session/roles.ts'
import { callFile } from '../../api/call-file.ts'
import { call } from '../../api/call.ts'
import { done } from '../../api/done.ts'
import { pagesOf, reading } from '../../api/reading.ts'
import { listView, soughtText } from '../../ui/lists/list-view.ts'

/** Whom the page shows. */
export type PeopleView = { search?: string }

export const peopleView = listView<PeopleView>({ search: soughtText })

export const peopleQueries = {
  list: (view: PeopleView) => pagesOf(['people', 'list', view], '/people', 50, view),
  mapping: () => reading(['people', 'mapping'], '/role-mapping'),
}

type Which = Pick<Person, 'id' | 'etag'>

/** 412 when somebody changed the person since. */
export const giveRoles = ({ id, etag, roles }: Which & { roles: PartnerRole[] }, idempotencyKey: string) =>
  call('PATCH /people/{id}', { path: { id }, body: { roles }, ifMatch: etag, idempotencyKey })

export const removePerson = ({ id, etag }: Which, idempotencyKey: string): Promise<true> =>
  done(call('DELETE /people/{id}', { path: { id }, ifMatch: etag, idempotencyKey }))

export const restorePerson = (id: string, idempotencyKey: string) => call('POST /people/{id}/restore', { path: { id }, idempotencyKey })

export const signPersonOut = (id: string, idempotencyKey: string): Promise<true> =>
  done(call('DELETE /people/{id}/sessions', { path: { id }, idempotencyKey }))

/** All that is kept about a person, a JSON value a line. */
export const personData = (id: string): Promise<Blob> => callFile('GET /people/{id}/data', { path: { id } })

export const erasePerson = (id: string, idempotencyKey: string): Promise<true> =>
  done(call('POST /people/{id}/erase', { path: { id }, idempotencyKey }))

export const saveMapping = ({ rows, etag }: { rows: MappingRow[] } & Pick<RoleMapping, 'etag'>, idempotencyKey: string) =>
  call('PUT /role-mapping', { body: { rows }, ifMatch: etag, idempotencyKey })

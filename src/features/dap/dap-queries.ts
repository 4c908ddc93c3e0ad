import type { z } from 'zod'
import type { GdapBulkAnswer } from '../../../domain/bulk-relationships/schemas.ts'
import type { DapCustomer, DapFacts, DapMoveRequest } from '../../../domain/dap/schemas.ts'
import type { Page } from '../../../domain/page.ts'
import { gridOf } from '../../api/reading.ts'
import { request } from '../../api/request.ts'

const dap = '/delegated-admin/dap'

type DapPage = Page<DapCustomer> & { facts: z.infer<typeof DapFacts> }

/** A customer's rights change with the customer, so the keys begin as those of customers do. */
export const dapQueries = {
  list: () => gridOf<DapPage>(['customers', 'dap'], dap),
}

/** An outcome for each customer. Dry, nothing is made; repeated, nothing is made twice: a request's name is unique. */
export const moveToGdap = (order: DapMoveRequest, signal: AbortSignal): Promise<GdapBulkAnswer> =>
  request(`${dap}/move`, { method: 'POST', body: order, signal })

import type { DapMoveRequest } from '../../../domain/dap/schemas.ts'
import { call } from '../../api/call.ts'
import { gridOf } from '../../api/reading.ts'

/** A customer's rights change with the customer, so the keys begin as those of customers do. */
export const dapQueries = {
  list: () => gridOf(['customers', 'dap'], '/delegated-admin/dap'),
}

/** An outcome for each customer. Dry, nothing is made; repeated, nothing is made twice: a request's name is unique. */
export const moveToGdap = (order: DapMoveRequest, signal: AbortSignal) => call('POST /delegated-admin/dap/move', { body: order, signal })

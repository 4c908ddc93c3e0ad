import { autoExtendDays } from '../../../domain/delegated-admin/durations.ts'
import { keepWork, keptWork } from '../../api/kept-work.ts'

/** What is to follow the DAP of some customers. It stays in the tab, so that a page loaded again goes on with it. */
export type MoveOrder = {
  customers: readonly { tenantId: string; displayName: string }[]
  templateId: string
  /** As it was when the order was checked. */
  templateEtag?: string | null | undefined
  days: number
  autoExtend: boolean
  namePrefix: string
  /** Whether requests may have been made already. */
  started: boolean
}

export const emptyOrder: MoveOrder = {
  customers: [], templateId: '', days: autoExtendDays, autoExtend: false, namePrefix: 'From-DAP', started: false,
}

/** The person's order of this tab, if there is one. */
export const keptOrder = (person: string): MoveOrder | undefined => keptWork('dap-move', person)

export const keepOrder = (person: string, order: MoveOrder | undefined): void => keepWork('dap-move', person, order)
